// The index of corpus/, made in a folder that goes away with it.

#pragma once

#include <filesystem>
#include <vector>

#include <doctest/doctest.h>

#include "indexer/ingest/read_path.hpp"
#include "indexer/pipeline/index_writer.hpp"
#include "indexer/pipeline/make_bulletin.hpp"
#include "tests/support/process.hpp"

namespace bulletin::test {

/// All items of the shipped archive, and an index of them.
class CorpusIndex {
 public:
  CorpusIndex() {
    IndexWriter writer(path());
    read_path(BULLETIN_CORPUS_DIR, {},
              {.on_item =
                   [&](const RawItem& item) {
                     items_.push_back(make_bulletin(item));
                     writer.add(items_.back());
                   },
               .on_problem = [](const Problem& problem) { FAIL(problem.message); }});
    writer.commit();
  }

  [[nodiscard]] const std::vector<Bulletin>& items() const { return items_; }
  [[nodiscard]] std::filesystem::path path() const { return folder_.at("index"); }

 private:
  TemporaryFolder folder_;
  std::vector<Bulletin> items_;
};

}  // namespace bulletin::test
