// A site's own pack, made at run time: its phrases join the built-in ones and overrule them.
// Run as: site_pack < page.txt, plain text; prints the lines its rules hit. Of HTML, read_html
// would make the Lines.
#include <thanbai/extractor.h>

#include <iostream>
#include <iterator>
#include <string>

constexpr const char* pack_text = R"(
pack     example.vn
language vi
[footer.slogan]
label  footer
effect is
phrase Nhanh, đúng và đủ mỗi ngày
)";

int main() {
  const auto fail = [](const thanbai::Error& error) {
    std::cerr << error.origin << ':' << error.line << ": " << error.message << '\n';
    return 1;
  };
  const auto pack = thanbai::parse_pack(pack_text, "example.vn.pack");
  if (!pack) return fail(pack.error());

  thanbai::Options options;
  options.packs.push_back(*pack);
  options.evidence = true;  // which rules hit a line
  const auto extractor = thanbai::Extractor::create(options);
  if (!extractor) return fail(extractor.error());

  const std::string text(std::istreambuf_iterator<char>(std::cin), {});
  const thanbai::Document page = extractor->extract(text);
  for (const thanbai::LabelledLine& line : page.lines) {
    for (auto i = line.evidence_begin; i < line.evidence_end; ++i) {
      const std::string_view name = page.evidence[i].name;
      if (name.rfind("example.vn/", 0) != 0) continue;
      std::cout << to_string(line.label) << '\t' << name << '\t' << line.line.text << '\n';
    }
  }
}
