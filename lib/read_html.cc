// Tokens in, lines out. A stack of open elements says what text is and whether it shows; text
// flows into the pending line until an element breaks it. Cells of a table's row are collected into
// one line as long as they hold plain text. Text that is never shown goes to a channel of its own,
// so that it neither breaks nor joins what is shown, and is kept only if little else is there.
#include <algorithm>
#include <limits>
#include <memory>
#include <utility>

#include "arena.h"
#include "charset.h"
#include "clean_text.h"
#include "html_bytes.h"
#include "html_charset.h"
#include "html_elements.h"
#include "html_tokens.h"
#include "open_elements.h"
#include "page_metadata.h"
#include "pending_line.h"
#include "thanbai/line.h"
#include "unicode.h"

namespace thanbai {
namespace {

using html::Kind;
using html::Tag;
using Field = PageMetadata::Field;

// A cell with more text than this is not one of a data table: layouts in tables hold whole
// articles.
constexpr std::size_t max_cell_bytes = 300;

// What is concealed counts as the article if it has paragraphs of this much text together and what
// shows has less. A paragraph is a line of so many bytes, few of them in links.
constexpr std::size_t min_article_bytes = 400;
constexpr std::size_t min_paragraph_bytes = 80;

constexpr std::size_t max_captured_bytes = 200;  // of an element's text that is metadata

// What an attribute is for.
enum class Use : std::uint8_t {
  none,
  hint,
  style,
  hidden,
  aria_hidden,
  href,
  open,
  moment,
  shadow
};

bool starts_with(std::string_view name, std::string_view lower) noexcept {
  return html::name_is(name.substr(0, lower.size()), lower);
}

Use use_of(std::string_view name) noexcept {
  const auto is = [name](std::string_view lower) { return html::name_is(name, lower); };
  switch (name.size()) {
    case 2: return is("id") ? Use::hint : Use::none;
    case 3: return is("rel") ? Use::hint : Use::none;
    case 4:
      if (is("role") || is("type")) return Use::hint;
      if (is("href")) return Use::href;
      return is("open") ? Use::open : Use::none;
    case 5:
      if (is("class")) return Use::hint;
      return is("style") ? Use::style : Use::none;
    case 6: return is("hidden") ? Use::hidden : Use::none;
    case 8:
      if (is("itemprop")) return Use::hint;
      if (is("datetime")) return Use::moment;
      break;
    case 10:
      if (is("aria-label")) return Use::hint;
      break;
    case 11:
      if (is("aria-hidden")) return Use::aria_hidden;
      break;
    case 14:
      if (is("shadowrootmode")) return Use::shadow;
      break;
    default: break;
  }
  return starts_with(name, "data-") ? Use::hint : Use::none;
}

// Whether a value may be a hint: of the data- attributes and labels only short words.
bool is_telling(const html::Attribute& attribute) noexcept {
  constexpr std::size_t max_label_bytes = 40;
  const bool is_free = starts_with(attribute.name, "data-") || starts_with(attribute.name, "aria-");
  if (attribute.value.empty()) return false;
  if (!is_free) return true;
  const std::string_view value = attribute.value;
  return value.size() <= max_label_bytes && html::is(value.front(), html::letter) &&
         value.find_first_of(":/{=&?") == value.npos;
}

// Whether a style declares `property` to begin with `value`: "display: none".
bool declares(std::string_view style, std::string_view property, std::string_view value) noexcept {
  const char* const begin = style.data();
  const char* const end = begin + style.size();
  for (const char* colon = html::find(begin, end, ':'); colon != end;
       colon = html::find(colon + 1, end, ':')) {
    const char* name_end = colon;
    while (name_end != begin && html::is(name_end[-1], html::space)) --name_end;
    const char* name = name_end;
    while (name != begin && (html::is(name[-1], html::letter) || name[-1] == '-')) --name;
    if (!html::name_is(html::view(name, name_end), property)) continue;
    if (html::starts_with(html::skip_space(colon + 1, end), end, value)) return true;
  }
  return false;
}

// What a start tag's attributes say.
struct Attributes {
  bool is_hidden = false;
  bool is_open = false;
  bool is_preformatted = false;
  bool is_shadow = false;
  bool has_href = false;
  std::string_view href, datetime, itemprop, type, rel;
};

// Lines that show, or lines that do not, and the one in the making.
struct Channel {
  enum class Break : std::uint8_t { none, line, block };

