// The page as a tree of containers, and in it the article's element; and lines that markup makes
// alike. Only numbers are summed here: what they are of, containers.cc says.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "thanbai/line.h"

namespace thanbai {

/// Whether the lines come of markup: some stand in elements that are told of.
bool has_markup(const Lines& lines);

/// What is summed over lines. A plain value.
struct LineTotals {
  std::int64_t lines = 0;
  std::int64_t words = 0;
  std::int64_t linked = 0;     // words in links
  std::int64_t sentences = 0;  // words of lines that end a sentence
  std::int64_t good = 0;       // words of the article, as far as known
  std::int64_t core = 0;       // what tells where the article's element is
  std::int64_t weight = 0;     // of `score`
  std::int64_t score = 0;

  LineTotals& operator+=(const LineTotals& other) noexcept;
};

/// Lines of one kind of block with the same hints. Cards of a list of teasers stand each in an
/// element of its own, but are alike; so are the paragraphs of an article.
class AlikeLines {
 public:
  /// Forgets what it knew. Linear: of hints made to collide some are alike with none.
  void read(const Lines& lines);

  /// The sums over the lines like each line, at the first of them.
  std::vector<LineTotals> sums(const std::vector<LineTotals>& of_lines) const;
  /// Of a page without markup each line is the first of its kind.
  std::size_t first_like(std::size_t row) const noexcept {
    return first_.empty() ? row : first_[row];
  }

 private:
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> slots_;  // first lines by the hash of what they are like
};

/// The containers of a page with the sums of what stands in them. The article's element is the
/// innermost that holds most of the core. Linear.
class ContainerTree {
 public:
  ContainerTree(const Lines& lines, const std::vector<LineTotals>& of_lines);

  /// How a container stands to the article's element: levels up from that to the innermost element
  /// around both (0: it is inside), the branch below this one, and levels down to the container.
  struct Place {
    std::uint32_t levels_out = 0, branch = 0, levels_in = 0;
    bool is_around = false;  // it is that element or around it
  };
  const Place& place(const Line& line) const noexcept { return places_[line.container]; }

  /// Sums of the branch that a line stands in; of lines right in an element around the article's
  /// those of such lines alone.
  const LineTotals& branch(const Line& line) const noexcept {
    const Place& at = place(line);
    return (at.is_around ? own_ : whole_)[at.branch];
  }
  const LineTotals& page() const noexcept { return whole_[0]; }

 private:
  void find_places();

  std::vector<std::uint32_t> around_;
  std::vector<LineTotals> own_, whole_;  // without and with the containers inside
  std::vector<Place> places_;
};

}  // namespace thanbai
