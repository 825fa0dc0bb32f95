// Names of authors: one text that names several -> each, and what pages declare as authors -> what
// can be one. Pure; views are slices of the texts given.
#pragma once

#include <string_view>
#include <vector>

namespace thanbai {

/// "Jane Doe, MD, John Roe and PV" -> "Jane Doe", "John Roe", "PV": letters behind a name (MD, PhD)
/// are left out.
std::vector<std::string_view> author_names(std::string_view author);

/// The name in a declared author, without "By" and quotation marks; empty if it is an address, an
/// account, a number or a user that every system has ("admin").
std::string_view declared_author(std::string_view declared);

/// Whether a declared author is the site itself, which many pages put there.
bool is_outlet(std::string_view author, std::string_view site);

/// Whether a site by its name brings news: "Báo Ví Dụ", "The Example Times".
bool is_news_site(std::string_view site);

}  // namespace thanbai
