#include "indexer/glass/database_writer.hpp"

#include <algorithm>
#include <cassert>

#include "indexer/base/disk.hpp"
#include "indexer/glass/packed.hpp"
#include "indexer/glass/posting_keys.hpp"

namespace bulletin {
namespace {

namespace fs = std::filesystem;

fs::path made(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    throw_disk_error("make " + folder.string(), error);
  }
  return folder;
}

}  // namespace

DatabaseWriter::DatabaseWriter(const fs::path& folder, Deflater& deflater, ListedTerms listed)
    : folder_(made(folder)),
      data_(folder_ / kDataFile),
      term_lists_(folder_ / kTermListsFile),
      deflater_(deflater),
      listed_(listed) {}

void DatabaseWriter::add(std::uint32_t number, const PlainDocument& document) {
  assert(number > totals_.last);
  const std::uint32_t length = length_of(document.terms);
  put_deflated(term_lists_, key_of_document(number), packed_term_list(document.terms, listed_));
  add_values(number, document);
  postings_.add(number, document.terms);
  if (!document.data.empty()) {
    put_deflated(data_, key_of_document(number), document.data);
  }
  put_number(lengths_, number - totals_.last);
  put_number(lengths_, length);
  totals_.add(number, length);
}

void DatabaseWriter::add_values(std::uint32_t number, const PlainDocument& document) {
  std::string slots;
  std::uint32_t next_slot = 0;
  for (const auto& [slot, value] : document.values) {
    assert(slot < 128);  // Keys of others would not stand in their order.
    put_number(slots, slot - next_slot);
    next_slot = slot + 1;
    ValueStream& stream = values_[slot];
    if (stream.documents++ == 0) {
      stream.least = stream.greatest = value;
    } else if (value < stream.least) {
      stream.least = value;
    } else if (value > stream.greatest) {
      stream.greatest = value;
    }
    if (stream.pieces.empty() || stream.pieces.rbegin()->second.size() >= kFullPieceBytes) {
      stream.pieces.emplace(number, std::string());
    } else {
      put_number(stream.pieces.rbegin()->second, number - stream.last - 1);
    }
    put_bytes(stream.pieces.rbegin()->second, value);
    stream.last = number;
  }
  if (!slots.empty()) {
    put_deflated(term_lists_, key_of_document(number) + '\0', slots);
  }
}

void DatabaseWriter::put_deflated(TableWriter& table, std::string_view key, std::string_view tag) {
  const std::string_view deflated =
      tag.size() < kLeastDeflated ? std::string_view() : deflater_.deflated(tag);
  if (!deflated.empty()) {
    table.add_deflated(key, deflated);
  } else {
    table.add(key, tag);
  }
}

void DatabaseWriter::finish() {
  DatabaseHead head{.postings = {}, .data = data_.finish(), .term_lists = term_lists_.finish()};
  head.postings = write_postings();
  head.totals = totals_;
  head.totals.greatest_count = postings_.greatest_count();
  write_head(folder_, head);
}

TableRoot DatabaseWriter::write_postings() {
  TableWriter table(folder_ / kPostingsFile);
  for (const auto& [slot, stream] : values_) {
    std::string key(kValueTotalsKey);
    for (std::uint32_t rest = slot; rest > 0; rest >>= 8) {
      key += static_cast<char>(rest);
    }
    std::string tag;
    put_number(tag, stream.documents);
    put_bytes(tag, stream.least);
    if (stream.greatest != stream.least) {
      tag += stream.greatest;
    }
    table.add(key, tag);
  }
  for (const auto& [slot, stream] : values_) {
    for (const auto& [document, piece] : stream.pieces) {
      std::string key(kValuePieceKey);
      put_number(key, slot);
      put_sortable(key, document);
      table.add(key, piece);
    }
  }
  PostingListWriter lengths(table, kLengthsKey, {});
  std::uint32_t document = 0;
  for (std::string_view rest = lengths_; !rest.empty();) {
    document += static_cast<std::uint32_t>(take_number(rest));
    lengths.add(document, static_cast<std::uint32_t>(take_number(rest)));
  }
  lengths.finish();
  postings_.write(table);
  return table.finish();
}

}  // namespace bulletin
