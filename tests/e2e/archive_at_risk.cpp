#include "tests/e2e/archive_at_risk.hpp"

#include <algorithm>
#include <filesystem>
#include <sstream>

#include <doctest/doctest.h>

#include "tests/e2e/lighthouse_items.hpp"

namespace bulletin::test {

ArchiveAtRisk::ArchiveAtRisk(std::size_t items, std::size_t shards) : first_items_(items) {
  write_file(items);
  const std::string count = std::to_string(shards);
  REQUIRE_EQ(bulletin_index({"build", "--db", index(), "--shards", count, newest_file()}).status,
             0);
  acknowledge();
}

void ArchiveAtRisk::write_file(std::size_t items) {
  std::string lines;
  for (const std::size_t end = written_ + items; written_ < end; ++written_) {
    lines += lighthouse_item(written_);
  }
  newest_ = folder_.write("archive/" + std::to_string(number_of_files_++) + ".jsonl", lines);
}

void ArchiveAtRisk::revise() {
  const std::string word = " revised" + std::to_string(++revisions_);
  std::string lines;
  for (std::size_t number = 0; number < first_items_; ++number) {
    std::string line = lighthouse_item(number);
    lines += line.insert(line.rfind('"'), word);
  }
  (void)folder_.write("archive/0.jsonl", lines);
}

void ArchiveAtRisk::acknowledge() {
  for (std::size_t number = acknowledged_.size(); number < written_; ++number) {
    acknowledged_.insert("item-" + std::to_string(number));
  }
}

void ArchiveAtRisk::expect_whole() const {
  CHECK(std::ranges::includes(found_by("lighthouse"), acknowledged_));
  const Finished check = bulletin_index({"check", "--db", index()});
  CAPTURE(check.out);
  CHECK_EQ(check.err, "");
  CHECK_EQ(check.status, 0);
  CHECK(check.out.ends_with("clean\n"));
}

void ArchiveAtRisk::expect_revised() const {
  if (revisions_ > 0) {
    CHECK_EQ(found_by("revised" + std::to_string(revisions_)).size(), first_items_);
  }
}

std::set<std::string> ArchiveAtRisk::found_by(const std::string& word) const {
  const Finished search = bulletin_search(
      {"--db", index(), "--no-translate", "--format", "ids", "--limit", "all", word});
  CHECK_EQ(search.err, "");
  REQUIRE_EQ(search.status, 0);
  std::set<std::string> found;
  std::istringstream lines(search.out);
  for (std::string id; std::getline(lines, id);) {
    found.insert(id);
  }
  return found;
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
