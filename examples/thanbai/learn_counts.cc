#include "learn_counts.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "thanbai/pack.h"

namespace thanbai::program {
namespace {

using Json = nlohmann::json;

constexpr int format_version = 2;

std::string hash_of(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325U;  // FNV-1a, then mixed so that small hashes are a sample
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  hash ^= hash >> 32;
  hash *= 0x9E3779B97F4A7C15U;
  hash ^= hash >> 29;
  std::string hex(16, '0');
  for (std::size_t i = 0; i < hex.size(); ++i) {
    hex[15 - i] = "0123456789abcdef"[(hash >> (4 * i)) & 0xF];
  }
  return hex;
}

/// What each built-in rule says of the lines it hits, by its name in evidence.
const std::map<std::string, Known, std::less<>>& known_rules() {
  static const auto rules = [] {
    std::map<std::string, Known, std::less<>> result;
    for (const std::string_view name : builtin_pack_names()) {
      const Result<Pack> pack = builtin_pack(name);
      if (!pack) continue;
      for (const Rule& rule : pack->rules) {
        if (is_kept(rule.label)) continue;
        const bool opens = rule.effect == Rule::Effect::opens;
        result[pack->name + "/" + rule.name] = opens ? Known::opens : Known::dropped;
      }
    }
    return result;
  }();
  return rules;
}

Known known(const Document& page, const LabelledLine& line) {
  Known result = Known::nothing;
  for (std::uint32_t i = line.evidence_begin; i < line.evidence_end; ++i) {
    const auto found = known_rules().find(page.evidence[i].name);
    if (found != known_rules().end()) result = std::max(result, found->second);
  }
  return result;
}

std::string most_frequent(const std::map<std::string, int>& counts) {
  std::string best;
  int most = 0;
  for (const auto& [name, count] : counts) {
    if (name.empty() || count <= most) continue;
    most = count;
    best = name;
  }
  return best;
}

/// Texts and their places in a saved list.
using Numbered = std::map<std::string_view, std::size_t>;

void number(Numbered& texts) {
  std::size_t count = 0;
  for (auto& [text, number] : texts) number = count++;
}

std::string list(const Numbered& texts) {
  std::string out = "[";
  for (const auto& [text, number] : texts) {
    out += (number == 0 ? "\n" : ",\n") +
           Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
  }
  return out + "]";
}

std::string label_name(std::size_t i) { return std::string(to_string(static_cast<Label>(i))); }

}  // namespace

std::uint32_t SiteCounts::line(std::string_view text) {
  const auto next = static_cast<std::uint32_t>(lines_.size());
  const auto [place, is_new] = line_by_text_.emplace(text, next);
  if (!is_new) return place->second;
  std::string mask = mask_line(text);
  const auto [mask_place, is_new_mask] =
      mask_by_text_.emplace(mask, static_cast<std::uint32_t>(masks_.size()));
  if (is_new_mask) masks_.push_back(std::move(mask));
  lines_.push_back({std::string(text), mask_place->second});
  return next;
}

std::uint32_t SiteCounts::hints(std::string_view text) {
  const auto next = static_cast<std::uint32_t>(hints_.size());
  const auto [place, is_new] = hints_by_text_.emplace(text, next);
  if (is_new) hints_.emplace_back(text);
  return place->second;
}

bool SiteCounts::add(const Document& page, const std::string& name, std::string_view address) {
  if (page.verdict == Verdict::no_article) return false;
  CountedPage counted;
  std::string all;
  for (const LabelledLine& labelled : page.lines) {
    if (labelled.line.text.empty()) continue;
    const std::uint32_t number = line(labelled.line.text);
    all += lines_[number].text + '\n';
    const auto score = static_cast<std::uint8_t>(std::lround(100 * labelled.score));
    counted.rows.push_back(
        {number, labelled.label, score, known(page, labelled), hints(labelled.line.hints)});
  }
  counted.version = hash_of(all);
  counted.name = name;
  counted.site = host_of(address.empty() ? page.url : address);
  counted.language = page.language;
  std::string article = mask_line(page.title) + '\n';
  if (!page.paragraphs.empty()) article += mask_line(page.paragraphs.front().text);
  add(hash_of(article), std::move(counted));
  return true;
}

void SiteCounts::add(const std::string& id, CountedPage page) {
  const auto order = [](const CountedPage& p) { return std::tie(p.version, p.name); };
  const auto [place, is_new] = pages_.emplace(id, page);
  if (!is_new && order(page) < order(place->second)) place->second = std::move(page);
  if (pages_.size() > most_pages) pages_.erase(std::prev(pages_.end()));
}

void SiteCounts::merge(const SiteCounts& other) {
  for (const auto& [id, page] : other.pages_) {
    CountedPage copy = page;
    for (CountedRow& row : copy.rows) {
      row.line = line(other.lines_[row.line].text);
      row.hints = hints(other.hints_[row.hints]);
    }
    add(id, std::move(copy));
  }
}

std::string SiteCounts::to_text() const {
  Numbered lines, hints;  // of pages that are still in the sample
  for (const auto& [id, page] : pages_) {
    for (const CountedRow& row : page.rows) {
      lines.emplace(lines_[row.line].text, 0);
      hints.emplace(hints_[row.hints], 0);
    }
  }
  number(lines);
  number(hints);

  Json labels = Json::array();
  for (std::size_t i = 0; i < label_count; ++i) labels.push_back(label_name(i));
  std::string out = "{\"thanbai_counts\":" + std::to_string(format_version) +
                    ",\n\"labels\":" + labels.dump() + ",\n\"pages\":[";
  const char* between = "\n";
  for (const auto& [id, page] : pages_) {
    Json rows = Json::array();
    for (const CountedRow& row : page.rows) {
      rows.push_back({lines[lines_[row.line].text], static_cast<int>(row.label), row.score,
                      static_cast<int>(row.known), hints[hints_[row.hints]]});
    }
    const Json json = {{"id", id},          {"version", page.version}, {"name", page.name},
                       {"site", page.site}, {"rows", std::move(rows)}, {"language", page.language}};
    out += between + json.dump(-1, ' ', false, Json::error_handler_t::replace);
    between = ",\n";
  }
  return out + "],\n\"hints\":" + list(hints) + ",\n\"lines\":" + list(lines) + "}\n";
}

bool SiteCounts::add_text(std::string_view text, std::string& problem) {
  const Json json = Json::parse(text, nullptr, false);
  problem = "not the counts of thanbai learn --save-counts";
  SiteCounts read;
  try {
    if (json.is_discarded() || json.at("thanbai_counts") != format_version) return false;
    std::vector<Label> labels;
    for (const Json& name : json.at("labels")) {
      const auto label = label_from(name.get<std::string>());
      if (!label) return false;
      labels.push_back(*label);
    }
    std::vector<std::uint32_t> lines;
    std::vector<std::uint32_t> hints;
    for (const Json& line : json.at("lines")) lines.push_back(read.line(line.get<std::string>()));
    for (const Json& each : json.at("hints")) hints.push_back(read.hints(each.get<std::string>()));
    for (const Json& from : json.at("pages")) {
      CountedPage page{
          from.at("version"), from.at("name"), from.at("site"), from.at("language"), {}};
      for (const Json& row : from.at("rows")) {
        page.rows.push_back({lines.at(row.at(0).get<std::size_t>()),
                             labels.at(row.at(1).get<std::size_t>()),
                             static_cast<std::uint8_t>(std::min(100U, row.at(2).get<unsigned>())),
                             static_cast<Known>(std::min(2U, row.at(3).get<unsigned>())),
                             hints.at(row.at(4).get<std::size_t>())});
      }
      read.add(from.at("id").get<std::string>(), std::move(page));
    }
  } catch (const std::exception&) {
    return false;
  }
  merge(read);
  problem.clear();
  return true;
}

std::string SiteCounts::site() const {
  std::map<std::string, int> counts;
  for (const auto& [id, page] : pages_) ++counts[page.site];
  return most_frequent(counts);
}

std::string SiteCounts::language() const {
  std::map<std::string, int> counts;
  for (const auto& [id, page] : pages_) ++counts[page.language];
  return most_frequent(counts);
}

}  // namespace thanbai::program
