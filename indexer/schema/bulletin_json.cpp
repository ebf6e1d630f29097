// The public JSON form of a bulletin and the compact one kept in the index.

#include <array>
#include <stdexcept>
#include <utility>

#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"
#include "indexer/schema/bulletin.hpp"

namespace bulletin {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

std::string_view field_name(TextField field) {
  return field == TextField::kTitle ? "title" : "text";
}

std::string_view field_text(const Bulletin& bulletin, TextField field) {
  return field == TextField::kTitle ? bulletin.title : bulletin.text;
}

ordered_json evidence_json(const std::vector<Evidence>& evidence) {
  ordered_json list = ordered_json::array();
  for (const Evidence& e : evidence) {
    list.push_back({{"field", field_name(e.field)},
                    {"begin", e.begin_byte},
                    {"end", e.end_byte},
                    {"surface", e.surface},
                    {"rule", e.rule}});
  }
  return list;
}

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

// A damaged index must end in an error, never in a value that breaks its own promises.
void expect(bool holds, const char* what) {
  if (!holds) {
    throw std::runtime_error(what);
  }
}

std::optional<DateSpan> unpack_span(const json& packed) {
  if (packed.is_null()) {
    return std::nullopt;
  }
  const int precision = packed.at(2).get<int>();
  const DateSpan span{parse_date(packed.at(0).get<std::string>()).value(),
                      parse_date(packed.at(1).get<std::string>()).value(),
                      static_cast<Precision>(precision)};
  expect(precision >= 0 && precision <= static_cast<int>(Precision::kYear), "no such precision");
  expect(span.from <= span.to, "a span ends before it begins");
  return span;
}

std::vector<Evidence> unpack_evidence(const json& packed, const Bulletin& bulletin) {
  std::vector<Evidence> evidence;
  for (const json& row : packed) {
    const int field = row.at(0).get<int>();
    expect(field >= 0 && field <= static_cast<int>(TextField::kText), "no such field");
    Evidence e{.field = static_cast<TextField>(field),
               .begin_byte = row.at(1).get<std::size_t>(),
               .end_byte = row.at(2).get<std::size_t>(),
               .surface = {},
               .rule = row.at(3).get<std::string>()};
    const std::string_view text = field_text(bulletin, e.field);
    expect(e.begin_byte <= e.end_byte && e.end_byte <= text.size(), "evidence outside its text");
    e.surface = text.substr(e.begin_byte, e.end_byte - e.begin_byte);
    evidence.push_back(std::move(e));
  }
  return evidence;
}

void unpack_keeping(const json& packed, Bulletin& bulletin) {
  for (const json& row : packed.at(12)) {
    bulletin.sources.push_back({row.at(0).get<std::string>(), row.at(1).get<std::string>(),
                                row.at(2).get<std::size_t>(), row.at(3).get<std::uint64_t>()});
  }
  for (const json& row : packed.at(13)) {
    bulletin.history.push_back({parse_date(row.at(0).get<std::string>()).value(),
                                row.at(1).get<std::string>(), row.at(2).get<std::string>()});
  }
  for (const json& row : packed.at(14)) {
    bulletin.also.push_back(
        {row.at(0).get<std::string>(), row.at(1).get<std::string>(), row.at(2).get<bool>()});
  }
  if (!packed.at(15).is_null()) {
    bulletin.given_title = packed.at(15).get<std::string>();
  }
}

void unpack_supplied(const json& packed, Bulletin& bulletin) {
  packed.at(0).get_to(bulletin.supplied.lang);
  packed.at(1).get_to(bulletin.supplied.countries);
  for (const json& span : packed.at(2)) {
    bulletin.supplied.dates.push_back(unpack_span(span).value());
  }
}

json pack(const Supplied& supplied) {
  json dates = json::array();
  for (const DateSpan& span : supplied.dates) {
    dates.push_back(pack(std::optional(span)));
  }
  return json::array({supplied.lang, supplied.countries, dates});
}

Bulletin unpack(const json& packed) {
  Bulletin bulletin;
  const std::array<std::string*, 7> strings{&bulletin.id,   &bulletin.lang, &bulletin.title,
                                            &bulletin.text, &bulletin.url,  &bulletin.source,
                                            &bulletin.extra};
  for (std::size_t i = 0; i < strings.size(); ++i) {
    packed.at(i).get_to(*strings[i]);
  }
  const auto published = unpack_span(packed.at(7));
  bulletin.published = published ? std::optional(published->from) : std::nullopt;
  bulletin.item_date = unpack_span(packed.at(8));
  for (const json& row : packed.at(9)) {
    bulletin.dates.push_back(
        {unpack_span(row.at(0)).value(), unpack_evidence(row.at(1), bulletin)});
  }
  for (const json& row : packed.at(10)) {
    bulletin.countries.push_back(
        {row.at(0).get<std::string>(), unpack_evidence(row.at(1), bulletin)});
  }
  for (const json& row : packed.at(11)) {
    bulletin.kinds.push_back({row.at(0).get<std::string>(), unpack_evidence(row.at(1), bulletin)});
  }
  unpack_keeping(packed, bulletin);
  unpack_supplied(packed.at(16), bulletin);
  return bulletin;
}

// Where the item comes from, what it said before, who else tells it: only where there is something.
void add_keeping(ordered_json& object, const Bulletin& bulletin) {
  for (const ItemSource& source : bulletin.sources) {
    object["sources"].push_back({{"path", source.path}, {"encoding", source.encoding}});
  }
  for (const Revision& revision : bulletin.history) {
    object["history"].push_back({{"replaced", format_date(revision.replaced)},
                                 {"title", revision.title},
                                 {"text", revision.text}});
  }
  for (const StoryLink& link : bulletin.also) {
    object["also"].push_back(
        {{"id", link.id}, {"lang", link.lang}, {"same_words", link.same_words}});
  }
  if (bulletin.given_title) {
    object["given_title"] = *bulletin.given_title;
  }
}

[[noreturn]] void throw_damaged(const std::string& what) {
  throw Error(ErrorCode::kInternal, "cannot read a stored bulletin: " + what,
              "the index is damaged: build it again with bulletin-index add");
}

// Takes id, language, title and text off the front of the stored array and stops there.
class FirstStrings : public nlohmann::json_sax<json> {
 public:
  static constexpr std::size_t kWanted = 4;

