// The texts of the packs compiled in, a table that CMake fills from lib/packs.
#pragma once

#include <string_view>
#include <vector>

namespace thanbai {

struct BuiltinPack {
  std::string_view name;
  std::string_view text;
};

/// "und" first, then by name. Static storage.
const std::vector<BuiltinPack>& builtin_packs();

}  // namespace thanbai
