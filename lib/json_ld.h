// JSON-LD -> what it says of the article. The only user of the JSON parsers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace thanbai {

/// Texts as written in the JSON, unescaped; empty if absent.
struct JsonLd {
  std::string type, headline, description, published, modified, publisher, url, image, language,
      article_body, site;
  std::vector<std::string> authors;
};

/// Reads one block. Broken JSON, control characters and what surrounds it do not matter: what
/// stands before the mistake counts. Of several articles the first counts, and what it lacks is
/// taken from the page's node. Total and linear; objects nested deeper than 64 are not looked at.
JsonLd read_json_ld(std::string_view json);

/// What a string with its quotation marks says; empty if it is broken.
std::string json_string(std::string_view written);

}  // namespace thanbai
