// Document: what an Extractor gives back. Label, Verdict, Evidence, LabelledLine, Paragraph.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "thanbai/export.h"
#include "thanbai/line.h"

namespace thanbai {

/// What a line is.
enum class Label : std::uint8_t {
  title,
  dateline,  // holds the date, time or source of the article
  byline,    // its author or agency
  lead,      // the summary between title and body ("sapo")
  body,
  heading,  // a heading inside the body
  quote,
  caption,  // words and credit of a picture or video
  related,  // other articles: headers, headlines, teasers
  navigation,
  comments,
  share,  // share, save, print, listen, follow, subscribe, log in
  advert,
  footer,
  other,
};
inline constexpr std::size_t label_count = 15;

/// The label's name as it stands above; "unknown" for any other number. Static storage.
THANBAI_EXPORT std::string_view to_string(Label label) noexcept;

/// The label of that name; nullopt if there is none.
THANBAI_EXPORT std::optional<Label> label_from(std::string_view name) noexcept;

/// Whether lines of that label are part of the article by default: title, lead, body, heading,
/// quote.
constexpr bool is_kept(Label label) noexcept {
  return label == Label::title || label == Label::lead || label == Label::body ||
         label == Label::heading || label == Label::quote;
}

/// What a page is.
enum class Verdict : std::uint8_t { article, no_article, uncertain };

/// Its name as it stands above; "unknown" for any other number. Static storage.
THANBAI_EXPORT std::string_view to_string(Verdict verdict) noexcept;

/// One reason for a line's score: a rule ("vi/related.header") or a feature ("ends_sentence") and
/// what it added, in log-odds (natural logarithm) of the line being part of the article; ±100 is a
/// rule that decided by itself, or "by_place": where the line stands decided against its score.
/// What it added is told against what most lines have. `name` lives as long as the Document's
/// storage.
struct Evidence {
  std::string_view name;
  float weight = 0;
};

/// A line of the input and what became of it.
struct LabelledLine {
  Line line;
  Label label = Label::other;
  float score = 0;                   // probability in [0, 1] that the line is part of the article
  std::uint32_t evidence_begin = 0;  // its reasons, strongest first:
  std::uint32_t evidence_end = 0;    // Document::evidence[evidence_begin, evidence_end)
};

/// A kept line, or neighbouring lines that read as one. `text` lives as long as the Document. What
/// the markup says of it, Block and level, its first line knows: lines[lines_begin].line, if
/// lines_begin < lines_end.
struct Paragraph {
  Label label = Label::body;
  std::string_view text;
  Span source;                    // first byte of its first line to the end of its last
  std::uint32_t lines_begin = 0;  // its lines are Document::lines[lines_begin, lines_end); none if
  std::uint32_t lines_end = 0;    // the page declares the paragraph (JSON-LD) but does not show it
};

/// A cleaned page. A plain value; copies share `storage`. Views point into the caller's input,
/// which must live as long, or into `storage`. A field the page lacks is empty.
struct [[nodiscard]] Document {
  Verdict verdict = Verdict::no_article;
  float confidence = 0;  // in [0, 1]: how sure the verdict is; 0.5 if the page shows no article and
                         // declares one whole, which then gives the paragraphs

  std::string_view title;
  std::string_view lead;
  std::string_view byline;  // the authors that an HTML page declares, ", " between. If it declares
                            // none, or shows others and says that they wrote it: those shown,
                            // without "By" or "Theo"
  std::string_view source;  // agency or outlet
  std::string_view date;    // of publication, as printed
  std::string_view
      published;  // ISO 8601: 2019-07-22T19:00:00+07:00, 2019-07-22T19:00 or 2019-07-22, an offset
                  // only if declared or printed; as declared, if the printed date may be the same
                  // moment in some time zone, else as printed
  std::string_view language;  // BCP 47 tag: of the pack that fits best; as an HTML page declares,
                              // if no pack is of that language, or none fits

  // What only HTML pages declare, URLs as written:
  std::vector<std::string_view> authors;  // one name each; of text, those of `byline`
  std::string_view modified;              // ISO 8601, as declared; else of what is printed
  std::string_view site;                  // name of the site or its publisher
  std::string_view url;                   // canonical
  std::string_view base;                  // what relative URLs start from, see Metadata::base
  std::string_view image;
  std::string_view description;

  std::vector<Paragraph> paragraphs;  // in reading order, of the labels in Options::keep
  std::vector<Link> links;            // in paragraphs, if Lines had links; `row` is of `lines`
  std::vector<LabelledLine> lines;    // the ledger: every line of the input, kept or not
  std::vector<Evidence> evidence;  // reasons of all lines; empty unless Options::evidence is true
  std::vector<std::string_view>
      packs;  // "vi@0123456789abcdef": name and hash of each pack that applied

  std::uint64_t replaced_bytes = 0;  // from Lines
  std::uint32_t input_bytes = 0;     // from Lines
  Truncated truncated;               // which limits were met: those of Lines, and Limits::lines
  std::shared_ptr<const void> storage;

  /// The paragraphs, a blank line between; so without the title, unless Options::keep names it.
  /// Allocates the string it returns.
  [[nodiscard]] THANBAI_EXPORT std::string text() const;
};

}  // namespace thanbai
