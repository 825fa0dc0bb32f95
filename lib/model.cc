#include "model.h"

namespace thanbai {
namespace {

#include "model.inc"

static_assert(model_columns == column_count,
              "model.inc was fitted to other columns: run fit/fit.py");

const Model& of_text() {
  static const Model model = {Forest(text_first_trees), Forest(text_title_trees),
                              Forest(text_final_trees)};
  return model;
}
const Model& of_html() {
  static const Model model = {Forest(html_first_trees), Forest(html_title_trees),
                              Forest(html_final_trees)};
  return model;
}

}  // namespace

const Model& Model::of(bool is_html) { return is_html ? of_html() : of_text(); }

const TreeParts& final_parts_of(bool is_html) {
  if (is_html) {
    static const TreeParts html(html_final_trees);
    return html;
  }
  static const TreeParts text(text_final_trees);
  return text;
}

}  // namespace thanbai
