#include "assemble.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "article_dates.h"
#include "authors.h"
#include "credits.h"
#include "date.h"
#include "page_title.h"
#include "small_words.h"
#include "unicode.h"

namespace thanbai {
namespace {

// Where bylines and datelines are looked for, in lines: above the headline and below the article.
constexpr std::size_t reach_above = 4;
constexpr std::size_t reach_below = 4;
constexpr std::size_t most_others = 2;  // lines between the article's last and who signs it
constexpr int most_around = 4;          // elements around its last line where one signs an article

// A declared text of so many bytes is an article; the page of so few shows none.
constexpr std::size_t least_declared_body = 400;
constexpr std::size_t times_longer = 2;  // than all that is kept of the page

/// What a Document's views may point into besides the input and the Lines' storage.
struct Storage {
  std::shared_ptr<const void> lines;
  std::string published;
  std::string modified;
  std::string byline;
  std::string title;
};

bool holds(const std::vector<Label>& labels, Label label) {
  return std::find(labels.begin(), labels.end(), label) != labels.end();
}

bool is_credit(Label label) { return label == Label::byline || label == Label::dateline; }

class Assembler {
 public:
  Assembler(bool day_first, const Lines& lines, const Headline& headline, Document& document)
      : day_first_(day_first),
        metadata_(lines.metadata),
        containers_(lines.containers),
        headline_(headline),
        document_(document),
        storage_(std::make_shared<Storage>()) {
    storage_->lines = std::move(document.storage);
  }

  void run(const std::vector<Label>& keep, const std::vector<Link>& links) {
    find_rows();
    take_declared();
    take_title();
    take_credits();
    take_dates();
    take_paragraphs(keep);
    take_declared_body(keep);
    take_links(links);
    document_.storage = std::move(storage_);
  }

 private:
  std::string_view text(std::size_t row) const { return document_.lines[row].line.text; }

  /// The title's row, the article's first and last, and the rows of credits: those at the
  /// headline first, then those in and under the article. Far from both stands no credit of this
  /// article, unless the page has neither.
  void find_rows() {
    const auto& lines = document_.lines;
    const std::size_t count = lines.size();
    rows_.title = count;
    for (std::size_t row = count; row-- > 0;) {
      if (lines[row].label == Label::title) rows_.title = row;
    }
    rows_.first = rows_.story = count;
    for (std::size_t row = 0; row < count; ++row) {
      if (row == rows_.title || !is_kept(lines[row].label)) continue;
      const bool was_above = rows_.first < rows_.title && rows_.title < row && rows_.title < count;
      if (rows_.first == count || was_above) rows_.first = row;
      const bool opens = lines[row].label == Label::lead || lines[row].label == Label::heading;
      if (!opens && (rows_.story == count || rows_.story < rows_.first)) rows_.story = row;
      rows_.last = row;
    }
    const std::size_t head = std::min(rows_.title, rows_.first);
    const std::size_t begin = head < reach_above || head == count ? 0 : head - reach_above;
    const std::size_t end =
        rows_.first == count ? count : std::min(count, rows_.last + 1 + reach_below);
    for (std::size_t row = begin; row < end; ++row) {
      if (!is_credit(lines[row].label) || text(row).empty()) continue;
      rows_.credits.push_back(row);
      if (row <= rows_.first) ++rows_.credits_at_headline;
    }
  }

  void take_declared() {
    document_.url = metadata_.url;
    document_.base = metadata_.base;
    document_.site = metadata_.site;
    document_.image = metadata_.image;
    document_.description = metadata_.description;
  }

  void take_title() {
    document_.title = page_title(document_.lines, rows_.title, headline_, storage_->title);
    if (headline_.empty() && rows_.title == 0) {
      document_.title = without_repeated_site(document_.title);
    }
  }

  /// Text of HTML often begins with the page's <title>: the headline is the line it repeats.
  std::string_view without_repeated_site(std::string_view title) const {
    const std::string_view bare = SiteName(Metadata()).cut(title);
    if (bare.size() == title.size()) return title;
    const std::string letters = letters_of(bare);
    for (std::size_t row = 1; row < document_.lines.size(); ++row) {
      if (text(row).size() < 2 * bare.size() && letters_of(text(row)) == letters) return text(row);
    }
    return bare;
  }

  /// How sure a shown name is the author's: by where it stands, and whether it is said to be.
  int sureness(std::size_t row, const Byline& byline) const {
    if (!byline.is_name_like) return byline.is_said ? likely : 0;
    const Line& line = document_.lines[row].line;
    const bool is_led = byline.is_said || (row > 0 && is_author_label(text(row - 1)));
    const bool is_said = is_led || says_author(line.hints);
    if (rows_.is_inside(row)) {
      return is_led || ends_text(row) ? likely : 1;  // the others photographed
    }
    const bool is_listed = line.block == Block::heading || line.block == Block::list_item;
    const bool is_above = row < rows_.title && rows_.title < document_.lines.size();
    if (is_listed || (!rows_.is_below(row) && is_above)) return is_said ? sure : 1;
    if (rows_.is_below(row)) return is_said ? sure : signs(row) ? likely : 1;
    return is_said ? sure + 1 : 4;
  }
  static constexpr int sure = 5;
  static constexpr int likely = 3;

