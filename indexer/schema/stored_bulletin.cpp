// The compact form of a bulletin that is kept in the index: written through a JSON tree, read
// without one, since every hit of every search is read.

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"
#include "indexer/schema/bulletin.hpp"
#include "indexer/schema/cbor_reader.hpp"

namespace bulletin {
namespace {

using nlohmann::json;

constexpr std::size_t kStoredValues = 17;

json pack(const std::optional<DateSpan>& span) {
  if (!span) {
    return nullptr;
  }
  return json::array(
      {format_date(span->from), format_date(span->to), static_cast<int>(span->precision)});
}

json pack(const std::vector<Evidence>& evidence) {
  json list = json::array();
  for (const Evidence& e : evidence) {
    list.push_back({static_cast<int>(e.field), e.begin_byte, e.end_byte, e.rule});
  }
  return list;
}

json pack(const Supplied& supplied) {
  json dates = json::array();
  for (const DateSpan& span : supplied.dates) {
    dates.push_back(pack(std::optional(span)));
  }
  return json::array({supplied.lang, supplied.countries, dates});
}

// A damaged index must end in an error, never in a value that breaks its own promises.

Date read_date(CborReader& stored) {
  constexpr std::size_t kDateBytes = 10;  // parse_date() would take a time of day behind it, too.
  const std::string_view text = stored.text();
  const std::optional<Date> date = parse_date(text);
  expect_sound(date && text.size() == kDateBytes, "no such day");
  return *date;
}

DateSpan read_span(CborReader& stored) {
  stored.array_of(3);
  const Date from = read_date(stored);
  const Date to = read_date(stored);
  const std::uint64_t precision = stored.number();
  expect_sound(precision <= static_cast<std::uint64_t>(Precision::kYear), "no such precision");
  expect_sound(from <= to, "a span ends before it begins");
  return {from, to, static_cast<Precision>(precision)};
}

std::optional<DateSpan> read_optional_span(CborReader& stored) {
  return stored.take_null() ? std::nullopt : std::optional(read_span(stored));
}

std::optional<Date> read_published(CborReader& stored) {
  const std::optional<DateSpan> span = read_optional_span(stored);
  expect_sound(!span || *span == day_span(span->from), "it was published on more than one day");
  return span ? std::optional(span->from) : std::nullopt;
}

// Reads an array of rows, each by `read`. What it claims to hold is not believed beforehand.
template <typename Read>
auto read_rows(CborReader& stored, Read read) {
  constexpr std::size_t kUsualRows = 8;
  std::vector<decltype(read())> rows;
  const std::size_t count = stored.array();
  rows.reserve(std::min(count, kUsualRows));
  for (std::size_t i = 0; i < count; ++i) {
    rows.push_back(read());
  }
  return rows;
}

std::string read_string(CborReader& stored) {
  return std::string(stored.text());
}

// Reads what stands behind the texts of an item.
class StoredRest {
 public:
  StoredRest(CborReader& stored, Bulletin& bulletin) : stored_(stored), bulletin_(bulletin) {}

  void read() {
    bulletin_.published = read_published(stored_);
    bulletin_.item_date = read_optional_span(stored_);
    read_mentions();
    read_keeping();
    if (!stored_.take_null()) {
      bulletin_.given_title = stored_.text();
    }
    read_supplied();
  }

 private:
  [[nodiscard]] Evidence read_evidence() {
    stored_.array_of(4);
    const std::uint64_t field = stored_.number();
    expect_sound(field <= static_cast<std::uint64_t>(TextField::kText), "no such field");
    Evidence e{.field = static_cast<TextField>(field),
               .begin_byte = stored_.number(),
               .end_byte = stored_.number(),
               .surface = {},
               .rule = read_string(stored_)};
    const std::string_view text = e.field == TextField::kTitle ? bulletin_.title : bulletin_.text;
    expect_sound(e.begin_byte <= e.end_byte && e.end_byte <= text.size(),
                 "evidence outside its text");
    e.surface = text.substr(e.begin_byte, e.end_byte - e.begin_byte);
    return e;
  }

  [[nodiscard]] std::vector<Evidence> read_all_evidence() {
    return read_rows(stored_, [&] { return read_evidence(); });
  }

