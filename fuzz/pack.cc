// Any bytes as a pack; if they are one, it is tried on its own examples and on a page.
#include <algorithm>

#include "laws.h"
#include "unicode.h"

using namespace thanbai;
using fuzz::require;

namespace {

void check_error(const Error& error, std::string_view text) {
  require(error.code == ErrorCode::bad_pack || error.code == ErrorCode::bad_pattern ||
              error.code == ErrorCode::duplicate_rule,
          "only the errors that pack.h promises");
  require(!error.message.empty() && error.origin == "x.pack", "an error says what and where");
  const auto lines = std::count(text.begin(), text.end(), '\n') + 1;
  require(static_cast<std::ptrdiff_t>(error.line) <= lines, "an error's line is one of the text");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto pack = parse_pack(text, "x.pack");
  if (!pack) {
    check_error(pack.error(), text);
    return 0;
  }
  require(!pack->name.empty() && pack->hash.size() == 16, "a pack has a name and a hash");
  for (const Error& error : check(*pack)) {
    require(error.code == ErrorCode::bad_example || error.code == ErrorCode::rules_too_large ||
                error.code == ErrorCode::bad_pattern,
            "only bad examples, or rules that do not fit");
  }
  Options options;
  options.languages = {"vi"};
  options.packs = {*pack};
  options.rule_memory_bytes = std::size_t{4} << 20;
  const auto extractor = Extractor::create(options);
  if (!extractor) {
    require(extractor.error().code == ErrorCode::rules_too_large ||
                extractor.error().code == ErrorCode::bad_pattern,
            "a pack that was read can be used, if it fits");
    return 0;
  }
  std::string page = "Cầu mới thông xe\n\nCây cầu nối hai bờ sông đã thông xe sáng nay.\n";
  for (const Rule& rule : pack->rules) {
    for (const std::string& hit : rule.hits) page += hit + "\n";
    for (const std::string& phrase : rule.phrases) page += phrase + "\n";
  }
  require(dump(extractor->extract(page)) == dump(extractor->extract(page)), "the same twice");
  return 0;
}
