// Element names of HTML, present and past, and what SVG and MathML need: a name -> its number.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace thanbai::html {

// clang-format off
#define THANBAI_HTML_TAGS(X) \
  X(a, "a") X(abbr, "abbr") X(acronym, "acronym") X(address, "address") X(applet, "applet")       \
  X(area, "area") X(article, "article") X(aside, "aside") X(audio, "audio") X(b, "b")             \
  X(base, "base") X(basefont, "basefont") X(bdi, "bdi") X(bdo, "bdo") X(bgsound, "bgsound")       \
  X(big, "big") X(blink, "blink") X(blockquote, "blockquote") X(body, "body") X(br, "br")         \
  X(button, "button") X(canvas, "canvas") X(caption, "caption") X(center, "center")               \
  X(cite, "cite") X(code, "code") X(col, "col") X(colgroup, "colgroup") X(data, "data")           \
  X(datalist, "datalist") X(dd, "dd") X(del, "del") X(details, "details")         \
  X(dfn, "dfn") X(dialog, "dialog") X(dir, "dir") X(div, "div") X(dl, "dl") X(dt, "dt")           \
  X(em, "em") X(embed, "embed") X(fieldset, "fieldset") X(figcaption, "figcaption")               \
  X(figure, "figure") X(font, "font") X(footer, "footer")       \
  X(form, "form") X(frame, "frame") X(frameset, "frameset") X(h1, "h1") X(h2, "h2") X(h3, "h3")   \
  X(h4, "h4") X(h5, "h5") X(h6, "h6") X(head, "head") X(header, "header") X(hgroup, "hgroup")     \
  X(hr, "hr") X(html, "html") X(i, "i") X(iframe, "iframe") X(image, "image") X(img, "img")       \
  X(input, "input") X(ins, "ins") X(isindex, "isindex") X(kbd, "kbd") X(keygen, "keygen")         \
  X(label, "label") X(legend, "legend") X(li, "li") X(link, "link") X(listing, "listing")         \
  X(main, "main") X(map, "map") X(mark, "mark") X(marquee, "marquee") X(math, "math")             \
  X(menu, "menu") X(menuitem, "menuitem") X(meta, "meta") X(meter, "meter")                       \
  X(multicol, "multicol") X(nav, "nav") X(nextid, "nextid") X(nobr, "nobr")                       \
  X(noembed, "noembed") X(noframes, "noframes") X(noscript, "noscript") X(object, "object")       \
  X(ol, "ol") X(optgroup, "optgroup") X(option, "option") X(output, "output") X(p, "p")           \
  X(param, "param") X(picture, "picture") X(plaintext, "plaintext") X(pre, "pre")                 \
  X(progress, "progress") X(q, "q") X(rb, "rb") X(rp, "rp") X(rt, "rt") X(rtc, "rtc")             \
  X(ruby, "ruby") X(s, "s") X(samp, "samp") X(script, "script") X(search, "search")               \
  X(section, "section") X(select, "select") X(slot, "slot") X(small, "small")                     \
  X(source, "source") X(spacer, "spacer") X(span, "span") X(strike, "strike")                     \
  X(strong, "strong") X(style, "style") X(sub, "sub") X(summary, "summary") X(sup, "sup")         \
  X(svg, "svg") X(table, "table") X(tbody, "tbody") X(td, "td") X(template_, "template")          \
  X(textarea, "textarea") X(tfoot, "tfoot") X(th, "th") X(thead, "thead") X(time, "time")         \
  X(title, "title") X(tr, "tr") X(track, "track") X(tt, "tt") X(u, "u") X(ul, "ul")               \
  X(var, "var") X(video, "video") X(wbr, "wbr") X(xmp, "xmp")
// clang-format on

/// An element name. `unknown` stands for every other name: custom elements and mistakes.
enum class Tag : std::uint8_t {
  unknown,
#define THANBAI_HTML_TAG(tag, name) tag,
  THANBAI_HTML_TAGS(THANBAI_HTML_TAG)
#undef THANBAI_HTML_TAG
};
inline constexpr std::size_t tag_count = static_cast<std::size_t>(Tag::xmp) + 1;

/// The tag of a name in any case. O(1).
Tag tag_of(std::string_view name) noexcept;

/// The name in lower case; empty for Tag::unknown. Static storage.
std::string_view to_string(Tag tag) noexcept;

/// What a tree builder does to the tokenizer at a tag of that name.
enum class Role : std::uint8_t {
  none,
  rcdata,
  rawtext,
  noscript,
  script,
  plaintext,
  foreign,        // opens or closes SVG or MathML
  never_foreign,  // closes any SVG or MathML left open
};
extern const std::array<Role, tag_count> roles;  // by tag
inline Role role_of(Tag tag) noexcept { return roles[static_cast<std::size_t>(tag)]; }

}  // namespace thanbai::html
