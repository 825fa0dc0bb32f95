// Uses the library as a stranger would: public headers only, and through them ICU and RE2.
// Returns 0 if it works.
#include <thanbai/extractor.h>

int main() {
  const auto extractor = thanbai::Extractor::create();
  const char page[] =
      "Cầu mới\n\nCây cầu nối hai bờ sông đã thông xe sáng nay, sau ba năm xây dựng.\n";
  if (!extractor || extractor->extract(page).lines.size() != 2) return 3;
  const auto utf8 = thanbai::to_utf8("Caf\xE9\n", "windows-1252");
  if (!utf8 || thanbai::read_text(*utf8).items.size() != 1) return 1;
  const auto pack = thanbai::builtin_pack("vi");
  return pack && thanbai::check(*pack).empty() ? 0 : 2;
}
