#include "site_packs.h"

namespace thanbai {
namespace {

constexpr std::string_view www = "www.";

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

/// The host of a URL, or of what was given as one: "//host", "host/path" or "host" are no URLs, but
/// what callers write.
std::string_view host_of(std::string_view url) {
  if (const std::size_t scheme = url.find("//"); scheme != url.npos) url.remove_prefix(scheme + 2);
  url = url.substr(0, url.find_first_of("/?#"));
  if (const std::size_t user = url.rfind('@'); user != url.npos) url.remove_prefix(user + 1);
  return url.substr(0, url.find(':'));
}

}  // namespace

void SitePacks::add(std::string_view name, std::size_t pack) {
  std::string key = lower(name);
  if (key.rfind(www, 0) == 0) key.erase(0, www.size());
  packs_[std::move(key)] = pack;
}

std::size_t SitePacks::find(const Metadata& metadata) const {
  if (packs_.empty()) return none;
  const std::size_t by_host = find_name(host_of(metadata.url));
  return by_host != none ? by_host : find_name(metadata.site);
}

std::size_t SitePacks::find_name(std::string_view name) const {
  const std::string whole = lower(name);
  for (std::string_view domain = whole; !domain.empty();) {
    const auto found = packs_.find(std::string(domain));
    if (found != packs_.end()) return found->second;
    const std::size_t dot = domain.find('.');
    domain.remove_prefix(dot == domain.npos ? domain.size() : dot + 1);
  }
  return none;
}

}  // namespace thanbai
