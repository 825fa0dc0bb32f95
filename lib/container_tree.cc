#include "container_tree.h"

#include <algorithm>
#include <array>
#include <functional>

#include "open_addressing.h"

namespace thanbai {
namespace {

constexpr std::int64_t article_share = 800;  // per mille of the page's core

bool are_at_one_place(const Line& a, const Line& b) noexcept {
  return a.block == b.block && a.hints.data() == b.hints.data() && a.hints.size() == b.hints.size();
}

bool are_alike(const Line& a, const Line& b) noexcept {
  return a.block == b.block && a.hints == b.hints;
}

}  // namespace

LineTotals& LineTotals::operator+=(const LineTotals& other) noexcept {
  lines += other.lines;
  words += other.words;
  linked += other.linked;
  sentences += other.sentences;
  good += other.good;
  core += other.core;
  weight += other.weight;
  score += other.score;
  return *this;
}

bool has_markup(const Lines& lines) {
  return std::any_of(lines.items.begin(), lines.items.end(),
                     [](const Line& line) { return line.container != 0 || !line.hints.empty(); });
}

void AlikeLines::read(const Lines& lines) {
  constexpr std::uint32_t none = UINT32_MAX;
  first_.clear();
  if (!has_markup(lines)) return;
  first_.resize(lines.items.size());
  std::size_t size = 16;
  while (size < 2 * first_.size()) size *= 2;
  slots_.assign(size, none);
  // Readers give the same hints at one address, mostly: those need not be read again.
  std::array<std::uint32_t, 256> seen;
  seen.fill(none);
  for (std::uint32_t row = 0; row < first_.size(); ++row) {
    const Line& line = lines.items[row];
    const auto kind = static_cast<std::size_t>(line.block);
    const auto address = reinterpret_cast<std::uintptr_t>(line.hints.data());
    std::uint32_t& like = seen[(address / 8 + kind) % seen.size()];
    if (like != none && are_at_one_place(line, lines.items[like])) {
      first_[row] = first_[like];
      continue;
    }
    like = row;
    const std::size_t hash = std::hash<std::string_view>()(line.hints) + kind;
    const std::size_t at = find_place(hash, size, [&](std::size_t i) {
      return slots_[i] == none || are_alike(line, lines.items[slots_[i]]);
    });
    if (at < size && slots_[at] == none) slots_[at] = row;
    first_[row] = at < size ? slots_[at] : row;
  }
}

std::vector<LineTotals> AlikeLines::sums(const std::vector<LineTotals>& of_lines) const {
  std::vector<LineTotals> result(first_.size());
  for (std::size_t row = 0; row < first_.size(); ++row) result[first_[row]] += of_lines[row];
  return result;
}

ContainerTree::ContainerTree(const Lines& lines, const std::vector<LineTotals>& of_lines)
    : around_(lines.containers) {
  std::uint32_t last = 0;  // a reader of the caller's may give no tree, or a wrong one
  for (const Line& line : lines.items) last = std::max(last, line.container);
  if (around_.size() <= last) around_.resize(std::size_t{last} + 1);
  for (std::uint32_t i = 0; i < around_.size(); ++i) {
    if (around_[i] >= i) around_[i] = 0;
  }
  own_.resize(around_.size());
  for (std::size_t row = 0; row < lines.items.size(); ++row) {
    own_[lines.items[row].container] += of_lines[row];
  }
  whole_ = own_;
  for (std::size_t i = whole_.size(); i-- > 1;) whole_[around_[i]] += whole_[i];
  find_places();
}

void ContainerTree::find_places() {
  std::vector<std::uint32_t> best(around_.size());  // the child with most of the core
  for (std::uint32_t i = 1; i < around_.size(); ++i) {
    std::uint32_t& child = best[around_[i]];
    if (child == 0 || whole_[i].core > whole_[child].core) child = i;
  }
  std::vector<std::uint32_t> path = {0};
  while (best[path.back()] != 0 &&
         whole_[best[path.back()]].core * 1000 >= article_share * whole_[0].core) {
    path.push_back(best[path.back()]);
  }
  places_.resize(around_.size());
  for (std::uint32_t level = 0; level < path.size(); ++level) {
    const auto out = static_cast<std::uint32_t>(path.size()) - 1 - level;
    places_[path[level]] = {out, path[level], 0, true};
  }
  for (std::uint32_t i = 1; i < around_.size(); ++i) {
    if (places_[i].is_around) continue;
    const Place& outer = places_[around_[i]];
    places_[i] = {outer.levels_out, outer.is_around ? i : outer.branch, outer.levels_in + 1, false};
  }
}

}  // namespace thanbai
