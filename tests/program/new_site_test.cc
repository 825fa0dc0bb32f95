// Runs every command of docs/new-site.md, in order, in a folder that has its pages, and compares
// what each prints with what stands below it. With THANBAI_UPDATE=1 in the environment the page is
// written anew, with what is printed now.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "run.h"

namespace thanbai::test {
namespace {

namespace fs = std::filesystem;

const std::string doc_path = THANBAI_SOURCE "/docs/new-site.md";

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

/// What a command prints, on both outputs.
std::string output_of(const std::string& command, const std::string& folder) {
  const std::string script = "cd '" + folder + "' && PATH=\"$PWD/.bin:$PATH\" && " + command;
  const Ran ran = run({"/bin/sh", "-c", "{ " + script + "\n} 2>&1"});
  return ran.out;
}

/// The page with what its commands print now.
std::string rerun(const std::string& doc, const std::string& folder, int& commands) {
  std::istringstream in(doc);
  std::string out;
  bool inside = false;
  for (std::string row; std::getline(in, row);) {
    if (row.rfind("```", 0) == 0) inside = row == "```console";
    const bool command = inside && row.rfind("$ ", 0) == 0;
    const bool printed = inside && !command && row.rfind("```", 0) != 0;
    if (!printed) out += row + '\n';
    if (!command) continue;
    ++commands;
    out += output_of(row.substr(2), folder);
    if (out.back() != '\n') out += '\n';
  }
  return out;
}

TEST(NewSite, ItsCommandsPrintWhatItSays) {
  const Folder folder;
  fs::create_directory(folder.path() + "/.bin");
  fs::create_symlink(THANBAI_PROGRAM, folder.path() + "/.bin/thanbai");
  fs::copy(THANBAI_SOURCE "/tests/data/new_site", folder.path() + "/pages");
  const std::string doc = read(doc_path);
  int commands = 0;
  const std::string now = rerun(doc, folder.path(), commands);
  EXPECT_GE(commands, 15);
  if (std::getenv("THANBAI_UPDATE") != nullptr) {
    std::ofstream(doc_path, std::ios::binary) << now;
    return;
  }
  EXPECT_EQ(now, doc) << "after a change of what is kept, run this with THANBAI_UPDATE=1 and read "
                         "the difference";
}

}  // namespace
}  // namespace thanbai::test
