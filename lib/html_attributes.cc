#include "html_attributes.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "html_bytes.h"

namespace thanbai::html {
namespace {

// What an attribute is for. Those from `data` to `itemprop` may be hints; each but `none` and
// `data` is of one name.
enum class Use : std::uint8_t {
  none,
  data,  // data-*
  id,
  css_class,
  role,
  label,
  rel,
  type,
  itemprop,
  style,
  hidden,
  aria_hidden,
  href,
  open,
  moment,
  title,
  shadow
};

bool begins_with(std::string_view name, std::string_view lower) noexcept {
  return name_is(name.substr(0, lower.size()), lower);
}

Use use_of(std::string_view name) noexcept {
  const auto is = [name](std::string_view lower) { return name_is(name, lower); };
  switch (name.size()) {
    case 2: return is("id") ? Use::id : Use::none;
    case 3: return is("rel") ? Use::rel : Use::none;
    case 4:
      if (is("role")) return Use::role;
      if (is("type")) return Use::type;
      if (is("href")) return Use::href;
      return is("open") ? Use::open : Use::none;
    case 5:
      if (is("class")) return Use::css_class;
      if (is("title")) return Use::title;
      return is("style") ? Use::style : Use::none;
    case 6: return is("hidden") ? Use::hidden : Use::none;
    case 8:
      if (is("itemprop")) return Use::itemprop;
      if (is("datetime")) return Use::moment;
      break;
    case 10:
      if (is("aria-label")) return Use::label;
      break;
    case 11:
      if (is("aria-hidden")) return Use::aria_hidden;
      break;
    case 14:
      if (is("shadowrootmode")) return Use::shadow;
      break;
    default: break;
  }
  return begins_with(name, "data-") ? Use::data : Use::none;
}

// Whether a value may be a hint: of data-* and aria-label, free text, only short words, of rel not
// what tells search engines and browsers how to follow ("nofollow", "noopener").
bool is_telling(Use use, std::string_view value) noexcept {
  constexpr std::size_t max_label_bytes = 40;
  if (value.empty()) return false;
  if (use == Use::rel) return !begins_with(value, "no");
  if (use != Use::data && use != Use::label) return true;
  return value.size() <= max_label_bytes && is(value.front(), letter) && !name_is(value, "true") &&
         !name_is(value, "false");
}

// Whether a style declares `property` to begin with `value`: "display: none".
bool declares(std::string_view style, std::string_view property, std::string_view value) noexcept {
  const char* const begin = style.data();
  const char* const end = begin + style.size();
  for (const char* colon = find(begin, end, ':'); colon != end; colon = find(colon + 1, end, ':')) {
    const char* name_end = colon;
    while (name_end != begin && is(name_end[-1], space)) --name_end;
    const char* name = name_end;
    while (name != begin && (is(name[-1], letter) || name[-1] == '-')) --name;
    if (!name_is(view(name, name_end), property)) continue;
    if (starts_with(skip_space(colon + 1, end), end, value)) return true;
  }
  return false;
}

// Whether `word`, in lower case, stands in `text`.
bool holds(std::string_view text, std::string_view word) noexcept {
  for (std::size_t i = 0; i + word.size() <= text.size(); ++i) {
    if (begins_with(text.substr(i), word)) return true;
  }
  return false;
}

// Whether an attribute says that its element, though hidden now, is to be shown: the body of an
// accordion or tab, which a click opens, or what React streams behind the page and moves in.
bool is_disclosed(const Attribute& attribute) noexcept {
  const std::string_view value = attribute.value;
  if (name_is(attribute.name, "role")) {
    return name_is(value, "region") || name_is(value, "tabpanel");
  }
  if (name_is(attribute.name, "id") && value.substr(0, 2) == "S:") return true;
  return holds(value, "collaps") || holds(value, "accordion");
}

bool is_among(const std::vector<Attribute>& hints, std::string_view name) noexcept {
  return std::any_of(hints.begin(), hints.end(),
                     [name](const Attribute& hint) { return same_name(hint.name, name); });
}

}  // namespace

ElementAttributes read_attributes(const std::vector<Attribute>& attributes,
                                  std::vector<Attribute>& hints) {
  hints.clear();
  constexpr std::size_t max_hints = 16;  // attributes of one element
  ElementAttributes out;
  unsigned seen = 0;  // bit by Use
  for (const Attribute& attribute : attributes) {
    const std::string_view value = attribute.value;
    const Use use = use_of(attribute.name);
    const unsigned bit = 1U << static_cast<unsigned>(use);
    if (use == Use::none || (seen & bit) != 0) continue;
    if (use != Use::data) seen |= bit;
    switch (use) {
      case Use::none:
      case Use::data:
      case Use::id:
      case Use::css_class:
      case Use::role:
      case Use::label: break;
      case Use::rel: out.rel = value; break;
      case Use::type: out.type = value; break;
      case Use::itemprop: out.itemprop = value; break;
      case Use::style:
        out.is_hidden |= declares(value, "display", "none");
        out.is_hidden |= declares(value, "visibility", "hidden");
        out.is_preformatted |= declares(value, "white-space", "pre");
        break;
      case Use::hidden: out.is_hidden = true; break;
      case Use::aria_hidden: out.is_hidden |= name_is(value, "true"); break;
      case Use::href:
        out.href = value;
        out.has_href = true;
        break;
      case Use::open: out.is_open = true; break;
      case Use::moment: out.datetime = value; break;
      case Use::title: out.title = value; break;
      case Use::shadow: out.is_shadow_root = true; break;
    }
    const bool is_hint = use >= Use::data && use <= Use::itemprop;
    if (is_hint && hints.size() < max_hints && is_telling(use, value) &&
        !(use == Use::data && is_among(hints, attribute.name))) {
      hints.push_back(attribute);
    }
  }
  if (out.is_hidden && std::any_of(hints.begin(), hints.end(), is_disclosed)) out.is_hidden = false;
  return out;
}

}  // namespace thanbai::html
