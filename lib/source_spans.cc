#include "source_spans.h"

#include <memory>
#include <utility>

namespace thanbai {

void refer_to_source(const Utf8& utf8, Lines& lines) {
  const bool is_whole = !lines.truncated.input_bytes;
  lines.truncated.input_bytes |= utf8.is_truncated;
  lines.replaced_bytes += utf8.replaced_bytes;
  lines.input_bytes = is_whole ? utf8.input_bytes : utf8.source_offset(lines.input_bytes);
  const auto to_source = [&utf8](Span& span) {
    span = {utf8.source_offset(span.begin), utf8.source_offset(span.end)};
  };
  for (Line& line : lines.items) to_source(line.source);
  for (Link& link : lines.links) to_source(link.source);
  if (utf8.converted == nullptr) return;
  using Both = std::pair<std::shared_ptr<const void>, std::shared_ptr<const Utf8::Converted>>;
  lines.storage = std::make_shared<const Both>(std::move(lines.storage), utf8.converted);
}

}  // namespace thanbai
