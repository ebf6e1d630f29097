#include "searcher/query/readings.hpp"

#include <algorithm>
#include <array>

#include "indexer/analysis/folded_text.hpp"
#include "indexer/analysis/stop_words.hpp"
#include "indexer/analysis/utf8.hpp"
#include "indexer/understanding/countries.hpp"
#include "indexer/understanding/dates.hpp"
#include "searcher/query/query_marks.hpp"

namespace bulletin {
namespace {

struct Place {
  std::size_t begin, end;
  QueryReading reading;
};

// Words that only join a reading to the rest: "2019年12月的访问", "visits in 2019".
constexpr std::array<std::string_view, 15> kJoints{"的", "在", "于", "和", "与", "及", "之", "至",
                                                   "到", "从", "由", "自", "对", "跟", "同"};

// "2000 万人" counts people: no year.
bool counts_something(std::string_view surface, std::string_view behind) {
  constexpr auto kCounters = std::to_array<std::string_view>(
      {"万人", "万名", "万元", "万美元", "万个", "万多", "万余", "亿", "million", "billion"});
  const bool is_number = std::ranges::all_of(surface, [](char c) { return c >= '0' && c <= '9'; });
  behind.remove_prefix(std::min(behind.find_first_not_of(' '), behind.size()));
  return is_number && std::ranges::any_of(kCounters, [&](std::string_view counter) {
           return behind.starts_with(counter);
         });
}

std::vector<Place> find_places(std::string_view text, Date today) {
  std::vector<Place> places;
  for (const QueryDate& date : read_query_dates(text, today)) {
    const auto surface = text.substr(date.begin_byte, date.end_byte - date.begin_byte);
    if (counts_something(surface, text.substr(date.end_byte))) {
      continue;
    }
    places.push_back({date.begin_byte,
                      date.end_byte,
                      {.kind = QueryReading::Kind::kDate,
                       .country = {},
                       .span = date.span,
                       .surface = std::string(surface)}});
  }
  const auto is_free = [&](const QueryCountry& country) {
    return std::ranges::none_of(places, [&](const Place& p) {
      return p.begin < country.end_byte && country.begin_byte < p.end;
    });
  };
  for (const QueryCountry& country : read_query_countries(text)) {
    if (is_free(country)) {
      const auto surface = text.substr(country.begin_byte, country.end_byte - country.begin_byte);
      places.push_back({country.begin_byte,
                        country.end_byte,
                        {.kind = QueryReading::Kind::kCountry,
                         .country = country.code,
                         .span = {},
                         .surface = std::string(surface)}});
    }
  }
  std::ranges::sort(places, {}, &Place::begin);
  return places;
}

// Returns what remains between two readings; nothing when it only joins them.
std::string_view without_joint(std::string_view between) {
  return std::ranges::find(kJoints, between) == kJoints.end() ? between : std::string_view();
}

// The same behind a reading, where a particle may also begin the rest: "哈萨克斯坦的访问". Left in,
// it would ask for the words "的访问".
std::string_view behind_reading(std::string_view rest) {
  constexpr std::string_view kParticle = "的";
  return without_joint(rest.starts_with(kParticle) ? rest.substr(kParticle.size()) : rest);
}

// "in December 2019" leaves a word that says nothing by itself; alone it would be searched.
bool only_joins(std::string_view rest) {
  const FoldedText folded = FoldedText::fold(rest);
  std::string word;
  const auto is_open = [&] { return word.empty() || is_stop_word(std::exchange(word, {})); };
  for (const char c : folded.text()) {
    const bool is_letter = c >= 'a' && c <= 'z';
    if (static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') ||
        (!is_letter && !is_open())) {
      return false;
    }
    word += is_letter ? std::string(1, c) : std::string();
  }
  return is_open();
}

// Beyond this much other text a date stands in a sentence and not among keywords.
constexpr std::size_t kMaxKeywordCharacters = 8;  // Chinese, without a space to the date.
constexpr std::size_t kMaxKeywords = 8;           // English, stop words not counted.

struct TextCounts {
  std::size_t characters = 0;
  std::size_t words = 0;
};

TextCounts count_text(std::string_view text) {
  const FoldedText folded = FoldedText::fold(text);
  TextCounts counts;
  std::string word;
  const auto close_word = [&] {
    counts.words += word.empty() || is_stop_word(word) ? 0 : 1;
    word.clear();
  };
  for (std::size_t at = 0; at < folded.text().size();) {
    const char32_t c = next_code_point(folded.text(), at);
    if (c >= U'a' && c <= U'z') {
      word += static_cast<char>(c);
    } else {
      close_word();
      counts.characters += is_han(c) ? 1 : 0;
    }
  }
  close_word();
  return counts;
}

// The text around a date up to the next spaces, without the date.
std::size_t characters_beside(std::string_view text, const Place& place) {
  const std::size_t space = text.substr(0, place.begin).find_last_of(" \t");
  const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
  const std::size_t end = std::min(text.find_first_of(" \t", place.end), text.size());
  return count_text(text.substr(begin, place.begin - begin)).characters +
         count_text(text.substr(place.end, end - place.end)).characters;
}

// The text around the readings: 巴布亚新几内亚 asks nothing, though 几 stands in it.
std::string beside_readings(std::string_view text, const std::vector<Place>& places) {
  std::string beside;
  std::size_t at = 0;
  for (const Place& place : places) {
    beside.append(text.substr(at, place.begin - at)).append(" ");
    at = place.end;
  }
  return beside.append(text.substr(at));
}

bool is_question(std::string_view text) {
  constexpr std::array<std::string_view, 10> kSigns{"?",  "？", "什么", "哪",   "谁",
                                                    "吗", "几", "多少", "何时", "怎"};
  return std::ranges::any_of(
      kSigns, [&](std::string_view sign) { return text.find(sign) != std::string_view::npos; });
}

bool reads_as_sentence(std::string_view text, const std::vector<Place>& places) {
  return is_question(beside_readings(text, places)) || count_text(text).words > kMaxKeywords ||
         std::ranges::any_of(places, [&](const Place& place) {
           return place.reading.kind == QueryReading::Kind::kDate &&
                  characters_beside(text, place) > kMaxKeywordCharacters;
         });
}

ReadText read_sentence(std::string_view text, std::vector<Place> places) {
  ReadText result{.readings = {}, .places = {}, .rest = without_escapes(text), .keeps_words = true};
  for (Place& place : places) {
    if (place.reading.kind == QueryReading::Kind::kCountry) {
      result.readings.push_back(std::move(place.reading));
      result.places.push_back({place.begin, place.end});
    } else {
      result.is_sentence = true;
    }
  }
  return result;
}

// Returns the bytes of what ends plain words: a space, a bracket or a quote; 0 for anything else.
std::size_t plain_end_length(std::string_view text) {
  if (const std::size_t space = mark::space_length(text)) {
    return space;
  }
  if (const std::size_t open = mark::length_of(text, mark::kOpenBrackets)) {
    return open;
  }
  if (const std::size_t close = mark::length_of(text, mark::kCloseBrackets)) {
    return close;
  }
  const auto* const quote = std::ranges::find_if(
      mark::kQuotes, [&](const auto& pair) { return text.starts_with(pair.first); });
  return quote == mark::kQuotes.end() ? 0 : quote->first.size();
}

// Tells whether a letter or a figure follows before anything that ends plain words.
bool goes_on(std::string_view text) {
  for (std::size_t at = 0; at < text.size() && plain_end_length(text.substr(at)) == 0; ++at) {
    const unsigned char c = static_cast<unsigned char>(text[at]);
    if (c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      return true;
    }
  }
  return false;
}

// Puts a mark that no name or date goes over in the place of plain words; every byte stays where
// it is.
std::string with_plain_words_hidden(std::string_view text) {
  std::string hidden(text);
  bool is_plain = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_escape = text[at] == mark::kEscape;
    is_plain = is_escape ? !is_plain
                         : is_plain && (text[at - 1] == mark::kEscape ||
                                        plain_end_length(text.substr(at)) == 0);
    hidden[at] = is_escape || is_plain ? '|' : text[at];
  }
  return hidden;
}

// What remains of `text` without its readings; of those, `kept` tells which to put back.
template <typename Kept>
std::string remaining_text(std::string_view text, const std::vector<QueryBytes>& places,
                           Kept kept) {
  std::string rest;
  std::size_t at = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::string_view between = text.substr(at, places[i].begin - at);
    const bool is_beside_kept = kept(i) && (i == 0 || kept(i - 1));
    rest += is_beside_kept ? between : i == 0 ? without_joint(between) : behind_reading(between);
    rest += kept(i) ? text.substr(places[i].begin, places[i].end - places[i].begin) : " ";
    at = places[i].end;
  }
  const std::string_view last = text.substr(at);
  return rest.append(places.empty() || kept(places.size() - 1) ? last : behind_reading(last));
}

