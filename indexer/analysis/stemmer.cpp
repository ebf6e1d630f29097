#include "indexer/analysis/stemmer.hpp"

#include <algorithm>

#include "indexer/base/error.hpp"

namespace bulletin {
namespace {

Xapian::Stem english() {
  try {
    return Xapian::Stem("english");
  } catch (const Xapian::InvalidArgumentError&) {
    throw Error(ErrorCode::kResourceMissing, "cannot open the English stemmer of Xapian");
  }
}

}  // namespace

Stemmer::Stemmer() : snowball_(english()) {}

std::string_view Stemmer::stem(std::string_view word) const {
  if (!std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; })) {
    return word;
  }
  word_.assign(word);
  stem_ = snowball_(word_);
  return stem_;
}

}  // namespace bulletin
