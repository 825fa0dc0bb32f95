// JSON as pages have it -> its values, one after the other. Nothing is built; the time is linear.
#pragma once

#include <string>
#include <string_view>

namespace thanbai {

/// Who is told what stands in the JSON. Strings are unescaped and may be moved from.
class JsonHandler {
 public:
  virtual void open(bool is_array) = 0;  // an object or an array
  virtual void close() = 0;
  virtual void key(std::string& name) = 0;
  virtual void string(std::string& value) = 0;  // other values are not told

 protected:
  ~JsonHandler() = default;
};

/// Reads one value up to its end or the first mistake; false if there was one. White space is what
/// JSON says and control characters, which in strings become spaces.
bool read_json(std::string_view json, JsonHandler& handler);

}  // namespace thanbai
