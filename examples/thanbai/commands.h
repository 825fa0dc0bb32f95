// The subcommands. Each adds itself to `app` and leaves its exit status in `status`:
// 0 all done; 1 some input could not be read or the output not written; 2 is for wrong usage.
#pragma once

#include <CLI/App.hpp>

namespace thanbai::program {

void add_extract(CLI::App& app, int& status);
void add_evaluate(CLI::App& app, int& status);
void add_explain(CLI::App& app, int& status);
void add_learn(CLI::App& app, int& status);
void add_check(CLI::App& app, int& status);

}  // namespace thanbai::program
