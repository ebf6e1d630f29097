#include "indexer/glass/posting_lists.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <numeric>
#include <utility>

#include "indexer/base/error.hpp"
#include "indexer/glass/packed.hpp"
#include "indexer/glass/posting_keys.hpp"

namespace bulletin {
namespace {

constexpr unsigned kPageBits = 16;
constexpr std::size_t kPageBytes = std::size_t{1} << kPageBits;
constexpr std::size_t kLinkBytes = 4;
constexpr std::size_t kFirstSlice = 8;  // Bytes behind the link.
constexpr unsigned kMostDoublings = 8;

constexpr std::size_t kFirstSlots = 1 << 12;

// First bytes of a term, and the index of its list.
using HeadedList = std::pair<std::uint64_t, std::uint32_t>;

// Sorts by the first bytes, one after the other from the last on: many of them are the same in all.
void sort_by_heads(std::vector<HeadedList>& heads) {
  constexpr std::size_t kByteValues = 256;
  std::vector<HeadedList> sorted(heads.size());
  for (unsigned shift = 0; shift < 64; shift += 8) {
    const auto place_of = [shift](const HeadedList& head) { return head.first >> shift & 0xFF; };
    std::array<std::size_t, kByteValues> places{};
    for (const HeadedList& head : heads) {
      ++places[place_of(head)];
    }
    if (std::ranges::find(places, heads.size()) != places.end()) {
      continue;
    }
    std::exclusive_scan(places.begin(), places.end(), places.begin(), std::size_t{0});
    for (const HeadedList& head : heads) {
      sorted[places[place_of(head)]++] = head;
    }
    heads.swap(sorted);
  }
}

}  // namespace

PostingLists::PostingLists() : slots_(kFirstSlots) {}

std::string_view PostingLists::term_of(const List& list) const {
  return {terms_.data() + list.term_begin, list.term_length};
}

void PostingLists::add(std::uint32_t document, const TermCounts& terms) {
  // Few of the slots lie in a cache: all are asked for before the first is needed.
  for (std::size_t index = 0; index < terms.size(); ++index) {
    __builtin_prefetch(&slots_[terms.hash(index) & (slots_.size() - 1)]);
  }
  for (std::size_t index = 0; index < terms.size(); ++index) {
    if (const std::uint32_t list = slots_[terms.hash(index) & (slots_.size() - 1)]; list != 0) {
      __builtin_prefetch(&lists_[list - 1]);
    }
  }
  for (std::size_t index = 0; index < terms.size(); ++index) {
    List& list = list_of(terms.term(index), terms.head(index), terms.hash(index));
    const std::uint32_t count = terms.count(index);
    if (list.postings++ == 0) {
      list.first = document;
      list.first_count = count;
    } else {
      append(list.rest, document - list.last - 1);
      append(list.rest, count);
    }
    list.last = document;
    list.total += count;
    greatest_count_ = std::max(greatest_count_, count);
  }
}

// Where the first bytes are not all, terms lie far from their lists: they are looked at last.
bool PostingLists::is_of(const List& list, std::string_view term, std::uint64_t head) const {
  return list.head == head && list.term_length == term.size() &&
         (term.size() <= sizeof(head) || term_of(list) == term);
}

PostingLists::List& PostingLists::list_of(std::string_view term, std::uint64_t head,
                                          std::uint32_t hash) {
  if (lists_.size() >= slots_.size() / 2) {
    grow();
  }
  std::size_t slot = hash & (slots_.size() - 1);
  for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
    List& list = lists_[slots_[slot] - 1];
    if (list.hash == hash && is_of(list, term, head)) {
      return list;
    }
  }
  lists_.push_back({.head = head,
                    .hash = hash,
                    .term_begin = static_cast<std::uint32_t>(terms_.size()),
                    .term_length = static_cast<std::uint16_t>(term.size())});
  terms_.append(term);
  slots_[slot] = static_cast<std::uint32_t>(lists_.size());
  return lists_.back();
}

void PostingLists::grow() {
  slots_.assign(slots_.size() * 2, 0);
  for (std::size_t index = 0; index < lists_.size(); ++index) {
    std::size_t slot = lists_[index].hash & (slots_.size() - 1);
    while (slots_[slot] != 0) {
      slot = (slot + 1) & (slots_.size() - 1);
    }
    slots_[slot] = static_cast<std::uint32_t>(index + 1);
  }
}

unsigned char* PostingLists::at(std::uint32_t address) {
  return pages_[address >> kPageBits].get() + (address & (kPageBytes - 1));
}

const unsigned char* PostingLists::at(std::uint32_t address) const {
  return pages_[address >> kPageBits].get() + (address & (kPageBytes - 1));
}