  PendingLine line;
  PendingLine row;
  Break last_break = Break::block;
  std::vector<Line> lines;
  std::vector<Link> links;
};

class Reader {
 public:
  Reader(std::string_view page, const HtmlOptions& options)
      : page_(page), options_(options), elements_(*arena_), tokenizer_(page) {}

  Lines read() && {
    for (html::Token token; tokenizer_.next(token);) {
      switch (token.kind) {
        case html::TokenKind::text: text(token); break;
        case html::TokenKind::start_tag: start_tag(token); break;
        case html::TokenKind::end_tag: end_tag(token); break;
        default: break;
      }
    }
    pop_to(1);
    break_block();
    return finish();
  }

 private:
  // ---- tags

  void start_tag(const html::Token& token) {
    const html::Element known = html::element_of(token.tag);
    is_json_ld_ = false;
    switch (known.kind) {
      case Kind::empty: return empty_element(token.tag);
      case Kind::line_end: return break_line();
      case Kind::page:
        if (token.tag == Tag::html) language();
        return;
      default: break;
    }
    if (foreign_ != 0 && html::role_of(token.tag) == html::Role::never_foreign) {
      pop_to(foreign_);  // as a browser leaves an <svg> that was never closed
    }
    if (!html::is_flow(known.kind) && known.kind < Kind::skipped) end_implied(known.kind);
    if (known.kind == Kind::rule) return;
    if (elements_.is_full()) {
      // Paragraphs and items are often not closed, so they cannot be counted.
      const bool is_counted =
          !html::is_flow(known.kind) && known.kind != Kind::paragraph && known.kind != Kind::item;
      too_deep_ += is_counted;
      return;
    }
    open(token, known);
  }

  void open(const html::Token& token, const html::Element& known) {
    const OpenElement& around = elements_.top();
    OpenElement element = inside(around, known.kind, token);
    element.is_telling = known.is_telling;
    hints_.clear();
    Attributes attributes;
    if (!around.is_dropped) attributes = look_at_attributes();
    if (known.kind == Kind::skipped) element.is_dropped = true;
    const bool is_shown_after_all = (token.tag == Tag::dialog && attributes.is_open) ||
                                    (token.tag == Tag::template_ && attributes.is_shadow);
    if (known.kind == Kind::concealed && !is_shown_after_all) element.is_concealed = true;
    if (attributes.is_hidden) {
      const bool may_hold_blocks = !html::is_flow(known.kind) || token.tag == Tag::unknown;
      (may_hold_blocks ? element.is_concealed : element.is_dropped) = true;
    }
    element.is_preformatted |= attributes.is_preformatted;
    resolve_hints(shown_.line);
    resolve_hints(concealed_.line);
    if (known.kind == Kind::link) open_link(attributes);
    if (known.kind == Kind::moment) channel().line.add_space(PendingLine::Space::between_words);
    elements_.push(element, hints_);
    if (known.kind == Kind::link && attributes.has_href) {
      link_ = elements_.size() - 1;
      href_.href = attributes.href;
    }
    if (token.tag == Tag::svg && foreign_ == 0) foreign_ = elements_.size() - 1;
    if (options_.metadata && !around.is_dropped) metadata_of(token.tag, attributes);
  }

  // The element as its kind and place make it.
  static OpenElement inside(const OpenElement& around, Kind kind, const html::Token& token) {
    OpenElement element;
    element.name = token.raw;
    element.tag = token.tag;
    element.kind = kind;
    element.block = around.block;
    element.level = around.level;
    element.lists = around.lists;
    element.is_preformatted = around.is_preformatted;
    element.is_dropped = around.is_dropped;
    element.is_concealed = around.is_concealed;
    const auto set = [&element](Block block, int level = 0) {
      element.block = block;
      element.level = static_cast<std::uint8_t>(level);
    };
    const bool is_nested = around.block == Block::quote || around.block == Block::list_item ||
                           around.block == Block::caption || around.block == Block::heading;
    switch (kind) {
      case Kind::paragraph:
        if (!is_nested) set(Block::paragraph);
        break;
      case Kind::heading: set(Block::heading, token.raw[1] - '0'); break;
      case Kind::list:
        if (element.lists < 255) ++element.lists;
        set(Block::plain);
        break;
      case Kind::item: set(Block::list_item, std::max<int>(element.lists, 1)); break;
      case Kind::quote: set(Block::quote); break;
      case Kind::caption: set(Block::caption); break;
      case Kind::preformatted: element.is_preformatted = true; [[fallthrough]];
      case Kind::block:
        if (!is_nested) set(Block::plain);
        break;
      case Kind::table:
      case Kind::row:
      case Kind::row_group: set(token.tag == Tag::caption ? Block::caption : Block::plain); break;
      case Kind::cell: set(Block::cell); break;
      default: break;
    }
    return element;
  }

