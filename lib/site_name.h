// The site's name beside a title, and the title without it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "thanbai/line.h"

namespace thanbai {

/// Letters and digits of valid text, folded: equal for texts that differ in marks and spaces.
std::string letters_of(std::string_view text);

/// `title` up to and from behind each separator (" | ", " - ", " • " …): views of it, none whole.
/// None of a text too long for a title.
std::vector<std::string_view> title_parts(std::string_view title);

/// The part of a page's title that its address names, too: "Example" of "A new bridge | Example" at
/// www.example.org; empty if there is none. A view of `title`.
std::string_view site_in_title(std::string_view title, std::string_view url);

/// What a page calls its site: the name it declares, and the name in its address.
class SiteName {
 public:
  explicit SiteName(const Metadata& metadata, std::string_view address = {});

  /// Whether a part of a title is the site's name, a part of it, or holds it.
  bool is(std::string_view part) const;

  /// `title` without the site's name behind the last separator, once or twice. A view
  /// of `title`.
  std::string_view cut_known(std::string_view title) const;

  /// The same; if there is none, without what stands behind the last " | ", " - ", " – " or " — ":
  /// at most five words behind at least four.
  std::string_view cut(std::string_view title) const;

 private:
  std::string name_;  // letters, the first 200 bytes
  std::string host_;  // "example" of https://www.example.org/
};

}  // namespace thanbai
