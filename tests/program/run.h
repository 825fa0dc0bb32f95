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

/// Whether this machine gives out terminals; some containers have no /dev/pts.
bool has_terminals();

/// A program while it runs: standard input is a pipe, standard output a file.
class Running {
 public:
  /// `terminal`: standard error is one; only if has_terminals().
  explicit Running(const std::vector<std::string>& command, bool terminal = false);
  ~Running();
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  void send(const std::string& input) const;
  void send_signal(int signal) const;
  std::string out() const;  // so far

  /// Waits until out() holds so many lines; false if it takes a minute.
  bool has_lines(std::size_t count) const;

  Ran wait();  // closes the input

 private:
  std::string folder_;
  int input_ = -1;
  int terminal_ = -1;
  int child_ = 0;
};

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