  // Ends what a block of that kind implicitly ends, and the line.
  void end_implied(Kind kind) {
    if (const int rank = html::table_rank(kind); rank != 0 && kind != Kind::table) {
      end_parts(rank);
    } else if (kind == Kind::item) {
      end_item();
    } else {
      const std::size_t i = innermost_block();
      const bool is_heading = kind == Kind::heading && elements_[i].kind == Kind::heading;
      if (elements_[i].kind == Kind::paragraph || is_heading) pop_to(i);
    }
    // The cells of a row do not break the line; all else does.
    if (kind != Kind::cell) break_block();
  }

  // Ends the parts of a table up to that rank, all that are open.
  void end_parts(int rank) {
    std::size_t outermost = 0;
    for (std::size_t i = elements_.size() - 1; i != 0; --i) {
      const int other = html::table_rank(elements_[i].kind);
      if (other > rank) return pop_to(i + 1);
      if (other != 0) outermost = i;
    }
    if (outermost != 0) pop_to(outermost);  // there is no table
  }

  void end_item() {
    for (std::size_t i = elements_.size() - 1; i != 0; --i) {
      const OpenElement& element = elements_[i];
      if (element.kind == Kind::item) return pop_to(i);
      const bool is_passed = html::is_flow(element.kind) || element.kind == Kind::paragraph ||
                             element.tag == Tag::div || element.tag == Tag::address;
      if (!is_passed) return;
    }
  }

  std::size_t innermost_block() noexcept {
    std::size_t i = elements_.size() - 1;
    while (i != 0 && html::is_flow(elements_[i].kind)) --i;
    return i;
  }

  void end_tag(const html::Token& token) {
    const Kind kind = html::element_of(token.tag).kind;
    is_json_ld_ = false;
    switch (kind) {
      case Kind::empty:
      case Kind::rule:
      case Kind::page: return;
      case Kind::line_end: return break_line();  // "</br>", as browsers read it
      case Kind::link: return close_link();
      default: break;
    }
    if (too_deep_ != 0 && !html::is_flow(kind) && kind != Kind::paragraph && kind != Kind::item) {
      --too_deep_;
      return break_block();
    }
    std::size_t i = OpenElements::none;
    if (kind == Kind::heading) {  // any heading's end tag ends any heading
      i = innermost_block();
      if (elements_[i].kind != Kind::heading) i = elements_.find(token.tag, token.raw);
    } else {
      i = elements_.find(token.tag, token.raw);
    }
    if (i != OpenElements::none) return pop_to(i);
    if (kind == Kind::paragraph) break_block();  // "</p>" alone is an empty paragraph
  }

  void pop_to(std::size_t size) {
    while (elements_.size() > size) pop();
  }

  void pop() {
    const OpenElement& element = elements_.top();
    if (!element.is_dropped) {
      switch (element.kind) {
        case Kind::flow:
        case Kind::link:
        case Kind::skipped: break;
        case Kind::moment: channel().line.add_space(PendingLine::Space::between_words); break;
        case Kind::cell: end_cell(); break;
        default:
          // What is concealed breaks nothing that shows.
          break_block();
          break;
      }
      const bool leaves = element.is_concealed && !elements_[elements_.size() - 2].is_concealed;
      if (leaves) break_block();
    }
    elements_.pop();
    const std::size_t size = elements_.size();
    if (link_ == size) link_ = 0;
    if (foreign_ == size) foreign_ = 0;
    if (captured_ == size) end_capture();
    for (Channel* channel : {&shown_, &concealed_}) {
      channel->line.low = std::min(channel->line.low, size);
    }
  }

