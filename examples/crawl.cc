// A crawler's use: in come the bytes of an HTML page and the charset its server declared, out go
// the fields to store. Run as: crawl [CHARSET] < page.html
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

  // For each page. If the server declared no charset, or one that nobody knows, the page tells.
  // For text that is not HTML it would be to_utf8 and read_text.
  const std::string bytes(std::istreambuf_iterator<char>(std::cin), {});
  const thanbai::Utf8 utf8 = thanbai::html_to_utf8(bytes, argc > 1 ? argv[1] : "");

  // `bytes` must outlive the document, whose fields are views.
  const thanbai::Document page = extractor->extract(thanbai::read_html(utf8));
  if (page.verdict == thanbai::Verdict::no_article) {
    std::cout << "no article\n";
    return 0;
  }
  std::cout << "title:     " << page.title << '\n'
            << "published: " << page.published << '\n'
            << "charset:   " << utf8.charset << '\n'
            << page.text() << '\n';
}
