// The whole pipeline: create() compiles the rules, extract() calls the steps in order.
#include "thanbai/extractor.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <new>
#include <utility>

#include "assemble.h"
#include "comment_section.h"
#include "containers.h"
#include "context.h"
#include "date.h"
#include "evidence.h"
#include "headline.h"
#include "label.h"
#include "line_features.h"
#include "model.h"
#include "page_cut.h"
#include "page_features.h"
#include "page_limits.h"
#include "photo_story.h"
#include "repeated_text.h"
#include "rule_book.h"
#include "spares.h"
#include "text_parts.h"
#include "title_choice.h"
#include "unicode.h"
#include "valid_lines.h"
#include "verdict.h"
#include "word_cache.h"
#include "zones.h"

namespace thanbai {
namespace {

float probability(std::int32_t score) {
  return static_cast<float>(1.0 / (1.0 + std::exp(-static_cast<double>(score) / 1000.0)));
}

std::int32_t log_odds(float probability) {
  const double p = std::clamp(static_cast<double>(probability), 1e-6, 1 - 1e-6);
  return static_cast<std::int32_t>(std::lround(1000.0 * std::log(p / (1 - p))));
}

// What is wrong with them; null if nothing is.
const char* fault_of(const Options& options) {
  if (!(options.threshold >= 0 && options.threshold <= 1)) return "the threshold is not in [0, 1]";
  const auto is_label = [](Label label) { return static_cast<std::size_t>(label) < label_count; };
  const bool are_labels = std::all_of(options.keep.begin(), options.keep.end(), is_label);
  return are_labels ? nullptr : "a label to keep is none";
}

}  // namespace

/// The words of one lexicon.
struct KnownWords {
  WordCache words;
  const Lexicon* lexicon = nullptr;
  std::shared_ptr<const void> owner;  // of the lexicon, so that no other comes to stand at its
                                      // address; null if the owner keeps these words

  WordCache& of(const Lexicon& wanted, const std::shared_ptr<const void>& its_owner) {
    if (lexicon != &wanted || owner != its_owner) words.clear();
    lexicon = &wanted;
    owner = its_owner;
    return words;
  }
};

struct Scratch::Impl {
  Columns columns;
  Words words;
  std::vector<Hit> hits;
  std::vector<std::int32_t> first, scores, title_scores;
  MatchScratch match;
  KnownWords known;
};

// A text of more lines is no page of news but many in one. So many lines at most are looked at as
// a page is, so that the memory of judging does not grow with the text.
constexpr std::size_t most_lines_of_page = 4096;

// A Scratch of ours that a page made larger than pages of news do is not kept.
constexpr std::size_t most_words_kept = std::size_t{1} << 18;
constexpr std::size_t most_bytes_kept = std::size_t{1} << 20;  // of a line

/// What is found where lines are judged together.
struct Findings {
  double odds = -std::numeric_limits<double>::infinity();  // that they hold an article
  std::size_t language = 0;                                // of it: its pack
  bool has_title = false;
  std::vector<std::size_t> packs;  // that applied
  bool is_valid = true;            // false: nothing was judged, for a text is not valid UTF-8

  /// Of the next part of a text: the likeliest article decides.
  void add(const Findings& next) {
    if (next.odds > odds) {
      odds = next.odds;
      language = next.language;
    }
    has_title |= next.has_title;
    is_valid &= next.is_valid;
    for (const std::size_t pack : next.packs) {
      if (std::find(packs.begin(), packs.end(), pack) == packs.end()) packs.push_back(pack);
    }
  }
};

struct Extractor::Impl {
  Impl(Options wanted, RuleBook rules, std::int32_t least_score)
      : options(std::move(wanted)), book(std::move(rules)), threshold(least_score) {}

  /// Labels the lines and appends them to document.lines, with their evidence.
  Findings label(const Lines& lines, const Headline& headline, Scratch::Impl& scratch,
                 const std::shared_ptr<const void>& owner, Document& document) const;

  /// The same for a text of any size, part by part.
  Findings label_parts(const Lines& lines, const Headline& headline, Scratch::Impl& scratch,
                       const std::shared_ptr<const void>& owner, Document& document) const;

