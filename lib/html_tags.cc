// A perfect hash over the element names: length, first, second and last letter, times a multiplier
// under which no two names share a slot. The compiler looks for the multiplier, so a name can be
// added to the list without further work.
#include "html_tags.h"

#include <array>
#include <initializer_list>

#include "html_characters.h"

namespace thanbai::html {
namespace {

constexpr std::array<std::string_view, tag_count> names = {"",
#define THANBAI_HTML_TAG(tag, name) name,
                                                           THANBAI_HTML_TAGS(THANBAI_HTML_TAG)
#undef THANBAI_HTML_TAG
};

constexpr unsigned slot_bits = 11;  // about one multiplier in 200 is perfect
constexpr std::size_t longest_name = 10;

// Upper case counts as lower case; so do a few control characters as digits, which is why a hit is
// compared with the whole name.
constexpr std::uint32_t slot(std::string_view name, std::uint32_t multiplier) noexcept {
  const auto letter = [name](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(name[i]) | 0x20);
  };
  const std::size_t n = name.size();
  const std::uint32_t key = letter(0) | letter(n > 1 ? 1 : 0) << 8 | letter(n - 1) << 16 |
                            static_cast<std::uint32_t>(n) << 24;
  return (key * multiplier) >> (32 - slot_bits);
}

struct Table {
  std::uint32_t multiplier = 0;
  std::array<Tag, std::size_t{1} << slot_bits> tags{};
};

constexpr bool fill(Table& table) noexcept {
  table.tags = {};
  for (std::size_t i = 1; i < tag_count; ++i) {
    Tag& tag = table.tags[slot(names[i], table.multiplier)];
    if (tag != Tag::unknown) return false;
    tag = static_cast<Tag>(i);
  }
  return true;
}

constexpr Table make_table() noexcept {
  Table table;
  table.multiplier = 0x9E3779B1;  // from the golden ratio; any odd number will do to begin with
  while (!fill(table)) table.multiplier = table.multiplier * 1664525 + 1013904222;
  return table;
}

constexpr Table table = make_table();

constexpr std::array<Role, tag_count> make_roles() noexcept {
  std::array<Role, tag_count> roles{};
  const auto set = [&roles](std::initializer_list<Tag> tags, Role role) {
    for (const Tag tag : tags) roles[static_cast<std::size_t>(tag)] = role;
  };
  set({Tag::title, Tag::textarea}, Role::rcdata);
  set({Tag::style, Tag::xmp, Tag::iframe, Tag::noembed, Tag::noframes}, Role::rawtext);
  set({Tag::noscript}, Role::noscript);
  set({Tag::script}, Role::script);
  set({Tag::plaintext}, Role::plaintext);
  set({Tag::svg, Tag::math}, Role::foreign);
  set({Tag::b,      Tag::big,    Tag::blockquote, Tag::body,    Tag::br,    Tag::center, Tag::code,
       Tag::dd,     Tag::div,    Tag::dl,         Tag::dt,      Tag::em,    Tag::embed,  Tag::h1,
       Tag::h2,     Tag::h3,     Tag::h4,         Tag::h5,      Tag::h6,    Tag::head,   Tag::hr,
       Tag::i,      Tag::img,    Tag::li,         Tag::listing, Tag::menu,  Tag::meta,   Tag::nobr,
       Tag::ol,     Tag::p,      Tag::pre,        Tag::ruby,    Tag::s,     Tag::small,  Tag::span,
       Tag::strong, Tag::strike, Tag::sub,        Tag::sup,     Tag::table, Tag::tt,     Tag::u,
       Tag::ul,     Tag::var},
      Role::never_foreign);
  return roles;
}
}  // namespace

constexpr std::array<Role, tag_count> roles = make_roles();

Tag tag_of(std::string_view name) noexcept {
  if (name.empty() || name.size() > longest_name) return Tag::unknown;
  const Tag tag = table.tags[slot(name, table.multiplier)];
  return name_is(name, names[static_cast<std::size_t>(tag)]) ? tag : Tag::unknown;
}

std::string_view to_string(Tag tag) noexcept { return names[static_cast<std::size_t>(tag)]; }

}  // namespace thanbai::html
