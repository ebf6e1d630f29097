#include "indexer/ingest/charset.hpp"

#include <algorithm>

#include "indexer/ingest/item_fields.hpp"

namespace bulletin {

Decoded decode_text(std::string_view bytes, std::string_view) {
  return {std::string(bytes), "UTF-8"};
}

bool is_utf8_head(std::string_view bytes) {
  // The last character may be cut: at most three bytes of it are there.
  for (std::size_t cut = 0; cut < 4 && cut <= bytes.size(); ++cut) {
    if (check_plain_text(bytes.substr(0, bytes.size() - cut)).empty()) {
      return true;
    }
  }
  return bytes.empty();
}

std::string declared_charset(std::string_view) {
  return {};
}

}  // namespace bulletin