  Options options;
  RuleBook book;
  std::int32_t threshold;                // thousandths of log-odds
  mutable Spares<Scratch::Impl> spares;  // for calls that bring no Scratch
};

Scratch::Scratch() = default;
Scratch::~Scratch() = default;
Scratch::Scratch(Scratch&&) noexcept = default;
Scratch& Scratch::operator=(Scratch&&) noexcept = default;

Extractor::Extractor(std::shared_ptr<const Impl> impl) noexcept : impl_(std::move(impl)) {}

Result<Extractor> Extractor::create(Options options) {
  try {
    if (const char* const fault = fault_of(options)) {
      return Error{ErrorCode::bad_option, fault, {}, 0};
    }
    auto book = RuleBook::create(options);
    if (!book) return book.error();
    const std::int32_t threshold = log_odds(options.threshold);
    return Extractor(std::make_shared<const Impl>(std::move(options), std::move(*book), threshold));
  } catch (const std::bad_alloc&) {  // the message is short enough to need no memory
    return Error{ErrorCode::out_of_memory, "out of memory", {}, 0};
  }
}

Document Extractor::extract(std::string_view utf8) const {
  return extract(read_text(utf8, impl_->options.limits));
}

Document Extractor::extract(Lines lines) const {
  std::unique_ptr<Scratch::Impl> scratch = impl_->spares.take();
  Document document = extract(std::move(lines), *scratch, nullptr);
  const bool is_large = scratch->columns.rows() > most_lines_of_page ||
                        scratch->words.hashes.capacity() > most_words_kept ||
                        scratch->match.folded.capacity() > most_bytes_kept;  // its memory is freed
  if (!is_large) impl_->spares.put(std::move(scratch));
  return document;
}

Document Extractor::extract(std::string_view utf8, Scratch& scratch) const {
  return extract(read_text(utf8, impl_->options.limits), scratch);
}

Document Extractor::extract(Lines lines, Scratch& scratch) const {
  if (scratch.impl_ == nullptr) scratch.impl_ = std::make_unique<Scratch::Impl>();
  return extract(std::move(lines), *scratch.impl_, impl_);
}

Document Extractor::extract(Lines lines, Scratch::Impl& scratch,
                            const std::shared_ptr<const void>& owner) const {
  const RuleBook& book = impl_->book;
  keep_to(impl_->options.limits, lines);
  if (!is_valid(lines)) make_valid(lines);
  const Headline headline(lines.metadata, lines.address);
  Document document;
  document.lines.reserve(lines.items.size());
  const bool is_page = lines.items.size() <= most_lines_of_page || has_markup(lines);
  const auto judge = [&] {
    return is_page ? impl_->label(lines, headline, scratch, owner, document)
                   : impl_->label_parts(lines, headline, scratch, owner, document);
  };
  Findings found = judge();
  if (!found.is_valid) {  // no Lines of a reader's
    make_valid(lines);
    document = {};
    found = judge();
  }
  lines.items = {};  // the Document has them
  set_verdict(found.odds, document);
  const std::string_view declared = lines.metadata.language;
  document.language = book.language_tag(found.language, declared);
  for (const std::size_t pack : found.packs) document.packs.push_back(book.tag(pack));
  document.replaced_bytes = lines.replaced_bytes;
  document.input_bytes = lines.input_bytes;
  document.truncated = lines.truncated;
  document.storage =
      std::make_shared<const std::pair<std::shared_ptr<const void>, std::shared_ptr<const Impl>>>(
          lines.storage, impl_);
  const bool is_declared = declared.size() > document.language.size() &&  // with a region
                           unicode::language_code(declared) == document.language;
  const bool day_first = reads_day_first(is_declared ? declared : document.language);
  assemble(impl_->options.keep, day_first, lines, headline, document);
  return document;
}

Findings Extractor::Impl::label_parts(const Lines& lines, const Headline& headline,
                                      Scratch::Impl& scratch,
                                      const std::shared_ptr<const void>& owner,
                                      Document& document) const {
  const std::size_t count = lines.items.size();
  Findings all;
  Lines part;
  part.metadata = lines.metadata;
  part.address = lines.address;
  for (std::size_t begin = 0, end = 0; begin < count; begin = end) {
    end = end_of_part(lines, begin, most_lines_of_page);
    part.items.assign(lines.items.data() + begin, lines.items.data() + end);
    const Findings found = label(part, headline, scratch, owner, document);
    for (std::size_t row = begin; row < document.lines.size(); ++row) {
      Label& label = document.lines[row].label;
      if (all.has_title && label == Label::title) label = Label::heading;  // a Document has one
    }
    all.add(found);
  }
  return all;
}

Findings Extractor::Impl::label(const Lines& lines, const Headline& headline,
                                Scratch::Impl& scratch, const std::shared_ptr<const void>& owner,
                                Document& document) const {
  const std::size_t rows = lines.items.size();
  auto& [columns, words, hits, first, scores, title_scores, match, known] = scratch;
  LanguageCounts counts;

  const std::size_t site = book.site(lines.address, lines.metadata);
  const Lexicon& lexicon = book.lexicon(site);
  if (!measure(lines, lexicon, known.of(lexicon, owner), column_count, columns, words, counts)) {
    Findings none;
    none.is_valid = false;
    return none;
  }
  const std::size_t language = book.language(counts, site);
  std::vector<std::size_t> packs = book.applying(language, site);
  book.match(lines, words, packs, match, hits, columns);
  settle_captions(columns);
  const bool is_html = has_markup(lines);
  const Model& model = Model::of(is_html);
  model.first.score(columns, first);
  lower_comments(columns, first);
  observe(first, words, columns);
  observe_containers(first, lines, words.alike, columns);
  model.title.score(columns, title_scores);
  prefer_shown(headline, lines, columns, title_scores);
  const std::size_t title = observe_title(title_scores, columns);
  model.final.score(columns, scores);
  settle_scores(columns, scores);
  drop_repeated_text(words, columns, threshold, scores);
  const std::vector<RuleVerdict> rules = label_by_rules(hits, book, rows);
  const Zones zones = name_zones(lines, columns, scores, threshold, title, rules);

  const std::size_t before = document.lines.size();
  for (std::size_t row = 0; row < rows; ++row) {
    document.lines.push_back({lines.items[row], zones.labels[row], probability(scores[row]), 0, 0});
  }
  LabelledLine* const labelled = document.lines.data() + before;
  if (options.evidence) {
    add_evidence(final_parts_of(is_html), columns, book, hits, scores, threshold, labelled,
                 document.evidence);
  }
  const double odds = article_odds(columns, zones, lines.metadata, is_html, labelled);
  return {odds, language, zones.title != no_row, std::move(packs)};
}

}  // namespace thanbai
