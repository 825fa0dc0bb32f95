// What holds for every page: the samples and golden pages, their cuts and changed forms, and bytes
// that are no page at all.
#include <algorithm>
#include <clocale>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <deque>
#include <locale>
#include <map>
#include <random>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "dump.h"
#include "law_inputs.h"
#include "thanbai/extractor.h"
#include "unicode.h"
#include "valid_lines.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define THANBAI_ADDRESS_SANITIZER
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(THANBAI_ADDRESS_SANITIZER)
#include <sanitizer/lsan_interface.h>
#endif

namespace thanbai {
namespace {

Options with_evidence() {
  Options options;
  options.evidence = true;
  return options;
}

const Extractor& extractor() {
  static const Extractor made = [] {
    auto result = Extractor::create(with_evidence());
    if (!result) throw std::runtime_error(result.error().message);
    return *result;
  }();
  return made;
}

std::vector<Label> labels_of(const Document& page) {
  std::vector<Label> labels;
  for (const LabelledLine& line : page.lines) labels.push_back(line.label);
  return labels;
}

void expect_clean(std::string_view text, const char* what) {
  ASSERT_TRUE(unicode::any_is_valid(text)) << what;
  EXPECT_TRUE(unicode::valid_is_nfc(text)) << what << ": " << text;
}

TEST(Laws, NothingIsUnaccountedFor) {
  for (const std::string& input : all_inputs()) {
    const Tight buffer(input);
    const std::string_view bytes = buffer.view();
    const Document page = extractor().extract(bytes);
    ASSERT_EQ(page.input_bytes, bytes.size());
    std::string again;
    std::uint32_t at = 0;
    const auto gap_until = [&](std::uint32_t end) {
      const std::string_view gap = bytes.substr(at, end - at);
      for (const char *p = gap.data(), *stop = p + gap.size(); p != stop;) {
        const char32_t c = unicode::any_next(p, stop);
        EXPECT_NE(unicode::classes(c) & (unicode::space | unicode::control), 0)
            << "U+" << std::hex << static_cast<unsigned>(c) << " is in no line";
      }
      again += gap;
      at = end;
    };
    for (const LabelledLine& line : page.lines) {
      const Span span = line.line.source;
      ASSERT_LE(at, span.begin);
      ASSERT_LT(span.begin, span.end);
      ASSERT_LE(span.end, bytes.size());
      gap_until(span.begin);
      again += bytes.substr(span.begin, span.end - span.begin);
      at = span.end;
    }
    gap_until(page.input_bytes);
    EXPECT_EQ(again, bytes);
  }
}

TEST(Laws, EveryTextIsValidTrimmedNfc) {
  for (const std::string& input : all_inputs()) {
    const Tight buffer(input);
    const Document page = extractor().extract(buffer.view());
    for (const LabelledLine& line : page.lines) {
      expect_clean(line.line.text, "line");
      EXPECT_EQ(unicode::valid_trim(line.line.text), line.line.text);
      EXPECT_EQ(line.line.text.find('\n'), std::string_view::npos);
    }
    for (const Paragraph& p : page.paragraphs) expect_clean(p.text, "paragraph");
    for (const std::string_view field : {page.title, page.lead, page.byline, page.source, page.date,
                                         page.published, page.language}) {
      expect_clean(field, "field");
    }
    expect_clean(page.text(), "text");
  }
}

TEST(Laws, ParagraphsAreTheKeptLines) {
  for (const std::string& input : all_inputs()) {
    const Document page = extractor().extract(input);
    std::string text;
    for (const LabelledLine& line : page.lines) {
      if (!is_kept(line.label) || line.label == Label::title) continue;
      if (!text.empty()) text += "\n\n";
      text += line.line.text;
    }
    EXPECT_EQ(page.text(), text);
    std::uint32_t at = 0;
    for (const Paragraph& p : page.paragraphs) {
      EXPECT_LE(at, p.source.begin);
      EXPECT_LT(p.source.begin, p.source.end);
      at = p.source.end;
    }
    EXPECT_LE(at, page.input_bytes);
  }
}

TEST(Laws, ScoresAndEvidenceAreNumbersInTheirBounds) {
  for (const std::string& input : all_inputs()) {
    const Document page = extractor().extract(input);
    EXPECT_GE(page.confidence, 0.0F);
    EXPECT_LE(page.confidence, 1.0F);
    std::uint32_t at = 0;
    std::size_t titles = 0;
    for (const LabelledLine& line : page.lines) {
      titles += line.label == Label::title ? 1U : 0U;
      EXPECT_GE(line.score, 0.0F);
      EXPECT_LE(line.score, 1.0F);
      ASSERT_EQ(line.evidence_begin, at) << "one line's evidence after the other's";
      ASSERT_LE(line.evidence_begin, line.evidence_end);
      ASSERT_LE(line.evidence_end, page.evidence.size());
      for (std::uint32_t i = at; i < line.evidence_end; ++i) {
        const float weight = page.evidence[i].weight;
        EXPECT_TRUE(std::isfinite(weight));
        EXPECT_LE(std::abs(weight), 100.0F);
        EXPECT_FALSE(page.evidence[i].name.empty());
        if (i > at) {
          EXPECT_LE(std::abs(weight), std::abs(page.evidence[i - 1].weight));
        }
      }
      at = line.evidence_end;
    }
    EXPECT_EQ(at, page.evidence.size());
    EXPECT_LE(titles, 1U);
  }
}

// Rules that hit everywhere and contradict each other.
TEST(Laws, RulesOfAllKindsKeepThem) {
  std::string text = "pack hostile\n";
  for (const char* rule : {"[title]\nlabel title\neffect is\npattern c[aầ]\n",
                           "[body]\nlabel body\neffect is\npattern [oôơ]\n",
                           "[opens]\nlabel comments\neffect opens\npattern t[hr]\n",
                           "[ends]\nlabel related\neffect ends\npattern m[aớ]\n"}) {
    text.append("\n").append(rule).append("where anywhere\n");
  }
  auto pack = parse_pack(text, "hostile");
  ASSERT_TRUE(pack) << pack.error().message;
  Options options = with_evidence();
  options.packs = {std::move(*pack)};
  const auto hostile = Extractor::create(options);
  ASSERT_TRUE(hostile) << hostile.error().message;
  std::size_t ended = 0;
  for (const std::string& input : pages()) {
    const Document page = hostile->extract(input);
    std::size_t titles = 0;
    std::size_t kept_bytes = 0;
    bool has_ended = false;
    for (const LabelledLine& line : page.lines) {
      titles += line.label == Label::title ? 1U : 0U;
      if (line.label == Label::title) continue;
      EXPECT_FALSE(has_ended && is_kept(line.label)) << line.line.text;
      if (is_kept(line.label)) kept_bytes += line.line.text.size();
      for (std::uint32_t i = line.evidence_begin; i < line.evidence_end; ++i) {
        has_ended |= page.evidence[i].name == "hostile/ends" && kept_bytes > 400;
      }
    }
    ended += has_ended ? 1U : 0U;
    EXPECT_LE(titles, 1U);
  }
  EXPECT_GT(ended, 0U) << "else nothing was tried";
}

TEST(Laws, SameInputSameOutput) {
  const std::vector<std::string> inputs = all_inputs();
  std::vector<std::string> expected;
  for (const std::string& input : inputs) expected.push_back(dump(extractor().extract(input)));
  for (std::size_t i = inputs.size(); i-- > 0;) {  // in another order, with what that leaves behind
    EXPECT_EQ(dump(extractor().extract(inputs[i])), expected[i]);
  }
  const auto other = Extractor::create(with_evidence());
  ASSERT_TRUE(other);
  std::vector<std::size_t> different(8);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < different.size(); ++t) {
    threads.emplace_back([&, t, own = t % 2 == 0 ? extractor() : *other] {
      for (std::size_t n = 0; n < inputs.size(); ++n) {
        const std::size_t i = (n + t * inputs.size() / 8) % inputs.size();
        different[t] += dump(own.extract(inputs[i])) != expected[i] ? 1U : 0U;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(different, std::vector<std::size_t>(8, 0)) << "in each of eight threads";
}

TEST(Laws, AScratchThatIsKeptChangesNothing) {
  const std::vector<std::string> inputs = all_inputs();
  Scratch kept;
  const auto expect_same = [&](const Extractor& each) {
    for (const std::string& input : inputs) {
      Scratch fresh;
      EXPECT_EQ(dump(each.extract(input, kept)), dump(each.extract(input, fresh)));
    }
  };
  for (const char* const language : {"en", "vi", "en"}) {  // other words and rules are known
    Options options = with_evidence();
    options.languages = {language};
    const auto other = Extractor::create(options);  // is gone when the next comes
    ASSERT_TRUE(other);
    for (int again = 0; again < 2; ++again) expect_same(*other);
    expect_same(extractor());
  }
}

TEST(Laws, AScratchMayChangeExtractorsFromPageToPage) {
  std::vector<Extractor> extractors = {extractor()};
  for (const char* const language : {"en", "vi"}) {
    Options options = with_evidence();
    options.languages = {language};
    const auto made = Extractor::create(options);
    ASSERT_TRUE(made);
    extractors.push_back(*made);
  }
  Scratch kept;
  for (const std::string& input : all_inputs()) {
    for (const Extractor& each : extractors) {
      EXPECT_EQ(dump(each.extract(input, kept)), dump(each.extract(input)));
    }
  }
}

TEST(Laws, EvidenceChangesNoLabel) {
  const auto silent = Extractor::create();
  ASSERT_TRUE(silent);
  for (const std::string& input : all_inputs()) {
    const Document page = silent->extract(input);
    EXPECT_TRUE(page.evidence.empty());
    EXPECT_EQ(labels_of(page), labels_of(extractor().extract(input)));
  }
}

std::string with_breaks(const std::string& page, std::string_view line_break) {
  std::string out;
  for (const char c : page) {
    if (c == '\n') {
      out += line_break;
    } else if (c != '\r') {
      out += c;
    }
  }
  return out;
}

TEST(Laws, TheKindOfLineBreakDoesNotMatter) {
  for (const std::string& page : pages()) {
    const std::string plain = with_breaks(page, "\n");
    const Document expected = extractor().extract(plain);
    for (const std::string_view line_break : {"\r\n", "\r", "\xE2\x80\xA8", "  \n", "\n\xC2\xA0"}) {
      const std::string changed = with_breaks(page, line_break);
      EXPECT_EQ(labels_of(extractor().extract(changed)), labels_of(expected));
    }
  }
}

TEST(Laws, BreaksAtTheEndsDoNotMatter) {
  for (const std::string& page : pages()) {
    const std::vector<Label> expected = labels_of(extractor().extract(page));
    const std::string changed = "\xEF\xBB\xBF" + page + "\n\n \n";
    EXPECT_EQ(labels_of(extractor().extract(changed)), expected);
  }
}

/// Each letter as its base and marks, found by turning valid_to_nfc around.
std::string decomposed(std::string_view text) {
  static const std::map<char32_t, std::pair<char32_t, char32_t>> parts = [] {
    std::map<char32_t, std::pair<char32_t, char32_t>> result;
    std::vector<char32_t> bases;
    for (char32_t c = 'A'; c < 0x1F00; ++c) {
      if ((unicode::classes(c) & unicode::letter) != 0) bases.push_back(c);
    }
    for (const char32_t base : bases) {
      for (char32_t mark = 0x300; mark < 0x330; ++mark) {
        std::string pair;
        unicode::append(pair, base);
        unicode::append(pair, mark);
        const std::string composed = unicode::valid_to_nfc(pair);
        const char* p = composed.data();
        const char32_t c = unicode::valid_next(p);
        // The lower mark first, as canonical order wants it, and one way for each letter.
        if (p == composed.data() + composed.size() && c != base) result[c] = {base, mark};
      }
    }
    return result;
  }();
  std::string out;
  for (const char *p = text.data(), *end = p + text.size(); p != end;) {
    std::u32string letters(1, unicode::any_next(p, end));
    for (auto at = parts.find(letters[0]); at != parts.end(); at = parts.find(letters[0])) {
      letters[0] = at->second.first;
      letters.insert(1, 1, at->second.second);
    }
    for (const char32_t c : letters) unicode::append(out, c);
  }
  return out;
}

TEST(Laws, CombiningFormsAreReadAsComposedOnes) {
  EXPECT_EQ(decomposed("Việt"), "Vie\xCC\xA3\xCC\x82t") << "canonical order";
  for (const std::string& page : pages()) {
    const std::string changed = decomposed(page);
    const Document expected = extractor().extract(page);
    const Document got = extractor().extract(changed);
    EXPECT_EQ(labels_of(got), labels_of(expected));
    EXPECT_EQ(got.text(), expected.text());
    EXPECT_EQ(got.title, expected.title);
    EXPECT_EQ(got.published, expected.published);
  }
}

// The title and the lines that are rightly kept, a blank line between, are clean text: all of it is
// kept, and the title is found again.
TEST(Laws, CleaningCleanTextChangesNothing) {
  for (const auto& [folder, ending] :
       {std::pair{"data/samples", ".labels"}, std::pair{"golden", ".expected"}}) {
    for (auto path : pages_in(folder)) {
      const std::vector<std::string> texts = split_lines(read_bytes(path));
      const std::vector<std::string> labels =
          split_lines(read_bytes(path.replace_extension(ending)));
      std::string title, text;
      for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto label = label_from(labels[i].substr(0, labels[i].find(' ')));
        if (!label || !is_kept(*label)) continue;
        const std::string line = unicode::valid_to_nfc(unicode::valid_trim(texts[i]));
        if (*label == Label::title) {
          title = line;
        } else {
          text += (text.empty() ? "" : "\n\n") + line;
        }
      }
      if (text.empty()) continue;
      const std::string clean = title + "\n\n" + text;
      const Document page = extractor().extract(clean);
      EXPECT_EQ(to_string(page.verdict), "article") << path;
      EXPECT_EQ(page.title, title) << path;
      EXPECT_EQ(page.text(), text) << path;
    }
  }
}

std::string utf16_of(std::string_view text) {
  std::string out = "\xFF\xFE";
  for (const char *p = text.data(), *end = p + text.size(); p != end;) {
    const char32_t c = unicode::any_next(p, end);  // the pages stay below U+10000
    out += static_cast<char>(c & 0xFF);
    out += static_cast<char>(c >> 8);
  }
  return out;
}

TEST(Laws, TheCharsetDoesNotMatter) {
  for (const std::string& page : pages()) {
    const std::string bytes = utf16_of(page);
    const auto utf8 = to_utf8(bytes);
    ASSERT_TRUE(utf8);
    const Document expected = extractor().extract(page);
    const Document got = extractor().extract(read_text(*utf8));
    EXPECT_EQ(labels_of(got), labels_of(expected));
    EXPECT_EQ(got.text(), expected.text());
    for (const LabelledLine& line : got.lines) {  // spans are of the bytes that came in
      const Span span = line.line.source;
      ASSERT_LE(span.end, bytes.size());
      const std::string source = "\xFF\xFE" + bytes.substr(span.begin, span.end - span.begin);
      const auto again = to_utf8(source);
      ASSERT_TRUE(again);
      const Lines lines = read_text(*again);
      ASSERT_EQ(lines.items.size(), 1U);
      EXPECT_EQ(lines.items[0].text, line.line.text);
    }
  }
}

TEST(Laws, AnyBytesAreHtml) {
  std::vector<std::string> inputs = all_inputs();
  for (const std::string& page : pages()) {
    std::string html = "<!doctype html><title>x</title><body>";
    for (const std::string& line : split_lines(page)) html += "<p>" + line + "</p>\n";
    inputs.push_back(std::move(html));
  }
  for (const std::string& input : inputs) {
    const Tight buffer(input);
    const Document page = extractor().extract(read_html(buffer.view()));
    std::uint32_t at = 0;
    for (const LabelledLine& line : page.lines) {
      EXPECT_LE(at, line.line.source.begin);
      EXPECT_LE(line.line.source.begin, line.line.source.end);
      at = line.line.source.end;
      expect_clean(line.line.text, "line");
    }
    EXPECT_LE(at, input.size());
    expect_clean(page.text(), "text");
    EXPECT_EQ(dump(extractor().extract(read_html(buffer.view()))), dump(page));
  }
}

/// Any bytes, many of them pieces of characters; each in a buffer of its size.
class AnyBytes {
 public:
  std::string_view operator()(std::size_t most) {
    constexpr std::string_view pieces[] = {"\xE9", "\xE1\xBA", "\xF0\x9F", "\xC2",     "\x80",
                                           "a",    " ",        "ế",        "caption ", ". "};
    std::string bytes;
    for (std::size_t size = random_() % (most + 1); bytes.size() < size;) {
      const bool any = random_() % 4 == 0;
      bytes += any ? std::string(1, static_cast<char>(random_() & 0xFF))
                   : std::string(pieces[random_() % std::size(pieces)]);
    }
    return kept_.emplace_back(bytes).view();
  }
  std::uint32_t number() { return random_() % 4 != 0 ? random_() % 8 : random_(); }

 private:
  std::mt19937 random_{11};
  std::deque<Tight> kept_;
};

/// Lines that no reader gives.
Lines any_lines(AnyBytes& any) {
  Lines lines;
  for (std::uint32_t row = 0, count = any.number() % 9; row < count; ++row) {
    Line& line = lines.items.emplace_back();
    line.text = any(60);
    line.source = {any.number(), any.number()};
    line.block = static_cast<Block>(any.number() & 0xFF);
    line.opens_block = any.number() % 2 == 0;
    line.level = static_cast<std::uint8_t>(any.number());
    line.link_bytes = any.number();
    line.container = any.number();
    line.outer_container = any.number();
    line.hints = row % 2 == 0 ? any(30) : lines.items[row - 1].hints;
    lines.containers.push_back(any.number());
    const std::uint32_t linked = any.number() % 4 == 0 ? any.number() : row;
    lines.links.push_back({linked, line.source, any(20), any(20)});
  }
  lines.address = any(30);
  Metadata& m = lines.metadata;
  for (const auto field : metadata_texts) m.*field = any(60);
  m.authors = {any(20), any(20)};
  m.other_headlines = {any(30)};
  return lines;
}

TEST(Laws, AnyLinesGiveADocument) {
  AnyBytes any;
  for (int i = 0; i < 400; ++i) {
    const Lines lines = any_lines(any);
    const Document page = extractor().extract(lines);
    ASSERT_EQ(page.lines.size(), lines.items.size());
    std::uint64_t ill_formed = 0;
    for (std::size_t row = 0; row < page.lines.size(); ++row) {
      const Line& line = page.lines[row].line;
      EXPECT_EQ(line.text, unicode::any_to_valid(lines.items[row].text, ill_formed));
      EXPECT_EQ(line.hints, lines.items[row].hints);
      EXPECT_EQ(line.container, lines.items[row].container);
    }
    EXPECT_GE(page.replaced_bytes, ill_formed);
    for (const std::string_view text :
         {page.title, page.lead, page.byline, page.source, page.date, page.published, page.modified,
          page.language, page.site, page.url, page.base, page.image, page.description}) {
      EXPECT_TRUE(unicode::any_is_valid(text));
    }
    for (const Link& link : page.links) {
      EXPECT_TRUE(unicode::any_is_valid(link.text));
      EXPECT_TRUE(unicode::any_is_valid(link.href));
    }
    EXPECT_TRUE(unicode::any_is_valid(page.text()));
    Scratch kept;
    EXPECT_EQ(dump(extractor().extract(lines, kept)), dump(page));
  }
}

TEST(Laws, DocumentsOutliveLinesAndExtractor) {
  const std::string input = pages().front();
  Document page;
  {
    auto own = Extractor::create(with_evidence());
    ASSERT_TRUE(own);
    const Document first = own->extract(input);
    page = first;
  }
  EXPECT_EQ(dump(page), dump(extractor().extract(input)));
}

/// What an Extractor made now says of all pages, as text and as HTML with JSON-LD in it.
std::vector<std::string> said_of_pages() {
  std::vector<std::string> out;
  const auto made = Extractor::create(with_evidence());
  if (!made) return out;
  for (const std::string& page : pages()) {
    out.push_back(dump(made->extract(page)));
    const std::string html =
        "<TITLE>I</TITLE><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"wordCount\":"
        "1.5e3,\"headline\":\"ISTANBUL\"}</script><P CLASS=TITLE>" +
        page;
    out.push_back(dump(made->extract(read_html(html))));
  }
  return out;
}

TEST(Laws, NoLocaleIsAsked) {
  struct Odd : std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\1"; }
  };
  const std::vector<std::string> expected = said_of_pages();
  const std::locale before = std::locale::global(std::locale(std::locale(), new Odd));
  const std::vector<std::string> got = said_of_pages();
  std::locale::global(before);
  EXPECT_EQ(got, expected);
}

class LocaleLaw : public testing::TestWithParam<const char*> {};

/// The C library keeps what it once loaded of a locale: no leak of ours.
#if defined(__SANITIZE_ADDRESS__) || defined(THANBAI_ADDRESS_SANITIZER)
using LocaleMayStay = __lsan::ScopedDisabler;
#else
struct LocaleMayStay {
  LocaleMayStay() {}
};
#endif

// Turkish has its own lower case of I; both write 1.5 as 1,5.
TEST_P(LocaleLaw, ChangesNothing) {
  const std::vector<std::string> expected = said_of_pages();
  const auto set = [](const char* name) {
    const LocaleMayStay may_stay;
    return std::setlocale(LC_ALL, name);
  };
  const auto set_global = [](const std::locale& to) {
    const LocaleMayStay may_stay;
    return std::locale::global(to);
  };
  if (set(GetParam()) == nullptr) {
    ASSERT_EQ(std::getenv("CI"), nullptr) << "CI must have the locale " << GetParam();
    GTEST_SKIP() << "there is no locale " << GetParam();
  }
  const auto named = [](const char* name) {
    const LocaleMayStay may_stay;
    return std::locale(name);
  };
  const std::locale before = set_global(named(GetParam()));
  EXPECT_STREQ(std::localeconv()->decimal_point, ",") << "the locale is in force";
  const std::vector<std::string> got = said_of_pages();
  set_global(before);
  set("C");
  EXPECT_EQ(got, expected);
}

INSTANTIATE_TEST_SUITE_P(Laws, LocaleLaw, testing::Values("tr_TR.UTF-8", "vi_VN.UTF-8"));

}  // namespace
}  // namespace thanbai
