#include "line_channel.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "clean_text.h"
#include "html_characters.h"
#include "page_limits.h"

namespace thanbai {
namespace {

// A cell with more text than this is not one of a data table: layouts in tables hold whole
// articles.
constexpr std::size_t max_cell_bytes = 300;

// A paragraph is a line of so many bytes, less than half of them in links.
constexpr std::size_t min_paragraph_bytes = 80;

bool is_inside(std::string_view part, std::string_view whole) noexcept {
  const std::less_equal<> at_most;
  return part.data() != nullptr && whole.data() != nullptr && at_most(whole.data(), part.data()) &&
         at_most(part.data() + part.size(), whole.data() + whole.size());
}

}  // namespace

void LineChannel::break_line() {
  flush();
  last_break_ = last_break_ == Break::none ? Break::line : Break::block;
}

void LineChannel::break_block() {
  flush();
  last_break_ = Break::block;
}

void LineChannel::make_room(std::size_t bytes) {
  if (line.empty() || line.text().size() + 1 + bytes <= line_bytes_of(limits_)) return;
  truncated.line_bytes = true;
  break_line();
}

void LineChannel::flush() {
  if (!row_.empty()) {
    emit(row_);
    last_break_ = Break::block;
  }
  if (line.empty()) return line.clear();
  if (line.block == Block::cell) {  // something breaks its cell, which thus is a block
    for (std::size_t i = elements_.size() - 1; elements_[i].block == Block::cell; --i) {
      elements_[i].block = Block::plain;
    }
    line.block = Block::plain;
  }
  emit(line);
}

void LineChannel::end_cell() {
  std::uint64_t replaced = 0;  // counted with the row
  if (clean_text(line.text(), cleaned_, replaced).empty()) return line.clear();
  if (line.block != Block::cell || line.text().size() > max_cell_bytes) return break_block();
  if (!row_.empty() && row_.text().size() + 1 + line.text().size() > line_bytes_of(limits_)) {
    truncated.line_bytes = true;
    emit(row_);
  }
  if (row_.empty()) {
    row_.block = Block::cell;
    row_.container = elements_.top().container;
    row_.outer_container = elements_.top().outer_container;
    row_.hints = elements_.hints(elements_.size() - 1);
    row_.has_hints = true;
  }
  row_.join(line);
  line.clear();
}

void LineChannel::emit(PendingLine& pending) {
  const std::string_view text = pending.text();
  const std::string_view clean = clean_text(text, cleaned_, replaced_bytes);
  if (clean.empty()) return pending.clear();
  if (lines.size() == limits_.lines) {
    truncated.lines = true;
    return pending.clear();
  }
  Line& out = lines.emplace_back();
  out.source = pending.source;
  if (pending.is_slice() && is_inside(clean, text)) {
    out.text = clean;
    out.source.begin = static_cast<std::uint32_t>(clean.data() - page_.data());
    out.source.end = out.source.begin + static_cast<std::uint32_t>(clean.size());
  } else {
    out.text = arena_.copy(clean);
  }
  out.block = pending.block;
  out.level = pending.level;
  out.container = pending.container;
  out.outer_container = pending.outer_container;
  out.opens_block = last_break_ == Break::block;
  out.link_bytes = static_cast<std::uint32_t>(std::min(pending.link_bytes, clean.size()));
  out.hints = pending.has_hints ? pending.hints : elements_.hints(pending.depth);
  add_links(pending, is_inside(clean, text) ? clean : std::string_view());
  last_break_ = Break::none;
  pending.clear();
}

// `clean`: the last line's text where the pending line has it; null if it had to be rewritten.
void LineChannel::add_links(const PendingLine& pending, std::string_view clean) {
  const std::string_view text = pending.text();
  const std::string_view line_text = lines.back().text;
  std::uint64_t replaced = 0;  // counted with the line
  for (const PendingLink& from : pending.links) {
    const std::string_view piece = text.substr(from.begin, from.end - from.begin);
    const std::string_view own = clean_text(piece, cleaned_, replaced);
    if (own.empty()) continue;
    if (links.size() == limits_.links) {
      truncated.links = true;
      return;
    }
    Link& link = links.emplace_back();
    link.row = static_cast<std::uint32_t>(lines.size() - 1);
    link.source = from.source;
    if (is_inside(own, clean)) {
      link.text = line_text.substr(static_cast<std::size_t>(own.data() - clean.data()), own.size());
    } else {
      link.text = arena_.copy(own);
    }
    const std::string_view href = html::characters(from.href, html::Reading::attribute, decoded_);
    link.href = clean_text(href, cleaned_, replaced);
    if (!is_inside(link.href, from.href)) link.href = arena_.copy(link.href);
  }
}

void LineChannel::merge(const LineChannel& other) {
  const std::vector<Line> own_lines = std::exchange(lines, {});
  const std::vector<Link> own_links = std::exchange(links, {});
  lines.reserve(own_lines.size() + other.lines.size());
  struct From {
    const std::vector<Line>& lines;
    const std::vector<Link>& links;
    std::size_t line = 0;
    std::size_t link = 0;
    bool has_more() const noexcept { return line != lines.size(); }
  };
  From own{own_lines, own_links};
  From others{other.lines, other.links};
  while (own.has_more() || others.has_more()) {
    const bool is_other =
        !own.has_more() || (others.has_more() && others.lines[others.line].source.begin <
                                                     own.lines[own.line].source.begin);
    From& from = is_other ? others : own;
    const Line& next = from.lines[from.line];
    const bool overlaps_next =
        is_other && own.has_more() && own.lines[own.line].source.begin < next.source.end;
    const bool overlaps_last = !lines.empty() && next.source.begin < lines.back().source.end;
    const bool is_kept = !overlaps_next && !overlaps_last;
    for (; from.link != from.links.size() && from.links[from.link].row == from.line; ++from.link) {
      if (!is_kept) continue;
      links.push_back(from.links[from.link]);
      links.back().row = static_cast<std::uint32_t>(lines.size());
    }
    if (is_kept) lines.push_back(next);
    ++from.line;
  }
  replaced_bytes += other.replaced_bytes;
}

std::size_t LineChannel::paragraph_bytes() const noexcept {
  std::size_t bytes = 0;
  for (const Line& each : lines) {
    const std::size_t size = each.text.size();
    if (size >= min_paragraph_bytes && each.link_bytes < size / 2) bytes += size;
  }
  return bytes;
}

}  // namespace thanbai
