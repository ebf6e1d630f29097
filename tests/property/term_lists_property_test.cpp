// Short lists of terms, lengthened again, serve Xapian as whole ones do; damaged files are refused.

#include <algorithm>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <xapian.h>

#include "indexer/base/error.hpp"
#include "indexer/glass/database_merge.hpp"
#include "indexer/glass/database_writer.hpp"
#include "indexer/glass/term_list.hpp"
#include "tests/property/glass_drafts.hpp"
#include "tests/support/process.hpp"

namespace bulletin {

TEST_CASE("term lists: short ones are as good as whole ones once they are lengthened") {
  CHECK(rc::check([] {
    auto drafts = *rc::gen::nonEmpty(rc::gen::container<std::vector<Draft>>(some_draft()));
    const std::uint32_t first = *some_first();
    std::map<std::uint32_t, Draft> is_short;
    std::uint32_t number = first;
    for (Draft& draft : drafts) {
      draft.terms.emplace_back("Q" + std::to_string(number), 0);
      is_short.emplace(number, draft);
      number += draft.gap;
    }
    const test::TemporaryFolder scratch;
    const std::string ours = scratch.at("ours");
    const std::string theirs = scratch.at("theirs");
    const bool is_merged = *rc::gen::arbitrary<bool>();
    if (is_merged) {
      write_with_xapian(drafts, first, scratch.at("whole"));
      merge_databases(std::vector{scratch.path() / "whole"}, ours, {.only = "Q"});
    } else {
      Deflater deflater;
      DatabaseWriter writer(ours, deflater, {.only = "Q"});
      std::ranges::for_each(is_short,
                            [&](const auto& each) { writer.add(each.first, plain(each.second)); });
      writer.finish();
    }
    write_with_xapian(drafts, first, theirs);
    RC_ASSERT(faults_of(ours) == 0);
    for (int round = *rc::gen::inRange(0, 4); round > 0; --round) {
      std::map<std::uint32_t, Draft> some;
      for (const auto& [document, draft] : is_short) {
        if (*rc::gen::inRange(0, 3) == 0) {
          some.emplace(document, draft);
        }
      }
      lengthen(ours, some);
      RC_ASSERT(faults_of(ours) == 0);
      const auto anew = *some_draft();
      for (const std::string& folder : {ours, theirs}) {
        Xapian::WritableDatabase database(folder, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
        for (const auto& [document, draft] : some) {
          if (document % 2 == 0) {
            database.delete_document(document);
          } else {
            database.replace_document(document, for_xapian(anew));
          }
        }
        database.commit();
      }
      for (const auto& [document, draft] : some) {
        is_short.erase(document);
      }
      RC_ASSERT(faults_of(ours) == 0);
    }
    lengthen(ours, is_short);
    RC_ASSERT(faults_of(ours) == 0);
    RC_ASSERT(statements(Xapian::Database(ours)) == statements(Xapian::Database(theirs)));
  }));
}

TEST_CASE("term lists: lengthened in many blocks and levels, while others read on") {
  std::map<std::uint32_t, Draft> drafts;
  std::minstd_rand random(1);
  for (std::uint32_t number = 1; number <= 20'000; ++number) {
    std::string id(180, 'Q');  // Such that a table of them has three levels.
    std::ranges::generate(id, [&] { return static_cast<char>('a' + random() % 26); });
    id.front() = 'Q';
    drafts[number] = {.gap = 1,
                      .terms = {{id, 0}, {"all", 2}, {id.substr(9, 20), 1}},
                      .values = {},
                      .data = "data"};
  }
  for (std::uint32_t number = 5; number <= 20'000; number += 400) {
    for (int i = 0; i < 300; ++i) {  // Lists in several pieces, that make blocks many.
      drafts[number].terms.emplace_back("t" + std::to_string(random()), 1);
    }
  }
  const test::TemporaryFolder scratch;
  Deflater deflater;
  DatabaseWriter writer(scratch.at("ours"), deflater, {.only = "Q"});
  for (const auto& [number, draft] : drafts) {
    writer.add(number, plain(draft));
  }
  writer.finish();
  const Xapian::Database before(scratch.at("ours"));
  std::map<std::uint32_t, Draft> some;
  std::ranges::copy_if(drafts, std::inserter(some, some.end()),
                       [](const auto& each) { return each.first % 100 == 5; });
  for (int time = 0; time < 12; ++time) {  // More blocks become free than one block can tell of.
    lengthen(scratch.at("ours"), some);
  }
  CHECK_EQ(faults_of(scratch.at("ours")), 0);
  CHECK_EQ(before.get_document(405).termlist_count(), 1);
  const Xapian::Database after(scratch.at("ours"));
  CHECK_EQ(after.get_document(405).termlist_count(), 303);
  CHECK_EQ(after.get_document(406).termlist_count(), 1);
  {
    Xapian::WritableDatabase changed(scratch.at("ours"), Xapian::DB_OPEN);
    std::ranges::for_each(some, [&](const auto& each) { changed.delete_document(each.first); });
    changed.commit();
    CHECK_EQ(changed.get_termfreq("all"), 20'000 - some.size());
    CHECK_EQ(changed.get_collection_freq("all"), 2 * (20'000 - some.size()));
    CHECK_FALSE(changed.term_exists(drafts[405].terms.back().first));
  }
  CHECK_EQ(faults_of(scratch.at("ours")), 0);
}

TEST_CASE("term lists: a document that is not there gets none") {
  const test::TemporaryFolder scratch;
  const std::vector<Draft> drafts(3, {.gap = 2, .terms = {{"a", 1}}, .values = {}, .data = "a"});
  write_with_ours(drafts, 1, scratch.at("ours"));
  for (const std::uint32_t number : {2U, 6U}) {
    CHECK_THROWS_AS(lengthen(scratch.at("ours"), {{number, drafts[0]}}), Error);
  }
  CHECK_EQ(faults_of(scratch.at("ours")), 0);
  CHECK_EQ(Xapian::Database(scratch.at("ours")).get_revision(), 1);
}

TEST_CASE("a damaged database is refused, or read as something") {
  CHECK(rc::check([] {
    auto drafts = *rc::gen::nonEmpty(rc::gen::container<std::vector<Draft>>(some_draft()));
    const test::TemporaryFolder scratch;
    drafts.front().terms.emplace_back("Q", 1);
    write_with_ours(drafts, 1, scratch.at("part"));
    const auto name = *rc::gen::element<std::string>("iamglass", "postlist.glass", "docdata.glass",
                                                     "termlist.glass");
    const std::string file = scratch.at("part/" + name);
    std::string bytes = test::read_file(file);
    const auto change = *rc::gen::inRange<int>(0, 3);
    if (change == 0) {
      bytes.resize(*rc::gen::inRange<std::size_t>(0, bytes.size()));
    } else {
      for (int i = 0; i < 4; ++i) {  // Heads of blocks are what is most believed.
        const auto most = change == 1 ? bytes.size() : std::min<std::size_t>(bytes.size(), 64);
        bytes[*rc::gen::inRange<std::size_t>(0, most)] = *rc::gen::arbitrary<char>();
      }
    }
    (void)scratch.write("part/" + name, bytes);
    try {
      merge_databases(std::vector{scratch.path() / "part"}, scratch.at("merged"), {.only = "Q"});
      lengthen(scratch.at("part"), {{1, drafts.front()}});
    } catch (const Error& error) {
      RC_ASSERT(error.code() == ErrorCode::kInternal);
    }
  }));
}

}  // namespace bulletin
