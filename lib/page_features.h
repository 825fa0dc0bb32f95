// Words of a page's lines -> how each line stands in its page. Each function fills a few columns.
#pragma once

#include <cstddef>
#include <cstdint>

#include "line_features.h"

namespace thanbai {

/// In how many lines each word stands, and what share of a line's words are common or its own.
void store_vocabulary(std::size_t rows, Words& words, Columns& out);

/// Lines with the same words, by a hash of their words; lines without words are never
/// repeats, nor is one of many made to collide.
void store_repeats(std::size_t rows, Words& words, Columns& out);

/// Where each line stands, in lines and in words.
void store_place(std::size_t rows, Columns& out);

/// Words of hints: ASCII letters and digits, lower case as read_html gives them; of alike lines
/// they are looked up once.
void store_hints(const Lines& lines, const Lexicon& lexicon, const AlikeLines& alike, Columns& out);

/// How much of each line stands in the article body that the page's metadata declare: the words of
/// [begin, end), by pairs of neighbours.
void store_declared_body(std::size_t rows, const Words& words, std::uint32_t begin,
                         std::uint32_t end, Columns& out);

/// How much of the declared description, the words of [begin, end), stands in each line: a lead
/// often is the description.
void store_description(std::size_t rows, const Words& words, std::uint32_t begin, std::uint32_t end,
                       Columns& out);

/// Which line is the headline, if any, and how lines stand to it. A headline repeats the page's
/// title: the words of [title_begin, title_end). Rows before `first_candidate` are no headline.
void store_headline(std::size_t rows, const Words& words, std::uint32_t title_begin,
                    std::uint32_t title_end, std::size_t first_candidate, Columns& out);

}  // namespace thanbai
