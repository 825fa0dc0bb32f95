// A corpus in, one line of JSON out for each record, in order, whatever the number of threads.
#pragma once

#include <string>
#include <vector>

#include "output.h"
#include "records.h"
#include "thanbai/extractor.h"

namespace thanbai::program {

struct StreamFlags {
  RecordFlags records;
  unsigned threads = 0;  // 0: as many as the machine has
  bool quiet = false;
  bool fail_on_error = false;
};

/// The exit status. Records that fail come out as such, and the run goes on; `from` is jsonl or
/// wet.
int run_stream(const std::vector<std::string>& files, From from, const StreamFlags& flags,
               const Format& format, const Extractor& extractor);

}  // namespace thanbai::program