  // ---- attributes

  Attributes look_at_attributes() {
    constexpr std::size_t max_hints = 16;  // attributes of one element
    Attributes out;
    for (const html::Attribute& attribute : tokenizer_.written_attributes()) {
      const std::string_view value = attribute.value;
      switch (use_of(attribute.name)) {
        case Use::none: break;
        case Use::hint:
          if (attribute.name.size() == 4 && html::name_is(attribute.name, "type")) out.type = value;
          if (attribute.name.size() == 3) out.rel = value;
          if (attribute.name.size() == 8 && html::name_is(attribute.name, "itemprop")) {
            out.itemprop = value;
          }
          if (hints_.size() < max_hints && is_telling(attribute)) hints_.push_back(attribute);
          break;
        case Use::style:
          out.is_hidden |= declares(value, "display", "none");
          out.is_hidden |= declares(value, "visibility", "hidden");
          out.is_preformatted |= declares(value, "white-space", "pre");
          break;
        case Use::hidden: out.is_hidden = true; break;
        case Use::aria_hidden: out.is_hidden |= html::name_is(value, "true"); break;
        case Use::href:
          if (!out.has_href) out.href = value;
          out.has_href = true;
          break;
        case Use::open: out.is_open = true; break;
        case Use::moment: out.datetime = value; break;
        case Use::shadow: out.is_shadow = true; break;
      }
    }
    return out;
  }

  void resolve_hints(PendingLine& line) {
    if (line.empty() || line.has_hints || line.depth <= elements_.size()) return;
    line.hints = elements_.hints(line.depth);
    line.has_hints = true;
  }

  // ---- links

  void open_link(const Attributes&) {
    if (link_ != 0) close_link();
    // Two links are never one word.
    if (channel().line.ends_in_link()) channel().line.add_space(PendingLine::Space::yes);
  }

  void close_link() {
    if (link_ == 0) {
      const std::size_t i = elements_.find(Tag::a, "a");  // an anchor without href
      if (i != OpenElements::none) pop_to(i);
      return;
    }
    std::size_t i = elements_.size() - 1;
    while (i > link_ && html::is_flow(elements_[i].kind)) --i;
    if (i == link_) return pop_to(i);
    link_ = 0;  // it was around blocks that stay open
  }

  // ---- metadata

  void language() {
    if (!options_.metadata) return;
    const html::Attribute* lang = tokenizer_.attribute("lang");
    if (lang == nullptr) lang = tokenizer_.attribute("xml:lang");
    if (lang != nullptr) metadata_.put_raw(Field::language, PageMetadata::strong, lang->value);
  }

  void empty_element(Tag tag) {
    if (!options_.metadata || (tag != Tag::meta && tag != Tag::link)) return;
    const auto value = [this](std::string_view name) {
      const html::Attribute* const attribute = tokenizer_.attribute(name);
      return attribute == nullptr ? std::string_view() : attribute->value;
    };
    if (tag == Tag::link) {
      const std::string_view rel = value("rel");
      if (html::name_is(rel, "canonical")) {
        metadata_.put_raw(Field::url, PageMetadata::strong, value("href"));
      } else if (html::name_is(rel, "image_src")) {
        metadata_.put_raw(Field::image, PageMetadata::weak, value("href"));
      }
      return;
    }
    const std::string_view content = value("content");
    for (const std::string_view name : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string_view key = value(name);
      if (!key.empty()) metadata_.meta(key, content);
    }
  }

  void metadata_of(Tag tag, const Attributes& attributes) {
    if (tag == Tag::script) is_json_ld_ = html::name_is(attributes.type, "application/ld+json");
    if (tag == Tag::time && !attributes.datetime.empty()) {
      Field field = Field::published;
      const bool is_named = PageMetadata::field_of_itemprop(attributes.itemprop, field);
      metadata_.put_raw(field, is_named ? PageMetadata::shown : PageMetadata::weakest,
                        attributes.datetime);
    } else if (!attributes.itemprop.empty()) {
      Field field = Field::author;
      if (PageMetadata::field_of_itemprop(attributes.itemprop, field)) {
        begin_capture(field);
      } else if (captured_ != 0 && captured_field_ == Field::author &&
                 html::name_is(attributes.itemprop, "name")) {
        begin_capture(Field::author);
      }
    } else if (html::name_is(attributes.rel, "author")) {
      begin_capture(Field::author);
    }
  }

