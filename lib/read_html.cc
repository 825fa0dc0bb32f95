// Tokens in, lines out. A stack of open elements says what text is and whether it shows; text
// flows into the pending line until an element breaks it. Cells of a table's row are collected into
// one line as long as they hold plain text. Text that is never shown goes to a channel of its own,
// so that it neither breaks nor joins what is shown, and is kept only if little else is there.
#include <algorithm>
#include <memory>
#include <utility>

#include "arena.h"
#include "clean_text.h"
#include "html_attributes.h"
#include "html_elements.h"
#include "html_tokens.h"
#include "line_channel.h"
#include "metadata_reader.h"
#include "open_elements.h"
#include "page_limits.h"
#include "script_text.h"
#include "source_spans.h"
#include "thanbai/line.h"

namespace thanbai {
namespace {

using html::Kind;
using html::Tag;

// What is concealed counts as the article if it has paragraphs of this much text together and what
// shows has less.
constexpr std::size_t min_article_bytes = 400;

class Reader {
 public:
  Reader(std::string_view page, const HtmlOptions& options)
      : options_(options),
        page_(keep_to(options.limits, page, truncated_)),
        elements_(*arena_, options.limits.nesting),
        tokenizer_(page_),
        shown_(page_, elements_, *arena_, options.limits),
        concealed_(page_, elements_, *arena_, options.limits) {}

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
    is_after_tag_ |= may_part_texts(token.tag);
    switch (known.kind) {
      case Kind::line_end: return break_line();
      case Kind::empty:
      case Kind::page:
        if (options_.metadata) metadata_.read_tag(token.tag, tokenizer_);
        return;
      default: break;
    }
    if (foreign_ != 0 && html::role_of(token.tag) == html::Role::never_foreign) {
      pop_to(foreign_);  // as a browser leaves an <svg> that was never closed
    }
    const bool is_button_in_text = token.tag == Tag::button && button_ == 0 &&
                                   elements_[innermost_block()].kind == Kind::paragraph;
    if (!html::is_flow(known.kind) && known.kind < Kind::skipped && !is_button_in_text) {
      end_implied(known.kind);
    }
    if (known.kind == Kind::rule) return;
    if (elements_.is_full()) {
      truncated_.nesting = true;
      // Paragraphs and items are often not closed, so they cannot be counted.
      const bool is_counted =
          !html::is_flow(known.kind) && known.kind != Kind::paragraph && known.kind != Kind::item;
      too_deep_ += is_counted;
      return;
    }
    if (known.kind == Kind::link) separate_links();
    open(token, known);
    if (is_button_in_text) button_ = elements_.size() - 1;
  }

  static bool may_part_texts(Tag tag) noexcept {
    return tag != Tag::sub && tag != Tag::sup && tag != Tag::wbr;
  }

