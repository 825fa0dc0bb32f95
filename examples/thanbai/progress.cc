#include "progress.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "json_text.h"

namespace thanbai::program {
namespace {

constexpr double interval = 0.25;  // seconds between two looks at it
constexpr const char* clear_line = "\r\x1B[K";

std::string with_decimals(double value, int decimals) {
  char out[64];
  std::snprintf(out, sizeof out, "%.*f", decimals, value);
  return out;
}

/// 75 -> "1:15", 3675 -> "1:01:15".
std::string clock(double seconds) {
  const auto all = static_cast<unsigned long long>(seconds + 0.5);
  char out[64];
  if (all < 3600) {
    std::snprintf(out, sizeof out, "%llu:%02llu", all / 60, all % 60);
  } else {
    std::snprintf(out, sizeof out, "%llu:%02llu:%02llu", all / 3600, all / 60 % 60, all % 60);
  }
  return out;
}

}  // namespace

Progress::Progress(bool quiet, std::uint64_t total)
    : quiet_(quiet), shown_(!quiet && ::isatty(STDERR_FILENO) == 1), total_(total) {}

void Progress::add(const Counts& counts, std::size_t bytes) {
  counts_ += counts;
  bytes_ += bytes;
  if (!shown_ || seconds() < next_) return;
  next_ = seconds() + interval;
  show();
}

void Progress::show() {
  std::string line =
      std::to_string(counts_.read) + " records, " + with_decimals(rate(), 1) + " MB/s";
  if (total_ > 0 && taken_ > 0) {
    const double share = std::min(1.0, static_cast<double>(taken_) / static_cast<double>(total_));
    line += ", " + with_decimals(100 * share, 0) + " %, " + clock(seconds() * (1 / share - 1)) +
            " left";
  }
  std::fprintf(stderr, "%s%s", clear_line, line.c_str());
  std::fflush(stderr);
}

void Progress::clear() {
  if (shown_) std::fputs(clear_line, stderr);
}

void Progress::finish() {
  clear();
  if (quiet_) return;
  std::string line = "thanbai: " + std::to_string(counts_.read) + " records in " +
                     with_decimals(seconds(), 1) + " s, " + with_decimals(rate(), 1) +
                     " MB/s: " + std::to_string(counts_.extracted) + " extracted, " +
                     std::to_string(counts_.no_article) + " without an article, " +
                     std::to_string(counts_.failed) + " failed";
  if (counts_.truncated > 0) line += "; " + std::to_string(counts_.truncated) + " truncated";
  if (counts_.skipped > 0) line += "; " + std::to_string(counts_.skipped) + " others skipped";
  std::fprintf(stderr, "%s\n", line.c_str());
}

std::string Progress::json(bool whole) const {
  std::string out = "{";
  add_member("read", counts_.read, out);
  add_member("extracted", counts_.extracted, out);
  add_member("no_article", counts_.no_article, out);
  add_member("failed", counts_.failed, out);
  add_member("skipped", counts_.skipped, out);
  add_member("truncated", counts_.truncated, out);
  add_member("bytes", bytes_, out);
  out += ",\"seconds\":" + with_decimals(seconds(), 3);
  out += whole ? ",\"whole\":true}\n" : ",\"whole\":false}\n";
  return out;
}

double Progress::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
}

double Progress::rate() const {
  const double spent = seconds();
  return spent > 0 ? static_cast<double>(bytes_) / 1e6 / spent : 0;
}

}  // namespace thanbai::program
