#include "learn_uses.h"

#include <algorithm>
#include <set>

#include "words.h"

namespace thanbai::program {
namespace {

constexpr int sure_score = 70;              // percent: kept with confidence
constexpr std::uint32_t enough_words = 30;  // of an article that has begun
constexpr std::size_t end_reach = 4;        // rows from the article's last line
constexpr std::size_t header_reach = 3;     // rows below a header that are its block

class Counter {
 public:
  explicit Counter(const SiteCounts& counts) : counts_(counts), uses_(counts.masks().size()) {}

  std::vector<Use> run(const Ends& ends) {
    std::vector<std::uint32_t> all(uses_.size());
    for (const auto& [id, page] : counts_.pages()) {
      std::set<std::uint32_t> seen;
      for (const CountedRow& row : page.rows) {
        if (seen.insert(mask_of(row)).second) ++all[mask_of(row)];
      }
    }
    own_.resize(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) own_[i] = all[i] == 1;
    for (const auto& [id, page] : counts_.pages()) count(page, ends.at(id));
    return std::move(uses_);
  }

 private:
  using Masks = std::set<std::uint32_t>;

  std::uint32_t mask_of(const CountedRow& row) const { return counts_.lines()[row.line].mask; }
  std::string_view text_of(const CountedRow& row) const { return counts_.lines()[row.line].text; }
  bool is_own(const CountedRow& row) const { return is_article(row.label) && own_[mask_of(row)]; }

  void count(const CountedPage& page, std::size_t size) {
    const auto& rows = page.rows;
    std::size_t first = size, first_own = size, last_own = size;
    for (std::size_t i = 0; i < size; ++i) {
      if (!is_article(rows[i].label)) continue;
      if (first == size) first = i;
      if (!is_own(rows[i])) continue;
      if (first_own == size) first_own = i;
      last_own = i;
    }
    Masks seen, kept, sure, inside, title, above, leads, leads_own;
    std::uint32_t words = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const CountedRow& row = rows[i];
      const std::uint32_t mask = mask_of(row);
      Use& use = uses_[mask];
      use.known = std::max(use.known, row.known);
      use.highest_score = std::max<int>(use.highest_score, row.score);
      if (use.example.empty() || text_of(row) < use.example) use.example = text_of(row);
      if (row.label == Label::title) title.insert(mask);
      if (!is_kept(row.label)) ++use.dropped[static_cast<std::size_t>(row.label)];
      if (i < first) above.insert(mask);
      look_below(page, i, size, mask, leads, leads_own);
      if (seen.insert(mask).second) {
        if (use.names.size() < names_shown) use.names.push_back(page.name);
        if (last_own != size && last_own > i) ++use.own_after;
        if (words >= enough_words) ++use.begun;
        if (last_own != size && i > last_own && i - last_own <= end_reach) ++use.near_end;
      }
      if (!is_article(row.label)) continue;
      words += count_words(text_of(row));
      kept.insert(mask);
      if (row.score < sure_score) continue;
      sure.insert(mask);
      if (i > first_own && i < last_own && last_own != size) inside.insert(mask);
    }
    add(seen, &Use::pages);
    add(kept, &Use::kept);
    add(sure, &Use::sure);
    add(inside, &Use::inside);
    add(title, &Use::title);
    add(above, &Use::above);
    add(leads, &Use::leads);
    add(leads_own, &Use::leads_own);
  }

  void look_below(const CountedPage& page, std::size_t row, std::size_t size, std::uint32_t mask,
                  Masks& leads, Masks& leads_own) const {
    int headlines = 0;
    for (std::size_t i = row + 1; i < size && i <= row + header_reach; ++i) {
      if (is_own(page.rows[i])) leads_own.insert(mask);
      if (width(text_of(page.rows[i])) >= headline_width) ++headlines;
    }
    if (headlines >= 2) leads.insert(mask);
  }

  void add(const Masks& masks, std::uint32_t Use::*to) {
    for (const std::uint32_t mask : masks) ++(uses_[mask].*to);
  }

  const SiteCounts& counts_;
  std::vector<Use> uses_;
  std::vector<bool> own_;  // by mask: one page alone has it
};

}  // namespace

Label Use::label() const {
  const auto best = std::max_element(dropped.begin(), dropped.end());
  return *best == 0 ? Label::other : static_cast<Label>(best - dropped.begin());
}

std::vector<Use> count_uses(const SiteCounts& counts, const Ends& ends) {
  return Counter(counts).run(ends);
}

std::size_t width(std::string_view text) {
  std::size_t columns = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) == 0x80) continue;
    columns += byte >= 0xE3 && byte <= 0xED ? 2 : 1;
  }
  return columns;
}

}  // namespace thanbai::program
