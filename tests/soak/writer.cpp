#include "tests/soak/writer.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iterator>
#include <thread>

#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFewest = 5;  // Items that stay there, and that stay away.

}  // namespace

const std::vector<Writer::Deed>& Writer::deeds() {
  static const std::vector<Deed> all = {
      {"add", &Writer::add},           {"change", &Writer::change},   {"set", &Writer::set},
      {"sync", &Writer::sync},         {"remove", &Writer::remove},   {"backup", &Writer::backup},
      {"change", &Writer::change},     {"restore", &Writer::restore}, {"add", &Writer::add},
      {"sync", &Writer::sync},         {"compact", &Writer::compact}, {"clear", &Writer::clear},
      {"export", &Writer::export_all}, {"sync", &Writer::sync},       {"build", &Writer::build},
      {"remove", &Writer::remove},     {"sync", &Writer::sync},       {"reindex", &Writer::reindex},
      {"check", &Writer::check}};
  return all;
}

void Writer::take_a_turn() {
  constexpr auto kPause = std::chrono::milliseconds(250);
  for (const Deed& deed : deeds()) {
    if (findings_.is_over) {
      return;
    }
    const TimedAnswer timed(findings_, std::string("bulletin-index ") + deed.name);
    (this->*deed.run)();
    std::this_thread::sleep_for(kPause);
  }
}

// Returns what the program printed; anything but a clean end is wrong.
std::string Writer::run(Arguments arguments) {
  arguments.insert(arguments.begin() + 1, {"--db", archive_.index()});
  const Finished end = bulletin_index(arguments);
  findings_.expect(
      end.status == 0 && end.err.empty(),
      joined(arguments) + ": status " + std::to_string(end.status) + " " + end.out + end.err);
  return end.out;
}

void Writer::keep_promising(const std::map<std::size_t, Round>& next, const Arguments& arguments) {
  archive_.promises().begin(next);
  run(arguments);
  archive_.promises().finish();
}

std::size_t Writer::any_of(const std::vector<std::size_t>& items) {
  return items[std::uniform_int_distribution<std::size_t>(0, items.size() - 1)(random_)];
}

// Those without a correction: a corrected item shows its file's title no more.
std::vector<std::size_t> Writer::free_items(bool are_there) const {
  std::vector<std::size_t> items = archive_.promises().items_there(are_there);
  std::erase_if(items, [&](std::size_t item) { return set_.contains(item); });
  return items;
}

void Writer::add() {
  const std::vector<std::size_t> gone = free_items(false);
  if (gone.size() > kFewest) {
    const std::size_t item = any_of(gone);
    archive_.write(item, ++round_);
    keep_promising({{item, round_}}, {"add", archive_.moving_file(item)});
  }
}

void Writer::change() {
  const std::size_t item = any_of(free_items(true));
  archive_.write(item, ++round_);
  keep_promising({{item, round_}}, {"add", archive_.moving_file(item)});
}

void Writer::remove() {
  const std::vector<std::size_t> there = free_items(true);
  if (there.size() > kFewest) {
    const std::size_t item = any_of(there);
    keep_promising({{item, {}}}, {"remove", BusyArchive::moving_id(item)});
    archive_.write(item, {});
  }
}

// Three files come, go or change.
void Writer::sync() {
  std::map<std::size_t, Round> next;
  const std::vector<std::size_t> there = free_items(true);
  const std::vector<std::size_t> gone = free_items(false);
  next[any_of(there)] = ++round_;
  if (gone.size() > kFewest) {
    next[any_of(gone)] = ++round_;
  }
  if (there.size() > kFewest) {
    next[any_of(there)] = {};
  }
  archive_.promises().begin(next);
  for (const auto& [item, round] : next) {
    archive_.write(item, round);
  }
  run({"sync", archive_.files()});
  archive_.promises().finish();
}

void Writer::set() {
  const std::size_t item = any_of(free_items(true));
  set_[item] = archive_.promises().promised(item).value();
  ++round_;
  keep_promising({{item, round_}}, {"set", BusyArchive::moving_id(item),
                                    "title=" + BusyArchive::title(item, round_)});
}

void Writer::clear() {
  if (!set_.empty()) {
    const auto [item, round_of_file] = *set_.begin();
    keep_promising({{item, round_of_file}}, {"set", BusyArchive::moving_id(item), "--clear"});
    set_.erase(item);
  }
}

void Writer::compact() {
  keep_promising({}, {"compact"});
}

// Two backups stay. A name is of one second: a second one in it would be refused.
void Writer::backup() {
  std::this_thread::sleep_for(std::chrono::seconds(1));
  archive_.promises().begin({});
  const std::string said = run({"backup", archive_.backups()});
  archive_.promises().finish();
  const std::size_t begin = std::min(said.find('/'), said.size());
  const std::string made = said.substr(begin, said.find('\n') - begin);
  for (const auto& entry : fs::directory_iterator(archive_.backups())) {
    if (entry.path() != made && entry.path() != backup_) {
      fs::remove_all(entry.path());
    }
  }
  backup_ = made;
}

// Back to what was just copied, so that nothing changes that is seen.
void Writer::restore() {
  backup();
  keep_promising({}, {"restore", backup_});
}

// The files are what the index holds, so that nothing changes here either.
void Writer::build() {
  keep_promising({}, {"build", archive_.files()});
}

void Writer::reindex() {
  keep_promising({}, {"reindex"});
}

void Writer::check() {
  const std::string said = run({"check"});
  findings_.expect(said.ends_with("clean\n"), "check: " + said);
}

void Writer::export_all() {
  const std::string lines = run({"export"});
  const std::size_t there = archive_.promises().items_there(true).size();
  std::size_t items = 0;
  for (std::size_t at = lines.find("{\"id\":"); at != std::string::npos;
       at = lines.find("\n{\"id\":", at + 1)) {
    ++items;
  }
  findings_.expect(items == archive_.staying() + there,
                   "export: " + std::to_string(items) + " items for " +
                       std::to_string(archive_.staying() + there));
}

}  // namespace bulletin::test
