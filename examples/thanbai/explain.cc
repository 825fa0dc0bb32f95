// thanbai explain: why each line of a page is what it is, in a terminal or as HTML.
#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <set>

#include "choice.h"
#include "commands.h"
#include "explain_html.h"
#include "explain_terminal.h"
#include "extractor_flags.h"
#include "input_flags.h"
#include "input_pages.h"
#include "output.h"
#include "page_files.h"

namespace thanbai::program {
namespace {

enum class Color { automatic, always, never };
const std::map<std::string, Color> color_names = {
    {"auto", Color::automatic}, {"always", Color::always}, {"never", Color::never}};

struct ExplainFlags {
  std::vector<std::string> paths;
  std::vector<std::string> to;  // "html" and where
  InputFlags input;
  Color color = Color::automatic;
  std::size_t reasons = 3;
  std::size_t columns = 0;
  bool no_pager = false;
  ExtractorFlags extractor;
};

/// Explains each page of the files and gives it to `then`; false if a file could not be read.
template <class Then>
bool for_each(const ExplainFlags& flags, const std::vector<PageFile>& files, Then then) {
  const Extractor extractor = flags.extractor.extractor(true);
  InputFlags input = flags.input;
  input.charset = flags.extractor.charset;
  bool good = true;
  for (const PageFile& file : files) {
    good &= for_each_page(file, input, [&](InputPage& read) {
      then(ExplainedPage{std::move(read.name), std::move(read.bytes), std::move(read.page.utf8),
                         extractor.extract(std::move(read.page.lines))});
    });
  }
  return good;
}

int to_terminal(const ExplainFlags& flags, const std::vector<PageFile>& files) {
  const bool is_terminal = ::isatty(STDOUT_FILENO) != 0;
  winsize size{};
  if (is_terminal) ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
  const char* const no_color = std::getenv("NO_COLOR");
  TerminalFormat format;
  format.color = flags.color == Color::always || (flags.color == Color::automatic && is_terminal &&
                                                  (no_color == nullptr || *no_color == '\0'));
  format.columns = flags.columns != 0 ? flags.columns : is_terminal ? size.ws_col : 0;
  format.reasons = flags.reasons;
  std::string out;
  const bool good = for_each(flags, files, [&](const ExplainedPage& page) {
    if (!out.empty()) out += '\n';
    out += as_terminal(page, format);
  });
  const bool pages = is_terminal && !flags.no_pager;
  return show(out, pages ? size.ws_row : 0) && good ? 0 : 1;
}

/// A name for each page below the folder that no other has.
std::string html_name(const std::string& name, std::set<std::string>& taken) {
  std::string result = name + ".html";
  for (int i = 2; !taken.insert(result).second; ++i) {
    result = name + "-" + std::to_string(i) + ".html";
  }
  return result;
}

int to_html(const ExplainFlags& flags, const std::vector<PageFile>& files) {
  namespace fs = std::filesystem;
  const fs::path out = flags.to[1];
  std::error_code none;
  const bool one = files.size() == 1 && flags.paths.size() == 1 &&
                   !fs::is_directory(flags.paths[0], none) && out.extension() == ".html" &&
                   !is_corpus(form_of_file(files[0].path, flags.input.from));
  std::set<std::string> taken = {"index.html"};
  std::vector<IndexEntry> entries;
  std::string problem;
  bool written = true;
  const auto write = [&](const fs::path& path, const std::string& html) {
    if (write_file(path.string(), html, problem)) return;
    complain(path.string(), problem);
    written = false;
  };
  const bool good = for_each(flags, files, [&](const ExplainedPage& page) {
    if (one) return write(out, as_html(page));
    const std::string name = html_name(page.name, taken);
    write(out / name, as_html(page));
    entries.push_back(index_entry(page, path_url(name)));
  });
  if (!one) write(out / "index.html", as_index(std::move(entries)));
  return good && written ? 0 : 1;
}

int run(ExplainFlags flags) {
  if (!flags.to.empty() && flags.to[0] != "html") {
    throw CLI::ValidationError("--to", "html OUT is all there is");
  }
  if (flags.paths.empty()) flags.paths.emplace_back("-");
  std::vector<PageFile> files;
  const bool found = page_files(flags.paths, files);
  const int status = flags.to.empty() ? to_terminal(flags, files) : to_html(flags, files);
  return found ? status : 1;
}

}  // namespace

void add_explain(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("explain", "Show why each line is what it is");
  auto flags = std::make_shared<ExplainFlags>();
  command
      ->add_option("PATH", flags->paths,
                   "Pages, corpora or folders of them; - is standard input, as is no PATH at all")
      ->type_name("");
  command
      ->add_option("--to", flags->to,
                   "html OUT: a page of HTML in the file OUT; of several, one each in the folder "
                   "OUT, and an index")
      ->type_name("html OUT")
      ->expected(2)
      ->allow_extra_args(false);
  add_from(*command, flags->input.from);
  add_choice(*command, "--color", flags->color, color_names,
             "Whether to colour lines by label (default: in a terminal, unless NO_COLOR is set)");
  command->add_option("--reasons", flags->reasons, "How many to show of a line (default: 3)")
      ->type_name("N");
  command
      ->add_option("--columns", flags->columns, "Cut lines to so many (default: to the terminal's)")
      ->type_name("N");
  command->add_flag("--no-pager", flags->no_pager, "Print at once, however long");
  add_record_flags(*command, flags->input.records);
  flags->extractor.add_to(*command);
  command->callback([flags, &status] { status = run(*flags); });
}

}  // namespace thanbai::program
