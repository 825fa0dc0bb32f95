// Extractor: Lines in, Document out. Start here.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "thanbai/document.h"
#include "thanbai/export.h"
#include "thanbai/line.h"
#include "thanbai/pack.h"
#include "thanbai/result.h"
#include "thanbai/version.h"

namespace thanbai {

/// How to extract. The initialisers are the defaults.
struct Options {
  /// Built-in packs that apply to every page, by name, such as {"vi", "en"}; "und" always applies.
  /// Empty: those whose language the page is in, decided page by page.
  std::vector<std::string> languages = {};

  /// The caller's own packs, which apply to every page and overrule the built-in ones; of two that
  /// hit one line the later pack wins, in one pack the later rule.
  std::vector<Pack> packs = {};

  /// Packs that apply only to pages of their site and overrule all others. A page is of the site
  /// that a pack is named after: the host of Lines::address ("tin.example" also stands for
  /// all hosts below it, such as "m.tin.example", that have no nearer pack), else that of
  /// Metadata::url, else Metadata::site. Text says none of them: set `address` of its Lines.
  std::vector<Pack> site_packs = {};

  /// Labels whose lines become paragraphs. Document::title and ::lead are filled in any case; with
  /// Label::title among these, the title is a paragraph too. Labels and scores do not depend on it.
  std::vector<Label> keep = {Label::lead, Label::body, Label::heading, Label::quote};

  /// Probability, in [0, 1], from which a line is part of the article. Higher keeps less and is
  /// surer of it. Labels depend on it, and with them the verdict and all fields.
  float threshold = 0.5F;

  /// Whether Document::evidence is filled: why each line got its score. True takes about as long
  /// again as the rest, and more memory; labels and scores are the same.
  bool evidence = false;

  /// Bounds on a page. extract(std::string_view) reads with them; of Lines that were read before,
  /// with bounds of their own, `lines` and `links` count here.
  Limits limits = {};

  /// Compiled rules of each pack, in bytes; the match caches of each pattern come on top and may
  /// take as much again, at most 8 MiB. Lower saves memory; creation fails with rules_too_large if
  /// a pack of the caller's does not fit. Built-in patterns are compiled when the first line needs
  /// them and get at least the default.
  std::size_t rule_memory_bytes = std::size_t{32} << 20;
};

/// Memory that extract() works in and that it can use again: with one that is kept, a page costs a
/// few allocations, however many lines it has. For one call at a time: give each thread its own.
/// Where at most eight threads share an Extractor it may be left out: the Extractor keeps eight for
/// calls that bring none. May be used with several Extractors in turn; grows with the largest page,
/// and keeps words and rules of the Extractor used last, which stays in memory as long.
class Scratch {
 public:
  THANBAI_EXPORT Scratch();
  THANBAI_EXPORT ~Scratch();
  THANBAI_EXPORT Scratch(Scratch&&) noexcept;
  THANBAI_EXPORT Scratch& operator=(Scratch&&) noexcept;

 private:
  friend class Extractor;
  struct Impl;
  std::unique_ptr<Impl> impl_;  // made by the first page
};

/// Turns Lines into a Document. Immutable, but for built-in packs that are compiled on first use:
/// any number of threads may call extract() on one Extractor or on copies of it. A copy costs one
/// reference count.
class Extractor {
 public:
  /// Throws nothing. Errors: bad_option (a threshold or a label in `keep` that is none),
  /// unknown_language, bad_pattern, duplicate_rule, rules_too_large, out_of_memory.
  THANBAI_EXPORT static Result<Extractor> create(Options options = {});

  /// Total and linear: any Lines give a Document; in texts of lines and metadata that are not valid
  /// UTF-8 each ill-formed byte becomes U+FFFD and is counted. A page without an article gives a
  /// Document whose verdict says so. A text of more than 4096 lines is judged in parts of so many:
  /// it may hold several articles, and the likeliest decides verdict and language. The buffer the
  /// Lines were read from must outlive the Document. When memory ends it throws std::bad_alloc, as
  /// do the readers; the Extractor remains as it was.
  THANBAI_EXPORT Document extract(Lines lines) const;

  /// Of plain text, not of HTML, whose tags would count as text: extract(read_text(utf8)).
  THANBAI_EXPORT Document extract(std::string_view utf8) const;
  Document extract(const char* utf8) const { return extract(std::string_view(utf8)); }
  Document extract(const std::string&&) const = delete;

  /// The same, in the caller's memory. Those above take turns with eight Scratches of the
  /// Extractor's own, kept up to HTML pages of 4096 lines; more calls at once make new ones.
  THANBAI_EXPORT Document extract(Lines lines, Scratch& scratch) const;
  THANBAI_EXPORT Document extract(std::string_view utf8, Scratch& scratch) const;
  Document extract(const char* utf8, Scratch& scratch) const {
    return extract(std::string_view(utf8), scratch);
  }
  Document extract(const std::string&&, Scratch&) const = delete;

 private:
  struct Impl;
  /// `owner`: keeps the words that the scratch remembers valid; null if the scratch is ours.
  Document extract(Lines lines, Scratch::Impl& scratch,
                   const std::shared_ptr<const void>& owner) const;
  explicit Extractor(std::shared_ptr<const Impl> impl) noexcept;
  std::shared_ptr<const Impl> impl_;
};

}  // namespace thanbai