  // The text of the element just opened is the value of `field`.
  void begin_capture(Field field) {
    captured_ = elements_.size() - 1;
    captured_field_ = field;
    captured_text_.clear();
  }

  void end_capture() {
    captured_ = 0;
    if (captured_text_.size() <= max_captured_bytes) {
      metadata_.put(captured_field_, PageMetadata::shown, captured_text_);
    }
  }

  // ---- text

  void text(const html::Token& token) {
    const OpenElement& around = elements_.top();
    if (around.is_dropped) return special_text(token);
    if (around.is_preformatted) return preformatted(token);
    flow(token.raw, token.reading);
  }

  // Text that gives no line, but may be metadata.
  void special_text(const html::Token& token) {
    if (!options_.metadata || elements_.top().kind != Kind::skipped) return;
    if (elements_.top().tag == Tag::title && foreign_ == 0) {
      std::string decoded;
      metadata_.put(Field::title, PageMetadata::usual,
                    html::characters(token.raw, token.reading, decoded));
    } else if (elements_.top().tag == Tag::script && is_json_ld_) {
      metadata_.read_json_ld(token.raw);
    }
  }

  void preformatted(const html::Token& token) {
    std::string_view rest = token.raw;
    while (true) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      flow(rest.substr(0, end), token.reading);
      if (end == rest.size()) return;
      break_line();
      rest.remove_prefix(end + 1);
    }
  }

  // Adds text, its white space collapsed, to the pending line.
  void flow(std::string_view raw, html::Reading reading) {
    const std::string_view piece = trim_ascii(raw);
    PendingLine& line = channel().line;
    if (piece.data() != raw.data() || piece.empty()) line.add_space(PendingLine::Space::yes);
    if (piece.empty()) return;
    if (is_plain(piece)) {
      add(piece, true, piece);
    } else {
      collapsed_.clear();
      append_collapsed(html::characters(piece, reading, decoded_), collapsed_);
      if (!collapsed_.empty() && collapsed_.back() == ' ') collapsed_.pop_back();
      if (!collapsed_.empty()) add(collapsed_, false, piece);
    }
    if (piece.data() + piece.size() != raw.data() + raw.size()) {
      line.add_space(PendingLine::Space::yes);
    }
  }

  void add(std::string_view piece, bool is_slice, std::string_view source) {
    PendingLine& line = channel().line;
    if (line.empty()) {
      line.block = elements_.top().block;
      line.level = elements_.top().level;
      line.depth = line.low = elements_.size();
      line.has_hints = false;
    } else if (line.low < line.depth) {
      line.depth = line.low;
      line.has_hints = false;
    }
    const auto begin = static_cast<std::uint32_t>(source.data() - page_.data());
    const Span span{begin, begin + static_cast<std::uint32_t>(source.size())};
    line.add(piece, is_slice, span, link_ != 0 ? &href_ : nullptr, options_.links);
    if (captured_ != 0 && captured_text_.size() <= max_captured_bytes) {
      captured_text_.append(captured_text_.empty() ? 0 : 1, ' ').append(piece);
    }
  }

  // ---- lines

  Channel& channel() noexcept { return elements_.top().is_concealed ? concealed_ : shown_; }

  // <br>: ends a line; a second one ends the block.
  void break_line() {
    if (elements_.top().is_dropped) return;
    Channel& to = channel();
    flush(to);
    to.last_break =
        to.last_break == Channel::Break::none ? Channel::Break::line : Channel::Break::block;
  }

  void break_block() {
    if (elements_.top().is_dropped) return;
    Channel& to = channel();
    flush(to);
    to.last_break = Channel::Break::block;
  }

