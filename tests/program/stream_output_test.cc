// Corpora into files and folders, and every way a run can end.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "packed.h"
#include "page.h"
#include "run.h"

namespace thanbai::test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

std::vector<std::string> command(std::vector<std::string> more) {
  const std::vector<std::string> first = {THANBAI_PROGRAM, "extract", "--from", "jsonl"};
  more.insert(more.begin(), first.begin(), first.end());
  return more;
}

Ran extract(const std::vector<std::string>& more, const std::string& input = {}) {
  return run(command(more), input);
}

std::string contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

std::string records(int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += Json{{"id", i}, {"text", page}}.dump() + "\n";
  return out;
}

std::size_t count_lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

/// What is in a file, by zlib's and Zstandard's own ways to read one.
std::string unpacked(const std::string& path) {
  const std::string bytes = contents(path);
  std::string out(std::size_t{16} << 20, '\0');
  if (bytes.rfind("\x28\xB5\x2F\xFD", 0) == 0) {
    const std::size_t size = ::ZSTD_decompress(out.data(), out.size(), bytes.data(), bytes.size());
    EXPECT_EQ(::ZSTD_isError(size), 0U) << path;
    return out.substr(0, size);
  }
  const gzFile file = ::gzopen(path.c_str(), "rb");  // reads plain files too
  const int size = ::gzread(file, out.data(), static_cast<unsigned>(out.size()));
  EXPECT_EQ(::gzclose(file), Z_OK) << path << " ends early";
  return out.substr(0, static_cast<std::size_t>(std::max(size, 0)));
}

TEST(StreamOutput, FilesPackedAsTheyAreNamed) {
  const Folder folder;
  const std::string input = records(300);  // more than a chunk
  const std::string expected = extract({"--quiet"}, input).out;
  const struct {
    const char *name, *magic;
    std::vector<std::string> more;
  } cases[] = {
      {"a.jsonl", "{", {}},
      {"a.jsonl.gz", "\x1F\x8B", {}},
      {"a.jsonl.zst", "\x28\xB5\x2F\xFD", {}},
      {"b.gz", "{", {"--compress", "none"}},
      {"b", "\x1F\x8B", {"--compress", "gzip"}},
  };
  for (const auto& each : cases) {
    const std::string path = folder.path() + '/' + each.name;
    const auto written = [&](const char* threads, const std::string& of) {
      std::vector<std::string> more = {"--quiet", "--output", path, "--threads", threads};
      more.insert(more.end(), each.more.begin(), each.more.end());
      const Ran ran = extract(more, of);
      EXPECT_EQ(ran.status, 0) << each.name;
      EXPECT_EQ(ran.out + ran.err, "") << each.name;
      EXPECT_FALSE(fs::exists(path + ".part")) << each.name;
      return contents(path);
    };
    const std::string bytes = written("1", input);
    EXPECT_EQ(bytes.rfind(each.magic, 0), 0U) << each.name;
    EXPECT_EQ(unpacked(path) == expected, true) << each.name;
    EXPECT_EQ(written("3", input) == bytes, true) << each.name << ": packed bytes too";
    const std::string nothing = written("2", "");
    EXPECT_EQ(nothing.empty(), *each.magic == '{') << each.name << ": a file of its kind";
    EXPECT_EQ(unpacked(path), "") << each.name;
  }
  const Ran to_stdout = extract({"--quiet", "--compress", "gzip"}, input);
  EXPECT_EQ(to_stdout.out.rfind("\x1F\x8B", 0), 0U);
  const std::string one = folder.path() + "/page.txt.gz";
  EXPECT_EQ(run({THANBAI_PROGRAM, "extract", "--output", one}, page).status, 0);
  EXPECT_EQ(unpacked(one), run({THANBAI_PROGRAM, "extract"}, page).out) << "of a page too";
}

