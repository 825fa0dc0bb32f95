#include "steps.h"

#include <benchmark/benchmark.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <functional>
#include <memory>
#include <random>
#include <string_view>
#include <utility>

#include "context.h"
#include "html_tokens.h"
#include "label.h"
#include "line_features.h"
#include "model.h"
#include "photo_story.h"
#include "rule_book.h"
#include "title_choice.h"
#include "unicode.h"
#include "zones.h"

namespace thanbai::bench {
namespace {

/// A page on its way through the steps: each step reads what those before it left here.
struct Page {
  Lines lines;
  Columns columns;
  Words words;
  LanguageCounts counts;
  std::vector<std::size_t> packs;
  std::vector<Hit> hits;
  std::vector<std::int32_t> first, title_scores, scores;
  std::size_t title = no_row;
  Zones zones;
};

struct Step {
  const char* name;
  void (*run)(const RuleBook&, Page&);
};

constexpr Step steps[] = {
    {"measure",
     [](const RuleBook& book, Page& page) {
       thread_local WordCache known;  // warm, as a Scratch that is kept
       measure(page.lines, book.lexicon(), known, column_count, page.columns, page.words,
               page.counts);
     }},
    {"match",
     [](const RuleBook& book, Page& page) {
       MatchScratch scratch;  // a kept one would know the lines of this very page
       page.packs = book.applying(book.language(page.counts));
       page.hits.clear();
       book.match(page.lines, page.words, page.packs, scratch, page.hits, page.columns);
     }},
    {"settle_captions", [](const RuleBook&, Page& page) { settle_captions(page.columns); }},
    {"first_trees",
     [](const RuleBook&, Page& page) {
       Model::of(has_markup(page.lines)).first.score(page.columns, page.first);
     }},
    {"observe", [](const RuleBook&, Page& page) { observe(page.first, page.words, page.columns); }},
    {"title_trees",
     [](const RuleBook&, Page& page) {
       Model::of(has_markup(page.lines)).title.score(page.columns, page.title_scores);
       page.title = observe_title(page.title_scores, page.columns);
     }},
    {"final_trees",
     [](const RuleBook&, Page& page) {
       Model::of(has_markup(page.lines)).final.score(page.columns, page.scores);
     }},
    {"zones",
     [](const RuleBook& book, Page& page) {
       const auto rules = label_by_rules(page.hits, book, page.lines.items.size());
       page.zones = name_zones(page.lines, page.columns, page.scores, 0, page.title, rules);
     }},
};

/// Everything that the benchmarks share; kept alive by their closures.
struct Bench {
  const Pages& pages;
  const Extractor& extractor;
  RuleBook book;
  std::string text;         // the text pages as one, some megabytes
  std::vector<Page> ready;  // the text pages after all steps
};

using Body = std::function<void(const std::string& page)>;

void count(benchmark::State& state, std::size_t pages, std::int64_t bytes) {
  state.SetBytesProcessed(state.iterations() * bytes);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(pages));  // pages
}

/// `body` on each page in turn, the set of them one iteration.
benchmark::internal::Benchmark* each(const std::string& name, const std::vector<std::string>& pages,
                                     const Body& body) {
  return benchmark::RegisterBenchmark(name.c_str(), [&pages, body](benchmark::State& state) {
    for (auto _ : state) {
      for (const std::string& page : pages) body(page);
    }
    count(state, pages.size(), bytes_of(pages));
  });
}

/// `body` on each page once with a Scratch that knows none of them, as in a crawl of many sites:
/// rows above come back to pages whose lines the Scratch remembers. The order mixes the sites.
void each_once(const std::string& name, const std::vector<std::string>& pages,
               const std::function<void(const std::string& page, Scratch& scratch)>& body) {
  benchmark::RegisterBenchmark(name.c_str(), [&pages, body](benchmark::State& state) {
    std::vector<const std::string*> order;
    for (const std::string& page : pages) order.push_back(&page);
    std::shuffle(order.begin(), order.end(), std::mt19937(7));
    for (auto _ : state) {
      Scratch scratch;
      for (const std::string* const page : order) body(*page, scratch);
    }
    count(state, pages.size(), bytes_of(pages));
  });
}

/// What the page in the middle takes, all sorted by their times.
void median(const std::string& name, const std::vector<std::string>& pages, const Body& body) {
  benchmark::RegisterBenchmark(name.c_str(), [&pages, body](benchmark::State& state) {
    using Clock = std::chrono::steady_clock;
    std::vector<double> seconds(pages.size());
    for (auto _ : state) {
      for (std::size_t i = 0; i < pages.size(); ++i) {
        const auto begin = Clock::now();
        body(pages[i]);
        seconds[i] = std::chrono::duration<double>(Clock::now() - begin).count();
      }
      const auto middle = seconds.begin() + static_cast<std::ptrdiff_t>(seconds.size() / 2);
      std::nth_element(seconds.begin(), middle, seconds.end());
      state.SetIterationTime(*middle);
    }
  })->UseManualTime();
}

/// `body` on all pages as one.
void once(const std::string& name, const std::shared_ptr<Bench>& bench, const Body& body) {
  benchmark::RegisterBenchmark(name.c_str(), [bench, body](benchmark::State& state) {
    for (auto _ : state) body(bench->text);
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bench->text.size()));
  });
}

