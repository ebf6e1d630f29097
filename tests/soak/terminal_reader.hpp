// Who reads the index from the command line while it is written.

#pragma once

#include <random>
#include <string>
#include <vector>

#include "tests/soak/busy_archive.hpp"
#include "tests/soak/findings.hpp"
#include "tests/support/process.hpp"

namespace bulletin::test {

/// Runs bulletin-search again and again and looks at what it prints.
class TerminalReader {
 public:
  /// Both have to outlive it.
  TerminalReader(const BusyArchive& archive, Findings& findings, unsigned seed)
      : archive_(archive), findings_(findings), random_(seed) {}

  /// Asks for one thing.
  void ask();

 private:
  void count_words();
  void list_what_moves();
  void show_an_item();
  void ask_for_nothing();

  using Arguments = std::vector<std::string>;
  Finished run(Arguments arguments, int status);
  void expect(bool holds, const Finished& end, const std::string& what);

  const BusyArchive& archive_;
  Findings& findings_;
  std::mt19937 random_;
  std::string command_;  // Run last.
};

}  // namespace bulletin::test
