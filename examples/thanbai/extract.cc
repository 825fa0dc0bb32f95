// thanbai extract: each page in, its article out, in the order given.
#include <CLI/CLI.hpp>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include "choice.h"
#include "commands.h"
#include "extractor_flags.h"
#include "input.h"
#include "output.h"
#include "stream.h"

namespace thanbai::program {
namespace {

constexpr std::string_view page_break = "\f\n";  // between the texts of two pages

struct ExtractFlags {
  std::vector<std::string> files;
  From from = From::automatic;
  Format format;
  ExtractorFlags extractor;
  StreamFlags stream;
};

/// The page of one file as it is written. On failure false, and the reason in `problem`.
bool extract_file(const ExtractFlags& flags, const Extractor& extractor, const std::string& path,
                  std::string& page, std::string& problem) {
  std::string bytes;
  if (!read_file(path, bytes, problem)) return false;
  Page read;
  if (!read_page(bytes, flags.from, flags.extractor.charset, flags.format.links, read, problem))
    return false;
  page = format_page(flags.format, path, *read.utf8, extractor.extract(std::move(read.lines)));
  return true;
}

int run(ExtractFlags flags) {
  Format& format = flags.format;
  const bool json = format.to == To::json || format.to == To::jsonl;
  if (format.ledger && !json) {
    throw CLI::ValidationError("--ledger", "goes with --to json or --to jsonl");
  }
  if (format.links && !json && format.to != To::markdown) {
    throw CLI::ValidationError("--links", "goes with --to json, jsonl or markdown");
  }
  if (flags.files.empty()) flags.files.emplace_back("-");
  format.pretty = format.to == To::json && flags.files.size() == 1;
  format.title = flags.extractor.keeps(Label::title);
  const Extractor extractor = flags.extractor.extractor(format.ledger);
  if (flags.from == From::jsonl || flags.from == From::wet || flags.from == From::warc) {
    if (format.to != To::jsonl)
      throw CLI::ValidationError("--from jsonl, wet and warc", "go with --to jsonl");
    return run_stream(flags.files, flags.from, flags.stream, format, extractor);
  }
  const bool breaks = format.to == To::text || format.to == To::markdown;

  int status = 0;
  bool first = true;
  for (const std::string& path : flags.files) {
    std::string page;
    std::string problem;
    bool done = false;
    try {
      done = extract_file(flags, extractor, path, page, problem);
    } catch (const std::bad_alloc&) {
      problem = "not enough memory";
    }
    if (!done) {
      complain(path, problem);
      status = 1;
      continue;
    }
    if (breaks && !first) page.insert(0, page_break);
    first = false;
    switch (write_out(page)) {
      case Written::all: break;
      case Written::reader_left: return status;
      case Written::failed: return 1;
    }
  }
  return status;
}

}  // namespace

void add_extract(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("extract", "Print the article of each page");
  auto flags = std::make_shared<ExtractFlags>();
  command->add_option("FILE", flags->files, "Pages; - is standard input, as is no FILE at all")
      ->type_name("");
  add_choice(*command, "--from", flags->from, from_names, "Form of the input");
  add_choice(*command, "--to", flags->format.to, to_names,
             "Form of the output. Of several files, JSON is one page a line, and a form feed parts "
             "text and markdown");
  command->add_flag("--ledger", flags->format.ledger,
                    "Add every line, its label and the evidence for it to JSON");
  command->add_flag("--links", flags->format.links,
                    "Add the links in the article's text to JSON and Markdown");
  StreamFlags& stream = flags->stream;
  command->add_option("--text-field", stream.records.text_field, "Of --from jsonl: the page's text")
      ->type_name("NAME");
  command
      ->add_option("--html-field", stream.records.html_field,
                   "Of --from jsonl: its HTML, which wins")
      ->type_name("NAME");
  command
      ->add_option("--max-record-bytes", stream.records.max_bytes,
                   "Of streams: larger records fail")
      ->type_name("N")
      ->check(CLI::PositiveNumber.description(""));
  command->add_option("--threads", stream.threads, "Of streams: how many (default: all cores)")
      ->type_name("N")
      ->check(CLI::Range(1U, 1024U).description(""));
  command->add_flag("--fail-on-error", stream.fail_on_error,
                    "Of streams: exit 1 if a record failed");
  command->add_flag("--quiet", stream.quiet, "Of streams: no counts on standard error");
  flags->extractor.add_to(*command);
  command->callback([flags, &status] { status = run(*flags); });
}

}  // namespace thanbai::program
