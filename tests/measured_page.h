// Pages for the tests of single steps: a few texts as Lines, measured, and columns by their names.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "context.h"
#include "line_features.h"
#include "thanbai/pack.h"

namespace thanbai {

/// A line each; the texts must outlive the Lines.
inline Lines lines_of(const std::vector<std::string_view>& texts) {
  Lines lines;
  for (const std::string_view text : texts) {
    Line line;
    line.text = text;
    line.source = {lines.input_bytes, lines.input_bytes + static_cast<std::uint32_t>(text.size())};
    lines.input_bytes = line.source.end + 1;
    lines.items.push_back(line);
  }
  return lines;
}

/// The column of that name. Tests name columns, so that only those of one that goes must go, too.
inline std::size_t column(std::string_view name) {
  for (std::size_t c = 0; c < column_count; ++c) {
    if (column_name(c) == name) return c;
  }
  ADD_FAILURE() << "no column is named " << name;
  return 0;
}

struct MeasuredPage {
  Lines lines;
  Columns columns;
  Words words;
  LanguageCounts language;

  explicit MeasuredPage(Lines of, const std::vector<Pack>& packs = {}) : lines(std::move(of)) {
    measure(lines, Lexicon(packs), column_count, columns, words, language);
  }
  explicit MeasuredPage(const std::vector<std::string_view>& texts,
                        const std::vector<Pack>& packs = {})
      : MeasuredPage(lines_of(texts), packs) {}

  int value(std::string_view name, std::size_t row) const { return columns[column(name)][row]; }
  void set(std::string_view name, std::size_t row, int value) {
    columns[column(name)][row] = static_cast<std::int16_t>(value);
  }
};

/// A pack from its text, which must be right.
inline Pack pack_of(std::string_view text) {
  auto pack = parse_pack(text, "test");
  if (!pack) {
    ADD_FAILURE() << pack.error().message << " in line " << pack.error().line;
    return {};
  }
  return *pack;
}

}  // namespace thanbai
