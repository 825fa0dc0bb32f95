// A learned pack as people read it: above each rule the pages that support it, and what it changes.
#include "learn_rules.h"

namespace thanbai::program {
namespace {

constexpr std::size_t line_shown = 100;  // bytes of a line that was left alone

std::string_view effect_name(Rule::Effect effect) {
  switch (effect) {
    case Rule::Effect::hint: return "hint";
    case Rule::Effect::opens: return "opens";
    case Rule::Effect::is: return "is";
    case Rule::Effect::ends: return "ends";
  }
  return {};
}

std::string some_pages(std::uint32_t count) {
  return std::to_string(count) + (count == 1 ? " page" : " pages");
}

/// A file's name in a comment: no line of its own.
std::string on_one_line(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < ' ') c = '?';
  }
  return text;
}

std::string shortened(const std::string& text) {
  if (text.size() <= line_shown) return text;
  std::size_t end = line_shown;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

}  // namespace

std::string Learned::to_text(const std::string& name, const std::string& language) const {
  std::string out = "# Learned from " + some_pages(pages) +
                    ". Read it, strike what is wrong, see what it does: thanbai learn --check\n";
  out += "pack     " + name + "\nlanguage " + (language.empty() ? "und" : language) + '\n';
  for (const LearnedRule& learned : rules) {
    const Rule& rule = learned.rule;
    out += "\n# On " + std::to_string(learned.pages) + " of " + some_pages(pages) + ": " +
           learned.why + ".\n# " +
           (learned.changed == 0 ? "Changes nothing on them"
                                 : "Drops what was kept on " + some_pages(learned.changed)) +
           ". See";
    for (const std::string& page : learned.names) out += ' ' + on_one_line(page);
    out += "\n[" + rule.name + "]\nlabel   " + std::string(to_string(rule.label)) + "\neffect  " +
           std::string(effect_name(rule.effect)) + '\n';
    if (rule.where == Rule::Where::anywhere) out += "where   anywhere\n";
    if (rule.where == Rule::Where::hints) out += "where   hints\n";
    if (rule.where == Rule::Where::line_end) out += "where   line_end\n";
    if (rule.max_bytes != 0) out += "max_bytes " + std::to_string(rule.max_bytes) + '\n';
    for (const std::string& phrase : rule.phrases) out += "phrase  " + phrase + '\n';
    for (const std::string& pattern : rule.patterns) out += "pattern " + pattern + '\n';
    for (const std::string& hit : rule.hits) out += "hit     " + hit + '\n';
    for (const std::string& miss : rule.misses) out += "miss    " + miss + '\n';
  }
  if (left_alone.empty()) return out;
  out += "\n# Left alone, though they recur:\n";
  for (const LeftAlone& line : left_alone) {
    out += "# On " + some_pages(line.pages) + ", kept on " + std::to_string(line.kept) + ", " +
           line.why + ": " + shortened(line.line) + '\n';
  }
  return out;
}

}  // namespace thanbai::program
