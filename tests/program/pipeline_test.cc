// Threads around chunks: their order, and every way they can end.
#include "pipeline.h"

#include <gtest/gtest.h>
#include <pthread.h>

#include <new>
#include <string>

namespace thanbai::program {
namespace {

constexpr std::size_t chunks = 200;
constexpr std::size_t much = std::size_t{1} << 20;  // bytes in flight

/// Steps that number the chunks. Whoever is to fail throws at the chunk of that number.
struct Numbered {
  std::size_t read = 0;
  std::string written;
  std::string who;

  void fail_at(std::size_t number, const char* step) const {
    if (who == step && number == 7) throw std::bad_alloc();
  }

  Steps steps() {
    Steps out;
    out.read = [this](Chunk& chunk) {
      if (read == chunks) return false;
      fail_at(read, "read");
      chunk.bytes = std::to_string(read++);
      return true;
    };
    out.work = [this](Chunk& chunk, std::size_t) {
      fail_at(std::stoul(chunk.bytes), "work");
      chunk.out = chunk.bytes + ' ';
    };
    out.write = [this](Chunk& chunk) {
      fail_at(std::stoul(chunk.bytes), "write");
      written += chunk.out;
      return true;
    };
    return out;
  }
};

std::string numbers(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += std::to_string(i) + ' ';
  return out;
}

TEST(Pipeline, WritesInTheOrderOfReading) {
  for (const std::size_t workers : {1, 2, 5}) {
    for (const std::size_t bytes : {std::size_t{1}, much}) {
      Numbered numbered;
      EXPECT_TRUE(run_pipeline(workers, bytes, numbered.steps()));
      EXPECT_EQ(numbered.written, numbers(chunks)) << workers << " workers";
    }
  }
}

TEST(Pipeline, WhatAStepThrowsEndsAllAndIsThrown) {
  for (const char* who : {"read", "work", "write"}) {
    for (const std::size_t workers : {1, 3}) {
      Numbered numbered;
      numbered.who = who;
      EXPECT_THROW(run_pipeline(workers, much, numbered.steps()), std::bad_alloc) << who;
      const std::size_t whole = numbered.written.size();
      EXPECT_EQ(numbered.written, numbers(7).substr(0, whole)) << who << ": nothing behind a hole";
    }
  }
}

TEST(Pipeline, ASystemWithoutThreads) {
  pthread_attr_t usual;
  ASSERT_EQ(::pthread_getattr_default_np(&usual), 0);
  pthread_attr_t greedy = usual;
  ASSERT_EQ(::pthread_attr_setstacksize(&greedy, std::size_t{1} << 50), 0);
  ASSERT_EQ(::pthread_setattr_default_np(&greedy), 0);
  Numbered numbered;
  EXPECT_FALSE(run_pipeline(2, much, numbered.steps())) << "no address space has room for a stack";
  EXPECT_EQ(numbered.written, "");
  EXPECT_EQ(::pthread_setattr_default_np(&usual), 0);
  EXPECT_TRUE(run_pipeline(2, much, numbered.steps()));
}

}  // namespace
}  // namespace thanbai::program
