// thanbai: the library as a program. This file knows the subcommands and nothing of their work.
#include <CLI/CLI.hpp>
#include <csignal>
#include <exception>
#include <iostream>
#include <sstream>
#include <string>

#include "commands.h"
#include "output.h"
#include "thanbai/pack.h"

namespace {

std::string version() {
  std::string out = "thanbai " THANBAI_VERSION;
  for (const std::string_view name : thanbai::builtin_pack_names()) {
    const auto pack = thanbai::builtin_pack(name);
    if (pack) out += "\npack " + pack->name + "@" + pack->hash;
  }
  return out;
}

int run(int argc, char** argv) {
  int status = 0;
  CLI::App app("The article of a news page: title, lead and body, without what surrounds them.");
  app.name("thanbai");
  app.set_version_flag("--version", version, "Print the version and the built-in packs");
  app.require_subcommand(0, 1);  // so that an unknown one is named; none at all is seen below
  app.failure_message([](const CLI::App*, const CLI::Error& error) {
    return "thanbai: " + std::string(error.what()) + '\n';
  });
  thanbai::program::add_extract(app, status);
  thanbai::program::add_evaluate(app, status);
  thanbai::program::add_explain(app, status);
  thanbai::program::add_learn(app, status);
  thanbai::program::add_check(app, status);
  try {
    app.parse(argc, argv);
    if (app.get_subcommands().empty()) throw CLI::RequiredError("A subcommand");
  } catch (const CLI::ParseError& error) {
    std::ostringstream out;
    if (app.exit(error, out, std::cerr) != 0) return 2;
    if (thanbai::program::write_out(out.str()) == thanbai::program::Written::failed) return 1;
  }
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that leaves is seen by write()
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    thanbai::program::complain("failed", error.what());
    return 1;
  }
}
