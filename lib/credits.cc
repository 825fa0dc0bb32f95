// A credit is read from outside in: brackets, a lead-in ("Theo", "By"), then segments between
// commas, dashes, slashes and bars, each a name, an agency, or the point where reading stops.
#include "credits.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "credit_words.h"
#include "unicode.h"

namespace thanbai {
namespace {

constexpr std::size_t most_characters = 60;  // of a credit
constexpr int most_names = 5;
constexpr int most_words = 5;              // of a name
constexpr std::size_t longest_label = 32;  // bytes, "Article by:"
constexpr std::size_t title_bytes = 7;     // longest abbreviated title: "PGS.TS."

template <std::size_t n>
bool is_one_of(std::string_view folded, const std::string_view (&words)[n]) {
  return std::find(std::begin(words), std::end(words), folded) != std::end(words);
}

std::string fold(std::string_view text) {
  std::string out;
  unicode::valid_fold(text, out);
  return out;
}

bool has(char32_t c, std::uint16_t bits) { return (unicode::classes(c) & bits) != 0; }

bool is_space(char32_t c) { return has(c, unicode::space); }

// Where `text` has its first character, from byte `at` on, that is white space or, if not `wanted`,
// none: signatures have no-break spaces.
std::size_t find_space(std::string_view text, std::size_t at, bool wanted = true) {
  for (const char* p = text.data() + at; p < text.data() + text.size();) {
    const auto here = static_cast<std::size_t>(p - text.data());
    if (is_space(unicode::valid_next(p)) == wanted) return here;
  }
  return text.size();
}

// Whether c is a small letter of a script that has capitals.
bool is_small(char32_t c) {
  return has(c, unicode::letter) && !has(c, unicode::upper) &&
         (c < 0x530 || (c >= 0x1E00 && c < 0x2000));
}

char32_t first_of(std::string_view text) {
  const char* p = text.data();
  return text.empty() ? 0 : unicode::valid_next(p);
}

// Marks that part credits: these anywhere, dashes between spaces only.
bool is_bar(char32_t c) { return c == U'|' || c == U'•' || c == U'·'; }
bool is_separator(char32_t c) { return is_bar(c) || c == U',' || c == U';' || c == U'/'; }

// `text` without white space, separators and dashes at its ends; a colon at the start goes too.
std::string_view trim(std::string_view text) {
  const char* begin = text.data();
  const char* const end = begin + text.size();
  const char* first = end;
  const char* last = begin;
  for (const char* p = begin; p < end;) {
    const char* const start = p;
    const char32_t c = unicode::valid_next(p);
    if (has(c, unicode::space | unicode::dash) || is_separator(c)) continue;
    if (c == U':' && first == end) continue;
    first = std::min(first, start);
    last = p;
  }
  return first < last ? text.substr(static_cast<std::size_t>(first - begin),
                                    static_cast<std::size_t>(last - first))
                      : text.substr(0, 0);
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// A slice of a credit and the mark that stands before it: 0, ',', '-', '/' or '|'.
struct Segment {
  std::string_view text;
  char32_t mark = 0;
};

// Cuts the first segment off `rest`; `mark` is the one that stood before it and becomes the next.
Segment cut(std::string_view& rest, char32_t& mark) {
  const char* const end = rest.data() + rest.size();
  bool after_space = true;
  for (const char* p = rest.data(); p < end;) {
    const auto at = static_cast<std::size_t>(p - rest.data());
    const char32_t c = unicode::valid_next(p);
    const char* next = p;
    const bool before_space = p == end || is_space(unicode::valid_next(next));
    const bool dash = has(c, unicode::dash) && after_space && before_space;
    after_space = is_space(c);
    if (!dash && !is_separator(c)) continue;
    const Segment segment{trim(rest.substr(0, at)), mark};
    mark = dash ? U'-' : is_bar(c) ? U'|' : c == U';' ? U',' : c;
    rest.remove_prefix(static_cast<std::size_t>(p - rest.data()));
    return segment;
  }
  const Segment segment{trim(rest), mark};
  rest = {};
  return segment;
}

std::string_view next_word(std::string_view& rest) {
  const std::size_t begin = find_space(rest, 0, false);
  const std::size_t end = find_space(rest, begin);
  const std::string_view word = rest.substr(begin, end - begin);
  rest.remove_prefix(end);
  return word;
}

// Whether a word can stand in a name: letters, points of initials and titles, hyphens and
// apostrophes inside.
bool is_name_word(std::string_view word) {
  char32_t last = 0;
  for (const char* p = word.data(); p < word.data() + word.size();) {
    last = unicode::valid_next(p);
    const bool inside = last == U'.' || last == U'\'' || last == U'’' || last == U'-';
    if (!inside && !has(last, unicode::letter | unicode::mark)) return false;
  }
  return last != U'.' || word.size() <= title_bytes;
}

// Whether a segment is a name or some, parted by conjunctions; adds how many.
bool are_names(std::string_view segment, int& names) {
  int words = 0;
  bool capital = false;
  while (!segment.empty()) {
    const std::string_view word = next_word(segment);
    if (word.empty()) break;
    const std::string folded = fold(word);
    if (word == "&" || (folded == word && is_one_of(folded, conjunctions))) {
      if (words == 0 || !capital) return false;
      ++names;
      words = 0;
      capital = false;
      continue;
    }
    if (!is_name_word(word) || is_one_of(folded, not_names) || ++words > most_words) return false;
    if (has(first_of(word), unicode::upper)) {
      capital = true;
    } else if (!is_one_of(folded, particles)) {
      return false;
    }
  }
  ++names;
  return capital;
}

// Whether all words of `text` can stand in the name of an outlet: no sentence, no button.
bool are_outlet_words(std::string_view text) {
  int words = 0;
  while (!text.empty()) {
    const std::string_view word = next_word(text);
    if (word.empty()) break;
    const std::string folded = fold(word);
    const bool is_joint = folded == "the" || folded == "of" || is_one_of(folded, particles) ||
                          is_one_of(folded, conjunctions);
    if (is_one_of(folded, not_names) || ++words > most_words) return false;
    if (is_small(first_of(word)) && !is_joint) return false;
  }
  return true;
}

// What speaks for `text` as a source; place if it is neither an agency nor an outlet.
Sourcing sourcing_of(std::string_view text) {
  const std::string folded = fold(text);
  if (is_one_of(folded, agencies)) return Sourcing::known;
  const std::size_t space = folded.find(' ');
  if (space == folded.npos) {
    // A domain: letters, a point, two or more small letters.
    const std::size_t dot = text.rfind('.');
    const bool is_domain = dot != text.npos && dot > 1 && text.size() - dot > 2 &&
                           text.find('@') == text.npos &&
                           std::all_of(text.begin() + static_cast<std::ptrdiff_t>(dot) + 1,
                                       text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return is_domain ? Sourcing::outlet : Sourcing::place;
  }
  if (is_small(first_of(text))) return Sourcing::place;
  if (is_one_of(folded.substr(folded.rfind(' ') + 1), outlet_last)) {
    return are_outlet_words(text) ? Sourcing::outlet : Sourcing::place;
  }
  const auto opens = [&folded](std::string_view word) {
    return folded.size() > word.size() && folded.compare(0, word.size(), word) == 0 &&
           folded[word.size()] == ' ';
  };
  return std::any_of(std::begin(outlet_first), std::end(outlet_first), opens) ? Sourcing::known
                                                                              : Sourcing::place;
}

Sourcing sourcing_of(const LeadIn& lead) { return lead.colon ? Sourcing::known : Sourcing::said; }

bool is_agency_or_outlet(std::string_view text) { return sourcing_of(text) != Sourcing::place; }

// The lead-in that opens `text`, or null; moves `text` past it.
const LeadIn* take_lead_in(std::string_view& text) {
  const char32_t first = unicode::fold(first_of(text));
  for (const LeadIn& lead : lead_ins) {
    if (first_of(lead.words) != first) continue;
    const char* p = text.data();
    const char* const end = p + text.size();
    const char* q = lead.words.data();
    const char* const q_end = q + lead.words.size();
    while (p < end && q < q_end) {
      if (unicode::fold(unicode::valid_next(p)) != unicode::valid_next(q)) break;
      if (q == q_end) {
        std::string_view rest(p, static_cast<std::size_t>(end - p));
        const std::size_t at = find_space(rest, 0, false);
        const bool colon = at < rest.size() && rest[at] == ':';
        if (!colon && (lead.colon || (at == 0 && !rest.empty()))) break;
        text = trim(rest);
        return &lead;
      }
    }
  }
  return nullptr;
}

// From the first byte of `a` to the last of `b`, both slices of one text; `b` alone if `a` is
// empty.
std::string_view join(std::string_view a, std::string_view b) {
  if (a.empty()) return b;
  return {a.data(), static_cast<std::size_t>(b.data() + b.size() - a.data())};
}

// Whether `text` can be a credit at all: short, no sentence.
bool is_short(std::string_view text) {
  if (text.empty() || characters(text) > most_characters) return false;
  return text.find_first_of("!?\"@") == text.npos && text.find("…") == text.npos;
}

std::string_view without_full_stop(std::string_view text) {
  if (text.size() > 3 && text.substr(text.size() - 3) == "./.") text.remove_suffix(3);
  // The point of an initial stays.
  if (text.size() > 3 && text.back() == '.' && text[text.size() - 3] != '.' &&
      text[text.size() - 3] != ' ') {
    text.remove_suffix(1);
  }
  return text;
}

bool is_one_word(std::string_view text) { return find_space(text, 0) == text.size(); }

// "5 min read", "Visited 1,902 times": what has digits and no lead-in is no source.
bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// `text` if it can name a source. Without a colon before it, it might be prose: "Theo thời gian,
// …".
std::string_view source_of(std::string_view text, bool trusted) {
  text = without_full_stop(text);
  const bool prose = !trusted && (text.find(". ") != text.npos || is_small(first_of(text)) ||
                                  is_one_of(fold(text), not_names));
  return is_short(text) && (!prose || is_agency_or_outlet(text)) ? text : text.substr(0, 0);
}

// `text` without its last words, three or fewer, if `is_ending` of them.
template <typename Test>
std::string_view without_ending(std::string_view text, Test is_ending) {
  std::string_view rest = text;
  std::size_t at = text.size();
  for (int words = 0; words < 3; ++words) {
    at = text.substr(0, at).rfind(' ');
    if (at == text.npos) break;
    if (is_ending(text.substr(at + 1))) rest = trim(text.substr(0, at));
  }
  return rest;
}

// "PV Mai Quý" without the job.
std::string_view without_job(std::string_view text) {
  std::string_view rest = text;
  const bool is_job = is_one_of(fold(next_word(rest)), jobs);
  rest = trim(rest);
  return is_job && !rest.empty() ? rest : text;
}

// "Jane Doe Updated", "Mai Quý lược dịch" without what pages glue to a name.
std::string_view without_status(std::string_view text) {
  return without_ending(text, [](std::string_view end) {
    const std::string folded = fold(end);
    return is_one_of(folded, statuses) || (is_small(first_of(end)) && is_one_of(folded, notes));
  });
}

// "Theo Sông Lô Copy link" without the buttons.
std::string_view without_buttons(std::string_view text) {
  while (true) {
    const std::string_view rest =
        without_ending(text, [](std::string_view end) { return is_one_of(fold(end), buttons); });
    if (rest.size() == text.size()) return text;
    text = rest;
  }
}

// Names and sources in a row, after the lead-in is gone. A `trusted` first segment need not look
// like a name: "Thực hiện: Nhóm phóng viên".
Byline parse_segments(std::string_view text, bool trusted) {
  Byline out;
  char32_t mark = 0;
  bool stopped = false;  // past what names people: only agencies may follow
  while (!text.empty()) {
    Segment segment = cut(text, mark);
    segment.text = without_job(without_status(segment.text));
    std::string_view inner = segment.text;
    if (inner.empty()) continue;
    const bool first = out.author.empty() && out.source.empty();
    if (!first && take_lead_in(inner) != nullptr) break;  // "/ Photos: Y"
    int names = 0;
    const Sourcing sourcing = sourcing_of(segment.text);
    if (sourcing != Sourcing::place) {
      if (out.source.empty()) out.sourcing = sourcing;
      out.source = join(out.source, segment.text);
    } else if (stopped || !out.source.empty() || !is_short(segment.text)) {
      stopped = true;
    } else if (!first && (segment.mark == U'/' || segment.mark == U'|')) {
      if (!has_digit(segment.text)) out.source = source_of(segment.text, false);
      stopped = true;
    } else if (are_names(segment.text, names) || (first && trusted)) {
      // "Max Muster, Berlin": a place.
      stopped =
          !first && segment.mark == U',' && is_one_word(segment.text) && !is_one_word(out.author);
      if (!stopped) out.author = join(out.author, segment.text);
    } else {
      stopped = true;
    }
    if (out.author.empty() && out.source.empty()) return {};
  }
  out.is_name_like = looks_like_names(out.author);
  return out;
}

}  // namespace

bool looks_like_names(std::string_view text) {
  if (text.empty() || characters(text) > most_characters) return false;
  int names = 0;
  char32_t mark = 0;
  for (std::string_view rest = text; !rest.empty();) {
    const Segment segment = cut(rest, mark);
    if (segment.mark == U'|' || !are_names(segment.text, names)) return false;
  }
  return names <= most_names && (text.back() != '.' || text.size() <= title_bytes);
}

bool are_initials(std::string_view letters, std::string_view name) {
  int words = 0;
  for (const char* p = letters.data(); p < letters.data() + letters.size(); ++words) {
    const char32_t letter = unicode::valid_next(p);
    const std::string_view word = next_word(name);
    if (!has(letter, unicode::upper) || word.empty() || first_of(word) != letter) return false;
  }
  return words > 1 && next_word(name).empty();
}

bool is_photo_credit(std::string_view text) {
  text = trim(text);
  if (!text.empty() && text.front() == '(') text = trim(text.substr(1));
  const LeadIn* const lead = take_lead_in(text);
  return lead != nullptr && lead->part == Part::photo;
}

bool is_author_label(std::string_view text) {
  if (!text.empty() && text.back() == ':') text.remove_suffix(1);
  if (text.size() > longest_label) return false;
  const std::string folded = fold(trim(text));
  return std::any_of(std::begin(lead_ins), std::end(lead_ins), [&folded](const LeadIn& lead) {
    return lead.part == Part::author && lead.words == folded;
  });
}

Byline parse_byline(std::string_view text) {
  text = without_full_stop(trim(text));
  if (text.empty()) return {};
  const std::size_t open = text.find('(');
  const bool bracketed = open == 0 && text.find(')') == text.size() - 1;
  if (bracketed) text = trim(text.substr(1, text.size() - 2));
  const std::string folded = fold(text);
  if (is_one_of(folded, notes) || is_one_of(folded, buttons)) return {};
  text = without_buttons(text);

  // "Hà Thu (theo AP)"
  if (!bracketed && open != text.npos && open > 0 && text.back() == ')') {
    Byline out = parse_byline(text.substr(0, open));
    std::string_view note = trim(text.substr(open + 1, text.size() - open - 2));
    const LeadIn* const lead = take_lead_in(note);
    const bool source = lead != nullptr ? lead->part == Part::source : is_agency_or_outlet(note);
    if (out.source.empty() && source) {
      out.source = source_of(note, lead != nullptr && lead->colon);
      out.sourcing = lead != nullptr ? sourcing_of(*lead) : sourcing_of(note);
    }
    return out;
  }

  const LeadIn* const lead = take_lead_in(text);
  if (lead != nullptr && lead->part == Part::source)
    return {{}, source_of(text, lead->colon), false, false, sourcing_of(*lead)};
  if (lead != nullptr && lead->part == Part::photo) return {};
  Byline out = parse_segments(text, lead != nullptr && lead->colon);
  out.is_said = lead != nullptr && !out.author.empty();
  // "(Dân trí)": what stands alone in brackets and is no name is an outlet.
  if (bracketed && lead == nullptr && out.author.empty() && out.source.empty()) {
    if (!has_digit(text)) out.source = source_of(text, false);
  }
  return out;
}

Dateline parse_dateline(std::string_view text, bool day_first) {
  Dateline out;
  out.has_date = find_date(text, day_first, out.date);
  if (!out.has_date) {
    out.byline = parse_byline(text);
    return out;
  }
  out.printed = text.substr(out.date.begin, out.date.end - out.date.begin);
  const std::string_view head = text.substr(0, out.date.begin);
  const std::string_view tail = text.substr(out.date.end);

  // A single word before the date may be a rubric: "Panorama 28.04.2023".
  std::string_view rest = trim(head);
  const bool led = take_lead_in(rest) != nullptr;
  Byline byline = parse_byline(head);
  const bool known = !byline.source.empty() || led;
  const std::string until = fold(text.substr(0, out.date.end));
  const bool is_place = until.find(", ngày ") != until.npos;  // "Hà Nội, ngày 13 tháng 3"
  const bool is_name = !is_one_word(byline.author) && head.find(':') == head.npos && !is_place;
  if (known || is_name) out.byline = byline;
  if (!out.byline.author.empty() || !out.byline.source.empty()) return out;

  rest = trim(tail);
  if (take_lead_in(rest) != nullptr || is_agency_or_outlet(rest)) {
    out.byline = parse_byline(tail);
  }
  return out;
}

}  // namespace thanbai
