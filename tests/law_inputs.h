// Inputs that the laws are tried on: pages, their cuts and changed forms, and bytes that are no
// page.
#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "sample_pages.h"
#include "tight.h"

namespace thanbai {

/// The samples and the golden pages.
inline std::vector<std::string> pages() {
  std::vector<std::string> result;
  for (const char* folder : {"data/samples", "golden"}) {
    for (const auto& path : pages_in(folder)) result.push_back(read_bytes(path));
  }
  return result;
}

/// Bytes that are no page: the same on every machine, as std::mt19937 is.
inline std::vector<std::string> odd_inputs() {
  std::vector<std::string> result = {"",
                                     "\n",
                                     "\r\n\r",
                                     "a",
                                     std::string(1, '\0'),
                                     std::string(1000, '\0'),
                                     "\xEF\xBB\xBF",
                                     "\xEF\xBB\xBF"
                                     "a\n",
                                     "\xC3",
                                     "\xE1\xBB",
                                     "\xF4\x90\x80\x80",
                                     "\xED\xA0\x80",
                                     "|",
                                     "| |\n|---|\n",
                                     "![]()",
                                     "* * *",
                                     "#",
                                     "> ",
                                     "- \n1. \n",
                                     "\xCC\x81",
                                     "e\xCC\x81",
                                     "\xE2\x80\xA8",
                                     std::string(100000, 'a'),
                                     std::string(100000, '\n'),
                                     std::string(50000, '.'),
                                     "\x89PNG\r\n\x1A\n"};
  std::string lines;
  for (int i = 0; i < 3000; ++i) lines += "Tin khác " + std::to_string(i % 7) + "\n";
  result.push_back(lines);
  std::mt19937 random(7);
  const std::string_view pieces[] = {
      "\n", "\r",       ". ",   "Tin khác", "Theo ", "12/07/2020", "|",
      "—",  "\xCC\x81", "\xFF", "東京",     "ảnh",   "\xE1\xBA",   "(",
      "…”", "\t",       "và ",  "A",        "![](",  ")",          "0"};
  for (int i = 0; i < 150; ++i) {
    std::string bytes;
    const std::size_t size = random() % 400;
    while (bytes.size() < size) bytes += static_cast<char>(random() & 0xFF);
    result.push_back(bytes);
    bytes.clear();
    while (bytes.size() < size) bytes += pieces[random() % std::size(pieces)];
    result.push_back(bytes);
  }
  const std::vector<std::string> whole = pages();
  for (int i = 0; i < 60; ++i) {  // pages cut anywhere, and with a byte changed
    std::string page = whole[random() % whole.size()];
    page.resize(random() % page.size());
    if (!page.empty()) page[random() % page.size()] = static_cast<char>(random() & 0xFF);
    result.push_back(page);
  }
  return result;
}

inline std::vector<std::string> all_inputs() {
  std::vector<std::string> result = pages();
  for (std::string& odd : odd_inputs()) result.push_back(std::move(odd));
  return result;
}

}  // namespace thanbai
