// Readers over HTTP, readers on the command line, one writer and a server, for as long as
// BULLETIN_SOAK_SECONDS says (scripts/soak): every answer is right, and what the server takes of
// the machine stays what it was. README.md has the rules.

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <limits>
#include <numeric>
#include <span>
#include <sstream>
#include <thread>

#include <doctest/doctest.h>

#include "tests/e2e/served.hpp"
#include "tests/soak/asker.hpp"
#include "tests/soak/flatness.hpp"
#include "tests/soak/process_samples.hpp"
#include "tests/soak/questions.hpp"
#include "tests/soak/terminal_reader.hpp"
#include "tests/soak/writer.hpp"

namespace bulletin::test {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kWebReaders = 6;
constexpr std::size_t kTerminalReaders = 2;
constexpr std::size_t kShortest = 180;  // Samples by which memory and any rise are judged.

int seconds_of_soak() {
  const char* value = std::getenv("BULLETIN_SOAK_SECONDS");
  return value == nullptr ? 8 : std::atoi(value);
}

// A figure of the process, and how far it may go.
struct Figure {
  const char* name;
  double ProcessSample::* value;
  Allowance allowance;
  bool takes_long;  // Judged in a long run only: caches and the allocator fill up first.
};
constexpr Figure kFigures[] = {
    {"resident MB", &ProcessSample::resident_mb, {.above_median = 16, .rise = 2}, true},
    {"anonymous MB", &ProcessSample::anonymous_mb, {.above_median = 16, .rise = 2}, true},
    {"pss MB", &ProcessSample::pss_mb, {.above_median = 16, .rise = 2}, true},
    {"descriptors", &ProcessSample::descriptors, {.above_median = 16, .rise = 2}, false},
    {"threads", &ProcessSample::threads, {.above_median = 0, .rise = 0.5}, false}};

class Soak {
 public:
  Soak(std::size_t staying, std::chrono::seconds time)
      : archive_(staying), writer_(archive_, findings_, 1), end_(Clock::now() + time) {}

  // Small caches, so that they are full during warm-up and throw out from then on. How long a
  // search may take is another matter: this machine may be busy.
  void run() {
    Served served(archive_.index(),
                  {"--quiet", "--cache-mb", "4", "--postings-mb", "4", "--budget-ms", "60000"});
    ProcessSamples samples(served.program().process());
    std::vector<std::thread> readers;
    for (unsigned i = 0; i < kWebReaders; ++i) {
      readers.emplace_back([&, i] { guarded([&] { read_web(served.port(), i); }); });
    }
    for (unsigned i = 0; i < kTerminalReaders; ++i) {
      readers.emplace_back([&, i] { guarded([&] { read_on_a_terminal(i); }); });
    }
    do {
      guarded([&] { writer_.take_a_turn(); });
    } while (Clock::now() < end_ && findings_.errors() == 0);
    findings_.is_over = true;
    for (std::thread& reader : readers) {
      reader.join();
    }
    samples_ = samples.end();
    stop(served);
  }

  void report() const {
    for (const auto& [kind, tally] : findings_.tallies()) {
      std::printf("%-24s %9zu answers, longest %6lld ms\n", kind.c_str(), tally.answers,
                  static_cast<long long>(tally.longest.count()));
    }
    for (const std::string& fault : findings_.faults()) {
      FAIL_CHECK(fault);
    }
    CHECK_EQ(findings_.errors(), 0U);
    REQUIRE_GE(samples_.size(), 3U);
    for (const Figure& figure : kFigures) {
      judge(figure);
    }
    std::printf("soak: %zu seconds, %zu errors\n", samples_.size(), findings_.errors());
  }

 private:
  // A thread that an exception leaves would end the program without a word.
  void guarded(const std::function<void()>& action) {
    try {
      action();
    } catch (const std::exception& error) {
      findings_.expect(false, std::string("thrown: ") + error.what());
    }
  }

  // All kinds in turn, each reader beginning with another.
  void read_web(std::uint16_t port, unsigned number) {
    std::vector<Question> questions;
    for (const auto kinds : {search_questions(), other_questions(), bad_requests()}) {
      questions.insert(questions.end(), kinds.begin(), kinds.end());
    }
    Asker asker(port, archive_, findings_, number);
    for (std::size_t at = number * 3; !findings_.is_over; ++at) {
      const Question& question = questions[at % questions.size()];
      const TimedAnswer timed(findings_, std::string(question.kind));
      question.ask(asker);
    }
  }

  void read_on_a_terminal(unsigned number) {
    TerminalReader reader(archive_, findings_, number);
    while (!findings_.is_over) {
      reader.ask();
      std::this_thread::sleep_for(std::chrono::milliseconds(200));
    }
  }

  // Once all clients are gone their connections are, and the server ends as it should.
  static void stop(Served& served) {
    CHECK(soon([&] { return served.metric("bulletin_http_connections") == 1; }));
    served.program().signal(SIGTERM);
    const Finished end = served.program().wait();
    CHECK_EQ(end.status, 0);
    expect_no_complaint(end.err);
  }

  // The mean of each tenth of the run.
  static void print_course(std::span<const double> values) {
    constexpr std::size_t kParts = 10;
    std::printf("%24s", "");
    for (std::size_t part = 0; part < kParts && values.size() >= kParts; ++part) {
      const std::size_t begin = part * values.size() / kParts;
      const auto tenth = values.subspan(begin, (part + 1) * values.size() / kParts - begin);
      std::printf(" %.1f", std::accumulate(tenth.begin(), tenth.end(), 0.0) /
                               static_cast<double>(tenth.size()));
    }
    std::printf("\n");
  }

  // But that an export broke off because the index was rebuilt under it, as it has to.
  static void expect_no_complaint(const std::string& log) {
    std::istringstream lines(log);
    for (std::string line; std::getline(lines, line);) {
      CAPTURE(line);
      CHECK((line.starts_with("listening on ") || line.ends_with("the index has been rebuilt")));
    }
  }

  void judge(const Figure& figure) const {
    std::vector<double> values;
    for (const ProcessSample& sample : samples_) {
      values.push_back(sample.*figure.value);
    }
    const Flatness found = flatness_of(values);
    const bool is_long = values.size() >= kShortest;
    const bool is_judged = is_long || !figure.takes_long;
    Allowance allowance = figure.allowance;
    allowance.rise = is_long ? allowance.rise : std::numeric_limits<double>::infinity();
    const bool is_flat = found.is_within(allowance);
    std::printf("%-24s median %7.1f, most %7.1f, rise %+6.2f: %s\n", figure.name, found.median,
                found.most, found.rise,
                !is_judged ? "too short to tell"
                : is_flat  ? "flat"
                           : "not flat");
    print_course(values);
    CAPTURE(figure.name);
    CHECK((!is_judged || is_flat));
  }

  Findings findings_;
  BusyArchive archive_;
  Writer writer_;
  Clock::time_point end_;
  std::vector<ProcessSample> samples_;
};

}  // namespace

TEST_CASE("soak: while one writes and many read, every answer is right and nothing grows") {
  const int seconds = seconds_of_soak();
  constexpr int kShort = 60;
  Soak soak(seconds < kShort ? 600 : 3000, std::chrono::seconds(seconds));
  soak.run();
  soak.report();
}

}  // namespace bulletin::test
