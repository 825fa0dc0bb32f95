// The whole pipeline: create() compiles the rules, extract() calls the steps in order.
#include "thanbai/extractor.h"

#include <algorithm>
#include <cmath>
#include <new>
#include <utility>

#include "assemble.h"
#include "context.h"
#include "label.h"
#include "line_features.h"
#include "model.h"
#include "rule_book.h"
#include "verdict.h"
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

constexpr std::size_t most_features = 6;  // shown of a line, besides all rules that hit it
constexpr float least_weight = 0.05F;     // log-odds
constexpr float certain_weight = 100;     // of a rule that decides by itself

/// The strongest first; of equals, the order they are in.
void sort_by_weight(std::vector<Evidence>& evidence, std::size_t begin) {
  std::stable_sort(
      evidence.begin() + static_cast<std::ptrdiff_t>(begin), evidence.end(),
      [](const Evidence& a, const Evidence& b) { return std::abs(a.weight) > std::abs(b.weight); });
}

/// Adds the rules that hit a row, and the columns that added most to its score. What the column of
/// a label's rules added is shown under the name of the first such rule. Moves `hit` past the
/// row's.
void add_evidence(const Columns& columns, std::size_t row, const RuleBook& book, const Hit*& hit,
                  const Hit* hits_end, std::vector<float>& by_column, Document& document) {
  std::vector<Evidence>& evidence = document.evidence;
  LabelledLine& line = document.lines[row];
  line.evidence_begin = static_cast<std::uint32_t>(evidence.size());
  std::fill(by_column.begin(), by_column.end(), 0.0F);
  model::final().explain(columns, row, by_column);
  for (std::size_t c = 0; c < column_count; ++c) {
    if (is_hit_column(c)) continue;
    const float weight = by_column[c] / 1000;
    if (std::abs(weight) >= least_weight) evidence.push_back({column_name(c), weight});
  }
  sort_by_weight(evidence, line.evidence_begin);
  const std::size_t features = std::min(evidence.size() - line.evidence_begin, most_features);
  evidence.resize(line.evidence_begin + features);
  for (; hit != hits_end && hit->row == row; ++hit) {
    const Rule& rule = book.packs()[hit->pack].rules[hit->rule];
    float& part = by_column[static_cast<std::size_t>(hit_feature(rule.label))];
    const bool certain = rule.effect == Rule::Effect::is || rule.effect == Rule::Effect::ends;
    const float decided = is_kept(rule.label) ? certain_weight : -certain_weight;
    evidence.push_back({book.evidence_name(*hit), certain ? decided : part / 1000});
    part = 0;
  }
  sort_by_weight(evidence, line.evidence_begin);
  line.evidence_end = static_cast<std::uint32_t>(evidence.size());
}

}  // namespace

struct Extractor::Impl {
  Options options;
  RuleBook book;
  std::int32_t threshold;  // thousandths of log-odds
};

Extractor::Extractor(std::shared_ptr<const Impl> impl) noexcept : impl_(std::move(impl)) {}

Result<Extractor> Extractor::create(Options options) {
  auto book = RuleBook::create(options);
  if (!book) return book.error();
  const std::int32_t threshold = log_odds(options.threshold);
  return Extractor(
      std::make_shared<const Impl>(Impl{std::move(options), std::move(*book), threshold}));
}

Document Extractor::extract(std::string_view utf8) const { return extract(read_text(utf8)); }

Document Extractor::extract(Lines lines) const {
  const RuleBook& book = impl_->book;
  const std::size_t rows = lines.items.size();
  Columns columns;
  Words words;
  LanguageCounts counts;
  std::vector<Hit> hits;
  std::vector<std::int32_t> first, scores, title_scores;

  measure(lines, book.lexicon(), column_count, columns, words, counts);
  const std::size_t language = book.language(counts);
  const std::vector<std::size_t> packs = book.applying(language);
  book.match(lines, packs, hits, columns);
  settle_captions(columns);
  model::first().score(columns, first);
  observe(first, words, columns);
  model::title().score(columns, title_scores);
  const std::size_t title = observe_title(title_scores, columns);
  model::final().score(columns, scores);
  const std::vector<RuleVerdict> rules = label_by_rules(hits, book, rows);
  const Zones zones = name_zones(lines, columns, scores, impl_->threshold, title, rules);

  Document document;
  document.lines.reserve(rows);
  for (std::size_t row = 0; row < rows; ++row) {
    document.lines.push_back({lines.items[row], zones.labels[row], probability(scores[row]), 0, 0});
  }
  if (impl_->options.evidence) {
    const Hit* hit = hits.data();
    std::vector<float> by_column(column_count);
    for (std::size_t row = 0; row < rows; ++row) {
      add_evidence(columns, row, book, hit, hits.data() + hits.size(), by_column, document);
    }
  }
  judge(columns, zones, document);
  if (language < book.packs().size()) document.language = book.packs()[language].language;
  for (const std::size_t pack : packs) document.packs.push_back(book.tag(pack));
  document.replaced_bytes = lines.replaced_bytes;
  document.input_bytes = lines.input_bytes;
  document.storage =
      std::make_shared<const std::pair<std::shared_ptr<const void>, std::shared_ptr<const Impl>>>(
          std::move(lines.storage), impl_);
  assemble(impl_->options.keep, document.language != "en", document);
  return document;
}

}  // namespace thanbai
