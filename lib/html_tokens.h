// An HTML page -> its tokens, by the tokenization states of the HTML standard (section 13.2.5). No
// tree is built; nothing is copied; the time is linear in the page for any bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "html_characters.h"
#include "html_tags.h"

namespace thanbai::html {

enum class TokenKind : std::uint8_t { text, start_tag, end_tag, comment, doctype, eof };

/// The states a tokenizer can be in between two tokens. In all but `data` there is only text until
/// the state's end: an end tag named as the last start tag, "]]>" for `cdata`, never for
/// `plaintext`.
enum class State : std::uint8_t { data, rcdata, rawtext, script_data, plaintext, cdata };

/// A piece of the page. Views point into the page. The tokens of a page, eof included, follow each
/// other without a gap: each begins where the one before ended.
struct Token {
  TokenKind kind = TokenKind::eof;
  Tag tag = Tag::unknown;           // of a start or end tag
  bool self_closing = false;        // of a start tag: "/>"
  Reading reading = Reading::data;  // how `raw` reads: give both to characters()
  std::string_view raw;   // text: the text, may be empty; tag: its name; comment: what is in it;
                          // doctype: what follows the word, ">" included, for parse_doctype
  std::size_t begin = 0;  // the token's bytes, markup included, in the page; those of eof are an
  std::size_t end = 0;    // unfinished tag, which the standard drops
};

/// An attribute as it stands in the page. Reads as Reading::name and Reading::attribute.
struct Attribute {
  std::string_view name;
  std::string_view value;  // without quotes
};

/// Attributes of one tag beyond these are skipped, which bounds the memory a page can ask for.
inline constexpr std::size_t max_attributes = 4096;

/// What a doctype token says. Views into the page; the name reads as Reading::name, the identifiers
/// as Reading::rawtext. An identifier that is missing has a null data().
struct Doctype {
  std::string_view name;
  std::string_view public_id;
  std::string_view system_id;
  bool force_quirks = false;
};
Doctype parse_doctype(std::string_view raw) noexcept;

struct TokenizerOptions {
  State state = State::data;        // to begin in
  std::string_view last_start_tag;  // whose end tag ends rcdata, rawtext and script_data
  /// Whether start tags change the state as in a browser: title, script, style and so on; and
  /// whether svg and math are followed, in which they do not and CDATA sections are text.
  bool follow_tags = true;
  bool scripting = false;  // whether noscript holds raw text, not elements
};

/// Reads a page, which must outlive it, from begin to end. Any bytes will do.
///
///   html::Tokenizer tokenizer(page);
///   for (html::Token token; tokenizer.next(token);) …
class Tokenizer {
 public:
  explicit Tokenizer(std::string_view page, const TokenizerOptions& options = {});

  /// The next token; false if it is eof.
  bool next(Token& token);

  /// Attributes of the last token, a start tag, as they stand, repeated names included, of which
  /// the first counts. Valid until next().
  const std::vector<Attribute>& attributes() const noexcept { return attributes_; }

  /// The first attribute of that name, which has no upper case; nullptr if there is none.
  const Attribute* attribute(std::string_view lower_name) const noexcept;

 private:
  // Inline, as each is called in one place of html_tokens.cc and most tokens take this way.
  inline void text(Token& token) noexcept;
  inline void markup(Token& token);
  inline void tag(const char* name, TokenKind kind, Token& token);
  inline bool scan_attributes(const char* p, Token& token);
  inline void follow(const Token& token) noexcept;

  void declaration(Token& token) noexcept;
  void comment(const char* data, Token& token) noexcept;
  void bogus_comment(const char* data, Token& token) noexcept;
  void cdata_section(const char* data, Token& token) noexcept;
  const char* find_text_end() const noexcept;
  const char* find_markup() const noexcept;
  const char* find_element_end() const noexcept;
  const char* find_script_end() const noexcept;
  bool is_end_tag(const char* p) const noexcept;

  const char* page_;
  const char* end_;
  const char* at_;
  std::string_view last_start_tag_;
  std::vector<Attribute> attributes_;
  State state_;
  bool follow_tags_;
  bool scripting_;
  std::uint32_t foreign_depth_ = 0;  // of svg and math elements that are open
};

}  // namespace thanbai::html
