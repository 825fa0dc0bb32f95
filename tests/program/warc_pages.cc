// Prints what the program reads from WARC files, page by page, for other readers to compare with:
// a JSON object with the record's id, url and date, and the CRC-32 and size of its decoded body.
#include <zlib.h>

#include <cstdio>

#include "corpus.h"

int main(int argc, char** argv) {
  using namespace thanbai;
  for (int i = 1; i < argc; ++i) {
    const test::ReadCorpus corpus = test::read_corpus(program::From::warc, argv[i]);
    for (const test::ReadPage& page : corpus.pages) {
      const auto* const bytes = reinterpret_cast<const Bytef*>(page.page.data());
      const unsigned long sum = ::crc32(0, bytes, static_cast<unsigned>(page.page.size()));
      std::printf("{%s,\"state\":%d,\"size\":%zu,\"crc32\":%lu}\n", page.fields.c_str(),
                  static_cast<int>(page.state), page.page.size(), sum);
    }
    if (!corpus.problem.empty()) return std::fprintf(stderr, "%s\n", corpus.problem.c_str()), 1;
  }
  return 0;
}
