// A Document as JSON.
#pragma once

#include <string>

#include "output.h"
#include "thanbai/document.h"

namespace thanbai::program {

/// Adds its members, on one line and without braces, to an object's text; without the ledger.
void add_article(const Format& format, const Document& document, std::string& out);

/// The page as an object, with a final line end: on one line, or indented if format.pretty. `id`
/// may be any bytes.
std::string as_json(const Format& format, std::string_view id, const Document& document);

/// Adds the article as the member "article" of an object, ledger and all.
void add_article_member(const Format& format, const Document& document, std::string& out);

}  // namespace thanbai::program
