// Runs a program as a user would: arguments and standard input in, both outputs and status out.
#pragma once

#include <string>
#include <vector>

namespace thanbai::test {

struct Ran {
  int status = -1;  // exit status; 128 + signal number if a signal ended it
  std::string out;
  std::string err;
};

/// Where standard output goes. `nowhere` is a pipe whose reader has left.
enum class Out { captured, nowhere, full_device };

Ran run(const std::vector<std::string>& command, const std::string& input = {},
        Out out = Out::captured);

/// A directory of its own for one test, removed at the end.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const std::string& path() const { return path_; }
  std::string write(const std::string& name, const std::string& bytes) const;  // gives its path

 private:
  std::string path_;
};

}  // namespace thanbai::test
