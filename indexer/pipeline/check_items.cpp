#include "indexer/pipeline/check_items.hpp"

#include <algorithm>
#include <utility>

#include "indexer/base/error.hpp"
#include "indexer/schema/facet_values.hpp"
#include "indexer/schema/item_terms.hpp"
#include "indexer/schema/schema.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace bulletin {
namespace {

constexpr auto kItems = "items";

using Postings = std::map<std::string, Xapian::termcount>;
using Values = std::map<Xapian::valueno, std::string>;

Postings postings_of(const Xapian::Document& document) {
  Postings postings;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    postings.emplace_hint(postings.end(), *term, term.get_wdf());
  }
  return postings;
}

// The id alone, which counts for all.
Postings short_list_of(const Postings& postings) {
  Xapian::termcount length = 0;
  for (const auto& [term, frequency] : postings) {
    length += frequency;
  }
  return {{postings.lower_bound(std::string(prefix::kId))->first, length}};
}

Values values_of(const Xapian::Document& document) {
  Values values;
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    values.emplace_hint(values.end(), value.get_valueno(), *value);
  }
  return values;
}

// Names the first of what only one of both has, or has otherwise.
template <typename Map>
std::string first_difference(const Map& stored, const Map& made) {
  const auto both = std::mismatch(stored.begin(), stored.end(), made.begin(), made.end());
  const auto named = [](const auto& entry) {
    if constexpr (std::is_same_v<Map, Values>) {
      return "value " + std::to_string(entry.first);
    } else {
      return "term '" + entry.first + "'";
    }
  };
  if (both.first == stored.end()) {
    return named(*both.second) + " is missing";
  }
  if (both.second == made.end() || both.first->first < both.second->first) {
    return named(*both.first) + " does not belong to it";
  }
  return both.first->first == both.second->first ? named(*both.first) + " is another"
                                                 : named(*both.second) + " is missing";
}

}  // namespace

std::uint64_t posting_hash(std::string_view term, Xapian::termcount frequency) {
  return XXH3_64bits_withSeed(term.data(), term.size(), frequency);
}

std::uint64_t value_hash(Xapian::valueno slot, std::string_view value) {
  return XXH3_64bits_withSeed(value.data(), value.size(), slot);
}

void count_facets(std::string_view packed, FacetRecount& counts) {
  const FacetValues values = unpack_facets(packed);
  const auto add = [&](std::string_view prefix, std::string_view value) {
    ++counts[prefixed(prefix, value)];
  };
  add(prefix::kLang, values.lang);
  for (const std::string& code : values.countries) {
    add(prefix::kCountry, code);
  }
  if (values.countries.empty()) {
    add(prefix::kCountry, kNone);
  }
  for (const std::string& kind : values.kinds) {
    add(prefix::kKind, kind);
  }
  for (const std::uint16_t year : values.years) {
    add(prefix::kYear, format_month(MonthNumber{year} * 12).substr(0, 4));
  }
  if (values.years.empty()) {
    add(prefix::kYear, kNone);
  }
  for (const MonthNumber month : values.months) {
    std::string digits = format_month(month);
    std::erase(digits, '-');
    add(prefix::kMonth, digits);
  }
}

void ItemsCheck::run(const std::function<void(std::size_t, std::size_t)>& on_item) {
  const std::size_t all = database_.get_doccount();
  std::size_t done = 0;
  for (auto document = database_.postlist_begin({}); document != database_.postlist_end({});
       ++document) {
    try {
      check(*document);
    } catch (const Xapian::DatabaseModifiedError&) {
      throw;
    } catch (const Xapian::Error& error) {
      findings_.fault(
          kItems, "document " + std::to_string(*document) + " cannot be read: " + error.get_msg());
    } catch (const Error& error) {
      findings_.fault(kItems, "document " + std::to_string(*document) + ": " + error.what());
    }
    on_item(++done, all);
  }
  if (done != all) {
    findings_.fault(kItems, std::to_string(done) + " documents are listed, " + std::to_string(all) +
                                " are counted");
  }
}

void ItemsCheck::check(Xapian::docid document) {
  ExpectedDocument& expected = expected_[document];
  const Xapian::Document stored = database_.get_document(document);
  const Bulletin item = decode_bulletin(stored.get_data());
  const Xapian::Document made = builder_.build(item);
  check_id(document, item);
  compare("item " + item.id, stored, made, expected);
  count_facets(pack_facets(facet_values(item)), facets_);
  note_links(item);
}

void ItemsCheck::check_id(Xapian::docid document, const Bulletin& item) {
  const std::string term = id_term(item.id);
  const auto found = database_.postlist_begin(term);
  if (database_.get_termfreq(term) != 1 || found == database_.postlist_end(term) ||
      *found != document) {
    findings_.fault("ids", "item " + item.id + ": its id does not lead to document " +
                               std::to_string(document) + " alone");
  }
}

void ItemsCheck::compare(const std::string& name, const Xapian::Document& stored,
                         const Xapian::Document& made, ExpectedDocument& expected) {
  const Postings ours = postings_of(made);
  const Postings theirs = postings_of(stored);
  const Postings wanted =
      may_be_short_ && is_short_list(theirs.size()) ? short_list_of(ours) : ours;
  if (wanted != theirs) {
    findings_.fault("terms", name + ": " + first_difference(theirs, wanted));
  }
  const Values our_values = values_of(made);
  const Values their_values = values_of(stored);
  if (our_values != their_values) {
    findings_.fault("values", name + ": " + first_difference(their_values, our_values));
  }
  for (const auto& [term, frequency] : ours) {
    expected.postings += posting_hash(term, frequency);
  }
  for (const auto& [slot, value] : our_values) {
    expected.values += value_hash(slot, value);
  }
}

void ItemsCheck::note_links(const Bulletin& item) {
  if (!item.also.empty()) {
    linked_.insert(item.id);
  }
  for (const StoryLink& link : item.also) {
    const auto [known, is_first] =
        links_.try_emplace(std::minmax(item.id, link.id), Link{item.id, link.id, link.same_words});
    Link& both = known->second;
    if (!is_first && both.from == link.id && both.same_words == link.same_words) {
      both.is_answered = true;
    }
  }
}

void ItemsCheck::check_links() const {
  for (const auto& [ends, link] : links_) {
    const bool is_there = linked_.contains(link.to) || database_.term_exists(id_term(link.to));
    if (!is_there || (!link.is_answered && !link.same_words)) {
      findings_.fault("links",
                      "item " + link.from + " is linked with " + link.to +
                          (is_there ? ", which has no such link back" : ", which is not there"));
    }
  }
}

std::size_t ItemsCheck::links() const {
  return links_.size();
}

}  // namespace bulletin
