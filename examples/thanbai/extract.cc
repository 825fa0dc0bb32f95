// thanbai extract: each page in, its article out, in the order given.
#include <CLI/CLI.hpp>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include "choice.h"
#include "commands.h"
#include "corpus_files.h"
#include "extractor_flags.h"
#include "input.h"
#include "input_flags.h"
#include "output.h"
#include "output_file.h"
#include "page_files.h"
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
  bool to_given = false;
  bool packing_given = false;
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

/// Checks what goes with what, and fills in what follows from other flags.
void settle(ExtractFlags& flags) {
  Format& format = flags.format;
  StreamFlags& stream = flags.stream;
  if (flags.files.empty()) flags.files.emplace_back("-");
  flags.from = form_of_all(flags.files, flags.from);
  if (is_corpus(flags.from)) {
    if (flags.to_given && format.to != To::jsonl) {
      throw CLI::ValidationError("--from jsonl, wet and warc", "go with --to jsonl");
    }
    format.to = To::jsonl;
  } else if (is_folder(stream.output)) {
    throw CLI::ValidationError("--output", "a folder goes with --from jsonl, wet or warc");
  }
  const bool json = format.to == To::json || format.to == To::jsonl;
  if (format.ledger && !json) {
    throw CLI::ValidationError("--ledger", "goes with --to json or --to jsonl");
  }
  if (!format.verdicts.empty() && format.to != To::text && format.to != To::markdown) {
    throw CLI::ValidationError("--verdict", "goes with --to text or markdown; JSON has `verdict`");
  }
  if (format.links && !json && format.to != To::markdown) {
    throw CLI::ValidationError("--links", "goes with --to json, jsonl or markdown");
  }
  format.pretty =
      format.to == To::json && flags.files.size() == 1 && !is_folder(flags.files.front());
  format.title = flags.extractor.keeps(Label::title);
  if (!flags.packing_given) stream.packing = packing_of(stream.output);
  stream.charset = flags.extractor.charset;
}

/// Pages one by one, each file a page.
int run_pages(const ExtractFlags& flags, const Extractor& extractor) {
  const bool breaks = flags.format.to == To::text || flags.format.to == To::markdown;
  const bool gzip = flags.stream.packing == Packing::gzip;
  OutputFile output;
  if (!output.open(flags.stream.output, flags.stream.packing)) return 1;
  std::vector<PageFile> files;
  bool whole = page_files(flags.files, files);
  bool first = true;
  for (const PageFile& file : files) {
    const std::string& path = file.path;
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
      whole = false;
      continue;
    }
    if (breaks && !first) page.insert(0, page_break);
    first = false;
    if (gzip && !page.empty()) pack_gzip(page);
    switch (output.write(page)) {
      case Written::all: break;
      case Written::reader_left: return whole ? 0 : 1;
      case Written::failed: return 1;
    }
  }
  const Written written = output.close(whole);
  if (!whole && !output.part().empty()) complain(output.part(), "not whole, so it stays here");
  return whole && written != Written::failed ? 0 : 1;
}

int run(ExtractFlags flags) {
  settle(flags);
  const Extractor extractor = flags.extractor.extractor(flags.format.ledger);
  if (!is_corpus(flags.from)) return run_pages(flags, extractor);
  return run_stream(flags.files, flags.from, flags.stream, flags.format, extractor);
}

/// The flags that only corpora have, a group of their own in --help.
void add_stream_flags(CLI::App& command, StreamFlags& stream) {
  const auto add = [&command](const char* name, auto& value, const char* type, const char* what) {
    return command.add_option(name, value, what)->type_name(type)->group("Corpora");
  };
  const auto add_flag = [&command](const char* name, bool& value, const char* what) {
    command.add_flag(name, value, what)->group("Corpora");
  };
  add("--threads", stream.threads, "N",
      "How many work (default: all cores); the output is the same")
      ->check(CLI::Range(1U, 1024U).description(""));
  add("--stats", stream.stats, "FILE",
      "Write the counters there as a line of JSON; - is standard error");
  add_flag("--resume", stream.resume,
           "Of an --output folder: leave out inputs whose output is there");
  add_flag("--quiet", stream.quiet, "No progress and no counts on standard error");
  add_flag("--fail-on-error", stream.fail_on_error, "Exit 1 if a record failed");
}

}  // namespace

void add_extract(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("extract", "Print the article of each page");
  auto flags = std::make_shared<ExtractFlags>();
  command
      ->add_option("FILE", flags->files,
                   "Pages or corpora, or folders of them; - is standard input, as is no FILE")
      ->type_name("");
  add_from(*command, flags->from);
  const CLI::Option* to = add_choice(
      *command, "--to", flags->format.to, to_names,
      "Form of the output, jsonl of corpora. Of several files, JSON is one page a line, and a form "
      "feed parts text and markdown");
  command
      ->add_option("--output", flags->stream.output,
                   "Write all there, under the name FILE.part until it is whole. Of corpora, a "
                   "folder, which exists or is written DIR/, gets a file for each input")
      ->type_name("FILE");
  const CLI::Option* packing = add_choice(*command, "--compress", flags->stream.packing,
                                          packing_names, "How (default: as --output is named)");
  command->add_flag("--ledger", flags->format.ledger,
                    "Add every line, its label and the evidence for it to JSON");
  command->add_flag("--links", flags->format.links,
                    "Add the links in the article's text to JSON and Markdown");
  command
      ->add_option_function<std::vector<std::string>>(
          "--verdict",
          [flags](const std::vector<std::string>& names) {
            for (const std::string& name : names) {
              flags->format.verdicts.push_back(verdict_names.at(name));
            }
          },
          "Leave out the text or Markdown of pages of any other verdict, though not their form "
          "feed: article, uncertain, no_article (default: all come out)")
      ->type_name("NAME,...")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember(&verdict_names).description(""));
  add_record_flags(*command, flags->stream.records);
  add_stream_flags(*command, flags->stream);
  flags->extractor.add_to(*command);
  command->callback([flags, to, packing, &status] {
    flags->to_given = to->count() > 0;
    flags->packing_given = packing->count() > 0;
    status = run(*flags);
  });
}

}  // namespace thanbai::program
