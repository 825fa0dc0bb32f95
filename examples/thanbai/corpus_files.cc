#include "corpus_files.h"

#include <CLI/Error.hpp>
#include <algorithm>
#include <filesystem>
#include <unordered_set>

#include "folder_files.h"

namespace thanbai::program {
namespace {

namespace fs = std::filesystem;

bool is_data(const std::string& name) { return name[0] != '_'; }

/// Adds the files below a folder. Their outputs are named from the folder on.
void add_folder(const std::string& folder, std::vector<CorpusFile>& files, bool& whole) {
  bool read = true;
  const auto wanted = [](const std::string& name, bool) { return is_data(name); };
  const std::vector<std::string> found = files_below(folder, wanted, read);
  if (found.empty() && read) throw CLI::ValidationError(folder, "no files in it");
  for (const std::string& path : found) {
    files.push_back({path, fs::path(path).lexically_relative(folder).string()});
  }
  whole = whole && read;
}

std::string without_endings(std::string name) {
  for (const std::string_view ending :
       {".gz", ".zst", ".jsonl", ".json", ".ndjson", ".wet", ".warc"}) {
    const std::size_t size = name.size() - std::min(name.size(), ending.size());
    if (size > 0 && name.compare(size, ending.size(), ending) == 0) name.resize(size);
  }
  return name;
}

}  // namespace

std::vector<CorpusFile> corpus_files(const std::vector<std::string>& paths, bool& whole) {
  std::vector<CorpusFile> files;
  for (const std::string& path : paths) {
    std::error_code ignored;
    if (path != "-" && fs::is_directory(path, ignored)) {
      add_folder(path, files, whole);
    } else {
      files.push_back({path, fs::path(path).filename().string()});
    }
  }
  return files;
}

bool is_folder(const std::string& output) {
  std::error_code ignored;
  return !output.empty() && (output.back() == '/' || fs::is_directory(output, ignored));
}

void name_outputs(const std::string& folder, Packing packing, std::vector<CorpusFile>& files) {
  std::unordered_set<std::string> names;
  for (CorpusFile& file : files) {
    if (file.input == "-") throw CLI::ValidationError("--output", "a folder needs named inputs");
    file.output = (fs::path(folder) / without_endings(file.output)).string() + ".jsonl";
    file.output += suffix_of(packing);
    if (!names.insert(file.output).second) {
      throw CLI::ValidationError(file.output, "two inputs have this output");
    }
  }
}

std::size_t leave_out_done(std::vector<CorpusFile>& files) {
  const auto done = std::remove_if(files.begin(), files.end(), [](const CorpusFile& file) {
    std::error_code ignored;
    return fs::is_regular_file(file.output, ignored);
  });
  const auto number = static_cast<std::size_t>(files.end() - done);
  files.erase(done, files.end());
  return number;
}

std::uint64_t size_of(const std::vector<CorpusFile>& files) {
  std::uint64_t size = 0;
  for (const CorpusFile& file : files) {
    std::error_code error;
    if (!fs::is_regular_file(file.input, error)) return 0;
    size += fs::file_size(file.input, error);
    if (error) return 0;
  }
  return size;
}

}  // namespace thanbai::program