ReadText read_keywords(std::string_view text, std::vector<Place> places) {
  ReadText result;
  for (Place& place : places) {
    result.places.push_back({place.begin, place.end});
    result.readings.push_back(std::move(place.reading));
  }
  result.rest =
      without_escapes(remaining_text(text, result.places, [](std::size_t) { return false; }));
  if (!result.places.empty() && only_joins(result.rest)) {
    result.rest.clear();
  }
  return result;
}

}  // namespace

ReadText read_text(std::string_view text, Date today, std::size_t most) {
  std::vector<Place> places = find_places(with_plain_words_hidden(text), today);
  const bool is_cut = places.size() > most;
  places.erase(places.begin() + static_cast<std::ptrdiff_t>(std::min(most, places.size())),
               places.end());
  ReadText read = reads_as_sentence(text, places) ? read_sentence(text, std::move(places))
                                                  : read_keywords(text, std::move(places));
  read.is_cut = is_cut;
  return read;
}

std::string without_escapes(std::string_view text) {
  std::string words;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_inside = at > 0 && at + 1 < text.size() &&
                           mark::space_length(text.substr(at - 1)) == 0 &&
                           (static_cast<unsigned char>(text[at - 1]) < 0x80 ||
                            static_cast<unsigned char>(text[at + 1]) < 0x80);
    if (text[at] != mark::kEscape) {
      words += text[at];
    } else if (is_inside) {
      words += ' ';  // C:\news has two words; 中国\大学 is one run again.
    }
  }
  return words;
}

std::string with_plain_words(std::string_view text, const ReadText& read, std::size_t number) {
  const QueryBytes place = read.places.at(number);
  std::string plain(text.substr(0, place.begin));
  bool is_plain = false;
  for (std::size_t at = place.begin; at < place.end;) {
    const std::size_t end = plain_end_length(text.substr(at));
    plain += end == 0 && !is_plain ? std::string(1, mark::kEscape) : std::string();
    is_plain = end == 0;
    plain += text.substr(at, std::max<std::size_t>(end, 1));
    at += std::max<std::size_t>(end, 1);
  }
  const std::string_view behind = text.substr(place.end);
  const bool closes = is_plain && !behind.starts_with(mark::kEscape) && goes_on(behind);
  return plain + (closes ? "\\" : "") + std::string(behind);
}

std::string without_reading(std::string_view text, const ReadText& read, std::size_t number) {
  if (read.keeps_words) {
    return with_plain_words(text, read, number);
  }
  return remaining_text(text, read.places, [&](std::size_t i) { return i != number; });
}

}  // namespace bulletin
