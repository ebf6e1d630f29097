// A database written file by file is the one that Xapian writes of the same documents: it reads
// it, finds no fault in it, and goes on writing to it.

#include <filesystem>
#include <iterator>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <xapian.h>

#include "indexer/glass/database_merge.hpp"
#include "indexer/glass/database_writer.hpp"
#include "tests/property/glass_drafts.hpp"
#include "tests/support/process.hpp"

namespace bulletin {

TEST_CASE("database writer: writes what Xapian writes of any documents") {
  CHECK(rc::check([] {
    const auto drafts = *rc::gen::nonEmpty(rc::gen::container<std::vector<Draft>>(some_draft()));
    const auto first = *some_first();
    const test::TemporaryFolder scratch;
    const std::string ours = (scratch.path() / "ours").string();
    const std::string theirs = (scratch.path() / "theirs").string();
    write_both(drafts, first, ours, theirs);
    RC_ASSERT(faults_of(ours) == 0);
    RC_ASSERT(statements(Xapian::Database(ours)) == statements(Xapian::Database(theirs)));
  }));
}

TEST_CASE("database writer: Xapian goes on writing to it, and merges it with others") {
  CHECK(rc::check([] {
    const auto drafts = *rc::gen::nonEmpty(rc::gen::container<std::vector<Draft>>(some_draft()));
    const test::TemporaryFolder scratch;
    const std::string ours = (scratch.path() / "ours").string();
    const std::string theirs = (scratch.path() / "theirs").string();
    write_both(drafts, 1, ours, theirs);
    const auto change = *rc::gen::element(0, 1, 2);
    const auto draft = *some_draft();
    for (const std::string& folder : {ours, theirs}) {
      Xapian::WritableDatabase database(folder, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
      if (change == 0) {
        database.delete_document(1);
      } else if (change == 1) {
        database.replace_document(1, for_xapian(draft));
      }
      database.set_metadata("key", "value");
      (void)database.add_document(for_xapian(draft));
      database.commit();
    }
    RC_ASSERT(faults_of(ours) == 0);
    RC_ASSERT(statements(Xapian::Database(ours)) == statements(Xapian::Database(theirs)));
    for (const std::string& folder : {ours, theirs}) {
      Xapian::Database(folder).compact(folder + "+");
    }
    RC_ASSERT(faults_of(ours + "+") == 0);
    RC_ASSERT(statements(Xapian::Database(ours + "+")) ==
              statements(Xapian::Database(theirs + "+")));
  }));
}

TEST_CASE("database writer: long lists and streams go over many blocks and levels") {
  // 12,000 postings of one term take some 20 pieces, the documents' own terms a third level.
  std::vector<Draft> drafts;
  for (std::uint32_t i = 0; i < 12'000; ++i) {
    const std::string own = std::to_string(i * 2'654'435'761U);
    drafts.push_back(
        {.gap = 1 + i % 7 * (i % 5),
         .terms = {{"all", i % 300}, {"Zown" + own, 1}, {own + std::string(60, 'x'), 2}},
         .values = {{0, own}, {4, std::string(40, 'v')}},
         .data = own});
  }
  const test::TemporaryFolder scratch;
  const std::string ours = (scratch.path() / "ours").string();
  const std::string theirs = (scratch.path() / "theirs").string();
  write_both(drafts, 1, ours, theirs);
  CHECK_EQ(faults_of(ours), 0);
  CHECK(statements(Xapian::Database(ours)) == statements(Xapian::Database(theirs)));

  // The same in five parts, of which lists are put together again.
  const std::string whole = scratch.at("whole");
  write_with_xapian(drafts, 1, whole);
  std::vector<std::filesystem::path> parts;
  std::uint32_t first = 1;
  for (std::size_t part = 0; part < 5; ++part) {
    parts.push_back(scratch.path() / std::to_string(part));
    const Drafts some = Drafts(drafts).subspan(part * 2400, 2400);
    write_with_ours(some, first, parts.back().string());
    first = number_behind(some, first);
  }
  const std::string merged = scratch.at("merged");
  merge_databases(parts, merged);
  CHECK_EQ(faults_of(merged), 0);
  CHECK(statements(Xapian::Database(merged)) == statements(Xapian::Database(whole)));
}

TEST_CASE("database writer: a list of more slices than a byte counts") {
  const test::TemporaryFolder scratch;
  constexpr std::uint32_t kDocuments = 300'000;
  PlainDocument document;
  document.terms.add("all", 1);
  document.terms.sort();
  Deflater deflater;
  DatabaseWriter writer(scratch.at("ours"), deflater);
  for (std::uint32_t number = 1; number <= kDocuments; ++number) {
    writer.add(number, document);
  }
  writer.finish();
  const Xapian::Database database(scratch.at("ours"));
  CHECK_EQ(std::distance(database.postlist_begin("all"), database.postlist_end("all")), kDocuments);
  CHECK_EQ(database.get_collection_freq("all"), kDocuments);
}

}  // namespace bulletin
