#include "corpus_files.h"

#include <CLI/Error.hpp>
#include <algorithm>
#include <filesystem>
#include <unordered_set>

namespace thanbai::program {
namespace {

namespace fs = std::filesystem;

bool is_data(const fs::path& path) {
  const std::string name = path.filename().string();
  return name[0] != '.' && name[0] != '_';
}

/// Adds the files below a folder. Their outputs are named from the folder on.
void add_folder(const std::string& folder, std::vector<CorpusFile>& files) {
  std::error_code error;
  const std::size_t before = files.size();
  fs::recursive_directory_iterator entry(folder, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (!is_data(entry->path())) {
      if (entry->is_directory(error)) entry.disable_recursion_pending();
    } else if (entry->is_regular_file(error)) {
      files.push_back({entry->path().string(), entry->path().lexically_relative(folder).string()});
    }
  }
  if (error) throw CLI::ValidationError(folder, error.message());
  if (files.size() == before) throw CLI::ValidationError(folder, "no files in it");
  std::sort(files.begin() + static_cast<std::ptrdiff_t>(before), files.end(),
            [](const CorpusFile& a, const CorpusFile& b) { return a.input < b.input; });
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

std::vector<CorpusFile> corpus_files(const std::vector<std::string>& paths) {
  std::vector<CorpusFile> files;
  for (const std::string& path : paths) {
    if (path != "-" && fs::is_directory(path)) {
      add_folder(path, files);
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
