// The one who writes while others read: every kind of change that bulletin-index makes, one after
// another, each announced and then promised.

#pragma once

#include <cstddef>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "tests/soak/busy_archive.hpp"
#include "tests/soak/findings.hpp"

namespace bulletin::test {

/// Changes the moving items of an archive, and the generation of its index. The number of items
/// stays about what it is: what comes is taken out again.
class Writer {
 public:
  /// Both have to outlive it.
  Writer(BusyArchive& archive, Findings& findings, unsigned seed)
      : archive_(archive), findings_(findings), random_(seed) {}

  /// Goes through all of its deeds once, with a pause behind each; ends early when all is over.
  void take_a_turn();

 private:
  struct Deed {
    const char* name;
    void (Writer::*run)();
  };
  static const std::vector<Deed>& deeds();

  void add();
  void change();
  void remove();
  void sync();
  void set();
  void clear();
  void compact();
  void backup();
  void restore();
  void build();
  void reindex();
  void check();
  void export_all();

  using Arguments = std::vector<std::string>;
  std::string run(Arguments arguments);
  void keep_promising(const std::map<std::size_t, Round>& next, const Arguments& arguments);
  std::size_t any_of(const std::vector<std::size_t>& items);
  [[nodiscard]] std::vector<std::size_t> free_items(bool are_there) const;

  BusyArchive& archive_;
  Findings& findings_;
  std::mt19937 random_;
  int round_ = 0;                   // The last one that was given out.
  std::map<std::size_t, int> set_;  // Items with a correction: the round of their file.
  std::string backup_;              // The last one.
};

}  // namespace bulletin::test
