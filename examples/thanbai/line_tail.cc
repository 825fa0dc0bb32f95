#include "line_tail.h"

#include <algorithm>

#include "thanbai/pack.h"

namespace thanbai::program {
namespace {

constexpr std::size_t longest_lead = 24;   // bytes of what stands before the colon
constexpr std::size_t longest_name = 60;   // bytes of what stands behind it
constexpr std::size_t longest_count = 16;  // bytes of a dash, a word or two and a number
constexpr std::size_t fewest_before = 10;  // bytes of a line before them

bool has_letters(std::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0xC0;
         }) >= 3;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

/// "(ảnh: …)", "(theo …)".
std::string in_brackets(std::string_view mask) {
  const std::size_t open = mask.rfind('(');
  if (open == mask.npos || mask.back() != ')') return {};
  const std::string_view inside = mask.substr(open + 1, mask.size() - open - 2);
  const std::size_t end = std::min(inside.find(':'), inside.find(' '));
  if (end > longest_lead || inside.find(')') != std::string_view::npos) {
    return {};
  }
  const std::string_view lead = inside.substr(0, end);
  if (!has_letters(lead) || lead.find_first_of("#@\\") != lead.npos) return {};
  return "\\(" + mask_pattern(lead) + "[ :][^()]*\\)";
}

/// "… . ảnh: …": the words since the last mark, and no mark behind them.
std::string behind_colon(std::string_view mask) {
  const std::size_t colon = mask.rfind(':');
  if (colon == mask.npos || mask.size() - colon > longest_name) return {};
  const std::size_t mark = mask.find_last_of(".,;!?()\"", colon);
  const std::string_view lead =
      trimmed(mask.substr(mark == mask.npos ? 0 : mark + 1, colon - (mark + 1)));
  const std::string_view name = mask.substr(colon + 1);
  if (!has_letters(lead) || lead.size() > longest_lead || trimmed(name).empty()) return {};
  if (lead.find_first_of("#@\\") != lead.npos || name.find_first_of(".;!?()") != name.npos)
    return {};
  return "(?:^|[.,;!?()\"] ?)" + mask_pattern(lead) + " ?:[^.:;!?()]*";
}

/// "- 3", "- ảnh 3". Scores of games have a number before the dash.
std::string counted(std::string_view mask) {
  const std::size_t dash = mask.rfind('-');
  if (dash == mask.npos || mask.size() - dash > longest_count || dash < fewest_before) return {};
  const std::string_view tail = mask.substr(dash + 1);
  const std::string_view before = trimmed(mask.substr(0, dash));
  if (tail.size() < 2 || tail.front() != ' ' || tail.back() != '#' || before.empty() ||
      before.back() == '#')
    return {};
  if (std::count(tail.begin(), tail.end(), '#') != 1 || tail.find_first_of("@\\") != tail.npos) {
    return {};
  }
  return "[^ \\p{Nd}] ?-" + mask_pattern(tail);
}

}  // namespace

std::string tail_pattern(std::string_view mask) {
  if (mask.empty()) return {};
  for (const auto form : {in_brackets, behind_colon, counted}) {
    if (std::string pattern = form(mask); !pattern.empty()) return pattern;
  }
  return {};
}

}  // namespace thanbai::program
