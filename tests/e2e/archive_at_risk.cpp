#include "tests/e2e/archive_at_risk.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <sstream>

#include <doctest/doctest.h>

namespace bulletin::test {
namespace {

constexpr std::array<const char*, 7> kWho = {"ministers", "teachers", "sailors", "painters",
                                             "engineers", "poets",    "doctors"};
constexpr std::array<const char*, 11> kWhat = {
    "restored its staircase", "measured the tide",    "repainted the lantern room",
    "sold old postcards",     "counted seabirds",     "rang a bronze bell",
    "planted rosemary",       "wrote to the harbour", "mended nets at dawn",
    "read poems aloud",       "broadcast a concert"};

// Every second one is in Chinese and tells what the one before it tells: the same countries on the
// same day, so that there are links to lose.
std::string item(std::size_t number) {
  constexpr std::size_t kDays = 28;
  constexpr std::size_t kYears = 60;
  const std::size_t story = number / 2;
  const std::string n = std::to_string(number);
  const std::string day = std::to_string(story % kDays + 1);
  const std::string year = std::to_string(1960 + story / kDays % kYears);
  const std::string who = kWho[story % kWho.size()];
  const std::string what = kWhat[story % kWhat.size()];
  return number % 2 == 1
             ? R"({"id":"item-)" + n + R"(","lang":"zh","text":"lighthouse )" + year + "年12月" +
                   day + "日，哈萨克斯坦和赞比亚的" + std::to_string(story) +
                   R"(人在灯塔举行活动。"})" + "\n"
             : R"({"id":"item-)" + n + R"(","title":"Lighthouse )" + n + R"(","text":"On )" + day +
                   " December " + year + ", " + std::to_string(story) + " " + who +
                   " of Kazakhstan and Zambia " + what + R"(."})" + "\n";
}

}  // namespace

ArchiveAtRisk::ArchiveAtRisk(std::size_t items, std::size_t shards) {
  write_file(items);
  if (shards > 1) {
    REQUIRE_EQ(bulletin_index(
                   {"build", "--db", index(), "--shards", std::to_string(shards), newest_file()})
                   .status,
               0);
  } else {
    add(index(), {newest_file()});
  }
  acknowledge();
}

void ArchiveAtRisk::write_file(std::size_t items) {
  std::string lines;
  for (const std::size_t end = written_ + items; written_ < end; ++written_) {
    lines += item(written_);
  }
  newest_ = folder_.write("archive/" + std::to_string(number_of_files_++) + ".jsonl", lines);
}

void ArchiveAtRisk::acknowledge() {
  for (std::size_t number = acknowledged_.size(); number < written_; ++number) {
    acknowledged_.insert("item-" + std::to_string(number));
  }
}

void ArchiveAtRisk::expect_whole() const {
  const Finished search = bulletin_search(
      {"--db", index(), "--no-translate", "--format", "ids", "--limit", "all", "lighthouse"});
  CHECK_EQ(search.err, "");
  REQUIRE_EQ(search.status, 0);
  std::set<std::string> found;
  std::istringstream lines(search.out);
  for (std::string id; std::getline(lines, id);) {
    found.insert(id);
  }
  CHECK(std::ranges::includes(found, acknowledged_));
  const Finished check = bulletin_index({"check", "--db", index()});
  CAPTURE(check.out);
  CHECK_EQ(check.err, "");
  CHECK_EQ(check.status, 0);
  CHECK(check.out.ends_with("clean\n"));
}

void ArchiveAtRisk::expect_no_leftovers() const {
  namespace fs = std::filesystem;
  CHECK_EQ(std::distance(fs::directory_iterator(index()), fs::directory_iterator()), 2);
  if (fs::exists(backups())) {
    for (const auto& entry : fs::directory_iterator(backups())) {
      CHECK_NE(entry.path().extension(), ".part");
    }
  }
}

}  // namespace bulletin::test
