// The bytes in a heap buffer of their very size, so that a sanitizer sees a read past the end.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace thanbai {

struct Tight {
  explicit Tight(std::string_view bytes) : size(bytes.size()), data(new char[bytes.size()]) {
    bytes.copy(data.get(), size);
  }
  std::string_view view() const { return {data.get(), size}; }
  std::size_t size;
  std::unique_ptr<char[]> data;
};

}  // namespace thanbai