  // Emits the row so far, then the line.
  void flush(Channel& to) {
    if (!to.row.empty()) {
      emit(to, to.row);
      to.last_break = Channel::Break::block;
    }
    if (to.line.empty()) return to.line.clear();
    if (to.line.block == Block::cell) {  // something breaks its cell, which thus is a block
      for (std::size_t i = elements_.size() - 1; elements_[i].block == Block::cell; --i) {
        elements_[i].block = Block::plain;
      }
      to.line.block = Block::plain;
    }
    emit(to, to.line);
  }

  void end_cell() {
    Channel& to = channel();
    PendingLine& line = to.line;
    std::uint64_t replaced = 0;  // counted with the row
    if (clean_text(line.text(), cleaned_, replaced).empty()) return line.clear();
    if (line.block != Block::cell || line.text().size() > max_cell_bytes) return break_block();
    if (to.row.empty()) {
      to.row.block = Block::cell;
      to.row.hints = elements_.hints(elements_.size() - 1);
      to.row.has_hints = true;
    }
    to.row.join(line);
    line.clear();
  }

  void emit(Channel& to, PendingLine& pending) {
    const std::string_view text = pending.text();
    const std::string_view clean = clean_text(text, cleaned_, lines_.replaced_bytes);
    if (clean.empty()) return pending.clear();
    Line& line = to.lines.emplace_back();
    const bool is_inside = clean.data() >= text.data() && clean.data() <= text.data() + text.size();
    const bool is_slice = pending.is_slice() && is_inside;
    line.text = is_slice ? clean : arena_->copy(clean);
    line.source = pending.source;
    if (is_slice) {
      line.source.begin = static_cast<std::uint32_t>(clean.data() - page_.data());
      line.source.end = line.source.begin + static_cast<std::uint32_t>(clean.size());
    }
    line.block = pending.block;
    line.level = pending.level;
    line.opens_block = to.last_break == Channel::Break::block;
    line.link_bytes = static_cast<std::uint32_t>(std::min(pending.link_bytes, clean.size()));
    line.hints = pending.has_hints ? pending.hints : elements_.hints(pending.depth);
    if (!pending.links.empty()) {
      add_links(to, pending, is_inside ? clean : std::string_view(), line);
    }
    to.last_break = Channel::Break::none;
    pending.clear();
  }

  // `clean`: the line's text where the pending line has it; null if that had to be rewritten.
  void add_links(Channel& to, const PendingLine& pending, std::string_view clean,
                 const Line& line) {
    const std::string_view text = pending.text();
    for (const PendingLink& from : pending.links) {
      const std::string_view piece = text.substr(from.begin, from.end - from.begin);
      std::uint64_t replaced = 0;  // counted with the line
      const std::string_view own = clean_text(piece, cleaned_, replaced);
      if (own.empty()) continue;
      Link& link = to.links.emplace_back();
      link.row = static_cast<std::uint32_t>(to.lines.size() - 1);
      link.source = from.source;
      const bool is_in_line = clean.data() != nullptr && own.data() >= clean.data() &&
                              own.data() + own.size() <= clean.data() + clean.size();
      link.text = is_in_line ? line.text.substr(static_cast<std::size_t>(own.data() - clean.data()),
                                                own.size())
                             : arena_->copy(own);
      const std::string_view href =
          trim_ascii(html::characters(from.href, html::Reading::attribute, decoded_));
      link.href = href.data() == from.href.data()
                      ? href
                      : arena_->copy(clean_text(href, cleaned_, replaced));
    }
  }

  // ---- the whole

  static std::size_t paragraph_bytes(const std::vector<Line>& lines) noexcept {
    std::size_t bytes = 0;
    for (const Line& line : lines) {
      const std::size_t size = line.text.size();
      if (size >= min_paragraph_bytes && line.link_bytes < size / 2) bytes += size;
    }
    return bytes;
  }

  Lines finish() {
    const std::size_t concealed = paragraph_bytes(concealed_.lines);
    if (concealed >= min_article_bytes && paragraph_bytes(shown_.lines) < min_article_bytes) {
      merge();
    }
    lines_.items = std::move(shown_.lines);
    lines_.links = std::move(shown_.links);
    lines_.input_bytes = static_cast<std::uint32_t>(page_.size());
    if (options_.metadata) lines_.metadata = metadata_.finish(*arena_);
    lines_.storage = std::move(arena_);
    return std::move(lines_);
  }

