#include "input_flags.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <optional>

#include "choice.h"
#include "folder_files.h"

namespace thanbai::program {
namespace {

constexpr std::size_t most_record_bytes = std::size_t{1} << 40;

}  // namespace

void add_from(CLI::App& command, From& from) {
  add_choice(command, "--from", from, from_names,
             "Form of the input; jsonl, wet and warc are corpora of many pages. auto (the default) "
             "knows corpora by their names: .jsonl, .ndjson, .wet, .warc, with or without .gz or "
             ".zst; all else is a page, HTML or text as it looks");
}

void add_record_flags(CLI::App& command, RecordFlags& records) {
  const auto add = [&command](const char* name, auto& value, const char* type, const char* what) {
    return command.add_option(name, value, what)->type_name(type)->group("Corpora");
  };
  add("--text-field", records.text_field, "NAME",
      "The member of a JSON line that is text (default: text)");
  add("--html-field", records.html_field, "NAME",
      "The member that is HTML, which is taken if there are both (default: html)");
  add("--id-field", records.id_field, "NAME",
      "The member that an error record repeats, null if it cannot be read (default: id)");
  add("--url-field", records.url_field, "NAME",
      "The member that is the page's URL, which says what pack of --packs-dir applies (default: "
      "url)");
  add("--max-record-bytes", records.max_bytes, "N",
      "Larger records fail; K, M and G are powers of 1024 (default: 64M)")
      ->transform(CLI::AsSizeValue(false).description(""))
      ->check(CLI::Range(std::size_t{1}, most_record_bytes).description(""));
}

From form_of_all(const std::vector<std::string>& paths, From from) {
  if (from != From::automatic) return from;
  std::vector<PathProblem> told_later;
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code none;
    if (path == "-" || !std::filesystem::is_directory(path, none)) {
      files.push_back(path);
      continue;
    }
    const auto wanted = [](const std::string& name, bool) { return name[0] != '_'; };
    for (std::string& file : files_below(path, wanted, told_later)) files.push_back(file);
  }
  std::optional<From> form;
  for (const std::string& file : files) {
    const From next = form_of_file(file, from);
    if (form && *form != next) {
      throw CLI::ValidationError(file, "corpora and pages, or corpora of two kinds: say --from");
    }
    form = next;
  }
  return form.value_or(from);
}

}  // namespace thanbai::program
