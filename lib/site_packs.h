// Which of the packs that belong to one site each applies to a page.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "thanbai/line.h"

namespace thanbai {

/// Packs by the site they are for, which is their name: a host ("tin.example"), which stands for
/// its subdomains too, or a site's name as pages declare it. Immutable once filled; any number of
/// threads may look up.
class SitePacks {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  /// Of two packs of one name the later applies.
  void add(std::string_view name, std::size_t pack);

  /// The pack of the host of `address`, else of the closest domain above it, else the same of
  /// metadata.url, else of the site's name; `none` if there is none. Case does not matter, nor does
  /// "www.".
  std::size_t find(std::string_view address, const Metadata& metadata) const;

 private:
  std::size_t find_host(std::string_view url) const;
  /// Of a name in lower case, or the closest domain above it.
  std::size_t find_name(std::string_view domain) const;

  std::unordered_map<std::string, std::size_t> packs_;  // by name in lower case
  std::size_t longest_ = 0;  // of these names, in bytes: no more of a page's are looked up
};

}  // namespace thanbai
