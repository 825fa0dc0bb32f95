#include "stream.h"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <new>
#include <thread>

namespace thanbai::program {
namespace {

// A batch is read while the one before is extracted; then that one is written. Its bounds in
// records and bytes bound the memory.
constexpr std::size_t batch_records = 256;
constexpr std::size_t batch_bytes = std::size_t{8} << 20;
constexpr int interrupted_status = 130;  // 128 + SIGINT, as shells have it

volatile std::sig_atomic_t interrupted = 0;

struct Counts {
  std::uint64_t read = 0;
  std::uint64_t extracted = 0;
  std::uint64_t no_article = 0;
  std::uint64_t failed = 0;
};

enum class Outcome { extracted, no_article, failed };

struct Job {
  Record record;
  std::string line;  // what comes out
  Outcome outcome = Outcome::failed;
};

void do_job(From from, const RecordFlags& flags, const Format& format, const Extractor& extractor,
            Job& job) {
  Record& record = job.record;
  try {
    if (from == From::jsonl) parse_json_record(flags, record);
    if (record.error_code.empty()) {
      Page page;
      read_page(record.page, record.form, "UTF-8", format.links, page, record.message);
      const Document document = extractor.extract(std::move(page.lines));
      job.line = '{' + record.fields + (record.fields.empty() ? "" : ",") +
                 "\"article\":" + article_json(format, document) + "}\n";
      job.outcome =
          document.verdict == Verdict::no_article ? Outcome::no_article : Outcome::extracted;
    }
  } catch (const std::bad_alloc&) {
    record.error_code = "out_of_memory";
    record.message = "not enough memory";
  }
  if (!record.error_code.empty()) {
    job.line = '{' + record.fields + (record.fields.empty() ? "" : ",") +
               "\"error\":{\"code\":" + json_string(record.error_code) +
               ",\"message\":" + json_string(record.message) +
               ",\"line\":" + std::to_string(record.line) + "}}\n";
  }
  std::string().swap(record.page);
}

/// Reads a batch; empty at the end.
std::vector<Job> read_batch(RecordReader& reader) {
  std::vector<Job> batch;
  std::size_t bytes = 0;
  while (interrupted == 0 && batch.size() < batch_records && bytes < batch_bytes) {
    Job job;
    if (!reader.next(job.record)) break;
    bytes += job.record.page.size();
    batch.push_back(std::move(job));
  }
  return batch;
}

void count(const std::vector<Job>& batch, Counts& counts) {
  for (const Job& job : batch) {
    ++counts.read;
    ++(job.outcome == Outcome::extracted    ? counts.extracted
       : job.outcome == Outcome::no_article ? counts.no_article
                                            : counts.failed);
  }
}

}  // namespace

int run_stream(const std::vector<std::string>& files, From from, const StreamFlags& flags,
               const Format& format, const Extractor& extractor) {
  std::signal(SIGINT, [](int) { interrupted = 1; });
  const unsigned threads =
      flags.threads > 0 ? flags.threads : std::max(1U, std::thread::hardware_concurrency());
  int status = 0;
  Counts counts;
  Written written = Written::all;
  for (const std::string& path : files) {
    ByteStream stream;
    if (!stream.open(path)) {
      complain(path, stream.problem());
      status = 1;
      continue;
    }
    const auto reader = from == From::jsonl ? read_json_lines(stream, flags.records)
                                            : read_wet(stream, flags.records);
    std::vector<Job> batch = read_batch(*reader);
    while (!batch.empty() && written == Written::all) {
      std::atomic<std::size_t> next = 0;
      const auto work = [&] {
        for (std::size_t i = next++; i < batch.size(); i = next++) {
          do_job(from, flags.records, format, extractor, batch[i]);
        }
      };
      std::vector<std::thread> workers;
      for (unsigned i = 0; i < threads; ++i) workers.emplace_back(work);
      std::vector<Job> following = read_batch(*reader);
      for (std::thread& worker : workers) worker.join();
      std::string out;
      for (const Job& job : batch) out += job.line;
      written = write_out(out);
      count(batch, counts);
      batch = std::move(following);
    }
    const std::string& problem = stream.problem().empty() ? reader->problem() : stream.problem();
    if (!problem.empty()) {
      complain(path, problem);
      status = 1;
    }
    if (interrupted != 0 || written != Written::all) break;
  }
  if (!flags.quiet) {
    std::fprintf(stderr, "{\"read\":%llu,\"extracted\":%llu,\"no_article\":%llu,\"failed\":%llu}\n",
                 static_cast<unsigned long long>(counts.read),
                 static_cast<unsigned long long>(counts.extracted),
                 static_cast<unsigned long long>(counts.no_article),
                 static_cast<unsigned long long>(counts.failed));
  }
  if (written == Written::failed) return 1;
  if (interrupted != 0) return interrupted_status;
  return flags.fail_on_error && counts.failed > 0 ? 1 : status;
}

}  // namespace thanbai::program