  void open(const html::Token& token, const html::Element& known) {
    const OpenElement& around = elements_.top();
    OpenElement element = inside(around, known.kind, token);
    element.is_telling = known.is_telling;
    if (html::is_container(known.kind)) {
      element.outer_container = element.container;
      element.container = static_cast<std::uint32_t>(containers_.size());
      containers_.push_back(element.outer_container);
    }
    hints_.clear();
    const html::ElementAttributes attributes =
        around.is_dropped ? html::ElementAttributes()
                          : html::read_attributes(tokenizer_.attributes(), hints_);
    if (known.kind == Kind::skipped) element.is_dropped = true;
    const bool is_shown_after_all = (token.tag == Tag::dialog && attributes.is_open) ||
                                    (token.tag == Tag::template_ && attributes.is_shadow_root);
    if (known.kind == Kind::concealed && !is_shown_after_all) element.is_concealed = true;
    if (attributes.is_hidden) {
      const bool may_hold_blocks = !html::is_flow(known.kind) || token.tag == Tag::unknown;
      (may_hold_blocks ? element.is_concealed : element.is_dropped) = true;
    }
    element.is_preformatted |= attributes.is_preformatted;
    shown_.keep_hints();
    concealed_.keep_hints();
    if (known.kind == Kind::moment) channel().line.add_space(PendingLine::Space::between_words);
    elements_.push(element, hints_);
    if (known.kind == Kind::link && attributes.has_href) {
      link_ = elements_.size() - 1;
      href_.href = attributes.href;
    }
    if (token.tag == Tag::svg && foreign_ == 0) foreign_ = elements_.size() - 1;
    if (options_.metadata) metadata_.open(token.tag, attributes, elements_.size() - 1);
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
    element.container = around.container;
    element.outer_container = around.outer_container;
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
    is_after_tag_ |= may_part_texts(token.tag);
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
        case Kind::cell: channel().end_cell(); break;
        default:
          // What is concealed breaks nothing that shows, nor does a button without text.
          if (button_ != elements_.size() - 1) break_block();
          break;
      }
      const bool leaves = element.is_concealed && !elements_[elements_.size() - 2].is_concealed;
      if (leaves) break_block();
    }
    elements_.pop();
    const std::size_t size = elements_.size();
    if (link_ == size) link_ = 0;
    if (foreign_ == size) foreign_ = 0;
    if (button_ == size) button_ = 0;
    metadata_.close(size);
    shown_.note_pop();
    concealed_.note_pop();
  }

  // ---- links

  void separate_links() {
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
    if (elements_.top().tag == Tag::title && foreign_ == 0) metadata_.add_title(token);
    if (elements_.top().tag != Tag::script) return;
    metadata_.add_script(token);
    scripts_.push_back(token.raw);
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

  // Text of any length, in parts if it is longer than a line may be; no reference is cut.
  void flow(std::string_view raw, html::Reading reading) {
    constexpr std::size_t max_reference_bytes = 40;
    for (std::size_t cut; (cut = cut_of(options_.limits, raw)) != raw.size();) {
      const std::size_t ampersand = raw.substr(0, cut).rfind('&');
      if (ampersand != raw.npos && ampersand != 0 && cut - ampersand < max_reference_bytes) {
        cut = ampersand;
      }
      flow_part(raw.substr(0, cut), reading);
      raw.remove_prefix(cut);
    }
    flow_part(raw, reading);
  }

  // Adds text, its white space collapsed, to the pending line.
  void flow_part(std::string_view raw, html::Reading reading) {
    const std::string_view piece = trim_ascii(raw);
    if (piece.empty() && button_ != 0) return;
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
    if (button_ != 0 && elements_.top().is_concealed == elements_[button_].is_concealed) {
      button_ = 0;
      break_block();
    }
    channel().make_room(piece.size());
    PendingLine& line = channel().line;
    if (line.empty()) {
      line.block = elements_.top().block;
      line.level = elements_.top().level;
      line.depth = line.low = elements_.size();
      line.has_hints = false;
      stand_in(elements_.top(), line);
    } else if (line.low < line.depth) {
      line.depth = line.low;
      line.has_hints = false;
      stand_in(elements_[line.depth - 1], line);
    }
    const auto begin = static_cast<std::uint32_t>(source.data() - page_.data());
    const Span span{begin, begin + static_cast<std::uint32_t>(source.size())};
    if (is_after_tag_ && !elements_.top().is_preformatted) {
      line.add_space(PendingLine::Space::between_texts);
    }
    is_after_tag_ = false;
    line.add(piece, is_slice, span, link_ != 0 ? &href_ : nullptr, options_.links);
    metadata_.add_text(piece);
  }

  static void stand_in(const OpenElement& element, PendingLine& line) noexcept {
    line.container = element.container;
    line.outer_container = element.outer_container;
  }

  // ---- lines

  LineChannel& channel() noexcept { return elements_.top().is_concealed ? concealed_ : shown_; }

  void break_line() {
    if (!elements_.top().is_dropped) channel().break_line();
  }

  void break_block() {
    if (!elements_.top().is_dropped) channel().break_block();
  }

  // ---- the whole

  Lines finish() {
    const bool is_shown = shown_.paragraph_bytes() >= min_article_bytes;
    const bool is_concealed = !is_shown && concealed_.paragraph_bytes() >= min_article_bytes;
    Lines out;
    if (is_concealed) {
      shown_.merge(concealed_);
      out.truncated = concealed_.truncated;
    }
    out.truncated = out.truncated | truncated_ | shown_.truncated;
    out.items = std::move(shown_.lines);
    out.links = std::move(shown_.links);
    out.containers = std::move(containers_);
    out.replaced_bytes = shown_.replaced_bytes;
    out.input_bytes = static_cast<std::uint32_t>(page_.size());
    if (options_.metadata) out.metadata = metadata_.finish(*arena_);
    const bool is_found = is_shown || is_concealed || !out.metadata.article_body.empty();
    if (options_.metadata && !is_found) {
      out.metadata.article_body =
          arena_->copy(text_in_scripts(scripts_, options_.limits, out.truncated));
    }
    out.storage = std::move(arena_);
    keep_to(options_.limits, out);
    return out;
  }

  HtmlOptions options_;
  Truncated truncated_;
  std::string_view page_;
  std::shared_ptr<Arena> arena_ = std::make_shared<Arena>();
  OpenElements elements_;
  html::Tokenizer tokenizer_;
  MetadataReader metadata_;
  LineChannel shown_;
  LineChannel concealed_;

  std::vector<std::uint32_t> containers_ = {0};
  std::size_t too_deep_ = 0;   // elements open beyond those the stack holds
  std::size_t link_ = 0;       // index of the open <a href>; 0 if none is
  PendingLink href_;           // and where it leads
  std::size_t foreign_ = 0;    // index of the open <svg>
  std::size_t button_ = 0;     // index of the open <button> in a paragraph, while it has no text
  bool is_after_tag_ = false;  // one that may part texts, since the last text
  std::vector<html::Attribute> hints_;
  std::vector<std::string_view> scripts_;
  std::string decoded_, collapsed_;
};

}  // namespace

Lines read_html(std::string_view utf8, const HtmlOptions& options) {
  return Reader(utf8, options).read();
}

Lines read_html(const Utf8& utf8, const HtmlOptions& options) {
  Lines lines = read_html(utf8.text, options);
  refer_to_source(utf8, lines);
  return lines;
}

}  // namespace thanbai
