// Uses the library as a stranger would: public headers only, and through them ICU and RE2.
// Returns 0 if it works.
#include <thanbai/line.h>
#include <thanbai/pack.h>

int main() {
  const auto utf8 = thanbai::to_utf8("Caf\xE9\n", "windows-1252");
  if (!utf8 || thanbai::read_text(*utf8).items.size() != 1) return 1;
  const auto pack = thanbai::builtin_pack("vi");
  return pack && thanbai::check(*pack).empty() ? 0 : 2;
}
