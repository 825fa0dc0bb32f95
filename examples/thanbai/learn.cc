// thanbai learn: pages of one site in, a pack of what recurs on them out.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "commands.h"
#include "extractor_flags.h"
#include "input_flags.h"
#include "input_pages.h"
#include "learn_check.h"
#include "learn_counts.h"
#include "learn_drift.h"
#include "learn_rules.h"
#include "output.h"
#include "page_files.h"
#include "thanbai/pack.h"

namespace thanbai::program {
namespace {

constexpr std::size_t enough_pages = 10;
constexpr int site_changed = 3;  // exit status

struct LearnFlags {
  std::vector<std::string> paths;
  InputFlags input;
  ExtractorFlags extractor;
  std::string out;
  std::string name;
  std::string save_counts;
  std::vector<std::string> merge;
  std::vector<std::string> check;
  std::string compare;
};

/// Does something with each page of these files and folders. False if one could not be read.
template <class Do>
bool for_each_page(const LearnFlags& flags, const std::vector<std::string>& paths, Do then) {
  InputFlags input = flags.input;
  input.charset = flags.extractor.charset;
  std::vector<PageFile> files;
  bool good = page_files(paths, files);
  for (const PageFile& file : files) {
    good &= for_each_page(file, input, [&](InputPage& read) { then(read.name, read.page); });
  }
  return good;
}

/// "1 rule", "2 rules".
std::string counted(std::size_t count, const char* what) {
  return std::to_string(count) + ' ' + what + (count == 1 ? "" : "s");
}

bool read_counts(const std::string& path, SiteCounts& counts) {
  std::string text;
  std::string problem;
  if (read_file(path, text, problem) && counts.add_text(text, problem)) return true;
  complain(path, problem);
  return false;
}

bool write(const std::string& path, const std::string& text) {
  std::string problem;
  if (write_file(path, text, problem)) return true;
  complain(path, problem);
  return false;
}

/// A name that docs/packs.md allows.
std::string pack_name(const LearnFlags& flags, const SiteCounts& counts) {
  if (!flags.name.empty()) return flags.name;
  std::string name = counts.site();
  for (char& c : name) {
    const bool fine = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    if (!fine) c = '_';
  }
  return name.empty() ? "site" : name;
}

/// The packs whose effect is to be seen: the one learned, else those of --pack.
void check(const LearnFlags& flags, std::vector<Pack> learned, bool& good, std::string& out) {
  ExtractorFlags without = flags.extractor;
  std::set<std::string> names;
  if (learned.empty()) {
    without.packs.clear();
    for (const std::string& path : flags.extractor.packs) names.insert(load_pack(path).name);
  } else {
    names.insert(learned.front().name);
  }
  const Extractor before = without.extractor(false);
  const Extractor after = flags.extractor.extractor(true, std::move(learned));
  Check effect;
  good &= for_each_page(flags, flags.check, [&](const std::string& name, const Page& page) {
    effect.add(name, before.extract(page.lines), after.extract(page.lines), names);
  });
  out += effect.to_text();
}

int run(const LearnFlags& flags) {
  const bool learns = !flags.paths.empty() || !flags.merge.empty();
  if (!learns && (flags.check.empty() || flags.extractor.packs.empty())) {
    throw CLI::ValidationError("learn", "needs pages, --merge, or --check with --pack");
  }
  bool good = true;
  SiteCounts counts;
  std::size_t others = 0;
  if (!flags.paths.empty()) {
    const Extractor extractor = flags.extractor.extractor(true);
    good &= for_each_page(flags, flags.paths, [&](const std::string& name, const Page& page) {
      if (!counts.add(extractor.extract(page.lines), name, page.lines.address)) ++others;
    });
  }
  for (const std::string& path : flags.merge) good &= read_counts(path, counts);

  std::string out;
  std::vector<Pack> learned;
  int status = 0;
  if (learns) {
    const Learned rules = learn(counts);
    const std::string name = pack_name(flags, counts);
    const std::string text = rules.to_text(name, counts.language());
    Result<Pack> pack = parse_pack(text, name);
    if (!pack) throw CLI::ValidationError("--name " + name, pack.error().message);
    std::string told = counted(counts.pages().size(), "article");
    if (others > 0) told += ", " + counted(others, "page") + " without one left out";
    told += "; " + counted(rules.rules.size(), "rule");
    if (counts.pages().size() < enough_pages) told += "; ten pages or more would say more";
    complain("learn", told);
    const bool to_file = !flags.out.empty();
    if (to_file) good &= write(flags.out, text);
    if (!flags.save_counts.empty()) good &= write(flags.save_counts, counts.to_text());
    if (!to_file && flags.save_counts.empty() && flags.check.empty() && flags.compare.empty()) {
      out = text;
    }
    if (!flags.compare.empty()) {
      SiteCounts before;
      if (!read_counts(flags.compare, before)) return 1;
      const Drift drift = compare(before, counts);
      out += drift.text;
      if (drift.changed) status = site_changed;
    }
    learned.push_back(*std::move(pack));
  }
  if (!flags.check.empty()) check(flags, std::move(learned), good, out);
  if (write_out(out) == Written::failed || !good) return 1;
  return status;
}

}  // namespace

void add_learn(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("learn", "Make a pack of what recurs on a site's pages");
  auto flags = std::make_shared<LearnFlags>();
  command
      ->add_option("PATH", flags->paths,
                   "Pages of one site, corpora or folders of them; ten or more")
      ->type_name("");
  add_from(*command, flags->input.from);
  command->add_option("-o,--out", flags->out, "The pack to write (default: standard output)")
      ->type_name("FILE");
  command->add_option("--name", flags->name, "The pack's name (default: the host most pages name)")
      ->type_name("NAME");
  command->add_option("--save-counts", flags->save_counts, "Write what was counted, to be merged")
      ->type_name("FILE");
  command->add_option("--merge", flags->merge, "Counts of other pages of the site, to learn from")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command
      ->add_option("--check", flags->check,
                   "Pages to show the effect on, of the pack learned or else of --pack")
      ->type_name("PATH")
      ->allow_extra_args(false);
  command
      ->add_option("--compare", flags->compare,
                   "Counts of earlier pages: exit 3 if the site has changed since")
      ->type_name("FILE");
  add_record_flags(*command, flags->input.records);
  flags->extractor.add_to(*command);
  command->callback([flags, &status] { status = run(*flags); });
}

}  // namespace thanbai::program
