// The scores say which lines are kept. This step gives each its name. Kept lines: the lead stands
// right under the title, headings are short and open what follows, the rest is body. Dropped lines:
// a rule's label if one hit; else what its place suggests: navigation before the article, related
// articles after it, captions and related links in its holes, names and dates at its edges.
#include "zones.h"

#include <algorithm>

#include "context.h"
#include "credits.h"
#include "line_features.h"
#include "line_form.h"

namespace thanbai {
namespace {

constexpr std::size_t byline_reach = 4;  // lines from the article's edge that a bare name may stand
constexpr std::size_t most_byline_bytes = 90;
constexpr std::size_t most_dateline_bytes = 120;
constexpr std::size_t most_bytes_at_date = 12;  // of "Posted on", "Đăng lúc"
constexpr int most_date_words = 12;             // "Thứ hai, 13/01/2025 08:30 (GMT+7)" has nine
constexpr int fewest_lead_words = 8;
constexpr int most_lead_words = 150;
constexpr std::size_t headline_reach = 2;  // lines above the title that a date may stand
constexpr std::size_t lead_reach = 6;      // lines from the title
constexpr std::size_t most_title_lines = 6;
constexpr int most_caption_words = 60;
constexpr std::int32_t sure_body = 2000;    // thousandths of log-odds
constexpr std::int32_t fairly_sure = 1000;  // of lines below it more were links than body
constexpr int fewest_run_together_words = 40;
constexpr int least_story_share = 300;  // per mille of the words kept: fewer are captions' captions
constexpr int fewest_begun_words = 20;  // kept words: an article has begun, not only a title stood

class Namer {
 public:
  Namer(const Lines& lines, const Columns& columns, const std::vector<std::int32_t>& scores,
        std::int32_t threshold, const std::vector<RuleVerdict>& rules, Zones& zones)
      : lines_(lines), columns_(columns), rules_(rules), zones_(zones), rows_(lines.items.size()) {
    kept_.resize(rows_);
    for (std::size_t row = 0; row < rows_; ++row) kept_[row] = scores[row] >= threshold;
  }

  void run(std::size_t title, std::vector<std::int32_t>& scores) {
    has_story_ = is_told_in_captions(title);
    keep_photo_story(scores);
    obey_rules();
    find_title(title);
    drop_credits_at_head();
    drop_last_headings();
    find_edges();
    drop_captions(scores);
    drop_run_together(scores);
    find_edges();
    if (zones_.first == no_row) zones_.title = no_row;  // no article, no title
    zones_.labels.assign(rows_, Label::other);
    for (std::size_t row = 0; row < rows_; ++row) {
      zones_.labels[row] = kept_[row] ? name_kept(row) : name_dropped(row);
    }
    if (zones_.title != no_row) zones_.labels[zones_.title] = Label::title;
    name_lead();
  }

 private:
  int value(Feature feature, std::size_t row) const { return columns_[feature][row]; }
  int words(std::size_t row) const { return value(Feature::words, row); }
  std::string_view text(std::size_t row) const { return lines_.items[row].text; }

  /// The captions of a photo story (those whose hits settle_captions took back) stand or fall
  /// together: if most are kept, the others get their mean score.
  void keep_photo_story(std::vector<std::int32_t>& scores) {
    const auto is_story = [&](std::size_t row) { return is_of_story(row); };
    std::int64_t captions = 0;
    std::int64_t kept = 0;
    std::int64_t sum = 0;
    for (std::size_t row = 0; row < rows_; ++row) {
      if (!is_story(row)) continue;
      ++captions;
      if (!kept_[row]) continue;
      ++kept;
      sum += scores[row];
    }
    if (2 * kept <= captions) return;
    for (std::size_t row = 0; row < rows_; ++row) {
      if (!is_story(row) || kept_[row]) continue;
      kept_[row] = true;
      scores[row] = static_cast<std::int32_t>(sum / kept);
    }
  }

  /// Whether a rule hints that a row is a caption, and settle_captions took that back.
  bool is_of_story(std::size_t row) const {
    const RuleVerdict& rule = rules_[row];
    return rule.label == Label::caption && (rule.hints_caption || !rule.is_certain) &&
           value(Feature::hit_caption, row) == 0;
  }

  bool is_certain(std::size_t row) const {
    const RuleVerdict& rule = rules_[row];
    const bool is_text = rule.label == Label::caption && (has_story_ || is_of_story(row));
    return rule.is_certain && !is_text;
  }

