#include "html_elements.h"

#include <array>
#include <cstddef>
#include <initializer_list>

namespace thanbai::html {
namespace {

constexpr std::array<Element, tag_count> make_elements() noexcept {
  std::array<Element, tag_count> elements{};
  const auto set = [&elements](Kind kind, std::initializer_list<Tag> tags) {
    for (const Tag tag : tags) elements[static_cast<std::size_t>(tag)].kind = kind;
  };
  using T = Tag;
  set(Kind::link, {T::a});
  set(Kind::moment, {T::time});
  set(Kind::empty, {T::area, T::base, T::basefont, T::bgsound, T::col, T::embed, T::frame, T::image,
                    T::img, T::input, T::keygen, T::link, T::meta, T::nextid, T::param, T::source,
                    T::spacer, T::track, T::wbr});
  set(Kind::line_end, {T::br});
  set(Kind::page, {T::html, T::head, T::body, T::frameset});
  set(Kind::block, {T::address,  T::article,  T::aside,  T::button,  T::center,   T::details,
                    T::div,      T::fieldset, T::figure, T::footer,  T::form,     T::header,
                    T::hgroup,   T::legend,   T::main,   T::marquee, T::multicol, T::nav,
                    T::optgroup, T::option,   T::search, T::section, T::summary,  T::isindex});
  set(Kind::paragraph, {T::p});
  set(Kind::heading, {T::h1, T::h2, T::h3, T::h4, T::h5, T::h6});
  set(Kind::list, {T::ul, T::ol, T::menu, T::dir, T::dl});
  set(Kind::item, {T::li, T::dd, T::dt});
  set(Kind::quote, {T::blockquote});
  set(Kind::caption, {T::figcaption});
  set(Kind::preformatted, {T::pre, T::listing, T::xmp, T::plaintext});
  set(Kind::rule, {T::hr});
  set(Kind::table, {T::table});
  set(Kind::row_group, {T::tbody, T::thead, T::tfoot, T::caption, T::colgroup});
  set(Kind::row, {T::tr});
  set(Kind::cell, {T::td, T::th});
  set(Kind::skipped, {T::script, T::style, T::title, T::iframe, T::noembed, T::noframes,
                      T::textarea, T::select, T::datalist, T::svg, T::video, T::audio, T::canvas,
                      T::progress, T::meter, T::rp, T::rt, T::rtc});
  set(Kind::concealed, {T::noscript, T::template_, T::dialog, T::object, T::applet});
  for (const Tag tag : {T::address, T::article, T::aside,  T::b,        T::blockquote, T::button,
                        T::cite,    T::details, T::em,     T::fieldset, T::figcaption, T::figure,
                        T::footer,  T::form,    T::h1,     T::h2,       T::h3,         T::h4,
                        T::h5,      T::h6,      T::header, T::i,        T::label,      T::legend,
                        T::li,      T::main,    T::nav,    T::pre,      T::section,    T::small,
                        T::strong,  T::summary, T::table,  T::time,     T::ul,         T::ol}) {
    elements[static_cast<std::size_t>(tag)].is_telling = true;
  }
  return elements;
}
}  // namespace

constexpr std::array<Element, tag_count> elements = make_elements();

}  // namespace thanbai::html
