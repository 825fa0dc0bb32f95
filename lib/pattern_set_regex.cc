#include "pattern_set_regex.h"

#include <re2/re2.h>

#include <utility>

namespace thanbai {
namespace {

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

RE2::Options options(bool case_sensitive, std::size_t memory_bytes) {
  RE2::Options result(RE2::Quiet);
  result.set_case_sensitive(case_sensitive);
  result.set_max_mem(static_cast<std::int64_t>(memory_bytes));
  return result;
}

}  // namespace

Regex::Regex(std::string pattern, bool case_sensitive, bool at_start, std::size_t memory_bytes)
    : pattern_(std::move(pattern)),
      case_sensitive_(case_sensitive),
      at_start_(at_start),
      memory_bytes_(memory_bytes) {}

Regex::~Regex() = default;

const RE2& Regex::compiled() const {
  if (const RE2* const ready = ready_.load(std::memory_order_acquire)) return *ready;
  std::call_once(once_, [this] {
    compiled_ =
        std::make_unique<const RE2>(piece(pattern_), options(case_sensitive_, memory_bytes_));
    ready_.store(compiled_.get(), std::memory_order_release);
  });
  return *compiled_;
}

bool Regex::matches(std::string_view text) const {
  const RE2::Anchor anchor = at_start_ ? RE2::ANCHOR_START : RE2::UNANCHORED;
  return compiled().Match(piece(text), 0, text.size(), anchor, nullptr, 0);
}

std::size_t Regex::program_bytes() const {
  constexpr std::size_t bytes_an_instruction = 16;
  if (!compiled().ok()) return 0;
  return static_cast<std::size_t>(compiled().ProgramSize()) * bytes_an_instruction;
}

std::string quoted(std::string_view text) { return RE2::QuoteMeta(piece(text)); }

std::string regex_error(std::string_view pattern, bool case_sensitive) {
  const RE2 compiled(piece(pattern), options(case_sensitive, std::size_t{8} << 20));
  return compiled.ok() ? std::string() : compiled.error();
}

}  // namespace thanbai
