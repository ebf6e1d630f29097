#include "indexer/pipeline/pair_revisions.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace bulletin {
namespace {

std::vector<Bulletin> items(const std::vector<std::string>& texts) {
  std::vector<Bulletin> all;
  for (const std::string& text : texts) {
    all.push_back({.text = text});
  }
  return all;
}

std::string paired(const std::vector<std::string>& lost, const std::vector<std::string>& gained) {
  std::string line;
  for (const RevisionPair& pair : pair_revisions(items(lost), items(gained))) {
    line += std::to_string(pair.lost) + ">" + std::to_string(pair.gained) + ' ';
  }
  return line;
}

}  // namespace

TEST_CASE("pair_revisions: a corrected text is found again, another story is not") {
  CHECK_EQ(paired({"The delegation visted Almaty in spring."},
                  {"The delegation visited Almaty in spring."}),
           "0>0 ");
  CHECK_EQ(
      paired({"代表团访问阿拉木图，双方签署协议。"}, {"代表团于五月访问阿拉木图，双方签署协议。"}),
      "0>0 ");
  CHECK_EQ(paired({"The delegation visited Almaty in spring."},
                  {"A seminar on open courses was held in Lusaka."}),
           "");
  CHECK_EQ(paired({"图书馆举办皮影戏演出。"}, {"代表团访问阿拉木图。"}), "");
  CHECK_EQ(paired({}, {"A text."}), "");
}

TEST_CASE("pair_revisions: the most alike go together, each once") {
  CHECK_EQ(paired({"The first hall opens on Monday.", "The second hall opens on Monday."},
                  {"The second hall opens on Mondays.", "The first hall opens on Mondays."}),
           "1>0 0>1 ");
  CHECK_EQ(paired({"The hall opens on Monday."},
                  {"The hall opens on Tuesday.", "The hall opens on Monday!"}),
           "0>1 ");
}

TEST_CASE("pair_revisions: a file rewritten as a whole is no correction") {
  const std::vector<std::string> many(100, "The hall opens on Monday.");
  CHECK_EQ(paired(many, many), "");
}

}  // namespace bulletin
