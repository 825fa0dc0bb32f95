// Output: a Document as text, Markdown, JSON or labels, and the way to standard output.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "thanbai/document.h"

namespace thanbai::program {

enum class To { text, markdown, json, jsonl, labels };
extern const std::map<std::string, To> to_names;
extern const std::map<std::string, Verdict> verdict_names;

/// How to write pages.
struct Format {
  To to = To::text;
  bool title = true;              // text and Markdown begin with the title
  bool ledger = false;            // JSON has `lines`
  bool links = false;             // JSON has `links`, and Markdown its own
  bool pretty = false;            // JSON is indented, else one line a page
  std::vector<Verdict> verdicts;  // text and Markdown of other pages are empty; none given: of none
};

/// The page as it is written, with a final line end. `id` may be any bytes.
std::string format_page(const Format& format, std::string_view id, const Utf8& utf8,
                        const Document& document);

/// What became of a write to standard output. A reader that has left is no failure; of any other
/// failure standard error has been told.
enum class Written { all, reader_left, failed };
Written write_out(std::string_view bytes);

/// One line on standard error: "thanbai: NAME: PROBLEM". Control bytes are shown as "?".
void complain(std::string_view name, std::string_view problem);

}  // namespace thanbai::program
