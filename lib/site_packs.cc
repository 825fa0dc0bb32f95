#include "site_packs.h"

#include <algorithm>

#include "ascii.h"
#include "thanbai/pack.h"

namespace thanbai {
namespace {

constexpr std::string_view www = "www.";
constexpr std::size_t most_host_bytes = 253;  // RFC 1035, 2.3.4, as it is written

}  // namespace

std::string host_of(std::string_view url) {
  const std::size_t slashes = std::min(url.find_first_of("/?#"), url.size());
  const bool has_scheme = slashes > 1 && url[slashes - 1] == ':';
  if (url.substr(slashes, 2) != "//" || (slashes != 0 && !has_scheme)) return {};
  std::string_view host = url.substr(slashes + 2);
  host = host.substr(0, host.find_first_of("/?#"));
  if (const std::size_t user = host.rfind('@'); user != host.npos) host.remove_prefix(user + 1);
  const bool is_ipv6 = !host.empty() && host.front() == '[';
  host = host.substr(0, is_ipv6 ? std::min(host.find(']'), host.size() - 1) + 1 : host.find(':'));
  if (host.size() > most_host_bytes) return {};
  std::string result = to_lower(host);
  if (result.rfind(www, 0) == 0) result.erase(0, www.size());
  return result;
}

void SitePacks::add(std::string_view name, std::size_t pack) {
  std::string key = to_lower(name);
  if (key.rfind(www, 0) == 0) key.erase(0, www.size());
  longest_ = std::max(longest_, key.size());
  packs_[std::move(key)] = pack;
}

std::size_t SitePacks::find(std::string_view address, const Metadata& metadata) const {
  if (packs_.empty()) return none;
  std::size_t found = find_host(address);
  if (found == none) found = find_host(metadata.url);
  return found != none ? found : find_name(to_lower(metadata.site));
}

std::size_t SitePacks::find_host(std::string_view url) const {
  std::string host = host_of(url);
  if (host.empty()) host = host_of(std::string("//").append(url));  // "host/path"
  return find_name(host);
}

std::size_t SitePacks::find_name(std::string_view domain) const {
  while (!domain.empty()) {
    if (domain.size() <= longest_) {
      const auto found = packs_.find(std::string(domain));
      if (found != packs_.end()) return found->second;
    }
    const std::size_t dot = domain.find('.');
    domain.remove_prefix(dot == domain.npos ? domain.size() : dot + 1);
  }
  return none;
}

}  // namespace thanbai
