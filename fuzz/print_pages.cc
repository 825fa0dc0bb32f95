// print_pages FILE...: all that a Document of each page says, as text and as HTML, to the last bit:
// what .ci/run compares between compilers.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "laws.h"

int main(int count, char** arguments) {
  for (int i = 1; i < count; ++i) {
    std::ifstream file(arguments[i], std::ios::binary);
    const std::string page(std::istreambuf_iterator<char>(file), {});
    for (const thanbai::Lines& lines : {thanbai::read_text(page), thanbai::read_html(page)}) {
      const std::string out = thanbai::dump(thanbai::fuzz::extractor().extract(lines));
      if (std::fwrite(out.data(), 1, out.size(), stdout) != out.size()) return 1;
    }
  }
}
