// Parts of a database, whoever wrote them, are joined to what all their documents make.

#include <filesystem>
#include <string>
#include <tuple>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <xapian.h>

#include "indexer/base/error.hpp"
#include "indexer/glass/database_head.hpp"
#include "indexer/glass/database_merge.hpp"
#include "tests/property/glass_drafts.hpp"
#include "tests/support/process.hpp"

namespace bulletin {

TEST_CASE("merge: parts written by anyone are the database of all their documents") {
  CHECK(rc::check([] {
    const auto drafts = *rc::gen::nonEmpty(rc::gen::container<std::vector<Draft>>(some_draft()));
    const test::TemporaryFolder scratch;
    std::vector<std::filesystem::path> folders;
    const auto begin = *some_first();
    std::uint32_t first = begin;
    for (const Drafts part : some_parts(drafts)) {
      folders.push_back(scratch.path() / std::to_string(first));
      const bool is_ours = *rc::gen::arbitrary<bool>();
      (is_ours ? write_with_ours : write_with_xapian)(part, first, folders.back().string());
      first = number_behind(part, first);
    }
    const std::string whole = scratch.at("whole");
    write_with_xapian(drafts, begin, whole);
    const bool changes_first = *rc::gen::arbitrary<bool>();
    for (const std::string& folder : {whole, folders.front().string()}) {
      if (changes_first) {  // Blocks come to be free, or to stand out of order.
        Xapian::WritableDatabase database(folder, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
        database.set_metadata("key", "value");
        database.replace_document(begin, Xapian::Document());
        database.commit();
        database.replace_document(begin, for_xapian(drafts.front()));
        database.commit();
      }
    }
    const std::string merged = scratch.at("merged");
    merge_databases(folders, merged);
    RC_ASSERT(faults_of(merged) == 0);
    RC_ASSERT(statements(Xapian::Database(merged)) == statements(Xapian::Database(whole)));
    RC_ASSERT(Xapian::Database(merged).get_metadata("key") == (changes_first ? "value" : ""));
  }));
}

TEST_CASE("merge: the number of a document that is gone is not given again") {
  const test::TemporaryFolder scratch;
  const std::vector<Draft> drafts(3, {.gap = 1, .terms = {{"a", 1}}, .values = {}, .data = "a"});
  write_with_xapian(drafts, 1, scratch.at("part"));
  Xapian::WritableDatabase(scratch.at("part"), Xapian::DB_OPEN).delete_document(3);
  merge_databases(std::vector{scratch.path() / "part"}, scratch.at("merged"));
  CHECK_EQ(Xapian::Database(scratch.at("merged")).get_lastdocid(), 3);
  CHECK(statements(Xapian::Database(scratch.at("merged"))) ==
        statements(Xapian::Database(scratch.at("part"))));
}

TEST_CASE("merge: a database of other blocks, or with positions, is not taken for ours") {
  const test::TemporaryFolder scratch;
  const std::vector<Draft> drafts(3, {.gap = 1, .terms = {{"a", 1}}, .values = {}, .data = "a"});
  write_with_xapian(drafts, 1, scratch.at("ours"));
  CHECK(has_known_form(scratch.path() / "ours"));
  Xapian::Database(scratch.at("ours")).compact(scratch.at("wide"), 0, 16'384);
  {
    Xapian::WritableDatabase placed(scratch.at("placed"), Xapian::DB_CREATE);
    Xapian::Document document;
    document.add_posting("a", 1);
    (void)placed.add_document(document);
  }
  for (const std::string name : {"wide", "placed"}) {
    CHECK_FALSE(has_known_form(scratch.path() / name));
    CHECK_THROWS_AS(merge_databases(std::vector{scratch.path() / name}, scratch.at("merged")),
                    Error);
  }
  CHECK_THROWS_AS((void)has_known_form(scratch.path() / "nowhere"), Error);
}

TEST_CASE("merge: a database that has lost all its documents, alone and before another") {
  const test::TemporaryFolder scratch;
  const std::vector<Draft> drafts(3, {.gap = 1, .terms = {{"a", 1}}, .values = {}, .data = "a"});
  write_with_xapian(drafts, 1, scratch.at("gone"));
  {
    Xapian::WritableDatabase gone(scratch.at("gone"), Xapian::DB_OPEN);
    gone.set_metadata("key", "value");
    for (Xapian::docid number = 1; number <= 3; ++number) {
      gone.delete_document(number);
    }
    gone.commit();
  }
  write_with_ours(drafts, 4, scratch.at("next"));
  merge_databases(std::vector{scratch.path() / "gone"}, scratch.at("alone"));
  merge_databases(std::vector{scratch.path() / "gone", scratch.path() / "next"},
                  scratch.at("both"));
  for (const auto& [name, last, count] :
       {std::tuple("alone", 3U, 0U), std::tuple("both", 6U, 3U)}) {
    const Xapian::Database merged(scratch.at(name));
    CHECK_EQ(faults_of(scratch.at(name)), 0);
    CHECK_EQ(merged.get_lastdocid(), last);
    CHECK_EQ(merged.get_doccount(), count);
    CHECK_EQ(merged.get_metadata("key"), "value");
  }
}

TEST_CASE("merge: parts whose documents do not ascend are refused") {
  const test::TemporaryFolder scratch;
  const std::vector<Draft> drafts(3, {.gap = 1, .terms = {{"a", 1}}, .values = {}, .data = {}});
  write_with_ours(drafts, 1, scratch.at("1"));
  write_with_ours(drafts, 3, scratch.at("3"));
  CHECK_THROWS_AS(merge_databases(std::vector{scratch.path() / "1", scratch.path() / "3"},
                                  scratch.at("merged")),
                  Error);
}

}  // namespace bulletin
