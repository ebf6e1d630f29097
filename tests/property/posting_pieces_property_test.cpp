// Lists of postings read past Xapian are those that its iterators go through, or none at all.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <xapian.h>

#include "indexer/base/error.hpp"
#include "indexer/glass/posting_pieces.hpp"
#include "tests/property/glass_drafts.hpp"
#include "tests/support/process.hpp"

namespace bulletin {
namespace {

using Numbers = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  // By document.

CommittedDatabase committed(const std::string& folder) {
  return {.folder = folder, .head = read_head(folder)};
}

Numbers all_of(PostingPieces pieces) {
  Numbers numbers;
  while (pieces.next()) {
    for (PostingCursor at = pieces.postings(); at.next();) {
      numbers.emplace_back(at.document(), at.number());
    }
    RC_ASSERT(numbers.back().first == pieces.last());
  }
  return numbers;
}

Numbers by_xapian(const Xapian::Database& database, const std::string& term) {
  Numbers numbers;
  for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
    numbers.emplace_back(*at, term.empty() ? at.get_doclength() : at.get_wdf());
  }
  return numbers;
}

// Each of `asked`, ascending, by one step of a cursor.
std::vector<std::optional<std::uint32_t>> by_steps(PostingPieces pieces,
                                                   const std::vector<std::uint32_t>& asked) {
  std::vector<std::optional<std::uint32_t>> found;
  while (found.size() < asked.size() && pieces.next()) {
    PostingCursor at = pieces.postings();
    while (found.size() < asked.size() && asked[found.size()] <= pieces.last()) {
      found.push_back(at.go_to(asked[found.size()]) ? std::optional(at.number()) : std::nullopt);
    }
  }
  found.resize(asked.size());
  return found;
}

std::vector<std::optional<std::uint32_t>> expected_of(const Numbers& all,
                                                      const std::vector<std::uint32_t>& asked) {
  const std::map<std::uint32_t, std::uint32_t> numbers(all.begin(), all.end());
  std::vector<std::optional<std::uint32_t>> found;
  for (const std::uint32_t document : asked) {
    const auto at = numbers.find(document);
    found.push_back(at == numbers.end() ? std::nullopt : std::optional(at->second));
  }
  return found;
}

void write(const std::vector<Draft>& drafts, const std::string& folder) {
  if (*rc::gen::arbitrary<bool>()) {
    write_with_ours(drafts, *some_first(), folder);
  } else {
    write_with_xapian(drafts, *some_first(), folder);
  }
}

}  // namespace

TEST_CASE("posting pieces: of any database what Xapian says") {
  CHECK(rc::check([] {
    const test::TemporaryFolder scratch;
    const std::string folder = (scratch.path() / "database").string();
    write(*rc::gen::nonEmpty(rc::gen::container<std::vector<Draft>>(some_draft())), folder);
    const Xapian::Database database(folder);
    const CommittedDatabase files = committed(folder);
    RC_ASSERT(files.head.uuid == database.get_uuid());
    RC_ASSERT(files.head.revision == database.get_revision());
    const Numbers lengths = by_xapian(database, {});
    RC_ASSERT(all_of(PostingPieces(files)) == lengths);
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
      RC_ASSERT(all_of(PostingPieces(files, *term)) == by_xapian(database, *term));
    }
    const std::string other = *some_bytes(120);
    RC_ASSERT(all_of(PostingPieces(files, other)) == by_xapian(database, other));
  }));
}

