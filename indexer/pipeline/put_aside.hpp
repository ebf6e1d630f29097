// Items that have to wait until others are in the index: kept on disk, however many they are.

#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <functional>

#include "indexer/schema/bulletin.hpp"

namespace bulletin {

/// A file of items, made with the first of them. Its functions throw `Error{kInternal}` when the
/// disk fails.
class PutAside {
 public:
  explicit PutAside(std::filesystem::path file) : file_(std::move(file)) {}

  void add(const Bulletin& bulletin);

  /// Hands out all items in the order in which they came, then forgets them.
  void take_all(const std::function<void(const Bulletin&)>& take);

 private:
  std::filesystem::path file_;
  std::ofstream out_;
  std::size_t count_ = 0;
};

}  // namespace bulletin