  /// Whether rules that are certain would drop, as captions, much of what is kept: a photo story.
  bool is_told_in_captions(std::size_t title) const {
    std::int64_t all = 0;
    std::int64_t captions = 0;
    for (std::size_t row = 0; row < rows_; ++row) {
      if (!kept_[row] || row == title) continue;
      all += words(row);
      if (rules_[row].is_certain && rules_[row].label == Label::caption) captions += words(row);
    }
    return captions * 1000 > all * least_story_share;
  }

  /// Rules that are certain overrule the scores, but for captions that are the article; nothing is
  /// kept after one that ends the article, once it has begun: what ends articles may also stand in
  /// the menu above one.
  void obey_rules() {
    bool ended = false;
    std::int64_t words_kept = 0;
    for (std::size_t row = 0; row < rows_; ++row) {
      if (is_certain(row)) kept_[row] = is_kept(*rules_[row].label);
      ended |= rules_[row].ends_article && words_kept >= fewest_begun_words;
      words_kept += kept_[row] ? words(row) : 0;
      if (ended) kept_[row] = false;
      if (text(row).empty()) kept_[row] = false;
    }
  }

  void find_title(std::size_t title) {
    const bool is_else = title != no_row && is_certain(title) && !is_ruled_title(title);
    zones_.title = is_else ? no_row : title;
    bool is_ruled = title != no_row && is_ruled_title(title);
    for (std::size_t row = 0; row < rows_; ++row) {
      if (!is_ruled_title(row)) continue;
      if (!is_ruled) zones_.title = row;
      is_ruled = true;
      kept_[row] = false;  // a page has one
    }
    if (zones_.title == no_row) return;
    kept_[zones_.title] = false;
    // Its repeats are alternative texts of pictures, breadcrumbs or teasers.
    for (std::size_t row = 0; row < rows_; ++row) {
      if (repeats_title(row) && !is_certain(row)) kept_[row] = false;
    }
  }

  bool is_ruled_title(std::size_t row) const {
    return is_certain(row) && rules_[row].label == Label::title;
  }

  /// A date between the title and the first prose is that of the page, and names behind a lead-in
  /// ("By") are its authors.
  void drop_credits_at_head() {
    if (zones_.title == no_row) return;
    for (std::size_t row = zones_.title + 1; row < rows_; ++row) {
      const bool is_credit = words(row) <= most_date_words &&
                             value(Feature::ends_sentence, row) == 0 && is_credit_line(row);
      if (is_credit && !is_certain(row)) kept_[row] = false;
      if (!is_credit && words(row) >= fewest_lead_words) return;
    }
  }

  /// Whether a kept line holds a date and hardly more, or names behind a lead-in.
  bool is_credit_line(std::size_t row) const {
    if (value(Feature::hit_dateline, row) > 0) return true;
    if (!kept_[row] || text(row).size() > most_dateline_bytes) return false;
    if (value(Feature::digit_share, row) > 0) {
      const Dateline line = parse_dateline(text(row), true);
      const std::size_t others = text(row).size() - (line.date.end - line.date.begin);
      return line.has_date && others <= most_bytes_at_date;
    }
    const Byline byline = parse_byline(text(row));
    return byline.is_name_like && byline.is_said;
  }

  /// Headings below the last line that is none head nothing of the article.
  void drop_last_headings() {
    std::size_t last = rows_;
    const auto is_free = [this](std::size_t row) {
      return !kept_[row] || (is_heading(lines_.items[row], columns_, row) && !is_certain(row));
    };
    while (last > 0 && is_free(last - 1)) --last;
    if (last == 0) return;
    std::fill(kept_.begin() + static_cast<std::ptrdiff_t>(last), kept_.end(), false);
  }

  /// Inside the article a line that repeats the title, or an image, is a picture; a short line
  /// without a sentence's end below it is its caption, unless the score is sure that it is not.
  void drop_captions(const std::vector<std::int32_t>& scores) {
    for (std::size_t row = 1; row < rows_; ++row) {
      if (!kept_[row] || !inside(row) || is_certain(row)) continue;
      const bool below_picture =
          lines_.items[row - 1].block == Block::image || repeats_title(row - 1);
      if (below_picture && scores[row] < sure_body && value(Feature::ends_sentence, row) == 0 &&
          words(row) <= most_caption_words) {
        kept_[row] = false;
      }
    }
  }

