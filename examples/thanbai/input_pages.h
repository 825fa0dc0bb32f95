// The pages of a file: the file itself or, of a corpus, each record that is one.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "input.h"
#include "page_files.h"
#include "records.h"

namespace thanbai::program {

/// How to read files: what --from, --charset and the flags of records say.
struct InputFlags {
  From from = From::automatic;
  RecordFlags records;
  std::string charset;
};

/// A page, its lines for whoever takes them. The URL of a record stands in its metadata.
struct InputPage {
  std::string name;                          // of the file; of a record, its number behind ":"
  std::unique_ptr<const std::string> bytes;  // what `page` views
  Page page;
};

/// Reads the pages of a file, one after the other. What cannot be read is told on standard error,
/// and records that fail are left out. False if the file cannot be read, or not to its end.
bool for_each_page(const PageFile& file, const InputFlags& flags,
                   const std::function<void(InputPage&)>& then);

}  // namespace thanbai::program