TEST(StreamOutput, FilesThatCannotBeWritten) {
  const Folder folder;
  const std::string file = folder.write("file", "before");
  const std::string input = records(1);
  const struct {
    std::string path, problem;
  } cases[] = {
      {"/dev/full", "No space left on device"},
      {"/proc/none/a.jsonl", "No such file or directory"},
      {file + "/a.jsonl", "Not a directory"},
      {file + "/", "Not a directory"},
  };
  for (const auto& each : cases) {
    for (const char* packing : {"none", "gzip", "zstd"}) {
      const std::string in = folder.write("in.jsonl", input);
      const Ran ran = extract({"--quiet", "--output", each.path, "--compress", packing, in});
      EXPECT_EQ(ran.status, 1) << each.path;
      EXPECT_NE(ran.err.find(each.problem), std::string::npos) << each.path << ran.err;
      EXPECT_EQ(ran.err.rfind("thanbai: ", 0), 0U) << ran.err;
      EXPECT_EQ(count_lines(ran.err), 1U) << ran.err;
    }
  }
  EXPECT_EQ(contents(file), "before");
  const std::string in = folder.write("in.jsonl", input);
  const std::string out = folder.path() + "/none/out.jsonl";
  EXPECT_EQ(extract({"--quiet", "--stats", file + "/a", "--output", out, in}).status, 1);
  EXPECT_FALSE(fs::exists(out))
      << "that there are no counters is told before, not behind, the work";
  const std::string stats = folder.path() + "/stats/1.json";
  const std::string locked = folder.path() + "/locked/out.jsonl";
  EXPECT_EQ(extract({"--quiet", "--stats", stats, "--output", out, in}).status, 0);
  EXPECT_TRUE(fs::exists(out) && fs::exists(stats)) << "their folders are made";
  if (::geteuid() != 0) {  // whom permissions bind
    fs::create_directory(folder.path() + "/locked");
    fs::permissions(folder.path() + "/locked", fs::perms::none);
    const Ran ran = extract({"--quiet", "--output", locked, in});
    EXPECT_NE(ran.err.find("Permission denied"), std::string::npos) << ran.err;
  }

  // Somebody else is at it.
  const int other = ::open((file + ".part").c_str(), O_WRONLY | O_CREAT, 0600);
  ASSERT_EQ(::flock(other, LOCK_EX), 0);
  const Ran ran = extract({"--quiet", "--output", file}, input);
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(ran.err, "thanbai: " + file + ": another process is writing it\n");
  ::close(other);
  EXPECT_EQ(extract({"--quiet", "--output", file}, input).status, 0) << "and now nobody is";
  EXPECT_EQ(count_lines(contents(file)), 1U);
}

TEST(StreamOutput, AnInputThatEndsEarlyLeavesThePart) {
  const Folder folder;
  const std::string cut = gzip(records(200)).substr(0, 500);
  const std::string in = folder.write("cut.jsonl.gz", cut);
  const std::string out = folder.path() + "/out.jsonl";
  const Ran ran = extract({"--quiet", "--output", out, in});
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(ran.err, "thanbai: " + in + ": the compressed data ends early\nthanbai: " + out +
                         ".part: not whole, so it stays here\n");
  EXPECT_FALSE(fs::exists(out));
  EXPECT_TRUE(fs::exists(out + ".part"));
}

