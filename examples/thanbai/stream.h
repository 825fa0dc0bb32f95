// A corpus in, one line of JSON out for each record, in order, whatever the number of threads.
#pragma once

#include <string>
#include <vector>

#include "output.h"
#include "output_file.h"
#include "records.h"
#include "thanbai/extractor.h"

namespace thanbai::program {

struct StreamFlags {
  RecordFlags records;
  unsigned threads = 0;      // 0: as many as the machine has
  std::string charset;       // of the bytes in WARC files, whatever they declare; empty: as they do
  std::string output = "-";  // standard output, a file, or a folder for a file an input
  Packing packing = Packing::none;
  std::string stats;  // where the counters go as JSON; "-" is standard error
  bool resume = false;
  bool quiet = false;
  bool fail_on_error = false;
};

/// The exit status: 0 if all was read and written, though records may have failed, which come out
/// as such; 128 + the signal if one came. `from` is jsonl, wet or warc. Throws
/// CLI::ValidationError if `paths` and flags do not fit.
int run_stream(const std::vector<std::string>& paths, From from, const StreamFlags& flags,
               const Format& format, const Extractor& extractor);

}  // namespace thanbai::program
