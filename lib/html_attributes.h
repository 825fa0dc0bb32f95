// What the attributes of a start tag say about its text: whether it shows, what hints it gives.
#pragma once

#include <string_view>
#include <vector>

#include "html_tokens.h"

namespace thanbai::html {

/// Values as written.
struct ElementAttributes {
  bool is_hidden = false;  // and nothing says that it is about to be shown
  bool is_open = false;
  bool is_preformatted = false;  // by its style
  bool is_shadow_root = false;   // of a template: it is shown
  bool has_href = false;
  std::string_view href, datetime, title, itemprop, type, rel;
};

/// Of several attributes of one name the first counts. Those that may tell what the element is go
/// to `hints`, which is cleared first: class, id, role, itemprop, type, rel, aria-label and data-*.
ElementAttributes read_attributes(const std::vector<Attribute>& attributes,
                                  std::vector<Attribute>& hints);

}  // namespace thanbai::html
