// A database written file by file is the one that Xapian writes of the same documents: it reads
// it, finds no fault in it, and goes on writing to it.

#include <algorithm>
#include <filesystem>
#include <map>
#include <random>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <xapian.h>

#include "indexer/base/error.hpp"
#include "indexer/glass/database_head.hpp"
#include "indexer/glass/database_merge.hpp"
#include "indexer/glass/database_writer.hpp"
#include "indexer/glass/term_list.hpp"
#include "tests/support/process.hpp"

namespace bulletin {
namespace {

// Terms in the order in which they are counted, not sorted, some twice.
struct Draft {
  std::uint32_t gap = 1;  // Behind the number of the document before.
  std::vector<std::pair<std::string, std::uint32_t>> terms;
  std::map<std::uint32_t, std::string> values;
  std::string data;
};

// Any bytes, from one to `most` of them; long ones can hardly be compressed, or by half.
rc::Gen<std::string> some_bytes(std::size_t most) {
  const auto few = rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::arbitrary<char>()));
  const auto many = rc::gen::map(
      rc::gen::pair(rc::gen::inRange<std::size_t>(1, most), rc::gen::arbitrary<std::uint32_t>()),
      [](const auto& length_and_seed) {
        std::minstd_rand random(length_and_seed.second);
        std::string bytes(length_and_seed.first, '\0');
        const unsigned mask = random() % 2 == 0 ? 0xFF : 0x0F;
        std::ranges::generate(bytes, [&] { return static_cast<char>(random() >> 8 & mask); });
        return bytes;
      });
  return rc::gen::weightedOneOf<std::string>({{8, few}, {1, many}});
}

rc::Gen<std::uint32_t> some_number() {
  return rc::gen::weightedOneOf<std::uint32_t>({{8, rc::gen::inRange<std::uint32_t>(0, 4)},
                                                {1, rc::gen::inRange<std::uint32_t>(0, 70'000)}});
}

// A term may have 245 bytes, zeros counting twice.
rc::Gen<Draft> some_draft() {
  return rc::gen::build<Draft>(
      rc::gen::set(&Draft::gap, rc::gen::map(some_number(), [](std::uint32_t n) { return n + 1; })),
      rc::gen::set(&Draft::terms,
                   rc::gen::container<std::vector<std::pair<std::string, std::uint32_t>>>(
                       rc::gen::pair(some_bytes(120), some_number()))),
      rc::gen::set(
          &Draft::values,
          rc::gen::map(rc::gen::container<std::vector<std::pair<std::uint32_t, std::string>>>(
                           rc::gen::pair(rc::gen::inRange<std::uint32_t>(0, 6), some_bytes(2500))),
                       [](const auto& values) { return std::map(values.begin(), values.end()); })),
      rc::gen::set(&Draft::data, some_bytes(6000)));
}

PlainDocument plain(const Draft& draft) {
  PlainDocument document;
  for (const auto& [term, count] : draft.terms) {
    document.terms.add(std::string_view(term).substr(0, 1), std::string_view(term).substr(1),
                       count);
  }
  document.terms.sort();
  document.values.assign(draft.values.begin(), draft.values.end());
  document.data = draft.data;
  return document;
}

Xapian::Document for_xapian(const Draft& draft) {
  Xapian::Document document;
  for (const auto& [term, count] : draft.terms) {
    document.add_term(term, count);
  }
  for (const auto& [slot, value] : draft.values) {
    document.add_value(slot, value);
  }
  document.set_data(draft.data);
  return document;
}

// All that a database says, a line for each statement.
std::vector<std::string> statements(const Xapian::Database& database) {
  const auto number = [](auto value) { return std::to_string(value) + " "; };
  std::vector<std::string> lines{
      number(database.get_doccount()) + number(database.get_lastdocid()) +
      number(database.get_total_length()) + number(database.get_doclength_lower_bound()) +
      number(database.get_doclength_upper_bound())};
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    std::string line = *term + " " + number(term.get_termfreq()) +
                       number(database.get_collection_freq(*term)) +
                       number(database.get_wdf_upper_bound(*term));
    for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at) {
      line += number(*at) + number(at.get_wdf()) + number(at.get_doclength());
    }
    lines.push_back(line);
  }
  for (Xapian::valueno slot = 0; slot < 6; ++slot) {
    std::string line = number(slot) + number(database.get_value_freq(slot)) +
                       database.get_value_lower_bound(slot) + " " +
                       database.get_value_upper_bound(slot);
    for (auto at = database.valuestream_begin(slot); at != database.valuestream_end(slot); ++at) {
      line += number(at.get_docid()) + *at;
    }
    lines.push_back(line);
  }
  for (auto each = database.postlist_begin({}); each != database.postlist_end({}); ++each) {
    const Xapian::Document document = database.get_document(*each);
    std::string line = number(*each) + document.get_data() + number(document.termlist_count());
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      line += *term + " " + number(term.get_wdf());
    }
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
      line += number(value.get_valueno()) + *value;
    }
    lines.push_back(line);
  }
  return lines;
}

using Drafts = std::span<const Draft>;

// The number behind the last of these, the first of which is `first`.
std::uint32_t number_behind(Drafts drafts, std::uint32_t first) {
  for (const Draft& draft : drafts) {
    first += draft.gap;
  }
  return first;
}

void write_with_xapian(Drafts drafts, std::uint32_t first, const std::string& folder) {
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  for (const Draft& draft : drafts) {
    database.replace_document(first, for_xapian(draft));
    first += draft.gap;
  }
  database.commit();
}

void write_with_ours(Drafts drafts, std::uint32_t first, const std::string& folder) {
  Deflater deflater;
  DatabaseWriter writer(folder, deflater);
  for (const Draft& draft : drafts) {
    writer.add(first, plain(draft));
    first += draft.gap;
  }
  writer.finish();
}

// Both write the same, numbered from `first` on.
void write_both(Drafts drafts, std::uint32_t first, const std::string& ours,
                const std::string& theirs) {
  write_with_ours(drafts, first, ours);
  write_with_xapian(drafts, first, theirs);
}

// Numbers take two bytes, three and four.
rc::Gen<std::uint32_t> some_first() {
  return rc::gen::element<std::uint32_t>(1, 32'700, 4'194'200);
}

// Neighbours, in one to four parts none of which is empty.
std::vector<Drafts> some_parts(const std::vector<Draft>& drafts) {
  std::vector<Drafts> parts;
  for (Drafts rest = drafts; !rest.empty();) {
    const std::size_t size =
        parts.size() == 3 ? rest.size() : *rc::gen::inRange<std::size_t>(1, rest.size() + 1);
    parts.push_back(rest.first(size));
    rest = rest.subspan(size);
  }
  return parts;
}

std::size_t faults_of(const std::string& folder) {
  return Xapian::Database::check(folder, 0, nullptr);
}

}  // namespace

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

// Documents of these numbers get back the whole lists of their drafts.
void lengthen(const std::string& folder, const std::map<std::uint32_t, Draft>& drafts) {
  std::vector<DocumentTerms> documents;
  for (const auto& [number, draft] : drafts) {
    documents.push_back({number, plain(draft).terms});
  }
  lengthen_term_lists(folder, documents);
}

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
