// Documents in the making, and the databases that both Xapian and we write of them.

#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <map>
#include <random>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <rapidcheck.h>
#include <xapian.h>

#include "indexer/glass/database_writer.hpp"
#include "indexer/glass/term_list.hpp"

namespace bulletin {

// Terms in the order in which they are counted, not sorted, some twice.
struct Draft {
  std::uint32_t gap = 1;  // Behind the number of the document before.
  std::vector<std::pair<std::string, std::uint32_t>> terms;
  std::map<std::uint32_t, std::string> values;
  std::string data;
};

// Any bytes, from one to `most` of them; long ones can hardly be compressed, or by half.
inline rc::Gen<std::string> some_bytes(std::size_t most) {
  const auto few = rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::arbitrary<char>()));
  const auto many = rc::gen::map(
      rc::gen::pair(rc::gen::inRange<std::size_t>(1, most), rc::gen::arbitrary<std::uint32_t>()),
      [](const auto& length_and_seed) {
        std::minstd_rand random(length_and_seed.second);
        std::string bytes(length_and_seed.first, '\0');
        const unsigned mask = random() % 2 == 0 ? 0xFF : 0x0F;
        std::ranges::generate(bytes, [&] { return static_cast<char>(random() >> 8 & mask); });
        return bytes;
      });
  return rc::gen::weightedOneOf<std::string>({{8, few}, {1, many}});
}

inline rc::Gen<std::uint32_t> some_number() {
  return rc::gen::weightedOneOf<std::uint32_t>({{8, rc::gen::inRange<std::uint32_t>(0, 4)},
                                                {1, rc::gen::inRange<std::uint32_t>(0, 70'000)}});
}

// A term may have 245 bytes, zeros counting twice.
inline rc::Gen<Draft> some_draft() {
  return rc::gen::build<Draft>(
      rc::gen::set(&Draft::gap, rc::gen::map(some_number(), [](std::uint32_t n) { return n + 1; })),
      rc::gen::set(&Draft::terms,
                   rc::gen::container<std::vector<std::pair<std::string, std::uint32_t>>>(
                       rc::gen::pair(some_bytes(120), some_number()))),
      rc::gen::set(
          &Draft::values,
          rc::gen::map(rc::gen::container<std::vector<std::pair<std::uint32_t, std::string>>>(
                           rc::gen::pair(rc::gen::inRange<std::uint32_t>(0, 6), some_bytes(2500))),
                       [](const auto& values) { return std::map(values.begin(), values.end()); })),
      rc::gen::set(&Draft::data, some_bytes(6000)));
}

inline PlainDocument plain(const Draft& draft) {
  PlainDocument document;
  for (const auto& [term, count] : draft.terms) {
    document.terms.add(std::string_view(term).substr(0, 1), std::string_view(term).substr(1),
                       count);
  }
  document.terms.sort();
  document.values.assign(draft.values.begin(), draft.values.end());
  document.data = draft.data;
  return document;
}

inline Xapian::Document for_xapian(const Draft& draft) {
  Xapian::Document document;
  for (const auto& [term, count] : draft.terms) {
    document.add_term(term, count);
  }
  for (const auto& [slot, value] : draft.values) {
    document.add_value(slot, value);
  }
  document.set_data(draft.data);
  return document;
}

// All that a database says, a line for each statement.
inline std::vector<std::string> statements(const Xapian::Database& database) {
  const auto number = [](auto value) { return std::to_string(value) + " "; };
  std::vector<std::string> lines{
      number(database.get_doccount()) + number(database.get_lastdocid()) +
      number(database.get_total_length()) + number(database.get_doclength_lower_bound()) +
      number(database.get_doclength_upper_bound())};
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    std::string line = *term + " " + number(term.get_termfreq()) +
                       number(database.get_collection_freq(*term)) +
                       number(database.get_wdf_upper_bound(*term));
    for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at) {
      line += number(*at) + number(at.get_wdf()) + number(at.get_doclength());
    }
    lines.push_back(line);
  }
  for (Xapian::valueno slot = 0; slot < 6; ++slot) {
    std::string line = number(slot) + number(database.get_value_freq(slot)) +
                       database.get_value_lower_bound(slot) + " " +
                       database.get_value_upper_bound(slot);
    for (auto at = database.valuestream_begin(slot); at != database.valuestream_end(slot); ++at) {
      line += number(at.get_docid()) + *at;
    }
    lines.push_back(line);
  }
  for (auto each = database.postlist_begin({}); each != database.postlist_end({}); ++each) {
    const Xapian::Document document = database.get_document(*each);
    std::string line = number(*each) + document.get_data() + number(document.termlist_count());
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      line += *term + " " + number(term.get_wdf());
    }
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
      line += number(value.get_valueno()) + *value;
    }
    lines.push_back(line);
  }
  return lines;
}

using Drafts = std::span<const Draft>;

// The number behind the last of these, the first of which is `first`.
inline std::uint32_t number_behind(Drafts drafts, std::uint32_t first) {
  for (const Draft& draft : drafts) {
    first += draft.gap;
  }
  return first;
}

inline void write_with_xapian(Drafts drafts, std::uint32_t first, const std::string& folder) {
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  for (const Draft& draft : drafts) {
    database.replace_document(first, for_xapian(draft));
    first += draft.gap;
  }
  database.commit();
}

inline void write_with_ours(Drafts drafts, std::uint32_t first, const std::string& folder) {
  Deflater deflater;
  DatabaseWriter writer(folder, deflater);
  for (const Draft& draft : drafts) {
    writer.add(first, plain(draft));
    first += draft.gap;
  }
  writer.finish();
}

// Both write the same, numbered from `first` on.
inline void write_both(Drafts drafts, std::uint32_t first, const std::string& ours,
                       const std::string& theirs) {
  write_with_ours(drafts, first, ours);
  write_with_xapian(drafts, first, theirs);
}

// Numbers take two bytes, three and four.
inline rc::Gen<std::uint32_t> some_first() {
  return rc::gen::element<std::uint32_t>(1, 32'700, 4'194'200);
}

// Neighbours, in one to four parts none of which is empty.
inline std::vector<Drafts> some_parts(const std::vector<Draft>& drafts) {
  std::vector<Drafts> parts;
  for (Drafts rest = drafts; !rest.empty();) {
    const std::size_t size =
        parts.size() == 3 ? rest.size() : *rc::gen::inRange<std::size_t>(1, rest.size() + 1);
    parts.push_back(rest.first(size));
    rest = rest.subspan(size);
  }
  return parts;
}

inline std::size_t faults_of(const std::string& folder) {
  return Xapian::Database::check(folder, 0, nullptr);
}

// Documents of these numbers get back the whole lists of their drafts.
inline void lengthen(const std::string& folder, const std::map<std::uint32_t, Draft>& drafts) {
  std::vector<DocumentTerms> documents;
  documents.reserve(drafts.size());
  for (const auto& [number, draft] : drafts) {
    documents.push_back({number, plain(draft).terms});
  }
  lengthen_term_lists(folder, documents);
}

}  // namespace bulletin