TEST_CASE("posting pieces: lists of many pieces, whole and by steps, with gaps and without") {
  CHECK(rc::check([] {
    const auto seed = *rc::gen::arbitrary<std::uint32_t>();
    const auto gaps = *rc::gen::element(1U, 2U, 40U);
    std::minstd_rand random(seed);
    std::vector<Draft> drafts(3'000);
    for (Draft& draft : drafts) {
      const auto longest = random() % 50 == 0 ? 40'000U : 300U;
      draft = {.gap = 1 + static_cast<std::uint32_t>(random()) / 7 % gaps,
               .terms = {{"all", static_cast<std::uint32_t>(random()) % longest}},
               .values = {},
               .data = {}};
    }
    const test::TemporaryFolder scratch;
    const std::string folder = (scratch.path() / "database").string();
    write(drafts, folder);
    const Xapian::Database database(folder);
    const CommittedDatabase files = committed(folder);
    const Numbers lengths = by_xapian(database, {});
    RC_ASSERT(all_of(PostingPieces(files)) == lengths);
    RC_ASSERT(all_of(PostingPieces(files, "all")) == by_xapian(database, "all"));
    const std::uint32_t step = 1 + *rc::gen::inRange<std::uint32_t>(0, 900);
    std::vector<std::uint32_t> asked;
    for (std::uint32_t at = lengths.front().first; at < lengths.back().first + step;
         at += 1 + static_cast<std::uint32_t>(random()) % step) {
      asked.push_back(at);
    }
    RC_ASSERT(by_steps(PostingPieces(files), asked) == expected_of(lengths, asked));
  }));
}

TEST_CASE("posting pieces: of a state that was written over, what it was or an error") {
  CHECK(rc::check([] {
    const test::TemporaryFolder scratch;
    const std::string folder = (scratch.path() / "database").string();
    std::vector<Draft> drafts(400);
    for (Draft& draft : drafts) {
      draft = {.gap = 1, .terms = {{"all", 1}, {*some_bytes(60), 2}}, .values = {}, .data = {}};
    }
    write_with_xapian(drafts, 1, folder);
    const CommittedDatabase files = committed(folder);
    const Numbers before = by_xapian(Xapian::Database(folder), "all");
    for (int commits = *rc::gen::inRange(0, 4); commits > 0; --commits) {
      Xapian::WritableDatabase database(folder, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
      for (Xapian::docid document = 1; document <= drafts.size(); document += 3) {
        Xapian::Document changed;
        changed.add_term("all", static_cast<Xapian::termcount>(1 + commits));
        changed.add_term(*some_bytes(60));
        database.replace_document(document, changed);
      }
      database.commit();
    }
    try {
      RC_ASSERT(all_of(PostingPieces(files, "all")) == before);
    } catch (const Error& error) {
      RC_ASSERT(error.code() == ErrorCode::kIndexChanged);
    }
  }));
}

TEST_CASE("posting pieces: another database in the place is another one") {
  const test::TemporaryFolder scratch;
  const std::string folder = (scratch.path() / "database").string();
  const std::vector<Draft> drafts(9, {.gap = 1, .terms = {{"all", 2}}, .values = {}, .data = {}});
  write_with_ours(drafts, 1, folder);
  const CommittedDatabase files = committed(folder);
  std::filesystem::remove_all(folder);
  write_with_ours(drafts, 1, folder);
  try {
    const PostingPieces pieces(files, "all");
    FAIL("the lists of another database are read");
  } catch (const Error& error) {
    CHECK_EQ(error.code(), ErrorCode::kIndexChanged);
  }
}

TEST_CASE("posting pieces: bytes that are no postings end") {
  CHECK(rc::check([] {
    const auto bytes = *some_bytes(300);
    const auto first = *rc::gen::arbitrary<std::uint32_t>();
    const auto last = *rc::gen::arbitrary<std::uint32_t>();
    std::size_t steps = 0;
    for (PostingCursor at(first, last, bytes); at.next();) {
      ++steps;
      RC_ASSERT(at.document() == first || (at.document() > first && at.document() <= last));
    }
    RC_ASSERT(steps <= bytes.size());
    PostingCursor at(first, last, bytes);
    (void)at.go_to(*rc::gen::arbitrary<std::uint32_t>());
  }));
}

}  // namespace bulletin
