#include "line_features.h"

#include <string>

#include "measured_page.h"

namespace thanbai {
namespace {

const char* const pack_text =
    "pack p\n"
    "language vi\n"
    "stopwords và của là\n"
    "[words.share]\nlabel share\nwhere word\nphrase chia\nphrase facebook\n"
    "[words.related]\nlabel related\nwhere word\nphrase liên\n"
    "[words.caption]\nlabel caption\nwhere word\nphrase ảnh\n"
    "[words.comments]\nlabel comments\nwhere word\nphrase luận\n"
    "[words.advert]\nlabel advert\nwhere word\nphrase quảng\n"
    "[words.footer]\nlabel footer\nwhere word\nphrase hotline\n";

struct Case {
  std::string_view text;
  std::string_view column;
  int value;
};

// What one line looks like by itself.
const Case line_cases[] = {
    // code points and words, not bytes; two letters of a script without spaces are a word
    {"Hà Nội", "chars", 6},
    {"Hà Nội 2019", "words", 3},
    {"", "words", 0},
    {"東京都知事", "words", 2},
    // shares are per mille: letters and digits of characters, capitals of letters
    {"ab12", "letter_share", 500},
    {"ab12", "digit_share", 500},
    {"ABcd 1", "upper_share", 500},
    {"123", "upper_share", 0},
    {"a,b.", "punctuation_share", 500},
    {"a + b = c", "symbols", 2},
    // commas of any script, per thousand words
    {"a, b; c、d，", "commas", 4},
    {"a, b", "comma_share", 500},
    // a mark ends a sentence if space, a closing quotation mark or the end follows
    {"Một. Hai! Ba?", "sentence_ends", 3},
    {"Lãi 1.5 tỷ", "sentence_ends", 0},
    {"“Xong rồi.” Ông nói.", "sentence_ends", 2},
    {"Một hai.", "sentence_share", 500},
    {"Xong.", "ends_sentence", 1},
    {"Xong", "ends_sentence", 0},
    {"Xong:", "ends_sentence", 0},
    {"Xong?", "ends_sentence", 1},
    {"Xong.”", "ends_sentence", 1},
    {"(Xong.)", "ends_sentence", 1},
    {"(Xong)", "ends_sentence", 0},
    {"終わった。", "ends_sentence", 1},
    {"終わった！」", "ends_sentence", 1},
    {"यह अंत है।", "ends_sentence", 1},
    {"ما هذا؟", "ends_sentence", 1},
    {"Վերջ։", "ends_sentence", 1},
    {"Còn nữa…", "ends_sentence", 1},
    {"Còn nữa…", "ends_ellipsis", 1},
    {"Còn nữa...", "ends_ellipsis", 1},
    {"Còn nữa.", "ends_ellipsis", 0},
    {"Còn… nữa", "ends_ellipsis", 0},
    {"Ảnh:", "ends_colon", 1},
    {"写真：", "ends_colon", 1},
    {"Ảnh: An", "ends_colon", 0},
    {"(TTXVN)", "ends_bracket", 1},
    {"(TTXVN) đưa tin", "ends_bracket", 0},
    // how it begins: exactly one of these, and none for scripts without capitals
    {"Đà Nẵng", "starts_upper", 1},
    {"đà nẵng", "starts_upper", 0},
    {"đà nẵng", "starts_lower", 1},
    {"東京", "starts_lower", 0},
    {"24/12", "starts_digit", 1},
    {"“Tôi", "starts_quote", 1},
    {"(CLO)", "starts_quote", 1},
    {"© 2019", "starts_mark", 1},
    {"Tôi", "starts_mark", 0},
    // its words: mean length in tenths, the longest, capitals
    {"ab abcd", "word_length", 30},
    {"ab abcd", "longest_word", 4},
    {"Hà nội", "capital_share", 500},
    {"USA và EU, A", "shout_share", 500},
    {"a bc", "single_share", 500},
    // marks of menus and of prose
    {"A | B › C", "separators", 2},
    {"(a) [b", "brackets", 2},
    {"“a” b", "quotes", 2},
    {"a: b：c", "colons", 2},
    {"東京 ab", "spaceless_share", 400},
    {"Email: an@toasoan.com", "web_marks", 2},
    {"https://www.vidu", "web_marks", 2},
    {"Năm 1945, 2019 và 3000 hay 20190", "years", 2},
    {"Lúc 19:00 hay 7:30", "clock_times", 2},
    {"Ảnh:3 người", "clock_times", 0},
    // words that packs name, in any case
    {"Và nhà của tôi", "stopword_share", 500},
    {"CHIA sẻ Facebook", "cue_share_words", 2},
    {"chiaa sẻ", "cue_share_words", 0},
    {"Tin liên quan", "cue_related", 1},
    {"Bình luận", "cue_comments", 1},
    {"Quảng cáo", "cue_advert", 1},
    {"HOTLINE", "cue_footer", 1},
    {"ảnh, ảnh", "cue_caption", 2},
};

TEST(LineFeatures, OfALineByItself) {
  const std::vector<Pack> packs = {pack_of(pack_text)};
  for (const Case& c : line_cases) {
    EXPECT_EQ(MeasuredPage({c.text}, packs).value(c.column, 0), c.value)
        << c.column << " of " << c.text;
    // and no neighbour changes it
    const MeasuredPage among({"Tin khác", c.text, c.text, "Xong."}, packs);
    EXPECT_EQ(among.value(c.column, 1), c.value) << c.column << " of " << c.text;
    EXPECT_EQ(among.value(c.column, 2), c.value) << c.column << " of " << c.text;
  }
}

TEST(LineFeatures, OfTheSource) {
  Lines lines = lines_of({"Đọc thêm"});
  Line& line = lines.items[0];
  line.block = Block::heading;
  line.level = 2;
  line.opens_block = true;
  line.link_bytes = static_cast<std::uint32_t>(line.text.size() / 2);
  const MeasuredPage page(lines);
  EXPECT_EQ(page.value("block", 0), static_cast<int>(Block::heading));
  EXPECT_EQ(page.value("level", 0), 2);
  EXPECT_EQ(page.value("opens_block", 0), 1);
  EXPECT_EQ(page.value("link_share", 0), 500) << "of bytes";
}

TEST(LineFeatures, OfALineInItsPage) {
  const MeasuredPage page({
      "Cầu mới thông xe - Báo Ví Dụ",         // 0: the page's title, with the outlet's name
      "Tin mới",                              // 1
      "Cầu mới thông xe",                     // 2: its headline
      "Cầu dài hai cây số.",                  // 3
      "TIN MỚI!",                             // 4: the same words as 1
      "Tin vui: xe mới chạy qua cầu mới xây"  // 5
  });
  struct RowCase {
    std::size_t row;
    std::string_view column;
    int value;
  };
  const RowCase cases[] = {
      // repeats are told by words alone
      {1, "repeats", 2},
      {1, "is_repeat", 0},
      {4, "repeats", 2},
      {4, "is_repeat", 1},
      {2, "repeats", 1},
      // "tin" and "mới" stand in three lines or more; "dài hai cây số" only here
      {1, "common_share", 1000},
      {3, "rare_share", 800},
      // its place: by lines, and by words before it
      {0, "line_number", 0},
      {5, "line_number", 5},
      {5, "lines_after", 0},
      {0, "lines_after", 5},
      {0, "relative_place", 0},
      {3, "relative_place", 448},  // 13 of 29 words
      {3, "page_lines", 6},
      {3, "page_words", 2},  // tens
      // the title's words
      {2, "title_overlap", 571},  // 4 of 7
      {3, "title_overlap", 142},
      {2, "lines_since_headline", 0},
      {1, "lines_since_headline", -1},
      {3, "words_since_headline", 4},
      {1, "words_since_headline", -2},
  };
  for (const RowCase& c : cases) {
    EXPECT_EQ(page.value(c.column, c.row), c.value) << c.column << " of line " << c.row;
  }
  EXPECT_GE(page.value("title_similarity", 0), 550) << "the headline agrees with the title";
}

TEST(LineFeatures, EachLabelHasItsColumns) {
  const auto name_of = [](Feature feature) {
    return feature_names[static_cast<std::size_t>(feature)];
  };
  for (std::size_t i = 0; i < label_count; ++i) {
    const auto label = static_cast<Label>(i);
    const bool is_prose = label == Label::body || label == Label::heading || label == Label::quote;
    const std::string own(is_prose ? "body" : to_string(label));
    EXPECT_EQ(name_of(hit_feature(label)), "hit_" + (label == Label::title ? "lead" : own));
    EXPECT_EQ(name_of(hint_feature(label)), "hint_" + own);
    if (const auto cue = cue_feature(label)) {
      EXPECT_EQ(name_of(*cue), "cue_" + (label == Label::share ? "share_words" : own));
    }
  }
}

TEST(LineFeatures, HowMuchOfALineADeclaredArticleHolds) {
  std::string body;
  for (char c = 'a'; c < 'a' + 26; ++c) body += {'t', c, ' '};
  body += "một hai ba bốn";
  Lines lines = lines_of({"tc td te", "tc td khác", "te tb", "tb"});
  lines.metadata.article_body = body;
  const MeasuredPage page(lines);
  const int expected[] = {1000, 500, 0, 0};  // pairs of neighbours
  for (std::size_t row = 0; row < 4; ++row) {
    EXPECT_EQ(page.value("declared_share", row), expected[row]) << row;
  }
  lines.metadata.article_body = "tc td te";
  EXPECT_EQ(MeasuredPage(lines).value("declared_share", 0), -1) << "a summary is no article";
}

TEST(LineFeatures, HowMuchOfTheDescriptionALineHolds) {
  Lines lines = lines_of({"Mưa lớn làm ngập nhiều phố", "Mưa lớn",
                          "mưa lớn làm ngập nhiều phố của thủ đô", "Nắng", ""});
  lines.metadata.description = "Mưa lớn làm ngập nhiều phố…";
  const MeasuredPage page(lines);
  const int expected[] = {1000, 200, 1000, 0, 0};  // of five pairs
  for (std::size_t row = 0; row < 5; ++row) {
    EXPECT_EQ(page.value("description_overlap", row), expected[row]) << row;
  }
  lines.metadata.description = "Mưa lớn";
  EXPECT_EQ(MeasuredPage(lines).value("description_overlap", 0), -1) << "too short to tell";
  lines.metadata.description = "";
  EXPECT_EQ(MeasuredPage(lines).value("description_overlap", 0), -1) << "none is declared";
}

TEST(LineFeatures, WithoutAHeadlineNothingIsSinceIt) {
  const MeasuredPage page({"Trang chủ của báo", "Giá vàng tăng", "Mưa lớn ở miền Trung"});
  EXPECT_EQ(page.value("lines_since_headline", 1), smallest_value);
  EXPECT_EQ(page.value("words_since_headline", 2), smallest_value);
}

TEST(LineFeatures, LinesWithoutWordsRepeatNothing) {
  const MeasuredPage page({"***", "***", ""});
  EXPECT_EQ(page.value("repeats", 1), 1);
  EXPECT_EQ(page.value("is_repeat", 1), 0);
  EXPECT_EQ(page.value("common_share", 0), 0);
}

TEST(LineFeatures, LongValuesStayInBounds) {
  std::string text(100000, 'a');
  const MeasuredPage page({text, text});
  EXPECT_EQ(page.value("chars", 0), largest_value);
  for (std::size_t c = 0; c < feature_count; ++c) {
    for (std::size_t row = 0; row < 2; ++row) {
      EXPECT_GE(page.columns[c][row], smallest_value) << column_name(c);
      EXPECT_LE(page.columns[c][row], largest_value) << column_name(c);
    }
  }
}

TEST(LineFeatures, CountWhatTellsTheLanguage) {
  const MeasuredPage page({"Và nhà của tôi", "서울", "ひらカナ漢字", "ไทย"}, {pack_of(pack_text)});
  EXPECT_EQ(page.language.stopwords[0], 2U);
  EXPECT_EQ(page.language.words, 5U) << "what is written apart: four, and the Korean one";
  EXPECT_EQ(page.language.hangul, 2U);
  EXPECT_EQ(page.language.kana, 4U);
  EXPECT_EQ(page.language.han, 2U);
  EXPECT_EQ(page.language.thai, 3U);
}

TEST(LineFeatures, APageWithoutLinesHasNoRows) {
  EXPECT_EQ(MeasuredPage(std::vector<std::string_view>{}).columns.rows(), 0U);
}

TEST(LineFeatures, EachLabelHasTheColumnOfItsRules) {
  for (std::size_t i = 0; i < label_count; ++i) {
    const auto label = static_cast<Label>(i);
    const Feature feature = hit_feature(label);
    EXPECT_TRUE(is_hit_column(static_cast<std::size_t>(feature))) << to_string(label);
    const std::string_view name = feature_names[static_cast<std::size_t>(feature)];
    const bool is_own = name == "hit_" + std::string(to_string(label));
    const bool is_prose = label == Label::title || label == Label::heading || label == Label::quote;
    EXPECT_NE(is_own, is_prose) << to_string(label) << " has " << name;
    if (is_prose) {
      EXPECT_TRUE(name == "hit_lead" || name == "hit_body");
    }
  }
  EXPECT_FALSE(is_hit_column(column("chars")));
  EXPECT_FALSE(is_hit_column(column("first_score")));
}

}  // namespace
}  // namespace thanbai