  // Puts the concealed lines among those that show, save those that stand inside one.
  void merge() {
    std::vector<Line> lines;
    std::vector<Link> links;
    lines.reserve(shown_.lines.size() + concealed_.lines.size());
    std::size_t indexes[] = {0, 0};
    std::size_t link_indexes[] = {0, 0};
    Channel* const channels[] = {&shown_, &concealed_};
    while (true) {
      const auto left = [&](std::size_t c) { return indexes[c] < channels[c]->lines.size(); };
      if (!left(0) && !left(1)) break;
      const auto at = [&](std::size_t c) { return channels[c]->lines[indexes[c]].source.begin; };
      const std::size_t c = !left(0) || (left(1) && at(1) < at(0)) ? 1 : 0;
      const Line& line = channels[c]->lines[indexes[c]];
      const bool overlaps_next = c == 1 && left(0) && at(0) < line.source.end;
      const bool overlaps_last = !lines.empty() && line.source.begin < lines.back().source.end;
      const bool is_kept = !overlaps_next && !overlaps_last;
      std::vector<Link>& from = channels[c]->links;
      for (std::size_t& i = link_indexes[c]; i < from.size() && from[i].row == indexes[c]; ++i) {
        if (!is_kept) continue;
        links.push_back(from[i]);
        links.back().row = static_cast<std::uint32_t>(lines.size());
      }
      if (is_kept) lines.push_back(line);
      ++indexes[c];
    }
    shown_.lines = std::move(lines);
    shown_.links = std::move(links);
  }

  std::string_view page_;
  HtmlOptions options_;
  std::shared_ptr<Arena> arena_ = std::make_shared<Arena>();
  OpenElements elements_;
  html::Tokenizer tokenizer_;
  PageMetadata metadata_;
  Lines lines_;
  Channel shown_;
  Channel concealed_;

  std::size_t too_deep_ = 0;  // elements open beyond those the stack holds
  std::size_t link_ = 0;      // index of the open <a href>; 0 if none is
  PendingLink href_;          // and where it leads
  std::size_t foreign_ = 0;   // index of the open <svg>
  bool is_json_ld_ = false;   // the script just opened is JSON-LD

  std::size_t captured_ = 0;  // index of the element whose text is metadata
  Field captured_field_ = Field::author;
  std::string captured_text_;

  std::vector<html::Attribute> hints_;
  std::string decoded_, collapsed_, cleaned_;
};

}  // namespace

Lines read_html(std::string_view utf8, const HtmlOptions& options) {
  return Reader(utf8.substr(0, std::numeric_limits<std::uint32_t>::max()), options).read();
}

Lines read_html(const Utf8& utf8, const HtmlOptions& options) {
  Lines lines = read_html(utf8.text, options);
  lines.replaced_bytes += utf8.replaced_bytes;
  lines.input_bytes = utf8.input_bytes;
  const auto to_source = [&utf8](Span& span) {
    span = {utf8.source_offset(span.begin), utf8.source_offset(span.end)};
  };
  for (Line& line : lines.items) to_source(line.source);
  for (Link& link : lines.links) to_source(link.source);
  if (utf8.converted != nullptr) {
    using Both = std::pair<std::shared_ptr<const void>, std::shared_ptr<const Utf8::Converted>>;
    lines.storage = std::make_shared<const Both>(std::move(lines.storage), utf8.converted);
  }
  return lines;
}

Utf8 html_to_utf8(std::string_view bytes, std::string_view http_charset) {
  const auto is_known = [](std::string_view label) {
    return !label.empty() && !charset_of(label).converter.empty();
  };
  std::string_view mark;
  std::string label(http_charset);
  if (byte_order_mark(bytes, mark) != 0) {
    label.clear();
  } else if (!is_known(label)) {
    label = html::declared_charset(bytes);
    const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    const bool is_utf8 =
        unicode::any_is_valid(bytes) && !std::all_of(bytes.begin(), bytes.end(), is_ascii);
    if (is_utf8) label = "UTF-8";
    if (!is_known(label)) label.clear();
  }
  if (Result<Utf8> out = to_utf8(bytes, label)) return *std::move(out);
  if (Result<Utf8> out = to_utf8(bytes, "UTF-8")) return *std::move(out);
  return {};
}

}  // namespace thanbai
