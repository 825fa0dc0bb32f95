#include "folder_files.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "output.h"

namespace thanbai::program {
namespace {

namespace fs = std::filesystem;

class Walk {
 public:
  Walk(const Wanted& wanted, std::vector<PathProblem>& problems)
      : wanted_(wanted), problems_(problems) {}

  void folder(const fs::path& path) {
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    if (error) return fail(path, error.message());
    if (!above_.insert(real).second) return fail(path, "a link to a folder that it stands in");
    fs::directory_iterator entry(path, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) add(*entry);
    if (error) fail(path, error.message());
    above_.erase(real);
  }

  std::vector<std::string> files;

 private:
  void add(const fs::directory_entry& entry) {
    const std::string name = entry.path().filename().string();
    if (name[0] == '.') return;
    std::error_code error;
    const fs::file_type type = entry.status(error).type();
    const bool is_folder = type == fs::file_type::directory;
    if (!wanted_(name, is_folder)) return;
    if (is_folder) return folder(entry.path());
    if (type == fs::file_type::regular) files.push_back(entry.path().string());
    if (type == fs::file_type::not_found) return fail(entry.path(), "a link to nothing");
    if (error) fail(entry.path(), error.message());
  }

  void fail(const fs::path& path, const std::string& problem) {
    problems_.push_back({path.string(), problem});
  }

  const Wanted& wanted_;
  std::vector<PathProblem>& problems_;
  std::set<fs::path> above_;  // the folders that we are in
};

}  // namespace

std::vector<std::string> files_below(const std::string& folder, const Wanted& wanted,
                                     std::vector<PathProblem>& problems) {
  Walk walk(wanted, problems);
  walk.folder(folder);
  std::sort(walk.files.begin(), walk.files.end());
  return std::move(walk.files);
}

std::vector<std::string> files_below(const std::string& folder, const Wanted& wanted, bool& whole) {
  std::vector<PathProblem> problems;
  std::vector<std::string> files = files_below(folder, wanted, problems);
  for (const PathProblem& each : problems) complain(each.path, each.problem);
  whole = whole && problems.empty();
  return files;
}

}  // namespace thanbai::program
