#include "context.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace thanbai {
namespace {

constexpr std::int16_t far = 1000;  // lines: as good as never

// A line counts for the run by its first score and its words, up to this many: one endless line is
// not an article.
constexpr std::int64_t most_run_words = 40;
// In the prose run a sentence line counts its words, twice if it ends like one, less this; any
// other line counts minus this. The figure is boilerpipe-like run length lore, checked on left-out
// sites.
constexpr int prose_line_cost = 15;
constexpr int fewest_prose_words = 3;
// A word is rare enough to tell a topic if at most this share of the page's lines hold it.
constexpr std::size_t rare_word_lines_per_mille = 100;

// A photo story: of the lines of prose within this many lines around, at least this share (per
// mille) are captions, and at least this many.
constexpr std::size_t photo_story_reach = 12;
constexpr int photo_story_share = 700;
constexpr int photo_story_captions = 4;
constexpr int fewest_prose_line_words = 8;

// Bins of first scores for the page's cut, thousandths of log-odds; scores beyond the last count
// there.
constexpr int cut_bins = 80;
constexpr int middle_bin = cut_bins / 2;
constexpr int cut_bin = 100;
constexpr int most_cut_words = 60;  // of a line
constexpr std::int32_t deepest_cut = -1000;

constexpr std::int64_t fewest_block_prose_words = 12;  // of a line of prose that may end a block

// Title scores below this (thousandths of log-odds) are no title: the page has none.
constexpr std::int32_t least_title_score = 1000;
constexpr std::int32_t no_title_score = -20000;  // of rows that cannot be the title
constexpr std::size_t first_title_rows = 16;
constexpr int title_rows_before_run = 64;
constexpr int title_rows_into_run = 16;
constexpr std::int32_t headline_handicap = 3000;

struct Cut {
  std::int32_t at = 0;    // thousandths of log-odds
  std::int32_t good = 0;  // the mean of those above
};

/// Where the scores of lines of prose part best in two classes, by words (Otsu's method): on a page
/// that looks unlike others, all scores are lower or higher.
Cut cut_of(const std::vector<std::int32_t>& scores, const Columns& columns) {
  std::array<std::int64_t, cut_bins> weights{};
  std::int64_t all = 0, all_moment = 0;
  for (std::size_t row = 0; row < columns.rows(); ++row) {
    const int words = std::min<int>(columns[Feature::words][row], most_cut_words);
    if (words < fewest_prose_line_words) continue;
    const std::int32_t bin = std::clamp(scores[row] / cut_bin + middle_bin, 0, cut_bins - 1);
    weights[static_cast<std::size_t>(bin)] += words;
    all += words;
    all_moment += std::int64_t{words} * bin;
  }
  const auto weight = [&](int bin) { return weights[static_cast<std::size_t>(bin)]; };
  std::int64_t below = 0, moment = 0;
  int best = middle_bin - 1;
  double most = 0;
  double upper_mean = middle_bin;
  for (int bin = 0; bin + 1 < cut_bins; ++bin) {
    below += weight(bin);
    moment += weight(bin) * bin;
    if (below == 0 || below == all) continue;
    const auto lower = static_cast<double>(below), upper = static_cast<double>(all - below);
    const double mean = static_cast<double>(all_moment - moment) / upper;
    const double apart = mean - static_cast<double>(moment) / lower;
    const double between = lower * upper * apart * apart;
    if (between <= most) continue;
    most = between;
    best = bin;
    upper_mean = mean;
  }
  // In the middle of the empty bins, if there are any; far up if nothing parts.
  int next = best + 1;
  while (next + 1 < cut_bins && weight(next) == 0) ++next;
  return {(best + next + 1 - cut_bins) * cut_bin / 2,
          static_cast<std::int32_t>((upper_mean + 0.5 - middle_bin) * cut_bin)};
}

/// Fills the observation columns, group by group.
class Observer {
 public:
  Observer(const std::vector<std::int32_t>& first, Words& words, Columns& columns)
      : rows_(columns.rows()), first_(first), words_(words), columns_(columns) {}

