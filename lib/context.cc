#include "context.h"

#include <algorithm>

#include "line_series.h"
#include "neighbours.h"
#include "page_cut.h"
#include "topic_gaps.h"

namespace thanbai {
namespace {

constexpr std::int16_t far = 1000;  // lines: as good as never

// A line counts for the run by its first score and its words, up to this many: one endless line is
// not an article.
constexpr std::int64_t most_run_words = 40;
// In the prose run a sentence line counts its words, twice if it ends like one, less this; any
// other line counts minus this. Chosen on sites left out of the fit.
constexpr int prose_line_cost = 15;
constexpr int fewest_prose_words = 3;
// A word is rare enough to tell a topic if at most this share of the page's lines hold it.
constexpr std::size_t rare_word_lines_per_mille = 100;

constexpr std::int64_t fewest_block_prose_words = 12;  // of a line of prose that may end a block

/// Fills the observation columns, group by group.
class Observer {
 public:
  Observer(const std::vector<std::int32_t>& first, Words& words, Columns& columns)
      : rows_(columns.rows()), first_(first), words_(words), columns_(columns) {}

  Run observe() {
    for (std::size_t row = 0; row < rows_; ++row) {
      set(Observation::first_score, row, first_[row] / 10);
    }
    cut();
    const Run run = best_run([&](std::size_t row) {
      return static_cast<std::int64_t>(first_[row]) *
             std::min<std::int64_t>(value(Feature::words, row) + 1, most_run_words);
    });
    const Run prose = best_run([&](std::size_t row) -> std::int64_t {
      const int words = value(Feature::words, row);
      const bool is_prose = value(Feature::ends_sentence, row) != 0 && words >= fewest_prose_words;
      return is_prose ? 2 * words - prose_line_cost : -prose_line_cost;
    });
    place(run, Observation::in_run, Observation::lines_into_run, Observation::lines_to_run_end);
    place(prose, Observation::in_prose_run, Observation::lines_into_prose_run,
          Observation::lines_to_prose_run_end);
    observe_neighbours(first_, columns_);
    good_words();
    observe_series(first_, columns_);
    observe_topic_gaps(first_, words_, columns_);
    gaps(run);
    topic(run);
    openings(run);
    blocks();
    distances();
    announcements();
    return run;
  }

 private:
  int value(Feature feature, std::size_t row) const { return columns_[feature][row]; }
  void set(Observation observation, std::size_t row, std::int64_t v) {
    columns_[observation][row] = clamp_value(v);
  }
  bool is_good(std::size_t row) const { return first_[row] > 0; }
  std::int64_t words_of(std::size_t row) const { return value(Feature::words, row); }

  /// The contiguous rows whose weights add up to the most (Kadane's algorithm); the first of
  /// equals.
  template <class Weight>
  Run best_run(Weight weight) const {
    Run best;
    std::int64_t best_sum = 0;
    std::int64_t sum = 0;
    std::size_t begin = 0;
    for (std::size_t row = 0; row < rows_; ++row) {
      if (sum <= 0) {
        sum = 0;
        begin = row;
      }
      sum += weight(row);
      if (sum > best_sum) {
        best_sum = sum;
        best = {begin, row + 1};
      }
    }
    return best;
  }

  void cut() {
    const PageCut cut = cut_of(first_, columns_);
    for (std::size_t row = 0; row < rows_; ++row) {
      set(Observation::page_cut, row, cut.at / 10);
      set(Observation::score_over_cut, row, (first_[row] - cut.at) / 10);
      set(Observation::score_to_good, row, (first_[row] - cut.good) / 10);
    }
  }

  void place(Run run, Observation in, Observation into, Observation to_end) {
    const auto begin = static_cast<std::int64_t>(run.begin);
    const auto end = static_cast<std::int64_t>(run.end);
    for (std::size_t row = 0; row < rows_; ++row) {
      const auto at = static_cast<std::int64_t>(row);
      set(in, row, at >= begin && at < end ? 1 : 0);
      set(into, row, at - begin);
      set(to_end, row, end - 1 - at);
    }
  }

  void good_words() {
    // Expected words: all of a line's from first odds of 2 on, none up to -2, a share between.
    const auto expected = [&](std::size_t row) -> std::int64_t {
      const std::int64_t odds = std::clamp<std::int64_t>(first_[row], -2000, 2000);
      return words_of(row) * (odds + 2000) / 4000;
    };
    std::int64_t all = 0;
    for (std::size_t row = 0; row < rows_; ++row) all += is_good(row) ? expected(row) : 0;
    std::int64_t before = 0;
    for (std::size_t row = 0; row < rows_; ++row) {
      const std::int64_t own = is_good(row) ? expected(row) : 0;
      set(Observation::good_words_before, row, before);
      set(Observation::good_words_after, row, all - before - own);
      columns_[Observation::good_words_share][row] = per_mille(before, all);
      before += own;
    }
  }

  void gaps(Run run) {
    std::int64_t lines = 0;
    std::int64_t words = 0;
    for (std::size_t row = 0; row < rows_; ++row) {
      set(Observation::lines_since_good, row, lines);
      set(Observation::words_since_good, row, words);
      lines = is_good(row) ? 0 : lines + 1;
      words = is_good(row) ? 0 : words + words_of(row);
    }
    lines = words = 0;
    for (std::size_t row = rows_; row-- > 0;) {
      set(Observation::lines_to_good, row, lines);
      set(Observation::words_to_good, row, words);
      lines = is_good(row) ? 0 : lines + 1;
      words = is_good(row) ? 0 : words + words_of(row);
    }
    std::int16_t widest = 0;
    for (std::size_t row = run.end; row < rows_; ++row) {
      widest = std::max(widest, columns_[Observation::lines_since_good][row]);
      columns_[Observation::gap_to_run][row] = widest;
    }
    widest = 0;
    for (std::size_t row = run.begin; row-- > 0;) {
      widest = std::max(widest, columns_[Observation::lines_to_good][row]);
      columns_[Observation::gap_to_run][row] = widest;
    }
  }

