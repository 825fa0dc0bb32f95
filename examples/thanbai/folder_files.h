// The files below a folder. What cannot be read is named, and the rest is read all the same.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace thanbai::program {

struct PathProblem {
  std::string path;
  std::string problem;
};

/// Whether a file or a folder of that name counts.
using Wanted = std::function<bool(const std::string& name, bool is_folder)>;

/// The paths of all wanted files in a folder and the folders in it, sorted; links are followed,
/// hidden files and folders (their names begin with ".") left out. Adds to `problems` folders that
/// cannot be read, links to nothing, and links to a folder they stand in.
std::vector<std::string> files_below(const std::string& folder, const Wanted& wanted,
                                     std::vector<PathProblem>& problems);

/// The same; standard error is told of each problem, and `whole` is false if there was one.
std::vector<std::string> files_below(const std::string& folder, const Wanted& wanted, bool& whole);

}  // namespace thanbai::program
