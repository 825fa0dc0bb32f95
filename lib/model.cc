#include "model.h"

namespace thanbai::model {
namespace {

#include "model.inc"

static_assert(model_columns == column_count,
              "model.inc was fitted to other columns: run fit/fit.py");

}  // namespace

const Trees& first() noexcept { return first_trees; }
const Trees& final() noexcept { return final_trees; }
const Trees& title() noexcept { return title_trees; }

const TreeParts& final_parts() {
  static const TreeParts parts(final_trees);
  return parts;
}

}  // namespace thanbai::model
