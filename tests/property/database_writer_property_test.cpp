// A database written file by file is the one that Xapian writes of the same documents: it reads
// it, finds no fault in it, and goes on writing to it.

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <xapian.h>

#include "indexer/glass/database_writer.hpp"
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

// Any bytes, from one to `most` of them; long ones cannot be compressed.
rc::Gen<std::string> some_bytes(std::size_t most) {
  const auto few = rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::arbitrary<char>()));
  const auto many = rc::gen::map(
      rc::gen::pair(rc::gen::inRange<std::size_t>(1, most), rc::gen::arbitrary<std::uint32_t>()),
      [](const auto& length_and_seed) {
        std::minstd_rand random(length_and_seed.second);
        std::string bytes(length_and_seed.first, '\0');
        std::ranges::generate(bytes, [&] { return static_cast<char>(random() >> 8); });
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
                           rc::gen::pair(rc::gen::inRange<std::uint32_t>(0, 6), some_bytes(3000))),
                       [](const auto& values) { return std::map(values.begin(), values.end()); })),
      rc::gen::set(&Draft::data, some_bytes(20'000)));
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

// Of the same drafts, from `first` on.
void write_both(const std::vector<Draft>& drafts, std::uint32_t first, const std::string& ours,
                const std::string& theirs) {
  DatabaseWriter writer(ours);
  Xapian::WritableDatabase database(theirs, Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  std::uint32_t number = first;
  for (const Draft& draft : drafts) {
    writer.add(number, plain(draft));
    database.replace_document(number, for_xapian(draft));
    number += draft.gap;
  }
  writer.finish();
  database.commit();
}

std::size_t faults_of(const std::string& folder) {
  return Xapian::Database::check(folder, 0, nullptr);
}

}  // namespace

TEST_CASE("database writer: writes what Xapian writes of any documents") {
  CHECK(rc::check([] {
    const auto drafts = *rc::gen::nonEmpty(rc::gen::container<std::vector<Draft>>(some_draft()));
    const auto first = *rc::gen::map(some_number(), [](std::uint32_t n) { return n + 1; });
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
}

}  // namespace bulletin
