#include "extractor_flags.h"

#include <CLI/Config.hpp>
#include <CLI/Error.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <filesystem>

#include "input.h"
#include "output.h"

namespace thanbai::program {
namespace {

std::vector<std::string> label_names() {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < label_count; ++i) {
    names.emplace_back(to_string(static_cast<Label>(i)));
  }
  return names;
}

std::string check_charset(const std::string& name) {
  const auto tried = to_utf8("", name);
  return tried ? std::string() : tried.error().message;
}

CLI::ValidationError bad(const Error& error) {
  std::string where = error.origin;
  if (error.line != 0) where += ":" + std::to_string(error.line);
  return CLI::ValidationError(where.empty() ? std::string(to_string(error.code)) : where,
                              error.message);
}

}  // namespace

namespace {

Pack load_and_try(const std::string& path, bool tell) {
  Pack pack = load_pack(path);
  if (tell) tell_bad_examples(path, pack);
  return pack;
}

/// The packs of a folder, by name of file.
std::vector<Pack> load_packs(const std::string& folder, bool tell) {
  std::vector<std::string> paths;
  std::error_code error;
  for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    if (it->path().extension() == ".pack") paths.push_back(it->path().string());
  }
  if (error) throw CLI::ValidationError("--packs-dir " + folder, error.message());
  std::sort(paths.begin(), paths.end());
  std::vector<Pack> packs;
  for (const std::string& path : paths) packs.push_back(load_and_try(path, tell));
  return packs;
}

/// The pack of a site, else of the closest domain above it.
Pack pack_of(const std::string& site, const std::vector<Pack>& packs) {
  for (std::string name = site; !name.empty();) {
    for (const Pack& pack : packs) {
      if (pack.name == name) return pack;
    }
    const std::size_t dot = name.find('.');
    name.erase(0, dot == std::string::npos ? name.size() : dot + 1);
  }
  throw CLI::ValidationError("--site " + site, "no pack of --packs-dir is named so");
}

}  // namespace

Pack load_pack(const std::string& path) {
  std::string text;
  std::string problem;
  if (!read_file(path, text, problem)) throw CLI::ValidationError("--pack " + path, problem);
  Result<Pack> pack = parse_pack(text, path);
  if (!pack) throw bad(pack.error());
  return *std::move(pack);
}

bool tell_bad_examples(const std::string& path, const Pack& pack) {
  const std::vector<Error> errors = check(pack);
  for (const Error& error : errors) {
    complain(path + ':' + std::to_string(error.line), error.message);
  }
  return errors.empty();
}

void ExtractorFlags::add_to(CLI::App& app) {
  app.add_option("--pack", packs, "A pack of your own, which overrules the built-in ones")
      ->type_name("FILE")
      ->allow_extra_args(false);
  app.add_option("--packs-dir", packs_dir,
                 "A folder of packs, each for the pages of the site it is named after")
      ->type_name("DIR");
  app.add_option("--site", site, "The site of all pages, for --packs-dir (default: as each says)")
      ->type_name("NAME");
  app.add_option("--packs", languages, "Built-in packs to apply (default: as each page's language)")
      ->type_name("LANG,...")
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_option("--keep", keep, "Labels to keep (default: title,lead,body,heading,quote)")
      ->type_name("LABEL,...")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember(label_names()).description(""));
  app.add_option("--charset", charset, "Charset of the input (default: detected page by page)")
      ->type_name("NAME")
      ->check(CLI::Validator(check_charset, ""));
}

bool ExtractorFlags::keeps(Label label) const {
  if (keep.empty()) return is_kept(label);
  return std::find(keep.begin(), keep.end(), to_string(label)) != keep.end();
}

Extractor ExtractorFlags::extractor(bool evidence, std::vector<Pack> more) const {
  Options options;
  options.languages = languages;
  options.evidence = evidence;
  const bool tell = !examples_told;
  examples_told = true;
  for (const std::string& path : packs) options.packs.push_back(load_and_try(path, tell));
  if (!packs_dir.empty()) options.site_packs = load_packs(packs_dir, tell);
  if (!site.empty()) {
    if (packs_dir.empty()) throw CLI::ValidationError("--site", "goes with --packs-dir");
    // Its pack applies to every page, behind the others, as if each page had said so.
    const std::vector<Pack> all = std::move(options.site_packs);
    options.site_packs.clear();
    options.packs.push_back(pack_of(site, all));
  }
  for (Pack& pack : more) options.packs.push_back(std::move(pack));
  options.keep.clear();
  for (std::size_t i = 0; i < label_count; ++i) {
    const auto label = static_cast<Label>(i);
    if (label != Label::title && keeps(label)) options.keep.push_back(label);
  }
  Result<Extractor> extractor = Extractor::create(std::move(options));
  if (!extractor) throw bad(extractor.error());
  return *std::move(extractor);
}

}  // namespace thanbai::program
