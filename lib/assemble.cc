#include "assemble.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "credits.h"
#include "date.h"

namespace thanbai {
namespace {

/// What a Document's views may point into besides the input and the Lines' storage.
struct Storage {
  std::shared_ptr<const void> lines;
  std::string published;
};

bool holds(const std::vector<Label>& labels, Label label) {
  return std::find(labels.begin(), labels.end(), label) != labels.end();
}

class Assembler {
 public:
  Assembler(bool day_first, Document& document)
      : day_first_(day_first), document_(document), storage_(std::make_shared<Storage>()) {
    storage_->lines = std::move(document.storage);
  }

  void run(const std::vector<Label>& keep) {
    for (const LabelledLine& line : document_.lines) {
      if (line.line.text.empty()) continue;
      take_field(line);
      if (holds(keep, line.label)) {
        document_.paragraphs.push_back({line.label, line.line.text, line.line.source});
      }
    }
    document_.published = storage_->published;
    document_.storage = std::move(storage_);
  }

 private:
  void take_field(const LabelledLine& line) {
    const std::string_view text = line.line.text;
    switch (line.label) {
      case Label::title:
        if (document_.title.empty()) document_.title = text;
        break;
      case Label::lead:
        if (document_.lead.empty()) document_.lead = text;
        break;
      case Label::byline: {
        const Byline byline = parse_byline(text);
        if (document_.byline.empty()) document_.byline = byline.author;
        if (document_.source.empty()) document_.source = byline.source;
        take_date(text);
        break;
      }
      case Label::dateline: {
        const Dateline dateline = parse_dateline(text, day_first_);
        if (document_.byline.empty()) document_.byline = dateline.byline.author;
        if (document_.source.empty()) document_.source = dateline.byline.source;
        take_date(text);
        break;
      }
      default: break;
    }
  }

  /// The first date that is printed; a relative one ("2 hours ago") has no ISO form.
  void take_date(std::string_view text) {
    if (!storage_->published.empty()) return;
    const Dateline dateline = parse_dateline(text, day_first_);
    if (!dateline.has_date) return;
    if (document_.date.empty() || !dateline.date.relative) document_.date = dateline.printed;
    if (!dateline.date.relative) storage_->published = to_iso(dateline.date.value);
  }

  bool day_first_;
  Document& document_;
  std::shared_ptr<Storage> storage_;
};

}  // namespace

void assemble(const std::vector<Label>& keep, bool day_first, Document& document) {
  Assembler(day_first, document).run(keep);
}

}  // namespace thanbai
