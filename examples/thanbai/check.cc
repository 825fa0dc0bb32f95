// thanbai check: whether packs can be used, and hit and miss the lines that they say they do.
#include <CLI/CLI.hpp>
#include <memory>

#include "commands.h"
#include "extractor_flags.h"

namespace thanbai::program {
namespace {

int run(const std::vector<std::string>& paths) {
  bool good = true;
  for (const std::string& path : paths) good &= tell_bad_examples(path, load_pack(path));
  return good ? 0 : 1;
}

}  // namespace

void add_check(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("check", "Try the hit and miss lines of packs");
  auto paths = std::make_shared<std::vector<std::string>>();
  command->add_option("PACK", *paths, "Packs; exit 1 if a line is not as its rule says")
      ->type_name("")
      ->required();
  command->callback([paths, &status] { status = run(*paths); });
}

}  // namespace thanbai::program
