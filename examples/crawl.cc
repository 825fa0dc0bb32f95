// A crawler's use: in come a page's bytes and the charset its server declared, out go the fields
// to store. Run as: crawl [CHARSET] < page
#include <thanbai/extractor.h>

#include <iostream>
#include <iterator>
#include <string>

int main(int argc, char** argv) {
  // Once, at start. All threads may share it.
  const auto extractor = thanbai::Extractor::create();
  if (!extractor) {
    std::cerr << extractor.error().message << '\n';
    return 1;
  }

  // For each page. Servers declare charsets that nobody knows: then let the bytes tell.
  const std::string bytes(std::istreambuf_iterator<char>(std::cin), {});
  auto utf8 = thanbai::to_utf8(bytes, argc > 1 ? argv[1] : "");
  if (!utf8) utf8 = thanbai::to_utf8(bytes);

  // `bytes` and `utf8` must outlive the document, whose fields are views.
  const thanbai::Document page = extractor->extract(thanbai::read_text(*utf8));
  if (page.verdict == thanbai::Verdict::no_article) {
    std::cout << "no article\n";
    return 0;
  }
  std::cout << "title:     " << page.title << '\n'
            << "published: " << page.published << '\n'
            << "charset:   " << utf8->charset << '\n'
            << page.text() << '\n';
}
