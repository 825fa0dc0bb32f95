// Any bytes as a WARC file of responses, and as one of conversions (WET).
#include "corpus.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  thanbai::fuzz::check_corpus(thanbai::program::From::warc, bytes);
  thanbai::fuzz::check_corpus(thanbai::program::From::wet, bytes);
  return 0;
}
