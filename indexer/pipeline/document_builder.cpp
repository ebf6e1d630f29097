#include "indexer/pipeline/document_builder.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/pipeline/item_names.hpp"
#include "indexer/pipeline/story_sketch.hpp"
#include "indexer/pipeline/story_terms.hpp"
#include "indexer/schema/facet_values.hpp"
#include "indexer/schema/item_terms.hpp"
#include "indexer/schema/link_value.hpp"
#include "indexer/schema/schema.hpp"
#include "indexer/schema/source_terms.hpp"
#include "indexer/understanding/near_copy.hpp"
#include "indexer/understanding/story_keys.hpp"

namespace bulletin {
namespace {

void add_value(PlainDocument& document, Xapian::valueno slot, std::string value) {
  if (!value.empty()) {
    document.values.emplace_back(slot, std::move(value));
  }
}

// The first day of the date that is shown, `20191224`.
std::string shown_day(const Bulletin& bulletin) {
  const auto date = shown_date(bulletin);
  std::string day = date ? format_date(date->from) : std::string();
  std::erase(day, '-');
  return day;
}

// By what items that tell the same story are found and compared.
void add_story(PlainDocument& document, const Bulletin& bulletin, std::span<const StoryPart> parts,
               const CutText& text) {
  const TextShape shape = shape_of(shingles_of(text.tokens));
  const StorySketch sketch{
      .lang = story_lang(bulletin.lang),
      .days = story_days(bulletin),
      .shape = shape.smallest.empty() ? std::nullopt : std::optional(shape.bits),
      .keys = story_keys({bulletin.lang, parts, bulletin.dates, bulletin.countries})};
  for (const std::uint32_t key : meeting_keys(sketch, bulletin)) {
    document.terms.add(meeting_term(sketch.lang, key), 0);
  }
  for (const std::uint64_t shingle : shape.smallest) {
    document.terms.add(shingle_term(shingle), 0);
  }
  add_value(document, slot::kStory, pack_sketch(sketch));
}

}  // namespace

PlainDocument DocumentBuilder::build_plain(const Bulletin& bulletin) const {
  PlainDocument document;
  const CutText title = cut_text(analyzer_, bulletin.title);
  const CutText text = cut_text(analyzer_, bulletin.text);
  TokenWriter writer(document.terms);
  writer.add(title.tokens, TextField::kTitle);
  writer.add(text.tokens, TextField::kText);
  add_filter_terms(bulletin, document.terms);
  for (const std::string& term : source_terms(bulletin, analyzer_)) {
    document.terms.add(term, 0);
  }
  const StoryPart parts[] = {{TextField::kTitle, bulletin.title, title.folded, title.tokens},
                             {TextField::kText, bulletin.text, text.folded, text.tokens}};
  for (const std::string& name : item_names(bulletin, parts)) {
    document.terms.add(prefix::kName, name, 0);
  }
  add_value(document, slot::kDate, shown_day(bulletin));
  add_value(document, slot::kFacets, pack_facets(facet_values(bulletin)));
  add_story(document, bulletin, parts, text);
  add_value(document, slot::kLinks, pack_links(bulletin));
  add_value(document, slot::kPlaces, writer.places());
  document.terms.sort();
  document.data = encode_bulletin(bulletin);
  return document;
}

TermCounts DocumentBuilder::terms_of(const Xapian::Database& database,
                                     Xapian::docid document) const {
  const Xapian::Document stored = database.get_document(document);
  TermCounts terms;
  for (auto term = stored.termlist_begin(); term != stored.termlist_end(); ++term) {
    terms.add(*term, term.get_wdf());
  }
  if (is_short_list(terms.size())) {
    return build_plain(decode_bulletin(stored.get_data())).terms;
  }
  terms.sort();
  return terms;
}

Xapian::Document DocumentBuilder::build(const Bulletin& bulletin) const {
  const PlainDocument plain = build_plain(bulletin);
  Xapian::Document document;
  for (std::size_t index = 0; index < plain.terms.size(); ++index) {
    document.add_term(std::string(plain.terms.term(index)), plain.terms.count(index));
  }
  for (const auto& [slot, value] : plain.values) {
    document.add_value(slot, value);
  }
  document.set_data(plain.data);
  return document;
}

}  // namespace bulletin
