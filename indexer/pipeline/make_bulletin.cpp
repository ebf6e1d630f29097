#include "indexer/pipeline/make_bulletin.hpp"

#include <algorithm>
#include <cstdio>

#include <unicode/uchar.h>

#include "indexer/analysis/utf8.hpp"
#include "indexer/ingest/read_path.hpp"
#include "indexer/pipeline/merge_item.hpp"
#include "indexer/understanding/countries.hpp"
#include "indexer/understanding/dates.hpp"
#include "indexer/understanding/item_text.hpp"
#include "indexer/understanding/kinds.hpp"
#include "indexer/understanding/language.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace bulletin {
namespace {

bool carries_identity(char32_t c) {
  return u_isalnum(static_cast<UChar32>(c)) != 0;
}

std::string identity_letters(std::string_view text) {
  const FoldedText folded = FoldedText::fold(text);
  std::string letters;
  for (std::size_t at = 0; at < folded.text().size();) {
    const std::size_t begin = at;
    if (carries_identity(next_code_point(folded.text(), at))) {
      letters.append(folded.text(), begin, at - begin);
    }
  }
  return letters;
}

Evidence metadata_evidence() {
  return {
      .field = TextField::kText, .begin_byte = 0, .end_byte = 0, .surface = {}, .rule = "metadata"};
}

void add_supplied_dates(const RawItem& item, Bulletin& bulletin) {
  std::vector<DateMention> supplied;
  for (const DateSpan& span : item.dates) {
    const auto known = std::ranges::find(bulletin.dates, span, &DateMention::span);
    if (known != bulletin.dates.end()) {
      known->evidence.push_back(metadata_evidence());
    } else if (std::ranges::find(supplied, span, &DateMention::span) == supplied.end()) {
      supplied.push_back({span, {metadata_evidence()}});
    }
  }
  bulletin.dates.insert(bulletin.dates.end(), supplied.begin(), supplied.end());
  if (!item.dates.empty()) {
    bulletin.item_date = item.dates.front();
  }
}

void add_supplied_countries(const RawItem& item, Bulletin& bulletin) {
  for (const std::string& given : item.countries) {
    const std::string code = country_from_name(given).value_or(given);  // UK is GB.
    const auto at = std::ranges::lower_bound(bulletin.countries, code, {}, &CountryMention::code);
    if (at != bulletin.countries.end() && at->code == code) {
      at->evidence.push_back(metadata_evidence());
    } else {
      bulletin.countries.insert(at, {code, {metadata_evidence()}});
    }
  }
}

}  // namespace

std::string content_id(std::string_view title, std::string_view text) {
  std::string letters = identity_letters(text.empty() ? title : text);
  if (letters.empty()) {
    letters = text.empty() ? title : text;  // Nothing but punctuation: take it as it stands.
  }
  std::string id(17, '\0');
  std::snprintf(id.data(), id.size(), "%016llx",
                static_cast<unsigned long long>(XXH3_64bits(letters.data(), letters.size())));
  id.resize(16);
  return id;
}

std::string identity_of(const RawItem& item) {
  return item.id.empty() ? content_id(item.title, item.text) : item.id;
}

Bulletin make_bulletin(const RawItem& item, const PublisherMatcher& publisher) {
  Bulletin bulletin{.id = identity_of(item),
                    .lang = item.lang,
                    .title = item.title,
                    .text = item.text,
                    .url = item.url,
                    .source = item.source,
                    .published = item.published,
                    .item_date = {},
                    .dates = {},
                    .countries = {},
                    .kinds = {},
                    .extra = item.extra,
                    .sources = {},
                    .history = {},
                    .also = {},
                    .given_title = {},
                    .supplied = {item.lang, item.countries, item.dates}};
  if (bulletin.lang.empty()) {
    bulletin.lang = detect_language(item.title + item.text);
  }
  const ItemText text = ItemText::of(bulletin.title, bulletin.text);
  DatesFound dates = find_dates(text, bulletin.published);
  bulletin.dates = std::move(dates.dates);
  bulletin.item_date = dates.item_date;
  bulletin.countries = find_countries(text, publisher);
  bulletin.kinds = find_kinds(text);
  add_supplied_dates(item, bulletin);
  add_supplied_countries(item, bulletin);
  return bulletin;
}

RawItem raw_item_of(const Bulletin& bulletin) {
  return {.origin = {},
          .id = bulletin.id,
          .title = bulletin.given_title.value_or(bulletin.title),
          .text = bulletin.text,
          .lang = bulletin.supplied.lang,
          .url = bulletin.url,
          .source = bulletin.source,
          .published = bulletin.published,
          .countries = bulletin.supplied.countries,
          .dates = bulletin.supplied.dates,
          .extra = bulletin.extra,
          .encoding = {},
          .kept = {}};
}

std::uint64_t wording_of(const RawItem& item) {
  std::string all;
  const auto add = [&all](std::string_view field) {
    all.append(field);
    all += '\0';  // No field holds one.
  };
  for (const auto* field : {&item.title, &item.text, &item.lang, &item.url, &item.source}) {
    add(*field);
  }
  add(item.published ? format_date(*item.published) : std::string());
  add(item.extra);
  std::ranges::for_each(item.countries, add);
  add({});
  for (const DateSpan& span : item.dates) {
    add(format_span(span));
  }
  return XXH3_64bits(all.data(), all.size());
}

void set_keeping(const RawItem& item, ItemSource source, Bulletin& bulletin) {
  if (item.kept) {
    bulletin.history = item.kept->history;
    bulletin.history.resize(std::min(bulletin.history.size(), kMaxRevisions));
    bulletin.sources = item.kept->sources;
    std::ranges::sort(bulletin.sources, {}, &ItemSource::path);
    const auto twice = std::ranges::unique(bulletin.sources, {}, &ItemSource::path);
    bulletin.sources.erase(twice.begin(), twice.end());
  }
  if (bulletin.sources.empty()) {
    bulletin.sources = {std::move(source)};
  }
}

std::string source_path(const std::filesystem::path& file) {
  if (file == kStandardInput) {  // Lies nowhere.
    return file.string();
  }
  return std::filesystem::absolute(file).lexically_normal().string();
}

ItemSource source_of(const RawItem& item, const std::string& opened, const std::string& path) {
  ItemSource source{path, item.encoding, 0, wording_of(item)};
  if (item.origin.path.size() > opened.size() && item.origin.path.starts_with(opened)) {
    source.file_bytes = source.path.size();
    source.path += item.origin.path.substr(opened.size());
  }
  return source;
}

}  // namespace bulletin
