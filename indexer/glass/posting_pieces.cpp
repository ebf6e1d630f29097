#include "indexer/glass/posting_pieces.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "indexer/base/error.hpp"
#include "indexer/glass/posting_keys.hpp"
#include "indexer/glass/stored_block.hpp"

namespace bulletin {
namespace {

std::string key_of_term(std::string_view term) {
  std::string key;
  put_key_of_term(key, term);
  return key;
}

bool ends_number(char byte) {
  return static_cast<unsigned char>(byte) < 0x80;
}

constexpr std::size_t kWord = sizeof(std::uint64_t);

// Returns how many numbers end in eight bytes.
std::size_t ends_in_word(const char* at) {
  constexpr std::uint64_t kOnes = 0x0101'0101'0101'0101;
  std::uint64_t word = 0;
  std::memcpy(&word, at, kWord);
  return static_cast<std::size_t>(((~word >> 7 & kOnes) * kOnes) >> 56);
}

}  // namespace

std::uint32_t PostingCursor::take_long() {
  std::string_view rest(at_, static_cast<std::size_t>(end_ - at_));
  const auto number = static_cast<std::uint32_t>(take_number(rest));
  at_ = rest.data();
  return number;
}

bool PostingCursor::has_all() const {
  const char* at = at_;
  std::size_t numbers = 0;
  for (; static_cast<std::size_t>(end_ - at) >= kWord; at += kWord) {
    numbers += ends_in_word(at);
  }
  numbers += static_cast<std::size_t>(std::count_if(at, end_, ends_number));
  // Two of each, but the first has no gap before it.
  const std::size_t postings = (numbers + (is_begun_ ? 0 : 1)) / 2;
  return postings == last_ - document_ + (is_begun_ ? 0 : 1);
}

void PostingCursor::pass_over(std::size_t numbers) {
  while (numbers > kWord && static_cast<std::size_t>(end_ - at_) >= kWord) {
    numbers -= ends_in_word(at_);
    at_ += kWord;
  }
  for (; numbers > 0 && at_ != end_; ++at_) {
    numbers -= ends_number(*at_) ? 1 : 0;
  }
}

bool PostingCursor::go_to(std::uint32_t document) {
  if (!is_begun_ && !has_all_) {
    has_all_ = document <= last_ && has_all();
  }
  if (has_all_.value_or(false) && document > document_ && document <= last_) {
    const std::size_t postings = document - document_;
    pass_over(2 * postings - (is_begun_ ? 1 : 0));
    is_begun_ = true;
    document_ = document;
    number_ = take();
    return true;
  }
  while (!is_begun_ || document_ < document) {
    if (!next()) {
      return false;
    }
  }
  return document_ == document;
}

PostingPieces::PostingPieces(const CommittedDatabase& database, std::string_view term)
    : PostingPieces(database, Key{key_of_term(term)}) {}

PostingPieces::PostingPieces(const CommittedDatabase& database)
    : PostingPieces(database, Key{std::string(kLengthsKey)}) {}

PostingPieces::PostingPieces(const CommittedDatabase& database, Key key)
    : file_(database.folder / kPostingsFile),
      reader_(file_, database.head.postings, database.head.revision),
      key_(std::move(key.bytes)) {
  // Of the file that is open now, or of one that has come since.
  const std::optional<DatabaseHead> head = parse_head(head_bytes(database.folder));
  if (!head || head->uuid != database.head.uuid) {
    throw Error(ErrorCode::kIndexChanged,
                "cannot read " + file_.string() + ": another index is there now", "search again");
  }
  reader_.go_to(key_);
}

bool PostingPieces::next() {
  if (is_over_) {
    return false;
  }
  const bool is_there = reader_.next();
  if (!is_begun_ && (!is_there || reader_.key() != key_)) {
    is_over_ = true;  // No document has the term.
    return false;
  }
  if (is_begun_ && (!is_there || !goes_on(key_, reader_.key()))) {
    throw_damaged_table(file_);  // There should be more.
  }
  std::string_view tag = reader_.tag();
  first_ = is_begun_ ? document_of(key_, reader_.key()) : take_list_head(tag).first;
  is_begun_ = true;
  const PieceHead head = take_piece_head(tag, first_);
  if (first_ <= last_ || head.last < first_) {
    throw_damaged_table(file_);
  }
  last_ = head.last;
  is_over_ = head.is_last;
  postings_ = tag;
  return true;
}

}  // namespace bulletin