  Run observe() {
    good_.resize(rows_);
    for (std::size_t row = 0; row < rows_; ++row) {
      good_[row] = first_[row] > 0;
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
    neighbours();
    windows();
    good_words();
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
    const Cut cut = cut_of(first_, columns_);
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

  /// Copies `from` moved by `offset` rows; rows beyond the page's ends get `outside`.
  template <class From>
  void shift(From from, std::ptrdiff_t offset, Observation to, std::int16_t outside) {
    const std::int16_t* source = columns_[from];
    std::int16_t* target = columns_[to];
    const auto rows = static_cast<std::ptrdiff_t>(rows_);
    for (std::ptrdiff_t row = 0; row < rows; ++row) {
      const std::ptrdiff_t at = row + offset;
      target[row] = at >= 0 && at < rows ? source[at] : outside;
    }
  }

  void neighbours() {
    constexpr std::int16_t edge = -500;  // hundredths of log-odds: the page's ends are no article
    shift(Observation::first_score, -1, Observation::score_1_before, edge);
    shift(Observation::first_score, -2, Observation::score_2_before, edge);
    shift(Observation::first_score, -3, Observation::score_3_before, edge);
    shift(Observation::first_score, 1, Observation::score_1_after, edge);
    shift(Observation::first_score, 2, Observation::score_2_after, edge);
    shift(Observation::first_score, 3, Observation::score_3_after, edge);
    shift(Feature::words, -1, Observation::words_1_before, 0);
    shift(Feature::words, -2, Observation::words_2_before, 0);
    shift(Feature::words, 1, Observation::words_1_after, 0);
    shift(Feature::words, 2, Observation::words_2_after, 0);
    shift(Feature::ends_sentence, -1, Observation::ends_sentence_1_before, 0);
    shift(Feature::ends_sentence, 1, Observation::ends_sentence_1_after, 0);
    shift(Feature::upper_share, -1, Observation::upper_share_1_before, 0);
    shift(Feature::upper_share, 1, Observation::upper_share_1_after, 0);
    shift(Feature::opens_block, 1, Observation::opens_block_1_after, 1);
    shift(Feature::block, -1, Observation::block_1_before, 0);
    shift(Feature::block, 1, Observation::block_1_after, 0);
    shift(Feature::link_share, -1, Observation::link_share_1_before, 0);
    shift(Feature::link_share, 1, Observation::link_share_1_after, 0);
    shift(Feature::hit_caption, 1, Observation::caption_hit_after, 0);
    shift(Feature::hit_caption, -1, Observation::caption_hit_before, 0);
    shift(Feature::hit_related, -1, Observation::related_hit_before, 0);
  }

  /// Sums `weight` over the `width` rows around each row, divided by `divisor`; beyond the page's
  /// ends it counts `outside`.
  template <class Weight>
  void window(Weight weight, int width, std::int64_t outside, std::int64_t divisor,
              Observation to) {
    const std::ptrdiff_t half = width / 2;
    const auto rows = static_cast<std::ptrdiff_t>(rows_);
    const auto at = [&](std::ptrdiff_t row) -> std::int64_t {
      return row >= 0 && row < rows ? weight(static_cast<std::size_t>(row)) : outside;
    };
    std::int64_t sum = 0;
    for (std::ptrdiff_t row = -half; row < half; ++row) sum += at(row);
    for (std::ptrdiff_t row = 0; row < rows; ++row) {
      sum += at(row + half);
      set(to, static_cast<std::size_t>(row), sum / divisor);
      sum -= at(row - half);
    }
  }

  void windows() {
    constexpr std::int64_t edge = -500;
    const auto score = [&](std::size_t row) {
      return std::clamp<std::int64_t>(first_[row] / 10, -600, 600);
    };
    const auto words = [&](std::size_t row) {
      return std::min<std::int64_t>(words_of(row), 60) * 10;
    };
    const auto ends = [&](std::size_t row) { return value(Feature::ends_sentence, row) * 1000; };
    const auto links = [&](std::size_t row) { return value(Feature::link_share, row); };
    window(score, 5, edge, 5, Observation::score_of_5);
    window(score, 11, edge, 11, Observation::score_of_11);
    window(score, 31, edge, 31, Observation::score_of_31);
    window(words, 5, 0, 5, Observation::words_of_5);
    window(words, 11, 0, 11, Observation::words_of_11);
    window(ends, 5, 0, 5, Observation::ends_sentence_of_5);
    window(ends, 11, 0, 11, Observation::ends_sentence_of_11);
    window(links, 5, 0, 5, Observation::link_share_of_5);
    const auto digits = [&](std::size_t row) { return value(Feature::digit_share, row); };
    window(digits, 5, 0, 5, Observation::digit_share_of_5);
    const auto capitals = [&](std::size_t row) { return value(Feature::capital_share, row); };
    window(capitals, 5, 0, 5, Observation::capital_share_of_5);
    const auto timed = [&](std::size_t row) {
      return value(Feature::clock_times, row) > 0 ? 1 : 0;
    };
    window(timed, 31, 0, 1, Observation::clock_times_of_31);
    const auto dropped = [&](std::size_t row) {
      return value(Feature::hit_related, row) + value(Feature::hit_navigation, row) +
                         value(Feature::hit_comments, row) + value(Feature::hit_share, row) +
                         value(Feature::hit_advert, row) + value(Feature::hit_footer, row) >
                     0
                 ? 1
                 : 0;
    };
    window(dropped, 5, 0, 1, Observation::drop_hits_of_5);
    window(dropped, 31, 0, 1, Observation::drop_hits_of_31);
    const auto share = [&](std::size_t row) {
      return value(Feature::hit_share, row) + std::min(value(Feature::cue_share_words, row), 3);
    };
    window(share, 31, 0, 1, Observation::share_hits_of_31);
    const auto repeated = [&](std::size_t row) { return value(Feature::repeats, row) > 1 ? 1 : 0; };
    window(repeated, 5, 0, 1, Observation::repeats_of_5);
    const auto dated = [&](std::size_t row) { return value(Feature::hit_dateline, row); };
    window(dated, 11, 0, 1, Observation::datelines_of_11);
  }

  void good_words() {
    // Expected words: the words of good lines, in tenths where the score is near even.
    const auto expected = [&](std::size_t row) -> std::int64_t {
      const std::int64_t odds = std::clamp<std::int64_t>(first_[row], -2000, 2000);
      return words_of(row) * (odds + 2000) / 4000;
    };
    std::int64_t all = 0;
    for (std::size_t row = 0; row < rows_; ++row) all += good_[row] ? expected(row) : 0;
    std::int64_t before = 0;
    for (std::size_t row = 0; row < rows_; ++row) {
      const std::int64_t own = good_[row] ? expected(row) : 0;
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
      lines = good_[row] ? 0 : lines + 1;
      words = good_[row] ? 0 : words + words_of(row);
    }
    lines = words = 0;
    for (std::size_t row = rows_; row-- > 0;) {
      set(Observation::lines_to_good, row, lines);
      set(Observation::words_to_good, row, words);
      lines = good_[row] ? 0 : lines + 1;
      words = good_[row] ? 0 : words + words_of(row);
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
    for (Words::Slot& slot : words_.slots) {
      slot.last_line = UINT32_MAX;
      slot.run_lines = 0;
    }
    for (std::size_t row = run.begin; row < run.end; ++row) {
      if (!good_[row]) continue;
      for (std::uint32_t i = words_.begin[row]; i < words_.begin[row + 1]; ++i) {
        Words::Slot& slot = words_.slot(words_.hashes[i]);
        if (slot.last_line == row) continue;
        slot.last_line = static_cast<std::uint32_t>(row);
        if (slot.run_lines < UINT16_MAX) ++slot.run_lines;
      }
    }
    const std::size_t rare = std::max<std::size_t>(4, rows_ * rare_word_lines_per_mille / 1000);
    for (std::size_t row = 0; row < rows_; ++row) {
      const int own = row >= run.begin && row < run.end && good_[row] ? 1 : 0;
      std::int64_t shared = 0, rare_shared = 0, rare_words = 0;
      for (std::uint32_t i = words_.begin[row]; i < words_.begin[row + 1]; ++i) {
        const Words::Slot& slot = words_.slot(words_.hashes[i]);
        const bool in_run = slot.run_lines > own;
        shared += in_run ? 1 : 0;
        if (slot.lines > rare) continue;
        ++rare_words;
        rare_shared += in_run ? 1 : 0;
      }
      const std::int64_t size = words_.begin[row + 1] - words_.begin[row];
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
      return good_[row] && words_of(row) >= fewest_block_prose_words &&
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
  std::vector<bool> good_;
};

}  // namespace

void settle_captions(Columns& columns) {
  constexpr std::int16_t settled = -1;
  const std::size_t rows = columns.rows();
  std::int16_t* hits = columns[Feature::hit_caption];
  std::vector<std::int32_t> prose(rows + 1);
  std::vector<std::int32_t> captions(rows + 1);
  for (std::size_t row = 0; row < rows; ++row) {
    const bool is_prose = columns[Feature::words][row] >= fewest_prose_line_words;
    prose[row + 1] = prose[row] + (is_prose ? 1 : 0);
    captions[row + 1] = captions[row] + (is_prose && hits[row] != 0 ? 1 : 0);
  }
  if (captions[rows] < photo_story_captions) return;
  for (std::size_t row = 0; row < rows; ++row) {
    const std::size_t begin = row < photo_story_reach ? 0 : row - photo_story_reach;
    const std::size_t end = std::min(rows, row + photo_story_reach + 1);
    const std::int32_t found = captions[end] - captions[begin];
    if (found >= photo_story_captions &&
        found * 1000 >= photo_story_share * (prose[end] - prose[begin])) {
      hits[row] = settled;
    }
  }
  // Captions next to such captions belong to the story, too: at its ends other prose is near.
  const auto spread = [&](bool& beside, std::size_t row) {
    if (columns[Feature::words][row] < fewest_prose_line_words) return;
    if (beside && hits[row] > 0) hits[row] = settled;
    beside = hits[row] == settled;
  };
  bool beside = false;
  for (std::size_t row = 0; row < rows; ++row) spread(beside, row);
  beside = false;
  for (std::size_t row = rows; row-- > 0;) spread(beside, row);
  std::replace(hits, hits + rows, settled, std::int16_t{0});
}

void settle_scores(const Columns& columns, std::vector<std::int32_t>& scores) {
  const std::int32_t cut = std::clamp(cut_of(scores, columns).at, deepest_cut, std::int32_t{0});
  for (std::int32_t& score : scores) score -= cut;
}

Run observe(const std::vector<std::int32_t>& first_scores, Words& words, Columns& columns) {
  return Observer(first_scores, words, columns).observe();
}

namespace {

/// Whether a rule says that a row is something a title never is.
bool is_no_title(const Columns& columns, std::size_t row) {
  constexpr Feature others[] = {Feature::hit_dateline, Feature::hit_navigation,
                                Feature::hit_comments, Feature::hit_share,
                                Feature::hit_advert,   Feature::hit_footer};
  return std::any_of(std::begin(others), std::end(others),
                     [&](Feature other) { return columns[other][row] != 0; });
}

}  // namespace

bool may_be_title(std::size_t row, const Columns& columns) noexcept {
  const int into_run = columns[Observation::lines_into_run][row];
  return row < first_title_rows ||
         (into_run >= -title_rows_before_run && into_run < title_rows_into_run);
}

std::size_t observe_title(const std::vector<std::int32_t>& title_scores, Columns& columns) {
  const std::size_t rows = columns.rows();
  std::size_t title = no_row;
  std::int32_t most = least_title_score;
  for (std::size_t row = 0; row < rows; ++row) {
    if (title_scores[row] <= most || !may_be_title(row, columns)) continue;
    if (is_no_title(columns, row)) continue;
    most = title_scores[row];
    title = row;
  }
  // The first line of a text is often the page's title with the outlet's name; the headline that
  // repeats it, with nothing of the article between them, has it alone.
  if (title == 0 && columns[Feature::lines_since_headline][0] != smallest_value) {
    const auto headline = static_cast<std::size_t>(-columns[Feature::lines_since_headline][0]);
    const bool is_above_prose = columns[Observation::good_words_before][headline] <= 10;
    const bool may_be =
        is_above_prose && may_be_title(headline, columns) && !is_no_title(columns, headline);
    if (may_be && title_scores[headline] > most - headline_handicap) title = headline;
  }
  std::int64_t words_before = 0;
  for (std::size_t row = 0; row < rows && row < title && title != no_row; ++row) {
    words_before += columns[Feature::words][row];
  }
  const std::int64_t good_before =
      title == no_row ? 0 : columns[Observation::good_words_before][title];
  std::int64_t words = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    const std::int32_t score = may_be_title(row, columns) ? title_scores[row] : no_title_score;
    columns[Observation::title_score][row] = clamp_value(score / 10);
    const bool known = title != no_row;
    const auto since = [&](Observation to, std::int64_t value) {
      columns[to][row] = clamp_value(known ? value : smallest_value);
    };
    since(Observation::lines_since_title,
          static_cast<std::int64_t>(row) - static_cast<std::int64_t>(title));
    since(Observation::words_since_title, words - words_before);
    since(Observation::good_words_since_title,
          columns[Observation::good_words_before][row] - good_before);
    words += columns[Feature::words][row];
  }
  return title;
}

}  // namespace thanbai