  /// Headlines of other articles that lost their line breaks: a long line without a single
  /// sentence's end, unless the score is sure that it is body.
  void drop_run_together(const std::vector<std::int32_t>& scores) {
    for (std::size_t row = 0; row < rows_; ++row) {
      const Block block = lines_.items[row].block;
      const bool listed = block == Block::list_item || block == Block::cell;
      if (!kept_[row] || listed || is_certain(row) || scores[row] >= fairly_sure) continue;
      const bool ended = value(Feature::sentence_ends, row) != 0 ||
                         value(Feature::ends_sentence, row) != 0 ||
                         value(Feature::ends_colon, row) != 0;
      const bool spaced = value(Feature::spaceless_share, row) == 0;
      if (!ended && spaced && words(row) >= fewest_run_together_words) kept_[row] = false;
    }
  }

  bool repeats_title(std::size_t row) const {
    return zones_.title != no_row && text(row) == text(zones_.title);
  }

  void find_edges() {
    zones_.first = zones_.last = no_row;
    for (std::size_t row = 0; row < rows_; ++row) {
      if (!kept_[row] || is_of_title(row)) continue;
      if (zones_.first == no_row) zones_.first = row;
      zones_.last = row;
    }
  }

  /// Whether a row is another line of the title's heading.
  bool is_of_title(std::size_t row) const {
    if (zones_.title == no_row) return false;
    const Line& title = lines_.items[zones_.title];
    const std::size_t begin = std::min(row, zones_.title);
    const std::size_t end = std::max(row, zones_.title);
    if (end - begin >= most_title_lines) return false;
    for (std::size_t at = begin + 1; at <= end; ++at) {
      const Line& line = lines_.items[at];
      if (line.opens_block || line.block != Block::heading || line.level != title.level)
        return false;
    }
    return lines_.items[row].block == Block::heading && lines_.items[row].level == title.level;
  }

  bool inside(std::size_t row) const {
    return zones_.first != no_row && row > zones_.first && row < zones_.last;
  }
  bool after(std::size_t row) const { return zones_.last != no_row && row > zones_.last; }

  Label name_kept(std::size_t row) const {
    if (is_certain(row)) return *rules_[row].label;
    const std::size_t next = next_kept(row);
    return label_by_form(lines_.items[row], columns_, row, next == no_row ? 0 : words(next));
  }

  std::size_t next_kept(std::size_t row) const {
    for (std::size_t next = row + 1; next < rows_ && next <= row + 3; ++next) {
      if (kept_[next]) return next;
    }
    return no_row;
  }

  Label name_dropped(std::size_t row) {
    const RuleVerdict& rule = rules_[row];
    if (is_certain(row) && !is_kept(*rule.label)) return *rule.label;
    const bool in_hole = inside(row) || just_before(row);
    const Label above = row > 0 ? zones_.labels[row - 1] : Label::other;
    const bool is_open = is_block_open(row);
    if (const auto label = credit_at_headline(row)) return *label;
    if (is_open) return within_block(row);
    const bool is_photo = rule.label == Label::byline && is_photo_credit(text(row));
    if (is_photo) return Label::caption;
    if (rule.label && !is_kept(*rule.label)) return *rule.label;
    if (const auto label = name_credit(row)) return *label;
    if (in_hole) return name_in_hole(row, above);
    if (after(row)) return words(row) > 3 ? Label::related : Label::navigation;
    return Label::navigation;
  }

  /// Between the title and the first kept line.
  bool just_before(std::size_t row) const {
    return zones_.first != no_row && zones_.title != no_row && row > zones_.title &&
           row < zones_.first;
  }

  /// What a row right above the title or below it says of the article, whatever a header above has
  /// opened: a date, or below the title a name behind a lead-in ("By").
  std::optional<Label> credit_at_headline(std::size_t row) const {
    if (zones_.title == no_row || words(row) > most_date_words) return std::nullopt;
    if (value(Feature::ends_sentence, row) != 0) return std::nullopt;
    const bool is_above = row < zones_.title && row + headline_reach >= zones_.title;
    if (!is_above && !just_before(row)) return std::nullopt;
    if (value(Feature::hit_dateline, row) > 0) return Label::dateline;
    const auto credit = is_above ? std::nullopt : name_credit(row);
    const bool is_led = credit == Label::byline && parse_byline(text(row)).is_said;
    return credit == Label::dateline || is_led ? credit : std::nullopt;
  }

