// Words of the names of the elements around a line: which labels packs say they suggest, and how
// much each was learned to speak for the article.
#include <algorithm>
#include <utility>

#include "page_features.h"
#include "word_hash.h"

namespace thanbai {
namespace {

constexpr auto first_label = static_cast<std::size_t>(Feature::hint_title);
constexpr auto last_label = static_cast<std::size_t>(Feature::hint_other);
constexpr int most_label_words = 9;       // as many are as good as more
constexpr int fewest_prose_words = 8;     // of a line that is prose, for hint_odds_over_page
constexpr std::int64_t most_words = 100;  // of a line that count there

bool is_of_word(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// Reads the hints of one line after the other.
class HintReader {
 public:
  HintReader(const Lexicon& lexicon, Columns& out)
      : lexicon_(lexicon), out_(out), last_row_(lexicon.rows(), UINT32_MAX) {}

  void read(std::string_view hints, std::size_t row) {
    odds_ = 0;
    for (const char *p = hints.data(), *const end = p + hints.size(); p != end;) {
      std::uint32_t hash = hash_start;
      for (; p != end && is_of_word(*p); ++p) {
        hash = add_to_hash(hash, static_cast<unsigned char>(*p));
      }
      if (p != end) ++p;
      if (hash != hash_start) count(hash, row);
    }
    out_[Feature::hint_odds][row] = clamp_value(odds_);
  }

 private:
  void count(std::uint32_t hash, std::size_t row) {
    const Lexicon::Entry* entry = lexicon_.find(finish_hash(hash));
    if (entry == nullptr) return;
    for (unsigned left = entry->hints; left != 0; left &= left - 1) {
      std::size_t label = 0;
      while (((left >> label) & 1U) == 0) ++label;
      std::int16_t& words = out_[hint_feature(static_cast<Label>(label))][row];
      words = static_cast<std::int16_t>(std::min(words + 1, most_label_words));
    }
    std::uint32_t& last = last_row_[lexicon_.row(entry)];
    if (last != row) odds_ += entry->hint_odds;
    last = static_cast<std::uint32_t>(row);
  }

  const Lexicon& lexicon_;
  Columns& out_;
  std::vector<std::uint32_t> last_row_;  // that holds a word; one that holds it twice counts once
  std::int64_t odds_ = 0;
};

/// The odds that a quarter of the page's prose exceeds, by words; 0 without prose.
std::int16_t upper_quartile(const Columns& columns) {
  std::vector<std::pair<std::int16_t, std::int64_t>> lines;  // odds, words
  std::int64_t all = 0;
  for (std::size_t row = 0; row < columns.rows(); ++row) {
    const std::int64_t words = columns[Feature::words][row];
    if (words < fewest_prose_words) continue;
    lines.emplace_back(columns[Feature::hint_odds][row], std::min(words, most_words));
    all += lines.back().second;
  }
  std::sort(lines.begin(), lines.end());
  std::int64_t below = 0;
  for (const auto& [odds, words] : lines) {
    below += words;
    if (4 * below >= 3 * all) return odds;
  }
  return 0;
}

}  // namespace

void store_hints(const Lines& lines, const Lexicon& lexicon, const AlikeLines& alike,
                 Columns& out) {
  if (!has_markup(lines)) {
    for (std::size_t row = 0; row < lines.items.size(); ++row) {
      if (lines.items[row].link_bytes == 0) out[Feature::link_share][row] = -1;
    }
    return;
  }
  HintReader reader(lexicon, out);
  for (std::size_t row = 0; row < lines.items.size(); ++row) {
    const std::size_t like = alike.first_like(row);
    if (like == row) {
      reader.read(lines.items[row].hints, row);
      continue;
    }
    for (std::size_t c = first_label; c <= last_label; ++c) out[c][row] = out[c][like];
    out[Feature::hint_odds][row] = out[Feature::hint_odds][like];
  }
  const std::int16_t usual = upper_quartile(out);
  for (std::size_t row = 0; row < lines.items.size(); ++row) {
    out[Feature::hint_odds_over_page][row] = clamp_value(out[Feature::hint_odds][row] - usual);
  }
}

}  // namespace thanbai
