// The flags that say how to read files, the same for every subcommand.
#pragma once

#include <CLI/App.hpp>

#include "records.h"

namespace thanbai::program {

/// --from NAME.
void add_from(CLI::App& command, From& from);

/// --text-field and its kin, a group of their own in --help.
void add_record_flags(CLI::App& command, RecordFlags& records);

/// The one form of all these files, and of the files in those that are folders, if `from` is
/// automatic; else `from`. Throws CLI::ValidationError (exit 2) if they have several.
From form_of_all(const std::vector<std::string>& paths, From from);

}  // namespace thanbai::program
