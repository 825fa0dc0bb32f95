// Tokens of a page as JSON, in the form of the html5lib tests.
#pragma once

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "html_tokens.h"

namespace thanbai::html {

using json = nlohmann::json;
// The tokens of a page in the form of the html5lib tests: neighbouring text joined.
inline json tokens_of(std::string_view page, const TokenizerOptions& options) {
  json out = json::array();
  std::string scratch;
  const auto read = [&scratch](std::string_view raw, Reading reading) {
    return std::string(characters(raw, reading, scratch));
  };
  Tokenizer tokenizer(page, options);
  for (Token token; tokenizer.next(token);) {
    const std::string raw = read(token.raw, token.reading);
    switch (token.kind) {
      case TokenKind::text:
        if (raw.empty()) break;
        if (!out.empty() && out.back()[0] == "Character") {
          out.back()[1] = out.back()[1].get<std::string>() + raw;
        } else {
          out.push_back({"Character", raw});
        }
        break;
      case TokenKind::start_tag: {
        json attributes = json::object();
        for (const Attribute& attribute : tokenizer.attributes()) {
          const std::string name = read(attribute.name, Reading::name);
          if (attributes.contains(name)) continue;  // the first counts
          attributes[name] = read(attribute.value, Reading::attribute);
        }
        out.push_back({"StartTag", raw, attributes});
        if (token.self_closing) out.back().push_back(true);
        break;
      }
      case TokenKind::end_tag: out.push_back({"EndTag", raw}); break;
      case TokenKind::comment: out.push_back({"Comment", raw}); break;
      case TokenKind::doctype: {
        const Doctype doctype = parse_doctype(token.raw);
        const auto identifier = [&read](std::string_view id) {
          return id.data() == nullptr ? json() : json(read(id, Reading::rawtext));
        };
        const json name = doctype.name.empty() ? json() : json(read(doctype.name, Reading::name));
        out.push_back({"DOCTYPE", name, identifier(doctype.public_id),
                       identifier(doctype.system_id), !doctype.force_quirks});
        break;
      }
      case TokenKind::eof: break;
    }
  }
  return out;
}

inline std::string print(const json& tokens) {
  return tokens.dump(-1, ' ', false, json::error_handler_t::replace);
}

inline TokenizerOptions in_state(State state, std::string_view last_start_tag = {}) {
  TokenizerOptions options;
  options.state = state;
  options.last_start_tag = last_start_tag;
  options.follow_tags = false;
  return options;
}

}  // namespace thanbai::html
