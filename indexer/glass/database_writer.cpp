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

std::string key_of_document(std::uint32_t number) {
  std::string key;
  put_sortable(key, number);
  return key;
}

// How many bytes a term shares with the one before, and its count where both fit one byte.
void put_term(std::string& tag, std::string_view before, std::string_view term,
              std::uint32_t count) {
  const auto same =
      static_cast<std::size_t>(std::ranges::mismatch(before, term).in1 - before.begin());
  const std::uint64_t both = (std::uint64_t{count} + 1) * (before.size() + 1) + same;
  const bool fit = both < 0x100;
  tag += static_cast<char>(fit ? both : same);
  tag += static_cast<char>(term.size() - same);
  tag.append(term.substr(same));
  if (!fit) {
    put_number(tag, count);
  }
}

}  // namespace

DatabaseWriter::DatabaseWriter(const fs::path& folder, Deflater& deflater)
    : folder_(made(folder)),
      data_(folder_ / kDataFile),
      term_lists_(folder_ / kTermListsFile),
      deflater_(deflater) {}

void DatabaseWriter::add(std::uint32_t number, const PlainDocument& document) {
  assert(number > totals_.last);
  const std::uint32_t length = add_term_list(number, document.terms);
  add_values(number, document);
  postings_.add(number, document.terms);
  if (!document.data.empty()) {
    put_deflated(data_, key_of_document(number), document.data);
  }
  put_number(lengths_, number - totals_.last);
  put_number(lengths_, length);
  totals_.add(number, length);
}

// Returns the length of the document.
std::uint32_t DatabaseWriter::add_term_list(std::uint32_t number, const TermCounts& terms) {
  std::uint32_t length = 0;
  for (std::size_t index = 0; index < terms.size(); ++index) {
    length += terms.count(index);
  }
  std::string tag;
  if (terms.size() > 0) {
    put_number(tag, length);
    put_number(tag, terms.size());
    tag += static_cast<char>(terms.term(0).size());
    tag.append(terms.term(0));
    put_number(tag, terms.count(0));
    for (std::size_t index = 1; index < terms.size(); ++index) {
      put_term(tag, terms.term(index - 1), terms.term(index), terms.count(index));
    }
  }
  put_deflated(term_lists_, key_of_document(number), tag);
  return length;
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
