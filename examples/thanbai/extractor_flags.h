// The flags that say how to extract, the same for every subcommand.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "thanbai/extractor.h"

namespace thanbai::program {

/// Reads a pack. Throws CLI::ValidationError (exit 2) if it cannot be read or used.
Pack load_pack(const std::string& path);

/// Tells on standard error of each hit or miss line of a pack that its rule treats otherwise. False
/// if there was one.
bool tell_bad_examples(const std::string& path, const Pack& pack);

struct ExtractorFlags {
  std::vector<std::string> packs;      // --pack FILE
  std::string packs_dir;               // --packs-dir DIR
  std::string site;                    // --site NAME
  std::vector<std::string> languages;  // --packs LANG,...
  std::vector<std::string> keep;       // --keep LABEL,...
  std::string charset;                 // --charset NAME
  mutable bool examples_told = false;  // by extractor()

  void add_to(CLI::App& app);
  bool keeps(Label label) const;  // as --keep says, else by default

  /// With `more` packs behind those of --pack. Throws CLI::ValidationError (exit 2) if a pack
  /// cannot be read or used; of bad examples standard error is told, the first time.
  Extractor extractor(bool evidence, std::vector<Pack> more = {}) const;
};

}  // namespace thanbai::program