  bool is_news() const {
    return metadata_.schema_type.find("NewsArticle") != std::string_view::npos ||
           is_news_site(metadata_.site);
  }

  /// Whether in a text without markup a row stands where one signs an article, though more is kept:
  /// below a kept line and above one that is dropped, and not as a caption.
  bool ends_text(std::size_t row) const {
    const auto& lines = document_.lines;
    return containers_.empty() && row > 0 && row + 1 < lines.size() &&
           is_kept(lines[row - 1].label) && !is_kept(lines[row + 1].label) &&
           lines[row + 1].label != Label::caption && !is_credit(lines[row + 1].label);
  }

  /// Whether a row below the article stands where one signs it: as a paragraph of its own, under
  /// its last one and in an element around that, or one beside. Elsewhere are buttons and rubrics.
  bool signs(std::size_t row) const {
    const Line& line = document_.lines[row].line;
    const auto holds_row = [&line](std::uint32_t container) {
      return container == line.container || container == line.outer_container;
    };
    std::uint32_t around = document_.lines[rows_.last].line.container;
    bool is_beside = holds_row(around);
    for (int up = 0; up < most_around && !is_beside && around < containers_.size(); ++up) {
      around = containers_[around];
      is_beside = holds_row(around);
    }
    if (!is_beside || line.link_bytes > 0) return false;
    std::size_t others = 0;  // a picture's text may be taken for related
    for (std::size_t above = rows_.last + 1; above < row; ++above) {
      const Label label = document_.lines[above].label;
      if (is_credit(label) || label == Label::caption || text(above).empty()) continue;
      if (label != Label::related || ++others > most_others) return false;
    }
    return true;
  }

  /// Whether a credit's source is the article's. In the article are those of pictures; what only
  /// stands where sources do is mostly a rubric or a button, unless it is the site.
  bool is_source(std::size_t row, const Byline& byline) const {
    if (byline.source.empty()) return false;
    if (byline.sourcing == Sourcing::said) return true;
    if (row > rows_.story && row < rows_.last) return false;
    if (byline.sourcing == Sourcing::known || headline_.site().is(byline.source)) return true;
    if (byline.sourcing == Sourcing::outlet && !byline.author.empty()) return true;
    return metadata_.site.empty() && metadata_.url.empty() && metadata_.title.empty();
  }

  static bool says_author(std::string_view hints) {
    return hints.find("author") != std::string_view::npos ||
           hints.find("byline") != std::string_view::npos;
  }

  void take_credits() {
    std::string_view shown;  // the likeliest author
    int surest = likely - 1;
    bool is_source_inside = false;  // between the lead and the rest; there are pictures, too
    for (const std::size_t row : rows_.credits) {
      const Byline byline = credit_of(row);
      const bool is_better =
          document_.source.empty() || (is_source_inside && !rows_.is_inside(row));
      if (is_better && is_source(row, byline)) {
        document_.source = byline.source;
        is_source_inside = rows_.is_inside(row);
      }
      if (byline.author.empty()) continue;
      const int how_sure = sureness(row, byline);
      if (how_sure <= surest || (how_sure < sure && is_phrase(byline.author))) continue;
      if (row + 1 < document_.lines.size() && are_initials(byline.author, text(row + 1))) continue;
      surest = how_sure;
      shown = byline.author;
    }
    std::vector<std::string_view> outlet;
    std::vector<std::string_view> declared = declared_authors(outlet);
    // The outlet is no author of news; a blog's may be.
    if (declared.empty() && surest < likely && !is_news()) declared = std::move(outlet);
    if (declared.empty() || (surest >= sure && !is_any_shown(declared, surest > sure))) {
      document_.byline = shown;
      document_.authors = author_names(shown);
      return;
    }
    for (const std::string_view name : declared) {
      storage_->byline.append(storage_->byline.empty() ? "" : ", ").append(name);
    }
    document_.byline = storage_->byline;
    document_.authors = std::move(declared);
  }

  /// Whether what nobody says is a name stands on the page in small letters, too. In Vietnamese
  /// names are such words.
  bool is_phrase(std::string_view name) {
    if (document_.language.substr(0, 2) == "vi") return false;
    if (!has_small_words_) {
      for (const LabelledLine& line : document_.lines) small_words_.add(line.line.text);
    }
    has_small_words_ = true;
    return small_words_.has_most_of(name);
  }

