#include "stream.h"

#include <CLI/Error.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <new>
#include <thread>

#include "corpus_files.h"
#include "interrupt.h"
#include "json_text.h"
#include "page_json.h"
#include "pipeline.h"
#include "progress.h"
#include "source.h"

namespace thanbai::program {
namespace {

constexpr std::size_t bytes_in_flight = std::size_t{32} << 20;

/// What one thread needs to turn records into lines.
class Worker {
 public:
  Worker(From from, const StreamFlags& flags, const Format& format, const Extractor& extractor,
         const std::vector<CorpusFile>& files)
      : parser_(record_parser(from, flags.records)),
        charset_(flags.charset),
        gzip_(flags.packing == Packing::gzip),
        format_(format),
        extractor_(extractor),
        files_(files) {}

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
      if (gzip_ && !chunk.out.empty()) pack_gzip(chunk.out);
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
    if (!charset_.empty()) record_.charset = charset_;
    Page page;
    std::string problem;
    if (!read_page(record_.page, record_.form, record_.charset, format_.links, page, problem)) {
      // A charset nobody knows: what the bytes look like decides.
      read_page(record_.page, record_.form, {}, format_.links, page, problem);
    }
    page.lines.address = record_.url;
    const Document document = extractor_.extract(std::move(page.lines), scratch_);
    begin_line(chunk);
    add_article_member(format_, document, chunk.out);
    chunk.out += "}\n";
    ++chunk.counts.read;
    if (record_.truncated) ++chunk.counts.truncated;
    ++(document.verdict == Verdict::no_article ? chunk.counts.no_article : chunk.counts.extracted);
  }

  void add_error(const RawRecord& raw, Chunk& chunk) const {
    begin_line(chunk);
    add_name("error", chunk.out);
    chunk.out += '{';
    add_member("code", record_.error, chunk.out);
    add_member("message", record_.message, chunk.out);
    add_member("line", raw.line, chunk.out);
    if (files_.size() > 1) add_member("file", files_[chunk.file].input, chunk.out);
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
  const std::string charset_;  // of the bytes in WARC files, whatever they declare
  const bool gzip_;
  const Format& format_;
  const Extractor& extractor_;
  const std::vector<CorpusFile>& files_;
  Scratch scratch_;
};

/// Writes chunks to the one output, or to that of each input file.
class Writer {
 public:
  Writer(const std::vector<CorpusFile>& files, const StreamFlags& flags, Progress& progress)
      : files_(files),
        packing_(flags.packing),
        folder_(is_folder(flags.output)),
        progress_(progress) {}

  /// Before anything is read. False if the output cannot be opened.
  bool open(const std::string& path) { return folder_ || output_.open(path, packing_); }

  /// False if nothing more can be written.
  bool write(Chunk& chunk) {
    const CorpusFile& file = files_[chunk.file];
    if (chunk.out_of_memory) chunk.problem = "not enough memory";
    if (!chunk.problem.empty()) {
      progress_.clear();
      complain(file.input, chunk.problem);
    }
    if (chunk.last && !chunk.whole) whole_ = false;
    if (folder_ && !output_.is_open() && !open_for(file)) return false;
    written_ = output_.write(chunk.out);
    if (written_ == Written::all) progress_.add(chunk.counts, chunk.record_bytes);
    if (written_ == Written::all && folder_ && chunk.last) close(chunk.whole);
    return written_ == Written::all && !chunk.out_of_memory;
  }

  /// After the last chunk.
  void finish(bool ended) {
    progress_.clear();
    whole_ = whole_ && ended;
    if (output_.is_open() && written_ == Written::all) close(whole_);
  }

  Written written() const { return written_; }
  bool whole() const { return whole_ && written_ == Written::all; }

 private:
  bool open_for(const CorpusFile& file) {
    if (output_.open(file.output, packing_)) return true;
    written_ = Written::failed;
    return false;
  }

  void close(bool whole) {
    written_ = output_.close(whole);
    if (!whole && !output_.part().empty()) complain(output_.part(), "not whole, so it stays here");
  }

  const std::vector<CorpusFile>& files_;
  const Packing packing_;
  const bool folder_;
  Progress& progress_;
  OutputFile output_;
  Written written_ = Written::all;
  bool whole_ = true;
};

/// Where the counters go, opened before there are any, so that a run does not end without.
class Stats {
 public:
  /// False if it cannot be opened; that has been told.
  bool open(const std::string& path) {
    to_error_ = path == "-";
    return path.empty() || to_error_ || file_.open(path, Packing::none);
  }

  /// False if that fails.
  bool write(const std::string& line) {
    if (to_error_) return std::fputs(line.c_str(), stderr) >= 0;
    return !file_.is_open() ||
           (file_.write(line) == Written::all && file_.close(true) == Written::all);
  }

 private:
  bool to_error_ = false;
  OutputFile file_;
};

/// What is to be read and where it goes, as the flags say. `found` is false if some is missing.
std::vector<CorpusFile> plan(const std::vector<std::string>& paths, const StreamFlags& flags,
                             bool& found) {
  std::vector<CorpusFile> files = corpus_files(paths, found);
  if (is_folder(flags.output)) {
    name_outputs(flags.output, flags.packing, files);
  } else {
    for (CorpusFile& file : files) file.output.clear();
  }
  if (!flags.resume) return files;
  if (!is_folder(flags.output)) {
    throw CLI::ValidationError("--resume", "needs --output to be a folder");
  }
  const std::size_t done = leave_out_done(files);
  if (!flags.quiet && done > 0) {
    std::fprintf(stderr, "thanbai: %zu output%s whole already\n", done,
                 done == 1 ? " is" : "s are");
  }
  return files;
}

}  // namespace

int run_stream(const std::vector<std::string>& paths, From from, const StreamFlags& flags,
               const Format& format, const Extractor& extractor) {
  bool found = true;
  const std::vector<CorpusFile> files = plan(paths, flags, found);
  catch_interrupts();
  const unsigned threads =
      flags.threads > 0 ? flags.threads : std::max(1U, std::thread::hardware_concurrency());
  std::vector<Worker> workers;
  for (unsigned i = 0; i < threads; ++i)
    workers.emplace_back(from, flags, format, extractor, files);
  Progress progress(flags.quiet, size_of(files));
  Writer writer(files, flags, progress);
  Stats stats;
  if (!stats.open(flags.stats) || !writer.open(flags.output)) return 1;
  // A gzip member is a chunk, so where chunks end may not depend on who waited for whom.
  Source source(files, from, flags.records, flags.packing != Packing::gzip);

  Steps steps;
  steps.read = [&](Chunk& chunk) {
    const bool more = source.read(chunk);
    progress.taken(source.bytes_taken());
    return more;
  };
  steps.work = [&](Chunk& chunk, std::size_t worker) { workers[worker].work(chunk); };
  steps.write = [&](Chunk& chunk) { return writer.write(chunk); };
  const bool ran = run_pipeline(threads, bytes_in_flight, steps);
  if (!ran) complain("failed", "the system gives no thread");
  writer.finish(ran && found && interrupt_status() == 0);
  if (writer.written() != Written::failed) progress.finish();
  const bool told = stats.write(progress.json(writer.whole()));
  if (writer.written() == Written::reader_left) return 0;
  if (interrupt_status() != 0) return interrupt_status();
  const bool failed = flags.fail_on_error && progress.counts().failed > 0;
  return writer.whole() && told && !failed ? 0 : 1;
}

}  // namespace thanbai::program
