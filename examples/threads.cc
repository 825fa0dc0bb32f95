// Many threads, one extractor: it is immutable, so there is nothing to lock or to copy.
// Run as: threads THREADS PAGE.txt...; prints each page's title, in the order given. Of HTML,
// read_html would make the Lines.
#include <thanbai/extractor.h>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const auto extractor = thanbai::Extractor::create();
  if (!extractor) return 1;

  const std::vector<std::string> paths(argv + 2, argv + argc);
  std::vector<std::string> titles(paths.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < paths.size(); i = next++) {
      std::ifstream file(paths[i], std::ios::binary);
      const std::string text(std::istreambuf_iterator<char>(file), {});
      titles[i] = extractor->extract(text).title;  // copied: the view dies with `text`
    }
  };

  std::vector<std::thread> threads;
  for (int n = std::atoi(argv[1]); n > 0; --n) threads.emplace_back(work);
  for (std::thread& thread : threads) thread.join();
  for (const std::string& title : titles) std::cout << title << '\n';
}
