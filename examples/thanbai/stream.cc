#include "stream.h"

#include <simdjson.h>

#include <algorithm>
#include <cstdio>
#include <new>
#include <optional>
#include <thread>

#include "interrupt.h"
#include "json_text.h"
#include "page_json.h"
#include "pipeline.h"

namespace thanbai::program {
namespace {

constexpr std::size_t bytes_in_flight = std::size_t{32} << 20;

/// The input files, one after the other, as chunks.
class Source {
 public:
  Source(const std::vector<std::string>& files, From from, const RecordFlags& flags)
      : files_(files), from_(from), flags_(flags) {}

  /// False when there is nothing more.
  bool read(Chunk& chunk) {
    if (!reader_ && (next_ == files_.size() || interrupt_status() != 0)) return false;
    try {
      fill(chunk);
    } catch (const std::bad_alloc&) {
      end_file(chunk, "not enough memory");
    }
    return true;
  }

 private:
  void fill(Chunk& chunk) {
    chunk.file = reader_ ? next_ - 1 : next_++;
    if (!reader_) {
      stream_.emplace();
      if (!stream_->open(files_[chunk.file])) return end_file(chunk, stream_->problem());
      reader_ = record_reader(from_, *stream_, flags_);
    }
    while (chunk.bytes.size() < chunk_bytes) {
      if (!chunk.records.empty() && reader_->would_wait()) break;  // what there is goes out now
      if (reader_->next(chunk)) continue;
      end_file(chunk, stream_->problem().empty() ? reader_->problem() : stream_->problem());
      break;
    }
    chunk.bytes.append(simdjson::SIMDJSON_PADDING, '\0');
  }

  void end_file(Chunk& chunk, std::string problem) {
    chunk.last = true;
    chunk.problem = std::move(problem);
    reader_.reset();
  }

  const std::vector<std::string>& files_;
  const From from_;
  const RecordFlags& flags_;
  std::size_t next_ = 0;
  std::optional<ByteStream> stream_;
  std::unique_ptr<RecordReader> reader_;
};

/// What one thread needs to turn records into lines.
class Worker {
 public:
  Worker(From from, const RecordFlags& flags, const Format& format, const Extractor& extractor)
      : parser_(record_parser(from, flags)), format_(format), extractor_(extractor) {}

  void work(Chunk& chunk) {
    try {
      for (const RawRecord& raw : chunk.records) {
        const std::size_t begin = chunk.out.size();
        try {
          do_record(chunk, raw);
        } catch (const std::bad_alloc&) {
          chunk.out.resize(begin);
          record_.fail("out_of_memory", "not enough memory");
          add_error(raw, chunk);
        }
      }
    } catch (const std::bad_alloc&) {
      chunk.out_of_memory = true;
    }
  }

 private:
  void do_record(Chunk& chunk, const RawRecord& raw) {
    parser_->parse(chunk, raw, record_);
    if (record_.state == Record::State::skipped) {
      ++chunk.counts.skipped;
      return;
    }
    if (record_.state == Record::State::failed) return add_error(raw, chunk);
    Page page;
    std::string problem;
    if (!read_page(record_.page, record_.form, record_.charset, format_.links, page, problem)) {
      // A charset nobody knows: what the bytes look like decides.
      read_page(record_.page, record_.form, {}, format_.links, page, problem);
    }
    const Document document = extractor_.extract(std::move(page.lines));
    begin_line(chunk);
    add_article_member(format_, document, chunk.out);
    chunk.out += "}\n";
    ++chunk.counts.read;
    ++(document.verdict == Verdict::no_article ? chunk.counts.no_article : chunk.counts.extracted);
  }

  void add_error(const RawRecord& raw, Chunk& chunk) const {
    begin_line(chunk);
    add_name("error", chunk.out);
    chunk.out += '{';
    add_member("code", record_.error, chunk.out);
    add_member("message", record_.message, chunk.out);
    add_member("line", raw.line, chunk.out);
    chunk.out += "}}\n";
    ++chunk.counts.read;
    ++chunk.counts.failed;
  }

  void begin_line(Chunk& chunk) const {
    chunk.out += '{';
    chunk.out += record_.fields;
  }

  std::unique_ptr<RecordParser> parser_;
  Record record_;
  const Format& format_;
  const Extractor& extractor_;
};

}  // namespace

int run_stream(const std::vector<std::string>& files, From from, const StreamFlags& flags,
               const Format& format, const Extractor& extractor) {
  catch_interrupts();
  const unsigned threads =
      flags.threads > 0 ? flags.threads : std::max(1U, std::thread::hardware_concurrency());
  Source source(files, from, flags.records);
  std::vector<Worker> workers;
  for (unsigned i = 0; i < threads; ++i) {
    workers.emplace_back(from, flags.records, format, extractor);
  }
  int status = 0;
  Counts counts;
  Written written = Written::all;
  Steps steps;
  steps.read = [&](Chunk& chunk) { return source.read(chunk); };
  steps.work = [&](Chunk& chunk, std::size_t worker) { workers[worker].work(chunk); };
  steps.write = [&](Chunk& chunk) {
    if (chunk.out_of_memory) chunk.problem = "not enough memory";
    if (!chunk.problem.empty()) {
      complain(files[chunk.file], chunk.problem);
      status = 1;
    }
    counts += chunk.counts;
    written = write_out(chunk.out);
    return written == Written::all && !chunk.out_of_memory;
  };
  if (!run_pipeline(threads, bytes_in_flight, steps)) {
    complain("failed", "the system gives no thread");
    return 1;
  }
  if (!flags.quiet) {
    std::fprintf(stderr, "{\"read\":%llu,\"extracted\":%llu,\"no_article\":%llu,\"failed\":%llu}\n",
                 static_cast<unsigned long long>(counts.read),
                 static_cast<unsigned long long>(counts.extracted),
                 static_cast<unsigned long long>(counts.no_article),
                 static_cast<unsigned long long>(counts.failed));
  }
  if (written == Written::failed) return 1;
  if (interrupt_status() != 0) return interrupt_status();
  return flags.fail_on_error && counts.failed > 0 ? 1 : status;
}

}  // namespace thanbai::program
