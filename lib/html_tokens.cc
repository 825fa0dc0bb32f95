// The standard's states, grouped by what ends them. Text ends at a "<" that opens markup, so text
// is skipped by searching for "<"; raw text at its end tag; a comment at "-->" or "--!>"; a bogus
// comment and a doctype at ">"; a tag at a ">" outside quotes. How the bytes between read does not
// matter for where they end, so that is left to characters() and parse_doctype().
#include "html_tokens.h"

#include "html_bytes.h"

namespace thanbai::html {

Tokenizer::Tokenizer(std::string_view page, const TokenizerOptions& options)
    : page_(page.data()),
      end_(page.data() + page.size()),
      at_(page.data()),
      last_start_tag_(options.last_start_tag),
      state_(options.state),
      follow_tags_(options.follow_tags),
      scripting_(options.scripting) {}

bool Tokenizer::next(Token& token) {
  attributes_.clear();
  token = Token{};
  token.begin = static_cast<std::size_t>(at_ - page_);
  if (at_ == end_) {
    // eof
  } else if (state_ == State::cdata) {
    cdata_section(at_, token);
  } else {
    text(token);
    if (token.raw.empty()) markup(token);
  }
  token.end = static_cast<std::size_t>(at_ - page_);
  return token.kind != TokenKind::eof;
}

// Text, in all states but cdata.

void Tokenizer::text(Token& token) noexcept {
  const char* text_end = find_text_end();
  if (state_ == State::rcdata) token.reading = Reading::rcdata;
  if (state_ != State::rcdata && state_ != State::data) token.reading = Reading::rawtext;
  if (state_ != State::plaintext) state_ = State::data;
  token.kind = TokenKind::text;
  token.raw = view(at_, text_end);
  at_ = text_end;
}

const char* Tokenizer::find_text_end() const noexcept {
  switch (state_) {
    case State::data: return find_markup();
    case State::rcdata:
    case State::rawtext: return find_element_end();
    case State::script_data: return find_script_end();
    case State::plaintext:
    case State::cdata: break;
  }
  return end_;
}

// The first "<" from at_ on that opens markup, or end_.
const char* Tokenizer::find_markup() const noexcept {
  for (const char* p = at_;; ++p) {
    p = find(p, end_, '<');
    if (end_ - p < 2) return end_;
    if (is(p[1], opens_markup)) return p[1] == '/' && end_ - p == 2 ? end_ : p;
  }
}

const char* Tokenizer::find_element_end() const noexcept {
  for (const char* p = at_;; ++p) {
    p = find(p, end_, '<');
    if (p == end_ || is_end_tag(p)) return p;
  }
}

// A script may hold "<!--", and after it "<script", which hides "</script" until "-->" or until the
// "</script" that belongs to it.
const char* Tokenizer::find_script_end() const noexcept {
  enum class Mode { plain, escaped, double_escaped } mode = Mode::plain;
  const auto names_script = [this](const char* p, std::string_view opening) {
    const std::size_t n = opening.size();
    return starts_with(p, end_, opening) && static_cast<std::size_t>(end_ - p) > n &&
           is(p[n], ends_tag_name);
  };
  for (const char* p = at_;;) {
    const char* q = find(p, end_, '<');
    if (mode != Mode::plain && find_dashes_end(p, q) != q) mode = Mode::plain;
    if (q == end_) return end_;
    p = q + 1;
    if (mode == Mode::double_escaped) {
      if (names_script(q, "</script")) mode = Mode::escaped;
    } else if (is_end_tag(q)) {
      return q;
    } else if (mode == Mode::escaped) {
      if (names_script(q, "<script")) mode = Mode::double_escaped;
    } else if (starts_with(q, end_, "<!--")) {
      mode = Mode::escaped;
      p = q + 2;  // "<!-->" closes itself
    }
  }
}

// Whether the "<" at p opens what the standard calls an appropriate end tag.
bool Tokenizer::is_end_tag(const char* p) const noexcept {
  const std::size_t n = last_start_tag_.size();
  return n != 0 && static_cast<std::size_t>(end_ - p) > n + 2 && p[1] == '/' &&
         is(p[n + 2], ends_tag_name) && same_name({p + 2, n}, last_start_tag_);
}

// Markup: at_ is at a "<" that opens it.

void Tokenizer::markup(Token& token) {
  const char c = at_[1];
  const bool is_end = c == '/';
  const char* const name = at_ + (is_end ? 2 : 1);
  if (is(*name, letter)) {
    return tag(name, is_end ? TokenKind::end_tag : TokenKind::start_tag, token);
  }
  if (c == '!') return declaration(token);
  if (c == '?') return bogus_comment(at_ + 1, token);
  if (at_[2] != '>') return bogus_comment(at_ + 2, token);
  token.kind = TokenKind::text;  // "</>" is nothing: text without characters
  at_ += 3;
}

void Tokenizer::tag(const char* name, TokenKind kind, Token& token) {
  const char* name_end = skip_until(name, end_, ends_tag_name);
  if (!scan_attributes(name_end, token)) {
    attributes_.clear();
    token.kind = TokenKind::eof;
    at_ = end_;
    return;
  }
  token.kind = kind;
  token.reading = Reading::name;
  token.raw = view(name, name_end);
  token.tag = tag_of(token.raw);
  if (kind == TokenKind::start_tag) {
    last_start_tag_ = token.raw;
  } else {
    attributes_.clear();
    token.self_closing = false;
  }
  if (follow_tags_) follow(token);
}

// From the end of a tag's name past its ">"; false if the page ends before.
bool Tokenizer::scan_attributes(const char* p, Token& token) {
  for (;;) {
    p = skip_space(p, end_);
    if (p == end_) return false;
    if (*p == '>') {
      at_ = p + 1;
      return true;
    }
    if (*p == '/') {
      ++p;
      if (p == end_ || *p != '>') continue;
      token.self_closing = true;
      at_ = p + 1;
      return true;
    }
    const char* name = p;
    p = skip_until(p + 1, end_, ends_attribute_name);  // a name may begin with "="
    Attribute attribute{view(name, p), view(p, p)};
    p = skip_space(p, end_);
    if (p != end_ && *p == '=') {
      p = skip_space(p + 1, end_);
      if (p == end_) return false;
      const char quote = *p;
      if (quote == '"' || quote == '\'') {
        const char* value = p + 1;
        p = find(value, end_, quote);
        if (p == end_) return false;
        attribute.value = view(value, p);
        ++p;
      } else {
        const char* value = p;
        p = skip_until(p, end_, ends_unquoted_value);
        attribute.value = view(value, p);
      }
    }
    if (attributes_.size() < max_attributes) attributes_.push_back(attribute);
  }
}

void Tokenizer::declaration(Token& token) noexcept {
  constexpr std::string_view doctype = "<!doctype";
  constexpr std::string_view cdata = "<![CDATA[";
  if (starts_with(at_, end_, "<!--")) return comment(at_ + 4, token);
  if (foreign_depth_ != 0 && view(at_, end_).substr(0, cdata.size()) == cdata) {
    return cdata_section(at_ + cdata.size(), token);
  }
  if (!starts_with(at_, end_, doctype)) return bogus_comment(at_ + 2, token);
  const char* close = find(at_, end_, '>');
  token.kind = TokenKind::doctype;
  token.reading = Reading::rawtext;
  const char* after = close == end_ ? end_ : close + 1;
  token.raw = view(at_ + doctype.size(), after);
  at_ = after;
}

void Tokenizer::comment(const char* data, Token& token) noexcept {
  token.kind = TokenKind::comment;
  token.reading = Reading::rawtext;
  for (const char* p = data;; ++p) {
    p = find(p, end_, '>');
    const std::string_view before = view(data, p);
    // "--!" ends a comment as "--" does; at the end of the page any beginning of these is dropped.
    std::size_t dropped = 0;
    if (ends_with(before, "--!")) {
      dropped = 3;
    } else if (ends_with(before, "--")) {
      dropped = 2;
    } else if (p == end_ || before.size() == 1) {  // "<!--->"
      dropped = ends_with(before, "-") ? 1 : 0;
    }
    if (p == end_ || before.empty() || dropped != 0) {
      token.raw = before.substr(0, before.size() - dropped);
      at_ = p == end_ ? end_ : p + 1;
      return;
    }
  }
}

void Tokenizer::bogus_comment(const char* data, Token& token) noexcept {
  const char* close = find(data, end_, '>');
  token.kind = TokenKind::comment;
  token.reading = Reading::rawtext;
  token.raw = view(data, close);
  at_ = close == end_ ? end_ : close + 1;
}

void Tokenizer::cdata_section(const char* data, Token& token) noexcept {
  const char* p = data;
  while ((p = find(p, end_, '>')) != end_ && !ends_with(view(data, p), "]]")) ++p;
  token.kind = TokenKind::text;
  token.reading = Reading::cdata;
  token.raw = p == end_ ? view(data, end_) : view(data, p - 2);
  at_ = p == end_ ? end_ : p + 1;
  state_ = State::data;
}

// What a tree builder would do to the tokenizer, as far as it can be known without a tree.
void Tokenizer::follow(const Token& token) noexcept {
  const Role role = role_of(token.tag);
  if (role == Role::none) return;
  const bool start = token.kind == TokenKind::start_tag;
  if (role == Role::foreign) {
    if (start && !token.self_closing) ++foreign_depth_;
    if (!start && foreign_depth_ != 0) --foreign_depth_;
    return;
  }
  if (!start) return;
  if (role == Role::never_foreign) foreign_depth_ = 0;
  if (foreign_depth_ != 0) return;
  switch (role) {
    case Role::rcdata: state_ = State::rcdata; break;
    case Role::rawtext: state_ = State::rawtext; break;
    case Role::noscript: state_ = scripting_ ? State::rawtext : State::data; break;
    case Role::script: state_ = State::script_data; break;
    case Role::plaintext: state_ = State::plaintext; break;
    case Role::none:
    case Role::foreign:
    case Role::never_foreign: break;
  }
}

const Attribute* Tokenizer::attribute(std::string_view lower_name) const noexcept {
  for (const Attribute& attribute : attributes_) {
    if (name_is(attribute.name, lower_name)) return &attribute;
  }
  return nullptr;
}

}  // namespace thanbai::html
