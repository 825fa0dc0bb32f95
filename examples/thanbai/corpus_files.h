// Which files a run over corpora reads, and which it writes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "output_file.h"

namespace thanbai::program {

/// One input file and where its records go; `output` is empty if all go to the same place.
struct CorpusFile {
  std::string input;
  std::string output;
};

/// The files that `paths` name: files, "-", and all files in folders and their folders, by name,
/// but for hidden ones and others that are no data (their names begin with "." or "_"). `whole` is
/// false if some could not be found; standard error has been told. Throws CLI::ValidationError if
/// a folder holds nothing.
std::vector<CorpusFile> corpus_files(const std::vector<std::string>& paths, bool& whole);

/// Whether records go to a file for each input: `output` is a folder, or ends in "/".
bool is_folder(const std::string& output);

/// Names the outputs: as the inputs, from the folder named on, with ".jsonl" in place of their
/// endings. Throws CLI::ValidationError if two would be the same.
void name_outputs(const std::string& folder, Packing packing, std::vector<CorpusFile>& files);

/// Takes out files whose outputs are there, since only whole ones are, and gives their number.
std::size_t leave_out_done(std::vector<CorpusFile>& files);

/// Sizes of all inputs together, as they are on disk; 0 if one is not a regular file.
std::uint64_t size_of(const std::vector<CorpusFile>& files);

}  // namespace thanbai::program