void PostingLists::append(Chain& chain, std::uint32_t number) {
  bool goes_on = true;
  while (goes_on) {
    goes_on = number >= 0x80;
    if (chain.left == 0) {
      append_slice(chain);
    }
    *at(chain.end++) = static_cast<unsigned char>((number & 0x7F) | (goes_on ? 0x80 : 0));
    --chain.left;
    number >>= 7;
  }
}

// A slice lies on one page; its first four bytes become the address of the next.
void PostingLists::append_slice(Chain& chain) {
  const std::size_t bytes = kFirstSlice << std::min<unsigned>(chain.slices, kMostDoublings);
  if (page_left_ < bytes + kLinkBytes) {
    pages_.push_back(std::make_unique_for_overwrite<unsigned char[]>(kPageBytes));
    page_left_ = kPageBytes;
  }
  const auto address = static_cast<std::uint32_t>((pages_.size() << kPageBits) - page_left_);
  page_left_ -= bytes + kLinkBytes;
  if (chain.slices == 0) {
    chain.first = address;
  } else {
    const std::size_t before = kFirstSlice << std::min<unsigned>(chain.slices - 1U, kMostDoublings);
    std::memcpy(at(static_cast<std::uint32_t>(chain.end - before - kLinkBytes)), &address,
                kLinkBytes);
  }
  chain.end = static_cast<std::uint32_t>(address + kLinkBytes);
  chain.left = static_cast<std::uint16_t>(bytes);
  ++chain.slices;
}

void PostingLists::read(const Chain& chain, std::string& bytes) const {
  bytes.clear();
  std::uint32_t address = chain.first;
  for (unsigned slice = 0; slice < chain.slices; ++slice) {
    const std::size_t size = kFirstSlice << std::min(slice, kMostDoublings);
    const bool is_last = slice + 1 == chain.slices;
    bytes.append(reinterpret_cast<const char*>(at(address) + kLinkBytes),
                 size - (is_last ? chain.left : 0));
    std::memcpy(&address, at(address), kLinkBytes);
  }
}

std::vector<std::uint32_t> PostingLists::lists_in_order() const {
  std::vector<HeadedList> heads;
  heads.reserve(lists_.size());
  for (std::size_t index = 0; index < lists_.size(); ++index) {
    heads.emplace_back(lists_[index].head, static_cast<std::uint32_t>(index));
  }
  sort_by_heads(heads);
  for (auto same = heads.begin(); same != heads.end();) {
    const auto end = std::find_if(
        same, heads.end(), [same](const HeadedList& head) { return head.first != same->first; });
    std::ranges::sort(same, end, {},
                      [this](const HeadedList& head) { return term_of(lists_[head.second]); });
    same = end;
  }
  std::vector<std::uint32_t> order(heads.size());
  std::ranges::transform(heads, order.begin(), &HeadedList::second);
  return order;
}

void PostingLists::write(TableWriter& table) const {
  std::string key;
  std::string bytes;
  for (const std::uint32_t index : lists_in_order()) {
    const List& list = lists_[index];
    key.clear();
    put_key_of_term(key, term_of(list));
    PostingListWriter writer(table, key, {.documents = list.postings, .counts = list.total});
    writer.add(list.first, list.first_count);
    read(list.rest, bytes);
    std::uint32_t document = list.first;
    for (std::string_view rest = bytes; !rest.empty();) {
      document += static_cast<std::uint32_t>(take_number(rest) + 1);
      writer.add(document, static_cast<std::uint32_t>(take_number(rest)));
    }
    writer.finish();
  }
}

void PostingListWriter::add(std::uint32_t document, std::uint32_t number) {
  if (piece_.size() >= kFullPieceBytes) {
    write_piece(false);
  }
  begin_posting(document);
  put_number(piece_, number);
  to_ = document;
}

void PostingListWriter::add_piece(std::uint32_t first, std::uint32_t last,
                                  std::string_view postings) {
  if (!piece_.empty() && piece_.size() + postings.size() > kFullPieceBytes) {
    write_piece(false);
  }
  begin_posting(first);
  piece_.append(postings);
  to_ = last;
}

void PostingListWriter::begin_posting(std::uint32_t document) {
  if (document <= to_) {
    throw Error(ErrorCode::kInternal, "cannot write a posting list: documents are out of order",
                "see what bulletin-index check finds");
  }
  if (piece_.empty()) {
    from_ = document;
  } else {
    put_number(piece_, document - to_ - 1);
  }
}

void PostingListWriter::write_piece(bool is_last) {
  std::string tag;
  if (is_first_) {
    put_number(tag, totals_.documents);
    put_number(tag, totals_.counts);
    put_number(tag, from_ - 1);
  }
  tag += is_last ? '1' : '0';
  put_number(tag, to_ - from_);
  tag += piece_;
  if (is_first_) {
    table_.add(key_, tag);
  } else {
    std::string key = key_ + std::string(separator_behind(key_));
    put_sortable(key, from_);
    table_.add(key, tag);
  }
  is_first_ = false;
  piece_.clear();
}

}  // namespace bulletin