  [[nodiscard]] const std::vector<std::string>& strings() const { return strings_; }

  bool start_array(std::size_t /*size*/) override { return strings_.empty(); }
  bool string(string_t& text) override {
    strings_.push_back(std::move(text));
    return strings_.size() < kWanted;
  }

  bool null() override { return false; }
  bool boolean(bool /*value*/) override { return false; }
  bool number_integer(number_integer_t /*value*/) override { return false; }
  bool number_unsigned(number_unsigned_t /*value*/) override { return false; }
  bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return false; }
  bool binary(binary_t& /*value*/) override { return false; }
  bool start_object(std::size_t /*size*/) override { return false; }
  bool key(string_t& /*name*/) override { return false; }
  bool end_object() override { return false; }
  bool end_array() override { return false; }
  bool parse_error(std::size_t /*at*/, const std::string& /*token*/,
                   const json::exception& /*error*/) override {
    return false;
  }

 private:
  std::vector<std::string> strings_;
};

}  // namespace

ordered_json to_json(const std::optional<DateSpan>& span) {
  if (!span) {
    return nullptr;
  }
  return {{"from", format_date(span->from)},
          {"to", format_date(span->to)},
          {"precision", precision_name(span->precision)}};
}

ordered_json to_json(const Bulletin& bulletin) {
  ordered_json dates = ordered_json::array();
  for (const DateMention& mention : bulletin.dates) {
    ordered_json row = to_json(std::optional(mention.span));
    row["evidence"] = evidence_json(mention.evidence);
    dates.push_back(std::move(row));
  }
  ordered_json countries = ordered_json::array();
  for (const CountryMention& country : bulletin.countries) {
    countries.push_back({{"code", country.code}, {"evidence", evidence_json(country.evidence)}});
  }
  ordered_json kinds = ordered_json::array();
  for (const KindMention& kind : bulletin.kinds) {
    kinds.push_back({{"kind", kind.kind}, {"evidence", evidence_json(kind.evidence)}});
  }
  ordered_json object{{"schema", 1},
                      {"id", bulletin.id},
                      {"lang", bulletin.lang},
                      {"title", bulletin.title},
                      {"text", bulletin.text},
                      {"published", nullptr},
                      {"item_date", to_json(bulletin.item_date)},
                      {"dates", std::move(dates)},
                      {"countries", std::move(countries)},
                      {"kinds", std::move(kinds)}};
  if (bulletin.published) {
    object["published"] = format_date(*bulletin.published);
  }
  const std::array optional_keys{std::pair{"url", &bulletin.url},
                                 std::pair{"source", &bulletin.source}};
  for (const auto& [key, value] : optional_keys) {
    if (!value->empty()) {
      object[key] = *value;
    }
  }
  add_keeping(object, bulletin);
  if (!bulletin.extra.empty()) {
    object["extra"] = ordered_json::parse(bulletin.extra);
  }
  return object;
}

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

Bulletin decode_bulletin(const std::string& stored) {
  try {
    return unpack(json::from_cbor(stored));
  } catch (const std::exception& error) {
    throw_damaged(error.what());
  }
}

StoredTexts decode_texts(const std::string& stored) {
  FirstStrings found;
  static_cast<void>(json::sax_parse(stored, &found, json::input_format_t::cbor));
  const std::vector<std::string>& strings = found.strings();
  if (strings.size() != FirstStrings::kWanted) {
    throw_damaged("it does not begin with its title and text");
  }
  return {strings[2], strings[3]};
}

std::string decode_headline(const std::string& stored) {
  StoredTexts texts = decode_texts(stored);
  return headline({.title = std::move(texts.title), .text = std::move(texts.text)});
}

}  // namespace bulletin