  // In braces the parts of a row are read in the order in which they stand.
  void read_mentions() {
    bulletin_.dates = read_rows(stored_, [&] {
      stored_.array_of(2);
      return DateMention{read_span(stored_), read_all_evidence()};
    });
    bulletin_.countries = read_rows(stored_, [&] {
      stored_.array_of(2);
      return CountryMention{read_string(stored_), read_all_evidence()};
    });
    bulletin_.kinds = read_rows(stored_, [&] {
      stored_.array_of(2);
      return KindMention{read_string(stored_), read_all_evidence()};
    });
  }

  void read_keeping() {
    bulletin_.sources = read_rows(stored_, [&] {
      stored_.array_of(4);
      return ItemSource{read_string(stored_), read_string(stored_), stored_.number(),
                        stored_.number()};
    });
    bulletin_.history = read_rows(stored_, [&] {
      stored_.array_of(3);
      return Revision{read_date(stored_), read_string(stored_), read_string(stored_)};
    });
    bulletin_.also = read_rows(stored_, [&] {
      stored_.array_of(3);
      return StoryLink{read_string(stored_), read_string(stored_), stored_.boolean()};
    });
  }

  void read_supplied() {
    stored_.array_of(3);
    bulletin_.supplied.lang = stored_.text();
    bulletin_.supplied.countries = read_rows(stored_, [&] { return read_string(stored_); });
    bulletin_.supplied.dates = read_rows(stored_, [&] { return read_span(stored_); });
  }

  CborReader& stored_;
  Bulletin& bulletin_;
};

StoredFront read_front(CborReader& stored) {
  stored.array_of(kStoredValues);
  return {stored.text(), stored.text(), stored.text(), stored.text()};
}

Bulletin read_bulletin(std::string_view bytes) {
  CborReader stored(bytes);
  const StoredFront front = read_front(stored);
  Bulletin bulletin{.id = std::string(front.id),
                    .lang = std::string(front.lang),
                    .title = std::string(front.title),
                    .text = std::string(front.text),
                    .url = read_string(stored),
                    .source = read_string(stored),
                    .extra = read_string(stored)};
  StoredRest(stored, bulletin).read();
  stored.end();
  return bulletin;
}

template <typename Read>
auto unless_damaged(Read read) {
  try {
    return read();
  } catch (const std::runtime_error& error) {
    throw Error(ErrorCode::kInternal, std::string("cannot read a stored bulletin: ") + error.what(),
                "the index is damaged: bulletin-index repair makes it anew of what can be read");
  }
}

}  // namespace

std::string encode_bulletin(const Bulletin& bulletin) {
  json dates = json::array();
  for (const DateMention& mention : bulletin.dates) {
    dates.push_back(json::array({pack(std::optional(mention.span)), pack(mention.evidence)}));
  }
  json countries = json::array();
  for (const CountryMention& country : bulletin.countries) {
    countries.push_back(json::array({country.code, pack(country.evidence)}));
  }
  json kinds = json::array();
  for (const KindMention& kind : bulletin.kinds) {
    kinds.push_back(json::array({kind.kind, pack(kind.evidence)}));
  }
  json sources = json::array();
  for (const ItemSource& source : bulletin.sources) {
    sources.push_back(
        json::array({source.path, source.encoding, source.file_bytes, source.wording}));
  }
  json history = json::array();
  for (const Revision& revision : bulletin.history) {
    history.push_back({format_date(revision.replaced), revision.title, revision.text});
  }
  json also = json::array();
  for (const StoryLink& link : bulletin.also) {
    also.push_back(json::array({link.id, link.lang, link.same_words}));
  }
  const json given_title = bulletin.given_title ? json(*bulletin.given_title) : json(nullptr);
  const std::optional<DateSpan> published =
      bulletin.published ? std::optional(day_span(*bulletin.published)) : std::nullopt;
  const json packed = json::array({bulletin.id, bulletin.lang, bulletin.title, bulletin.text,
                                   bulletin.url, bulletin.source, bulletin.extra, pack(published),
                                   pack(bulletin.item_date), dates, countries, kinds, sources,
                                   history, also, given_title, pack(bulletin.supplied)});
  std::string stored;
  json::to_cbor(packed, stored);
  return stored;
}

Bulletin decode_bulletin(std::string_view stored) {
  return unless_damaged([&] { return read_bulletin(stored); });
}

StoredFront decode_front(std::string_view stored) {
  return unless_damaged([&] {
    CborReader reader(stored);
    return read_front(reader);
  });
}

std::string decode_headline(std::string_view stored) {
  const StoredFront front = decode_front(stored);
  return headline(front.title, front.text);
}

}  // namespace bulletin
