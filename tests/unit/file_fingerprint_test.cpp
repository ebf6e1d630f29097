#include "indexer/pipeline/file_fingerprint.hpp"

#include <filesystem>

#include <doctest/doctest.h>

#include "indexer/pipeline/index_notes.hpp"
#include "tests/support/process.hpp"

namespace bulletin {

TEST_CASE("look_at_file: a change shows in size or time, whatever the hurry") {
  const test::TemporaryFolder folder;
  const std::string path = folder.write("a.txt", "one");
  const auto first = look_at_file(path);
  REQUIRE(first);
  CHECK_EQ(first->size, 3U);
  CHECK(first->looks_like(look_at_file(path).value()));
  folder.write("a.txt", "two");  // At once, of the same size.
  CHECK_FALSE(first->looks_like(look_at_file(path).value()));
  CHECK_FALSE(look_at_file(folder.at("missing")));
  CHECK_FALSE(look_at_file(folder.path()));
}

TEST_CASE("hash_of_file: tells bytes apart, not times") {
  const test::TemporaryFolder folder;
  const auto one = hash_of_file(folder.write("a.txt", "one"));
  REQUIRE(one);
  CHECK_EQ(hash_of_file(folder.write("b.txt", "one")), one);
  CHECK_NE(hash_of_file(folder.write("a.txt", "two")), one);
  CHECK_FALSE(hash_of_file(folder.at("missing")));
}

TEST_CASE("lies_under: whole names only") {
  CHECK(lies_under("/a/b/c.txt", "/a/b"));
  CHECK(lies_under("/a/b/c.txt", "/a/b/"));
  CHECK(lies_under("/a/b", "/a/b"));
  CHECK(lies_under("/a", "/"));
  CHECK_FALSE(lies_under("/a/bc.txt", "/a/b"));
  CHECK_FALSE(lies_under("/a", "/a/b"));
}

}  // namespace bulletin
