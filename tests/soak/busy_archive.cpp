#include "tests/soak/busy_archive.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>

#include <doctest/doctest.h>

#include "tests/e2e/lighthouse_items.hpp"
#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

constexpr std::string_view kMovingId = "moving-";
constexpr std::string_view kRound = "Round ";

// The number with which a text begins, or nothing.
std::optional<int> number_at_begin(std::string_view text) {
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() ? std::optional(number) : std::nullopt;
}

}  // namespace

BusyArchive::BusyArchive(std::size_t staying) {
  std::string lines;
  for (std::size_t number = 0; number < staying; ++number) {
    staying_.push_back(lighthouse_item(number));
    lines += staying_.back();
  }
  folder_.write("archive/staying.jsonl", lines);
  std::map<std::size_t, Round> first;
  for (std::size_t item = 0; item < kMoving; item += 2) {
    first[item] = 0;
    write(item, 0);
  }
  promises_.begin(first);
  const Finished built = bulletin_index({"build", "--db", index(), files()});
  CAPTURE(built.err);
  REQUIRE_EQ(built.status, 0);
  promises_.finish();
}

std::size_t BusyArchive::staying_with(std::string_view bytes) const {
  return static_cast<std::size_t>(std::ranges::count_if(
      staying_, [&](const std::string& line) { return line.find(bytes) != std::string::npos; }));
}

std::string BusyArchive::moving_id(std::size_t item) {
  return std::string(kMovingId) + std::to_string(item);
}

std::string BusyArchive::moving_file(std::size_t item) const {
  return folder_.at("archive/" + moving_id(item) + ".jsonl");
}

std::size_t BusyArchive::moving_item(std::string_view id) {
  const auto number =
      id.starts_with(kMovingId) ? number_at_begin(id.substr(kMovingId.size())) : std::nullopt;
  return number ? static_cast<std::size_t>(*number) : kMoving;
}

std::string BusyArchive::title(std::size_t item, int round) {
  return std::string(kRound) + std::to_string(round) + " of beacon " + std::to_string(item);
}

Round BusyArchive::round_of(std::string_view title) {
  return title.starts_with(kRound) ? number_at_begin(title.substr(kRound.size())) : std::nullopt;
}

void BusyArchive::write(std::size_t item, Round round) const {
  if (!round) {
    std::filesystem::remove(moving_file(item));
    return;
  }
  const std::string n = std::to_string(item);
  folder_.write("archive/" + moving_id(item) + ".jsonl",
                R"({"id":")" + moving_id(item) + R"(","lang":"en","title":")" +
                    title(item, *round) + R"(","text":"On )" + std::to_string(item % 28 + 1) +
                    " May 2021 the keepers of Norway lit beacon " + n + " for the " +
                    std::to_string(*round) + R"(th time."})" + "\n");
}

}  // namespace bulletin::test
