// Any bytes as JSON Lines.
#include "corpus.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  thanbai::fuzz::check_corpus(thanbai::program::From::jsonl, bytes);
  return 0;
}
