#include "indexer/analysis/stemmer.hpp"

#include <algorithm>

#include <libstemmer.h>

#include "indexer/base/error.hpp"

namespace bulletin {

void Stemmer::Close::operator()(sb_stemmer* stemmer) const {
  sb_stemmer_delete(stemmer);
}

Stemmer::Stemmer() : snowball_(sb_stemmer_new("english", "UTF_8")) {
  if (!snowball_) {
    throw Error(ErrorCode::kResourceMissing, "cannot open the English stemmer of libstemmer");
  }
}

std::string_view Stemmer::stem(std::string_view word) const {
  if (!std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; })) {
    return word;
  }
  const sb_symbol* stem =
      sb_stemmer_stem(snowball_.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                      static_cast<int>(word.size()));
  if (stem == nullptr) {
    return word;  // Out of memory inside the library: the word itself still matches itself.
  }
  return {reinterpret_cast<const char*>(stem),
          static_cast<std::size_t>(sb_stemmer_length(snowball_.get()))};
}

}  // namespace bulletin
