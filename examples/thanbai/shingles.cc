#include "shingles.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "words.h"

namespace thanbai::program {
namespace {

constexpr std::size_t shingle_words = 4;

template <class Take>
void each_shingle(const std::vector<std::string_view>& words, const Take& take) {
  std::size_t i = 0;
  do {
    std::string shingle;
    for (std::size_t w = i; w < std::min(i + shingle_words, words.size()); ++w) {
      shingle.append(words[w]) += ' ';
    }
    take(std::move(shingle));
  } while (++i + shingle_words <= words.size());
}

}  // namespace

Score score_text(std::string_view text, std::string_view gold) {
  std::unordered_map<std::string, std::uint32_t> left;  // of gold's, not found yet
  double gold_count = 0;
  double count = 0;
  double common = 0;
  each_shingle(words_of(gold), [&](std::string shingle) {
    ++left[std::move(shingle)];
    ++gold_count;
  });
  each_shingle(words_of(text), [&](const std::string& shingle) {
    ++count;
    const auto found = left.find(shingle);
    if (found == left.end() || found->second == 0) return;
    --found->second;
    ++common;
  });
  if (common == 0) return {0, 0, 0};
  const double precision = common / count;
  const double recall = common / gold_count;
  return {precision, recall, 2 * precision * recall / (precision + recall)};
}

Shingles::Shingles(std::string_view text) {
  const auto words = words_of(text);
  for (const std::string_view word : words) words_.emplace(word);
  each_shingle(words, [this](std::string shingle) { shingles_.insert(std::move(shingle)); });
}

double Shingles::share_of(std::string_view part) const {
  const auto words = words_of(part);
  double held = 0;
  if (words.size() < shingle_words) {
    for (const std::string_view word : words) held += words_.count(std::string(word)) > 0 ? 1 : 0;
    return words.empty() ? 0 : held / static_cast<double>(words.size());
  }
  each_shingle(words,
               [&](const std::string& shingle) { held += shingles_.count(shingle) > 0 ? 1 : 0; });
  return held / static_cast<double>(words.size() - shingle_words + 1);
}

}  // namespace thanbai::program
