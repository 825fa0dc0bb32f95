// The files that a command works on: those named, and those of folders named. And files it writes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace thanbai::program {

/// A file to read, and how it is called in results: its path from the folder named, or as given.
struct PageFile {
  std::string path;
  std::string name;
};

/// Each path that is a folder is replaced by its files, those of folders in it too, by name; hidden
/// ones and what is no page (gold, labels, packs, counts, notes in Markdown) left out. False if
/// some could not be found, or a folder has none; standard error has been told.
bool page_files(const std::vector<std::string>& paths, std::vector<PageFile>& files);

/// Writes a file anew, and the folders it stands in. On failure false, and the reason in `problem`.
bool write_file(const std::string& path, std::string_view bytes, std::string& problem);

}  // namespace thanbai::program
