#include "run.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

extern char** environ;

namespace thanbai::test {
namespace {

std::string contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

/// Its controlling end; -1 if there is none.
int open_terminal() {
  const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (terminal < 0) return -1;
  if (::grantpt(terminal) == 0 && ::unlockpt(terminal) == 0 && ::ptsname(terminal) != nullptr) {
    return terminal;
  }
  ::close(terminal);
  return -1;
}

}  // namespace

Ran run(const std::vector<std::string>& command, const std::string& input, Out out) {
  // Files, not pipes: nothing can block, however much is written.
  const Folder folder;
  const std::string in_path = folder.write("in", input);
  const std::string out_path = folder.path() + "/out";
  const std::string err_path = folder.path() + "/err";
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, in_path.c_str(), O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 2, err_path.c_str(), O_WRONLY | O_CREAT, 0600);
  int pipe_ends[2] = {-1, -1};
  if (out == Out::nowhere) {
    EXPECT_EQ(::pipe2(pipe_ends, O_CLOEXEC), 0);
    ::close(pipe_ends[0]);
    posix_spawn_file_actions_adddup2(&actions, pipe_ends[1], 1);
  } else {
    const std::string path = out == Out::full_device ? "/dev/full" : out_path;
    posix_spawn_file_actions_addopen(&actions, 1, path.c_str(), O_WRONLY | O_CREAT, 0600);
  }

  std::vector<std::string> copy = command;
  std::vector<char*> arguments;
  for (std::string& argument : copy) arguments.push_back(argument.data());
  arguments.push_back(nullptr);
  pid_t child = 0;
  Ran ran;
  const int problem =
      ::posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (out == Out::nowhere) ::close(pipe_ends[1]);
  EXPECT_EQ(problem, 0) << "cannot start " << command[0];
  if (problem != 0) return ran;
  int status = 0;
  ::waitpid(child, &status, 0);
  ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  if (out == Out::captured) ran.out = contents(out_path);
  ran.err = contents(err_path);
  return ran;
}

bool has_terminals() {
  const int terminal = open_terminal();
  if (terminal < 0) return false;
  ::close(terminal);
  return true;
}

Running::Running(const std::vector<std::string>& command, bool terminal)
    : folder_(::testing::TempDir() + "thanbai_XXXXXX") {
  EXPECT_NE(::mkdtemp(folder_.data()), nullptr);
  int ends[2] = {-1, -1};
  EXPECT_EQ(::pipe2(ends, O_CLOEXEC), 0);
  input_ = ends[1];
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[0], 0);
  posix_spawn_file_actions_addopen(&actions, 1, (folder_ + "/out").c_str(), O_WRONLY | O_CREAT,
                                   0600);
  std::string err = folder_ + "/err";
  if (terminal) {
    terminal_ = open_terminal();
    EXPECT_GE(terminal_, 0);
    if (terminal_ >= 0) err = ::ptsname(terminal_);
  }
  posix_spawn_file_actions_addopen(&actions, 2, err.c_str(), O_WRONLY | O_CREAT | O_NOCTTY, 0600);
  // Whoever runs the tests may have switched signals off.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  posix_spawnattr_setsigdefault(&attributes, &signals);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);

  std::vector<std::string> copy = command;
  std::vector<char*> arguments;
  for (std::string& argument : copy) arguments.push_back(argument.data());
  arguments.push_back(nullptr);
  EXPECT_EQ(::posix_spawn(&child_, arguments[0], &actions, &attributes, arguments.data(), environ),
            0);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  ::close(ends[0]);
}

Running::~Running() {
  if (child_ > 0) wait();
  if (terminal_ >= 0) ::close(terminal_);
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void Running::send(const std::string& input) const {
  EXPECT_EQ(::write(input_, input.data(), input.size()), static_cast<ssize_t>(input.size()));
}

void Running::send_signal(int signal) const { EXPECT_EQ(::kill(child_, signal), 0); }

std::string Running::out() const { return contents(folder_ + "/out"); }

bool Running::has_lines(std::size_t count) const {
  for (int tries = 0; tries < 6000; ++tries) {
    const std::string text = out();
    if (static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) >= count) return true;
    ::usleep(10000);
  }
  return false;
}

Ran Running::wait() {
  ::close(input_);
  int status = 0;
  ::waitpid(child_, &status, 0);
  child_ = 0;
  Ran ran;
  ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  ran.out = out();
  ran.err = contents(folder_ + "/err");
  if (terminal_ >= 0) {
    char buffer[4096];
    ssize_t n = 0;
    while ((n = ::read(terminal_, buffer, sizeof buffer)) > 0) {
      ran.err.append(buffer, static_cast<std::size_t>(n));
    }
  }
  return ran;
}

Folder::Folder() : path_(::testing::TempDir() + "thanbai_XXXXXX") {
  EXPECT_NE(::mkdtemp(path_.data()), nullptr);
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string Folder::write(const std::string& name, const std::string& bytes) const {
  std::string path = path_ + '/' + name;
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

}  // namespace thanbai::test
