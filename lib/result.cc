#include "thanbai/result.h"

namespace thanbai {

std::string_view to_string(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::bad_pack: return "bad_pack";
    case ErrorCode::bad_pattern: return "bad_pattern";
    case ErrorCode::bad_example: return "bad_example";
    case ErrorCode::duplicate_rule: return "duplicate_rule";
    case ErrorCode::bad_option: return "bad_option";
    case ErrorCode::rules_too_large: return "rules_too_large";
    case ErrorCode::unknown_language: return "unknown_language";
    case ErrorCode::unknown_charset: return "unknown_charset";
    case ErrorCode::out_of_memory: return "out_of_memory";
  }
  return "unknown";
}

}  // namespace thanbai
