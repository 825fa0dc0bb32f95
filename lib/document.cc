#include "thanbai/document.h"

#include <array>

namespace thanbai {
namespace {

constexpr std::array<std::string_view, label_count> label_names = {
    "title",   "dateline",   "byline",   "lead",  "body",   "heading", "quote", "caption",
    "related", "navigation", "comments", "share", "advert", "footer",  "other"};

}  // namespace

std::string_view to_string(Label label) noexcept {
  const auto number = static_cast<std::size_t>(label);
  return number < label_count ? label_names[number] : "unknown";
}

std::optional<Label> label_from(std::string_view name) noexcept {
  for (std::size_t i = 0; i < label_names.size(); ++i) {
    if (label_names[i] == name) return static_cast<Label>(i);
  }
  return std::nullopt;
}

std::string_view to_string(Verdict verdict) noexcept {
  switch (verdict) {
    case Verdict::article: return "article";
    case Verdict::no_article: return "no_article";
    case Verdict::uncertain: return "uncertain";
  }
  return "unknown";
}

std::string Document::text() const {
  std::string out;
  for (const Paragraph& paragraph : paragraphs) {
    if (!out.empty()) out += "\n\n";
    out += paragraph.text;
  }
  return out;
}

}  // namespace thanbai