  Byline credit_of(std::size_t row) const {
    if (document_.lines[row].label == Label::byline) return parse_byline(text(row));
    return parse_dateline(text(row), day_first_).byline;
  }

  /// The declared authors' names; what is but the site's own name goes to `outlet`.
  std::vector<std::string_view> declared_authors(std::vector<std::string_view>& outlet) const {
    std::vector<std::string_view> names;
    for (const std::string_view declared : metadata_.authors) {
      const bool is_account = declared.find('@') != std::string_view::npos;
      const std::string_view name = declared_author(declared);
      if (!is_account && is_outlet(name.empty() ? declared : name, metadata_.site)) {
        outlet.push_back(name.empty() ? declared : name);
        continue;
      }
      for (const std::string_view one : author_names(name)) {
        const std::string letters = letters_of(one);  // "jane-doe" beside "Jane Doe" is her address
        const bool is_new = std::none_of(names.begin(), names.end(), [&](std::string_view known) {
          return letters_of(known) == letters;
        });
        if (is_new) names.push_back(one);
      }
    }
    return names;
  }

  /// `is_at_headline`: somebody is said to be the author there, so that names below the article may
  /// be those of teasers.
  bool is_any_shown(const std::vector<std::string_view>& names, bool is_at_headline) const {
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
      const std::string letters = letters_of(name);
      return std::any_of(rows_.credits.begin(), rows_.credits.end(), [&](std::size_t row) {
        if (is_at_headline && rows_.is_below(row)) return false;
        return letters_of(text(row)).find(letters) != std::string::npos;
      });
    });
  }

  void take_dates() {
    const ArticleDates dates = article_dates(document_.lines, rows_, metadata_, day_first_);
    document_.date = dates.printed;
    storage_->published = to_iso(dates.published);
    document_.published = storage_->published;
    storage_->modified = to_iso(dates.modified);
    document_.modified = storage_->modified;
  }

  void take_paragraphs(const std::vector<Label>& keep) {
    for (std::size_t row = 0; row < document_.lines.size(); ++row) {
      const LabelledLine& line = document_.lines[row];
      if (line.line.text.empty()) continue;
      if (line.label == Label::lead && document_.lead.empty()) document_.lead = line.line.text;
      if (!holds(keep, line.label) || repeats_title(line)) continue;
      const auto begin = static_cast<std::uint32_t>(row);
      document_.paragraphs.push_back(
          {line.label, line.line.text, line.line.source, begin, begin + 1});
    }
  }

  bool repeats_title(const LabelledLine& line) const {
    if (line.label != Label::heading) return false;
    const bool is_joined = document_.title.data() == storage_->title.data();  // of several lines
    return is_joined ? document_.title.find(line.line.text) != std::string_view::npos
                     : line.line.text == document_.title;
  }

  /// A page that shows no article may still declare one whole. What `keep` holds changes only the
  /// paragraphs.
  void take_declared_body(const std::vector<Label>& keep) {
    if (document_.verdict == Verdict::article) return;
    const std::string_view body = metadata_.article_body;
    std::size_t kept = 0;
    for (const LabelledLine& line : document_.lines) {
      if (is_kept(line.label) && line.label != Label::title) kept += line.line.text.size();
    }
    if (body.size() < least_declared_body || body.size() < times_longer * kept) return;
    document_.verdict = Verdict::article;
    document_.confidence = 0.5F;
    document_.paragraphs.clear();
    document_.lead = {};
    if (!holds(keep, Label::body)) return;
    for (std::size_t begin = 0; begin < body.size();) {
      const std::size_t end = std::min(body.find('\n', begin), body.size());
      const std::string_view paragraph = unicode::valid_trim(body.substr(begin, end - begin));
      if (!paragraph.empty()) document_.paragraphs.push_back({Label::body, paragraph, {}, 0, 0});
      begin = end + 1;
    }
  }

  void take_links(const std::vector<Link>& links) {
    auto link = links.begin();
    for (const Paragraph& paragraph : document_.paragraphs) {
      while (link != links.end() && link->row < paragraph.lines_begin) ++link;
      for (; link != links.end() && link->row < paragraph.lines_end; ++link) {
        document_.links.push_back(*link);
      }
    }
  }

  bool day_first_;
  const Metadata& metadata_;
  const std::vector<std::uint32_t>& containers_;
  const Headline& headline_;
  Document& document_;
  std::shared_ptr<Storage> storage_;
  ArticleRows rows_;
  SmallWords small_words_;  // of the page, once they are asked for
  bool has_small_words_ = false;
};

}  // namespace

void assemble(const std::vector<Label>& keep, bool day_first, const Lines& lines,
              const Headline& headline, Document& document) {
  Assembler(day_first, lines, headline, document).run(keep, lines.links);
}

}  // namespace thanbai
