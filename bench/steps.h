// Benchmarks by name: the whole extraction and each of its steps, and what the machine can do at
// most.
#pragma once

#include "pages.h"
#include "thanbai/extractor.h"

namespace thanbai::bench {

/// Registers all benchmarks; what they are given must outlive the run.
void register_benchmarks(const Pages& pages, const Extractor& extractor);

}  // namespace thanbai::bench
