// A doctype ends at the first ">", whatever stands before, so it can be taken apart afterwards.
#include "html_bytes.h"
#include "html_tokens.h"

namespace thanbai::html {

Doctype parse_doctype(std::string_view raw) noexcept {
  Doctype doctype;
  const bool closed = ends_with(raw, ">");
  const char* const end = raw.data() + raw.size() - (closed ? 1 : 0);
  const char* p = skip_space(raw.data(), end);
  const auto identifier = [&p, end](std::string_view& out) {  // false if it is not well formed
    p = skip_space(p, end);
    if (p == end || (*p != '"' && *p != '\'')) return false;
    const char* close = find(p + 1, end, *p);
    out = view(p + 1, close);
    p = close == end ? end : skip_space(close + 1, end);
    return close != end;
  };

  const char* name = p;
  p = skip_until(p, end, space);
  doctype.name = view(name, p);
  p = skip_space(p, end);
  doctype.force_quirks = true;
  if (p != end) {
    const bool is_public = starts_with(p, end, "public");
    if (!is_public && !starts_with(p, end, "system")) return doctype;
    p += 6;  // either word
    if (!identifier(is_public ? doctype.public_id : doctype.system_id)) return doctype;
    if (is_public && p != end && !identifier(doctype.system_id)) return doctype;
  }
  // What follows the identifiers is an error, but no reason for quirks mode.
  doctype.force_quirks = doctype.name.empty() || (p == end && !closed);
  return doctype;
}

}  // namespace thanbai::html