void split_lines(const std::string& text) {
  std::size_t lines = 0;
  for (const char *p = text.data(), *end = p + text.size(); p != nullptr && p < end; ++lines) {
    const void* next = std::memchr(p, '\n', static_cast<std::size_t>(end - p));
    p = next == nullptr ? nullptr : static_cast<const char*>(next) + 1;
  }
  benchmark::DoNotOptimize(lines);
}

void validate_by_icu(const std::string& text) {
  const auto size = static_cast<std::int64_t>(text.size());
  bool valid = true;
  for (std::int64_t i = 0; i < size && valid;) {
    UChar32 c;
    U8_NEXT(text.data(), i, size, c);
    valid = c >= 0;
  }
  benchmark::DoNotOptimize(valid);
}

void validate(const std::string& text) {
  bool valid = unicode::any_is_valid(text);
  benchmark::DoNotOptimize(valid);
}

void read_lines(const std::string& text) {
  auto lines = read_text(text);
  benchmark::DoNotOptimize(lines.items.data());
}

void register_texts(const std::shared_ptr<Bench>& bench) {
  const auto extract = [&extractor = bench->extractor](const std::string& text) {
    thread_local Scratch scratch;
    auto document = extractor.extract(text, scratch);
    benchmark::DoNotOptimize(document.lines.data());
  };
  const auto extract_anew = [&extractor = bench->extractor](const std::string& text) {
    auto document = extractor.extract(text);
    benchmark::DoNotOptimize(document.lines.data());
  };
  Options options;
  options.evidence = true;
  const auto explaining = Extractor::create(options);
  const auto explain = [extractor = *explaining](const std::string& text) {
    thread_local Scratch scratch;
    auto document = extractor.extract(text, scratch);
    benchmark::DoNotOptimize(document.lines.data());
  };
  once("text/concatenated/split_lines_memchr", bench, split_lines);
  once("text/concatenated/validate_icu", bench, validate_by_icu);
  once("text/concatenated/validate", bench, validate);
  once("text/concatenated/read_text", bench, read_lines);
  once("text/concatenated/extract", bench, extract);
  once("text/concatenated/extract_with_evidence", bench, explain);
  each("text/pages/extract", bench->pages.texts, extract)
      ->Threads(1)
      ->ThreadPerCpu()
      ->UseRealTime();
  each_once("text/pages_once/extract", bench->pages.texts,
            [&extractor = bench->extractor](const std::string& text, Scratch& scratch) {
              auto document = extractor.extract(text, scratch);
              benchmark::DoNotOptimize(document.lines.data());
            });
  median("text/median_page/extract", bench->pages.texts, extract);
  each("text/pages/extract_with_evidence", bench->pages.texts, explain);
  each("text/pages/extract_without_scratch", bench->pages.texts, extract_anew);
  each("text/pages/read_text", bench->pages.texts, read_lines);
  for (const Step& step : steps) {
    const std::string name = std::string("text/pages/") + step.name;
    benchmark::RegisterBenchmark(name.c_str(), [bench, step](benchmark::State& state) {
      for (auto _ : state) {
        for (Page& page : bench->ready) step.run(bench->book, page);
      }
      count(state, bench->ready.size(), bytes_of(bench->pages.texts));
    });
  }
}

/// Inputs of any size that ask the most of some step.
struct Worst {
  const char* name;
  std::string (*of)(std::size_t bytes, const std::string& text);
};

std::string repeated(std::string_view one, std::size_t bytes) {
  std::string all;
  all.reserve(bytes + one.size());
  while (all.size() < bytes) all += one;
  return all;
}

constexpr Worst worst[] = {
    {"text", [](std::size_t bytes, const std::string& text) { return repeated(text, bytes); }},
    {"one_line", [](std::size_t bytes,
                    const std::string&) { return repeated("không có dòng nào nữa ", bytes); }},
    {"one_word", [](std::size_t bytes, const std::string&) { return repeated("ữ", bytes); }},
    {"one_letter_lines",
     [](std::size_t bytes, const std::string&) { return repeated("a\n", bytes); }},
    {"rule_hits",
     [](std::size_t bytes, const std::string&) {
       return repeated("Tin liên quan\nẢnh: Minh Châu\n12/07/2020 14:57\n", bytes);
     }},
};

