#include "extractor_flags.h"

#include <CLI/Config.hpp>
#include <CLI/Error.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>

#include "input.h"

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

Pack load_pack(const std::string& path) {
  std::string text;
  std::string problem;
  if (!read_file(path, text, problem)) throw CLI::ValidationError("--pack " + path, problem);
  Result<Pack> pack = parse_pack(text, path);
  if (!pack) throw bad(pack.error());
  return *std::move(pack);
}

void ExtractorFlags::add_to(CLI::App& app) {
  app.add_option("--pack", packs, "A pack of your own, which overrules the built-in ones")
      ->type_name("FILE")
      ->allow_extra_args(false);
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
  for (const std::string& path : packs) options.packs.push_back(load_pack(path));
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
