// Input: the bytes of a file, and their Lines. The one place that knows input forms.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "thanbai/line.h"

namespace thanbai::program {

/// The form of the input. `automatic` looks at how the bytes begin; jsonl, wet and warc hold many
/// pages.
enum class From { automatic, text, html, jsonl, wet, warc };
extern const std::map<std::string, From> from_names;

bool is_corpus(From from);

/// The form of a file: `from`, but if that is automatic and the file's name ends in .jsonl,
/// .ndjson, .wet or .warc, with or without .gz or .zst, as the name says.
From form_of_file(std::string_view path, From from);

/// Reads all of a file, FIFO or device, or standard input if `path` is "-", unpacked if it is gzip
/// or Zstandard. On failure false, and the reason in `problem`. A page of 4 GiB or more is a
/// failure: spans could not count its bytes.
bool read_file(const std::string& path, std::string& bytes, std::string& problem);

/// Whether the bytes, in any charset that has ASCII in it or UTF-16, begin as a page or a part of
/// one in HTML does.
bool looks_like_html(std::string_view bytes);

/// A page as UTF-8 and as lines, which view it and the bytes it came from.
struct Page {
  From form = From::text;  // never automatic
  std::unique_ptr<const Utf8> utf8;
  Lines lines;
};

/// Reads a page; `bytes` must outlive it. `charset`: what is known of the bytes, often nothing; for
/// HTML it counts as the HTTP header's. False if nobody knows it, and for a WARC file whose form is
/// automatic, since it is many pages: `problem` says so.
bool read_page(std::string_view bytes, From from, const std::string& charset, bool links,
               Page& page, std::string& problem);

}  // namespace thanbai::program