  void topic(Run run) {
    for (std::size_t row = run.begin; row < run.end; ++row) {
      if (!is_good(row)) continue;
      for (std::uint32_t i = words_.begin[row]; i < words_.begin[row + 1]; ++i) {
        Words::Slot& slot = words_.slot(words_.hashes[i]);
        const auto mark = ~static_cast<std::uint32_t>(row);  // no line that measure() saw
        if (slot.last_line == mark) continue;
        slot.last_line = mark;
        if (slot.run_lines < 2) ++slot.run_lines;  // more are not told apart
      }
    }
    const std::size_t rare = std::max<std::size_t>(4, rows_ * rare_word_lines_per_mille / 1000);
    for (std::size_t row = 0; row < rows_; ++row) {
      const int own = row >= run.begin && row < run.end && is_good(row) ? 1 : 0;
      std::int64_t shared = 0, rare_shared = 0, rare_words = 0;
      for (std::uint32_t i = words_.begin[row]; i < words_.begin[row + 1]; ++i) {
        const Words::Slot& slot = words_.slot(words_.hashes[i]);
        const bool in_run = slot.run_lines > own;
        shared += in_run ? 1 : 0;
        const bool is_rare = slot.lines <= rare;
        rare_words += is_rare ? 1 : 0;
        rare_shared += is_rare && in_run ? 1 : 0;
      }
      const std::int64_t size = words_.count_in(row);
      columns_[Observation::topic_share][row] = per_mille(shared, size);
      columns_[Observation::topic_share_rare][row] = per_mille(rare_shared, rare_words);
    }
  }

  void openings(Run run) {
    int label = 0;
    std::int64_t lines = far;
    std::int64_t words = 0;
    std::int64_t in_run = 0;
    std::int64_t comments = 0;
    for (std::size_t row = 0; row < rows_; ++row) {
      set(Observation::opened_label, row, label);
      set(Observation::lines_since_opened, row, std::min<std::int64_t>(lines, far));
      set(Observation::words_since_opened, row, words);
      set(Observation::opened_since_run, row, in_run);
      set(Observation::comments_before, row, comments);
      ++lines;
      words += words_of(row);
      comments += value(Feature::hit_comments, row) != 0 ? 1 : 0;
      if (const int opened = value(Feature::opens_label, row); opened != 0) {
        label = opened;
        lines = words = 0;
        if (row >= run.begin) ++in_run;
      }
    }
  }

  /// Teasers are headline and summary in turn, so that in a block of them no line of prose follows
  /// another; where two do, the article goes on. Blocks of comments last.
  void blocks() {
    const auto is_prose = [&](std::size_t row) {
      return is_good(row) && words_of(row) >= fewest_block_prose_words &&
             value(Feature::ends_sentence, row) != 0 && value(Feature::is_repeat, row) == 0;
    };
    std::vector<std::int32_t> pairs(rows_ + 1);
    for (std::size_t row = 0; row < rows_; ++row) {
      const bool pair = row + 1 < rows_ && is_prose(row) && is_prose(row + 1);
      pairs[row + 1] = pairs[row] + (pair ? 1 : 0);
    }
    bool open = false;
    bool lasts = false;
    for (std::size_t row = 0; row < rows_; ++row) {
      if (open && !lasts && pairs[row + 1] != pairs[row]) open = false;
      set(Observation::in_open_block, row, open ? 1 : 0);
      set(Observation::prose_pairs_after, row, pairs[std::min(rows_, row + 31)] - pairs[row]);
      if (const int opened = value(Feature::opens_label, row); opened != 0) {
        open = true;
        lasts = opened == static_cast<int>(Label::comments) + 1;
      }
    }
  }

  void since(Feature hit, Observation to) {
    std::int64_t lines = far;
    for (std::size_t row = 0; row < rows_; ++row) {
      set(to, row, std::min<std::int64_t>(lines, far));
      lines = value(hit, row) != 0 ? 0 : lines + 1;
    }
  }

  void distances() {
    since(Feature::hit_byline, Observation::lines_since_byline);
    since(Feature::hit_dateline, Observation::lines_since_dateline);
    std::int64_t lines = far;
    for (std::size_t row = rows_; row-- > 0;) {
      set(Observation::lines_to_byline, row, std::min<std::int64_t>(lines, far));
      lines = value(Feature::hit_byline, row) != 0 ? 0 : lines + 1;
    }
  }

  /// A line that announces a list or a quotation, and how far above it is.
  void announcements() {
    std::int64_t lines = far;
    std::int16_t score = 0;
    for (std::size_t row = 0; row < rows_; ++row) {
      set(Observation::lines_since_colon, row, std::min<std::int64_t>(lines, far));
      columns_[Observation::score_at_colon][row] = score;
      ++lines;
      if (value(Feature::ends_colon, row) == 0) continue;
      lines = 0;
      score = columns_[Observation::first_score][row];
    }
  }

  std::size_t rows_;
  const std::vector<std::int32_t>& first_;
  Words& words_;
  Columns& columns_;
};

}  // namespace

Run observe(const std::vector<std::int32_t>& first_scores, Words& words, Columns& columns) {
  return Observer(first_scores, words, columns).observe();
}

}  // namespace thanbai
