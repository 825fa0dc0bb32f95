#include "explain_terminal.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "output.h"

namespace thanbai::program {
namespace {

constexpr std::size_t label_columns = 11;

/// Colours of terminals' own palette, which its owner chose to be readable. The article is bright,
/// its credits are blue, what was left out is not.
const char* color_of(Label label) {
  switch (label) {
    case Label::title: return "\033[1;32m";
    case Label::lead: return "\033[1m";
    case Label::body: return "\033[32m";
    case Label::heading: return "\033[1;36m";
    case Label::quote: return "\033[36m";
    case Label::dateline:
    case Label::byline: return "\033[34m";
    case Label::caption: return "\033[35m";
    case Label::related: return "\033[33m";
    case Label::comments: return "\033[95m";
    case Label::share: return "\033[94m";
    case Label::advert: return "\033[31m";
    case Label::navigation:
    case Label::footer:
    case Label::other: return "\033[90m";
  }
  return "";
}

/// Text without what a terminal would obey: C0 and C1 controls, and marks that turn its direction.
std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const auto next = [&](std::size_t k) {
      return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0U;
    };
    if (byte < ' ' || byte == 0x7F) {
      out += ' ';
    } else if (byte == 0xC2 && next(1) < 0xA0 && next(1) >= 0x80) {
      ++i;  // U+0080 to U+009F
    } else if (byte == 0xE2 && ((next(1) == 0x80 && next(2) >= 0xAA && next(2) <= 0xAE) ||
                                (next(1) == 0x81 && next(2) >= 0xA6 && next(2) <= 0xA9))) {
      i += 2;  // U+202A to U+202E, U+2066 to U+2069
    } else {
      out += text[i];
    }
  }
  return out;
}

/// The beginning of a text, whole characters only; wide ones count for two.
std::string cut(const std::string& text, std::size_t columns) {
  std::size_t used = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0) == 0x80) continue;
    used += byte >= 0xE3 && byte <= 0xED ? 2 : 1;
    if (used >= columns && i + 1 < text.size()) return text.substr(0, i) + "…";
  }
  return text;
}

class Writer {
 public:
  explicit Writer(const TerminalFormat& format) : format_(format) {}

  std::string run(const ExplainedPage& page) {
    const Document& document = page.document;
    char sure[16];
    std::snprintf(sure, sizeof sure, "%.2f", static_cast<double>(document.confidence));
    paint("\033[1m", printable(page.name));
    out_ += ": " + std::string(to_string(document.verdict)) + ", " + sure + " sure\n";
    field("title", document.title);
    field("published", document.published);
    field("byline", document.byline);
    field("source", document.source);
    std::string packs;
    for (const std::string_view pack : document.packs) {
      packs += (packs.empty() ? "" : " ") + std::string(pack.substr(0, pack.find('@')));
    }
    field("packs", packs);
    const std::vector<Zone> zones = zones_of(document);
    for (std::size_t i = 0; i < zones.size(); ++i) {
      const bool inside = zones[i] == Zone::article || zones[i] == Zone::hole;
      const bool was_inside =
          i > 0 && (zones[i - 1] == Zone::article || zones[i - 1] == Zone::hole);
      if (i == 0 || inside != was_inside) {
        paint("\033[2m", "── " + std::string(to_string(inside ? Zone::article : zones[i])));
        out_ += '\n';
      }
      line(document, document.lines[i], i + 1, inside);
    }
    return std::move(out_);
  }

 private:
  void paint(const char* color, const std::string& text) {
    out_ += format_.color ? color + text + "\033[0m" : text;
  }

  void field(const std::string& name, std::string_view value) {
    if (value.empty()) return;
    std::string padded = name;
    padded.resize(label_columns, ' ');
    out_ += padded + printable(value) + '\n';
  }

  void line(const Document& document, const LabelledLine& line, std::size_t number, bool inside) {
    char score[16];
    std::snprintf(score, sizeof score, "%.2f", static_cast<double>(line.score));
    std::string head = std::to_string(number);
    head.insert(0, 5 - std::min<std::size_t>(5, head.size()), ' ');
    std::string label(to_string(line.label));
    label.resize(label_columns, ' ');
    const std::string gutter = inside ? is_kept(line.label) ? "│ " : "┊ " : "  ";
    const std::size_t used = head.size() + label_columns + 10;
    std::string text = printable(line.line.text);
    if (format_.columns > used) text = cut(text, format_.columns - used);
    out_ += head + "  " + gutter;
    paint(color_of(line.label), label + score + "  " + text);
    out_ += '\n';
    reasons(document, line, gutter, head.size() + 2);
  }

  void reasons(const Document& document, const LabelledLine& line, const std::string& gutter,
               std::size_t indent) {
    std::string text;
    std::size_t shown = 0;
    for (const Evidence& reason : reasons_of(document, line)) {
      if (shown++ == format_.reasons) break;
      text +=
          (text.empty() ? "" : ", ") + weight_text(reason.weight) + ' ' + printable(reason.name);
    }
    if (text.empty()) return;
    const std::size_t used = indent + 2 + label_columns + 6;
    if (format_.columns > used) text = cut(text, format_.columns - used);
    out_ += std::string(indent, ' ') + gutter + std::string(label_columns + 6, ' ');
    paint("\033[2m", text);
    out_ += '\n';
  }

  const TerminalFormat& format_;
  std::string out_;
};

}  // namespace

std::string as_terminal(const ExplainedPage& page, const TerminalFormat& format) {
  return Writer(format).run(page);
}

bool show(const std::string& text, std::size_t terminal_rows) {
  const auto rows = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  const char* const own = std::getenv("PAGER");
  const std::string pager = own != nullptr && *own != '\0' ? own : "less";
  if (terminal_rows == 0 || rows < terminal_rows) return write_out(text) != Written::failed;
  ::setenv("LESS", "FRX", 0);  // colours as they are; as git does it
  FILE* const pipe = ::popen(pager.c_str(), "w");
  if (pipe == nullptr) return write_out(text) != Written::failed;
  std::fwrite(text.data(), 1, text.size(), pipe);  // a reader that leaves early has seen enough
  constexpr int not_found = 127 << 8;
  if (::pclose(pipe) == not_found) return write_out(text) != Written::failed;
  return true;
}

}  // namespace thanbai::program