  /// Whether a block that a rule opened is still open: until a kept line or the title.
  bool is_block_open(std::size_t row) {
    if (row > 0 && (kept_[row - 1] || row - 1 == zones_.title)) open_ = false;
    if (rules_[row].opens_block && !is_kept(*rules_[row].label)) {  // no stronger rule keeps it
      open_ = true;
      open_label_ = *rules_[row].label;
      return false;
    }
    return open_;
  }

  Label within_block(std::size_t row) const {
    const auto own = rules_[row].label;
    const bool stands_alone = own && (*own == Label::footer || *own == Label::comments ||
                                      *own == Label::share || *own == Label::advert);
    if (stands_alone) return *own;
    if (inside(row) && own && *own == Label::caption) return Label::caption;
    return open_label_;
  }

  /// A date or a name at the article's edge.
  std::optional<Label> name_credit(std::size_t row) const {
    if (zones_.first == no_row) return std::nullopt;
    const bool at_start = row < zones_.first && row + 2 * byline_reach >= zones_.first;
    const bool at_end = row > zones_.last && row <= zones_.last + byline_reach;
    if (!at_start && !at_end && !inside(row)) return std::nullopt;
    const bool may_hold_date = text(row).size() <= most_dateline_bytes && (at_start || at_end);
    Dateline dateline;
    if (may_hold_date) dateline = parse_dateline(text(row), true);
    if (dateline.has_date) return Label::dateline;
    if (text(row).size() > most_byline_bytes || inside(row)) return std::nullopt;
    if (zones_.title != no_row && row < zones_.title) return std::nullopt;  // a menu's line
    if (is_photo_credit(text(row))) return Label::caption;
    const Byline byline = may_hold_date ? dateline.byline : parse_byline(text(row));
    if (byline.is_name_like || !byline.source.empty()) return Label::byline;
    return std::nullopt;
  }

  Label name_in_hole(std::size_t row, Label above) const {
    const Line& line = lines_.items[row];
    if (line.block == Block::image || line.block == Block::caption) return Label::caption;
    if (repeats_title(row)) return Label::caption;
    const bool below_picture = above == Label::caption;
    const bool above_credit = row + 1 < rows_ && rules_[row + 1].label == Label::caption;
    const bool fits = words(row) <= most_caption_words;
    if (fits && (below_picture || above_credit)) return Label::caption;
    if (just_before(row)) {  // too short for a headline: tools
      return words(row) >= fewest_lead_words ? Label::related : Label::navigation;
    }
    const bool sentence = value(Feature::ends_sentence, row) != 0;
    return fits && sentence && words(row) > 3 ? Label::caption : Label::related;
  }

  /// The first kept line, if it stands right under the title, tools and credits aside.
  void name_lead() {
    const std::size_t first = zones_.first;
    if (first == no_row) return;
    if (zones_.labels[first] != Label::body) {
      const bool is_lead = zones_.labels[first] == Label::heading && !is_certain(first) &&
                           is_prose_in_heading(lines_.items[first], columns_, first);
      if (!is_lead) return;
    }
    if (words(first) < fewest_lead_words || words(first) > most_lead_words) return;
    if (zones_.title == no_row || zones_.title > first || first - zones_.title > lead_reach) return;
    for (std::size_t row = zones_.title + 1; row < first; ++row) {
      if (zones_.labels[row] == Label::related) return;
    }
    // A lead that is all there is, or is not set off from a body, is body.
    if (zones_.last == first) return;
    zones_.labels[first] = Label::lead;
  }

  const Lines& lines_;
  const Columns& columns_;
  const std::vector<RuleVerdict>& rules_;
  Zones& zones_;
  std::size_t rows_;
  std::vector<bool> kept_;
  bool has_story_ = false;  // told in captions, which no rule drops
  bool open_ = false;
  Label open_label_ = Label::related;
};

}  // namespace

Zones name_zones(const Lines& lines, const Columns& columns, std::vector<std::int32_t>& scores,
                 std::int32_t threshold, std::size_t title, const std::vector<RuleVerdict>& rules) {
  Zones zones;
  Namer(lines, columns, scores, threshold, rules, zones).run(title, scores);
  return zones;
}

}  // namespace thanbai
