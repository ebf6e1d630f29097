#include "indexer/glass/term_list.hpp"

#include <algorithm>
#include <vector>

#include "indexer/glass/database_head.hpp"
#include "indexer/glass/packed.hpp"
#include "indexer/glass/table_change.hpp"

namespace bulletin {
namespace {

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

void put_first_term(std::string& tag, std::string_view term, std::uint32_t count) {
  tag += static_cast<char>(term.size());
  tag.append(term);
  put_number(tag, count);
}

std::string list_of_one(std::string_view term, std::uint64_t length) {
  std::string tag;
  put_number(tag, length);
  put_number(tag, 1);
  put_first_term(tag, term, static_cast<std::uint32_t>(length));
  return tag;
}

// Takes a number of one byte off the front; nothing of no bytes.
std::optional<std::size_t> take_byte(std::string_view& bytes) {
  if (bytes.empty()) {
    return std::nullopt;
  }
  const auto byte = static_cast<unsigned char>(bytes.front());
  bytes.remove_prefix(1);
  return byte;
}

// Goes on from a term to the next of a packed list; false where the list ends before it does.
bool take_term(std::string_view& list, std::string& term) {
  bool has_count = true;  // Of its own.
  if (!term.empty()) {
    const std::optional<std::size_t> both = take_byte(list);
    if (!both) {
      return false;
    }
    has_count = *both <= term.size();
    term.resize(*both % (term.size() + 1));
  }
  const std::optional<std::size_t> size = take_byte(list);
  if (!size || *size > list.size()) {
    return false;
  }
  term.append(list.substr(0, *size));
  list.remove_prefix(*size);
  if (has_count) {
    (void)take_number(list);
  }
  return true;
}

}  // namespace

std::uint32_t length_of(const TermCounts& terms) {
  std::uint32_t length = 0;
  for (std::size_t index = 0; index < terms.size(); ++index) {
    length += terms.count(index);
  }
  return length;
}

std::string packed_term_list(const TermCounts& terms, ListedTerms listed) {
  const std::uint32_t length = length_of(terms);
  if (const std::size_t first = terms.first_from(listed.only);
      !listed.only.empty() && first < terms.size() && terms.term(first).starts_with(listed.only)) {
    return list_of_one(terms.term(first), length);
  }
  std::string tag;
  if (terms.size() > 0) {
    put_number(tag, length);
    put_number(tag, terms.size());
    put_first_term(tag, terms.term(0), terms.count(0));
    for (std::size_t index = 1; index < terms.size(); ++index) {
      put_term(tag, terms.term(index - 1), terms.term(index), terms.count(index));
    }
  }
  return tag;
}

void lengthen_term_lists(const std::filesystem::path& folder,
                         std::span<const DocumentTerms> documents) {
  Deflater deflater;
  std::vector<TableEntry> entries;
  entries.reserve(documents.size());
  for (const DocumentTerms& each : documents) {
    const std::string list = packed_term_list(each.terms);
    const std::string_view deflated = deflater.deflated(list);
    entries.push_back({.key = key_of_document(each.number),
                       .tag = deflated.empty() ? list : std::string(deflated),
                       .is_deflated = !deflated.empty()});
  }
  const DatabaseHead head = read_head(folder);
  const std::uint32_t revision = head.revision + 1;
  change_head(folder, revision,
              change_entries(folder / kTermListsFile, head.term_lists, revision, entries));
}

std::optional<std::string> TermListShortener::shortened(std::string_view tag, bool is_deflated) {
  if (listed_.only.empty()) {
    return std::nullopt;
  }
  std::string_view list = is_deflated ? inflater_.inflated(tag) : tag;
  const std::uint64_t length = take_number(list);
  const std::uint64_t size = take_number(list);
  std::string term;
  for (std::uint64_t index = 0; size > 1 && index < size && take_term(list, term); ++index) {
    if (term.starts_with(listed_.only)) {
      return list_of_one(term, length);
    }
  }
  return std::nullopt;
}

}  // namespace bulletin
