// The standard's prescan is a small tokenizer without text modes; ours with those switched off sees
// the same tags. A tag that the 1024 bytes cut off counts for neither.
#include "html_charset.h"

#include "html_bytes.h"
#include "html_tokens.h"

namespace thanbai::html {
namespace {

constexpr std::size_t prescan_bytes = 1024;

// Where `lower` begins in `text`, in any case, from `from` on; npos if nowhere.
std::size_t find_word(std::string_view text, std::string_view lower, std::size_t from) noexcept {
  for (std::size_t i = from; i + lower.size() <= text.size(); ++i) {
    if (name_is(text.substr(i, lower.size()), lower)) return i;
  }
  return text.npos;
}

// What follows "=" at `p`: in quotation marks, or up to a space or ";".
std::string_view assigned(const char* p, const char* end) noexcept {
  if (p == end) return {};
  if (*p == '"' || *p == '\'') {
    const char* const close = find(p + 1, end, *p);
    return close == end ? std::string_view() : view(p + 1, close);
  }
  const char* stop = p;
  while (stop != end && !is(*stop, space) && *stop != ';') ++stop;
  return view(p, stop);
}

// "text/html; charset=utf-8"
std::string_view charset_in(std::string_view content) noexcept {
  constexpr std::string_view word = "charset";
  const char* const end = content.data() + content.size();
  for (std::size_t at = 0; (at = find_word(content, word, at)) != content.npos;) {
    at += word.size();
    const char* p = skip_space(content.data() + at, end);
    if (p != end && *p == '=') return assigned(skip_space(p + 1, end), end);
  }
  return {};
}

std::string_view charset_of_meta(const Tokenizer& tokenizer) noexcept {
  if (const Attribute* charset = tokenizer.attribute("charset")) return charset->value;
  const Attribute* const http_equiv = tokenizer.attribute("http-equiv");
  const Attribute* const content = tokenizer.attribute("content");
  const bool is_type = http_equiv != nullptr && name_is(http_equiv->value, "content-type");
  return is_type && content != nullptr ? charset_in(content->value) : std::string_view();
}

// <?xml version="1.0" encoding="…"?>
std::string_view charset_of_xml(std::string_view page) noexcept {
  if (page.substr(0, 5) != "<?xml") return {};
  const std::string_view declaration = page.substr(0, page.find('>'));
  const std::size_t at = declaration.find("encoding");
  if (at == page.npos) return {};
  const char* const end = declaration.data() + declaration.size();
  const char* p = skip_space(declaration.data() + at + 8, end);
  return p != end && *p == '=' ? assigned(skip_space(p + 1, end), end) : std::string_view();
}

std::string_view find_label(std::string_view page) {
  TokenizerOptions options;
  options.follow_tags = false;
  Tokenizer tokenizer(page, options);
  for (Token token; tokenizer.next(token);) {
    if (token.kind != TokenKind::start_tag || token.tag != Tag::meta) continue;
    const std::string_view label = charset_of_meta(tokenizer);
    if (!label.empty()) return label;
  }
  return charset_of_xml(page);
}

}  // namespace

std::string declared_charset(std::string_view page) {
  const std::string_view label = find_label(page.substr(0, prescan_bytes));
  if (name_is(label, "x-user-defined")) return "windows-1252";
  return std::string(label);
}

}  // namespace thanbai::html
