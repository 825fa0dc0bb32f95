#include "model.h"

namespace thanbai::model {
namespace {

#include "model.inc"

static_assert(model_columns == column_count,
              "model.inc was fitted to other columns: run fit/fit.py");

}  // namespace

const Forest& first() {
  static const Forest forest(first_trees);
  return forest;
}
const Forest& final() {
  static const Forest forest(final_trees);
  return forest;
}
const Forest& title() {
  static const Forest forest(title_trees);
  return forest;
}

const TreeParts& final_parts() {
  static const TreeParts parts(final_trees);
  return parts;
}

}  // namespace thanbai::model