/// From 10 kB to 100 MB: the rates of one input must be much the same.
void register_sizes(const std::shared_ptr<Bench>& bench) {
  for (const Worst& input : worst) {
    for (const std::size_t kilobytes : {10U, 100U, 1000U, 10000U, 100000U}) {
      const std::string name =
          std::string("size/") + input.name + "/" + std::to_string(kilobytes) + "_kB";
      benchmark::RegisterBenchmark(
          name.c_str(), [bench, input, kilobytes](benchmark::State& state) {
            const std::string text = input.of(kilobytes * 1000, bench->text);
            Scratch scratch;
            for (auto _ : state) {
              auto document = bench->extractor.extract(text, scratch);
              benchmark::DoNotOptimize(document.lines.data());
            }
            state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
          });
    }
  }
  for (const std::size_t depth : {1000U, 10000U, 100000U}) {
    const std::string name = "size/nested_html/" + std::to_string(depth);
    benchmark::RegisterBenchmark(name.c_str(), [bench, depth](benchmark::State& state) {
      const std::string page = repeated("<div><b>", 8 * depth) + "một";
      for (auto _ : state) {
        auto document = bench->extractor.extract(read_html(page));
        benchmark::DoNotOptimize(document.lines.data());
      }
      state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(page.size()));
    });
  }
}

void register_htmls(const std::shared_ptr<Bench>& bench) {
  const std::vector<std::string>& pages = bench->pages.htmls;
  each("html/pages/memchr", pages, [](const std::string& page) {
    std::size_t found = 0;
    for (const char *p = page.data(), *end = p + page.size(); p < end; ++found) {
      const void* next = std::memchr(p, '<', static_cast<std::size_t>(end - p));
      p = next == nullptr ? end : static_cast<const char*>(next) + 1;
    }
    benchmark::DoNotOptimize(found);
  });
  each("html/pages/tokenizer", pages, [](const std::string& page) {
    html::Tokenizer tokenizer(page);
    for (html::Token token; tokenizer.next(token);) benchmark::DoNotOptimize(token);
  });
  each("html/pages/read_html", pages, [](const std::string& page) {
    auto lines = read_html(page);
    benchmark::DoNotOptimize(lines.items.data());
  });
  const auto extract = [&extractor = bench->extractor](const std::string& page) {
    thread_local Scratch scratch;
    auto document = extractor.extract(read_html(page), scratch);
    benchmark::DoNotOptimize(document.lines.data());
  };
  each("html/pages/extract", pages, extract)->Threads(1)->ThreadPerCpu()->UseRealTime();
  each_once("html/pages_once/extract", pages,
            [&extractor = bench->extractor](const std::string& page, Scratch& scratch) {
              auto document = extractor.extract(read_html(page), scratch);
              benchmark::DoNotOptimize(document.lines.data());
            });
  median("html/median_page/extract", pages, extract);
}

}  // namespace

void register_benchmarks(const Pages& pages, const Extractor& extractor) {
  constexpr std::size_t megabytes = std::size_t{4} << 20;
  benchmark::RegisterBenchmark("create", [](benchmark::State& state) {
    for (auto _ : state) {
      auto created = Extractor::create();
      benchmark::DoNotOptimize(created);
    }
  })->Unit(benchmark::kMillisecond);
  if (!pages.texts.empty()) {  // with the rules that it needs compiled
    benchmark::RegisterBenchmark("create_and_first_page", [&pages](benchmark::State& state) {
      for (auto _ : state) {
        auto document = Extractor::create()->extract(pages.texts.front());
        benchmark::DoNotOptimize(document.lines.data());
      }
    })->Unit(benchmark::kMillisecond);
  }
  auto book = RuleBook::create(Options{});
  if (!book) return;
  const auto bench = std::make_shared<Bench>(
      Bench{pages, extractor, std::move(*book), concatenated(pages.texts, megabytes), {}});
  for (const std::string& text : pages.texts) {
    Page& page = bench->ready.emplace_back();
    page.lines = read_text(text);
    for (const Step& step : steps) step.run(bench->book, page);
  }
  if (!pages.texts.empty()) register_texts(bench);
  if (!pages.htmls.empty()) register_htmls(bench);
  if (!pages.texts.empty()) register_sizes(bench);
}

}  // namespace thanbai::bench