TEST(StreamOutput, AFolderGetsAFileForEachInput) {
  const Folder folder;
  const std::string in = folder.path() + "/in";
  folder.write("in/b.jsonl.gz", gzip(records(2)));
  folder.write("in/a.jsonl", records(1));
  folder.write("in/deep/a.jsonl.zst", zstd(records(3)));
  folder.write("in/_SUCCESS", "no data");
  folder.write("in/.hidden/x.jsonl", "no data");
  const std::string cut = folder.write("in/cut.jsonl.gz", gzip(records(9)).substr(0, 100));
  const std::string out = folder.path() + "/out/";

  const auto job = [&](std::vector<std::string> more) {
    more.insert(more.end(), {"--threads", "2", "--output", out, "--compress", "gzip", in});
    return extract(more);
  };
  const Ran ran = job({"--quiet"});
  EXPECT_EQ(ran.status, 1) << "one input is cut";
  EXPECT_NE(ran.err.find(cut + ": the compressed data ends early\n"), std::string::npos) << ran.err;
  const auto lines_in = [&](const char* name) { return count_lines(unpacked(out + name)); };
  EXPECT_EQ(lines_in("a.jsonl.gz"), 1U);
  EXPECT_EQ(lines_in("b.jsonl.gz"), 2U);
  EXPECT_EQ(lines_in("deep/a.jsonl.gz"), 3U);
  EXPECT_TRUE(fs::exists(out + "cut.jsonl.gz.part")) << "what is not whole has not its name";
  EXPECT_FALSE(fs::exists(out + "cut.jsonl.gz"));
  EXPECT_FALSE(fs::exists(out + "_SUCCESS.jsonl.gz"));

  // Resume does what is missing, and only that.
  folder.write("in/cut.jsonl.gz", gzip(records(9)));
  fs::remove(out + "a.jsonl.gz");
  const std::string mark = folder.write("out/b.jsonl.gz", "whole, so it is left alone");
  const Ran resumed = job({"--resume", "--stats", "-"});
  EXPECT_EQ(resumed.status, 0) << resumed.err;
  EXPECT_EQ(resumed.err.rfind("thanbai: 2 outputs are whole already\n", 0), 0U) << resumed.err;
  EXPECT_NE(resumed.err.find("\n{\"read\":10,"), std::string::npos) << resumed.err;
  EXPECT_EQ(lines_in("cut.jsonl.gz"), 9U);
  EXPECT_EQ(lines_in("a.jsonl.gz"), 1U);
  EXPECT_EQ(contents(mark), "whole, so it is left alone");
  EXPECT_FALSE(fs::exists(out + "cut.jsonl.gz.part"));
  EXPECT_NE(job({"--resume", "--stats", "-"}).err.find("{\"read\":0,"), std::string::npos);

  // Wrong usage.
  const std::string twice = folder.write("in2/a.jsonl", "");
  EXPECT_EQ(extract({"--output", out, in, twice}).status, 2) << "two inputs, one output";
  EXPECT_EQ(extract({"--output", out}).status, 2) << "standard input has no name";
  EXPECT_EQ(extract({"--output", out + "x", "--resume", in}).status, 2) << "no folder";
  EXPECT_EQ(extract({folder.path() + "/in/.hidden", "--output", out}).status, 0);
  fs::create_directory(folder.path() + "/empty");
  EXPECT_EQ(extract({folder.path() + "/empty"}).status, 2) << "nothing in it";
  EXPECT_EQ(
      run({THANBAI_PROGRAM, "extract", "--output", out, folder.write("page.txt", page)}).status, 2)
      << "pages have no folder";
}

TEST(StreamOutput, FoldersWithWhatCannotBeRead) {
  const Folder folder;
  const std::string in = folder.path() + "/in";
  folder.write("in/a.jsonl", records(1));
  folder.write("elsewhere/b.jsonl", records(2));
  const std::string stats = folder.path() + "/stats";
  fs::create_directory_symlink("../elsewhere", in + "/linked");
  const auto read = [&] {
    EXPECT_TRUE(fs::exists(stats));
    return Json::parse(contents(stats))["read"];
  };
  EXPECT_EQ(extract({in, "--quiet", "--stats", stats}).status, 0);
  EXPECT_EQ(read(), 3) << "links are followed";

  fs::create_symlink("nowhere", in + "/broken.jsonl");
  fs::create_symlink("nowhere", in + "/_broken.jsonl");  // no data, so nothing to tell
  fs::create_directory_symlink("..", folder.path() + "/elsewhere/up");
  fs::create_directory_symlink(".", in + "/round");
  if (::geteuid() != 0) {
    fs::create_directory(in + "/locked");
    fs::permissions(in + "/locked", fs::perms::none);
  }
  const Ran ran = extract({in, "--quiet", "--stats", stats});
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(Json::parse(contents(stats))["whole"], false);
  for (const char* told :
       {"/broken.jsonl: a link to nothing\n", "/round: a link to a folder that it stands in\n"}) {
    EXPECT_EQ(ran.err.find(in + told), ran.err.rfind(in + told)) << "once\n" << ran.err;
    EXPECT_NE(ran.err.find(in + told), std::string::npos) << ran.err;
  }
  EXPECT_EQ(ran.err.find("_broken"), std::string::npos) << ran.err;
  EXPECT_EQ(ran.err.find("locked: Permission denied") != std::string::npos, ::geteuid() != 0);
}

