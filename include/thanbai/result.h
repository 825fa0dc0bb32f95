// Errors as values: ErrorCode, Error, Result. It needs no other header of the library.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "thanbai/export.h"

namespace thanbai {

/// The kinds of failure a caller can tell apart.
enum class ErrorCode : std::uint8_t {
  bad_pack,          // a pack's text does not follow docs/packs.md
  bad_pattern,       // a rule's patterns, phrases or words cannot be used
  bad_example,       // a rule misses one of its hit lines, or hits one of its miss lines
  duplicate_rule,    // two rules of one pack have the same name
  bad_option,        // a member of Options is out of the range it states
  rules_too_large,   // the compiled rules do not fit Options::rule_memory_bytes
  unknown_language,  // no built-in pack has that name
  unknown_charset,   // ICU knows no charset of that name
  out_of_memory,     // an allocation failed during creation
};

/// The code's name in snake_case, as it stands above; "unknown" for any other number. Static
/// storage.
THANBAI_EXPORT std::string_view to_string(ErrorCode code) noexcept;

/// What went wrong, as one English sentence for a log, and where. A plain value.
struct Error {
  ErrorCode code;
  std::string message;
  std::string origin;      // pack file or pack name; empty if no pack is to blame
  std::uint32_t line = 0;  // 1-based line in `origin`; 0 if no line is to blame
};

/// A T or an Error; test it before use. As safe to share between threads as T is.
/// Reading the wrong side is undefined, as with std::expected, which this stands in for.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : value_(std::in_place_index<1>, std::move(error)) {}

  explicit operator bool() const noexcept { return value_.index() == 0; }

  // Each requires that *this holds a T.
  T& operator*() & noexcept { return *std::get_if<0>(&value_); }
  const T& operator*() const& noexcept { return *std::get_if<0>(&value_); }
  T&& operator*() && noexcept { return std::move(*std::get_if<0>(&value_)); }
  T* operator->() noexcept { return std::get_if<0>(&value_); }
  const T* operator->() const noexcept { return std::get_if<0>(&value_); }

  // Requires that *this holds an Error.
  const Error& error() const noexcept { return *std::get_if<1>(&value_); }

 private:
  std::variant<T, Error> value_;
};

}  // namespace thanbai
