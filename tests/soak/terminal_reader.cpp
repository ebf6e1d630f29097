#include "tests/soak/terminal_reader.hpp"

#include <array>
#include <set>
#include <sstream>

#include <nlohmann/json.hpp>

#include "tests/e2e/programs.hpp"

namespace bulletin::test {

void TerminalReader::ask() {
  using Way = void (TerminalReader::*)();
  constexpr std::array<Way, 4> kWays = {
      &TerminalReader::count_words, &TerminalReader::list_what_moves, &TerminalReader::show_an_item,
      &TerminalReader::ask_for_nothing};
  const TimedAnswer timed(findings_, "bulletin-search");
  const std::size_t way = std::uniform_int_distribution<std::size_t>(0, kWays.size() - 1)(random_);
  (this->*kWays[way])();
}

Finished TerminalReader::run(Arguments arguments, int status) {
  arguments.insert(arguments.begin(), {"--db", archive_.index()});
  command_ = joined(arguments);
  const Finished end = bulletin_search(arguments);
  expect(end.status == status, end,
         "status " + std::to_string(end.status) + " for " + std::to_string(status));
  return end;
}

void TerminalReader::expect(bool holds, const Finished& end, const std::string& what) {
  constexpr std::size_t kShown = 300;
  if (!holds) {
    findings_.expect(false, "bulletin-search " + command_ + ": " + what + ": " +
                                end.out.substr(0, kShown) + end.err);
  }
}

void TerminalReader::count_words() {
  const std::pair<const char*, const char*> words[] = {
      {"sailors", " sailors "}, {"\"bronze bell\"", "bronze bell"}, {"灯塔", "灯塔"}};
  const auto& [typed, held] = words[std::uniform_int_distribution<std::size_t>(0, 2)(random_)];
  const Finished end = run({"--json", "--no-translate", typed}, 0);
  const auto found = nlohmann::json::parse(end.out, nullptr, false);
  expect(found.is_object() && found.value("total", std::size_t{0}) == archive_.staying_with(held),
         end, "another total than " + std::to_string(archive_.staying_with(held)));
}

void TerminalReader::list_what_moves() {
  const Moment since = archive_.promises().now();
  const Finished end = run({"--format", "ids", "--limit", "all", "--no-translate", "beacon"}, 0);
  std::set<std::size_t> seen;
  std::istringstream lines(end.out);
  for (std::string id; std::getline(lines, id);) {
    expect(seen.insert(BusyArchive::moving_item(id)).second, end, "twice: " + id);
  }
  for (std::size_t item = 0; item < BusyArchive::kMoving; ++item) {
    const bool may_be_gone = archive_.promises().allows(item, {}, since);
    const bool was_gone = !seen.contains(item);
    expect(!was_gone || may_be_gone, end, BusyArchive::moving_id(item) + " is not found");
  }
}

void TerminalReader::show_an_item() {
  const std::size_t number =
      std::uniform_int_distribution<std::size_t>(0, archive_.staying() - 1)(random_);
  const std::string id = "item-" + std::to_string(number);
  const Finished end = run({"show", "--json", id}, 0);
  const auto item = nlohmann::json::parse(end.out, nullptr, false);
  expect(item.is_object() && item.value("id", "") == id, end, "another item");
}

void TerminalReader::ask_for_nothing() {
  const Finished none = run({"--no-translate", "xyzzy"}, 1);
  expect(none.err.empty(), none, "something was wrong");
  const Finished bad = run({"--date", "soon", "lighthouse"}, 2);
  expect(bad.out.empty() && bad.err.starts_with("bulletin-search: "), bad, "no message");
}

}  // namespace bulletin::test