TEST(StreamOutput, AnInterruptEndsWithWholeRecords) {
  for (const int signal : {SIGINT, SIGTERM}) {
    Running running(command({"--threads", "3"}));
    running.send(records(3));
    ASSERT_TRUE(running.has_lines(3)) << "what is there comes out before more is waited for";
    running.send("{\"id\": 4, \"text\": \"a");  // half a record, and no more to come
    running.send_signal(signal);
    const Ran ran = running.wait();
    EXPECT_EQ(ran.status, 128 + signal);
    EXPECT_EQ(ran.out, extract({"--quiet"}, records(3)).out);
    EXPECT_EQ(ran.err.rfind("thanbai: 3 records in ", 0), 0U) << ran.err;
  }
}

TEST(StreamOutput, AnInterruptInTheMiddleOfAFile) {
  const Folder folder;
  const std::string in = folder.write("in.jsonl", records(5000));
  const std::string out = folder.path() + "/out.jsonl";
  Running running(command({"--threads", "2", in}));
  ASSERT_TRUE(running.has_lines(1));
  running.send_signal(SIGINT);
  const Ran ran = running.wait();
  const std::size_t lines = count_lines(ran.out);
  ASSERT_GT(lines, 0U);
  EXPECT_EQ(ran.out.back(), '\n');
  EXPECT_EQ(ran.out == extract({"--quiet"}, records(static_cast<int>(lines))).out, true)
      << "the first records, each whole";
  if (lines < 5000) {
    EXPECT_EQ(ran.status, 130);
  }

  Running to_file(command({"--output", out}));
  to_file.send(records(2));
  while (count_lines(contents(out + ".part")) < 2) ::usleep(10000);
  to_file.send_signal(SIGINT);
  EXPECT_EQ(to_file.wait().status, 130);
  EXPECT_FALSE(fs::exists(out));
  EXPECT_EQ(count_lines(contents(out + ".part")), 2U);
}

TEST(StreamOutput, ProgressOnATerminal) {
  if (!has_terminals()) GTEST_SKIP() << "this machine gives out no terminals";
  const Folder folder;
  const std::string in = folder.write("in.jsonl", records(2));
  const std::string err = Running(command({in}), true).wait().err;
  EXPECT_NE(err.find("\r\x1B[K2 records, "), std::string::npos) << err;
  EXPECT_NE(err.find(" MB/s, 100 %, 0:00 left"), std::string::npos) << err;
  EXPECT_NE(err.find("\r\x1B[Kthanbai: 2 records in "), std::string::npos) << err;

  Running unknown(command({}), true);
  unknown.send(records(1));
  const std::string rate = unknown.wait().err;
  EXPECT_NE(rate.find("1 records, "), std::string::npos) << rate;
  EXPECT_EQ(rate.find(" left"), std::string::npos) << "nobody knows\n" << rate;
  EXPECT_EQ(Running(command({"--quiet", in}), true).wait().err, "");
}

}  // namespace
}  // namespace thanbai::test
