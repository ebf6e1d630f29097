#include "searcher/query/query_builder.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "indexer/base/error.hpp"
#include "searcher/query/text_query.hpp"

namespace bulletin {
namespace {

using namespace std::chrono_literals;

const Analyzer& analyzer() {
  static const Analyzer instance;
  return instance;
}

SearchQuery build(QueryRequest request) {
  request.today = 2020y / 6 / 15;
  return build_query(request, analyzer());
}

SearchQuery build(std::string_view text) {
  return build({.text = std::string(text)});
}

// The query as Xapian writes it, without the frame `Query(...)` and with \xNN turned into bytes.
std::string render(const Xapian::Query& query) {
  const std::string description = query.get_description();
  std::string line;
  for (std::size_t i = 0; i < description.size(); ++i) {
    if (description.compare(i, 2, "\\x") == 0) {
      line += static_cast<char>(std::stoi(description.substr(i + 2, 2), nullptr, 16));
      i += 3;
    } else {
      line += description[i];
    }
  }
  for (const std::string_view share : {"0.6500000000000000222", "0.3499999999999999778"}) {
    for (auto at = line.find(share); at != std::string::npos; at = line.find(share)) {
      line.replace(at, share.size(), share[2] == '6' ? "0.65" : "0.35");
    }
  }
  constexpr std::string_view kFrame = "Query(";
  return line.substr(kFrame.size(), line.size() - kFrame.size() - 1);
}

std::string render(const std::vector<Xapian::Query>& queries) {
  std::string line;
  for (const Xapian::Query& query : queries) {
    line += (line.empty() ? "" : "; ") + render(query);
  }
  return line;
}

// `KZ=Kazakhstan 2019-12=Dec 2019`
std::string render(const std::vector<QueryReading>& readings) {
  std::string line;
  for (const QueryReading& reading : readings) {
    const bool is_country = reading.kind == QueryReading::Kind::kCountry;
    line += line.empty() ? "" : " ";
    line += (is_country ? reading.country : format_span(reading.span)) + '=' + reading.surface;
  }
  return line;
}

struct Case {
  std::string_view what, query, expect;
};

TEST_CASE("build_query: English words") {
  const Case cases[] = {
      {"stems, any of them", "study centres", "(Zcentr OR Zstudi)"},
      {"stop words say nothing", "the centre of study", "(Zcentr OR Zstudi)"},
      {"but alone they are all there is", "to be", "(Zbe OR Zto)"},
      {"a word said twice weighs more", "visit visits", "Zvisit#2"},
      {"required word", "+visit centre", "(Zvisit AND_MAYBE Zcentr)"},
      {"excluded word", "visit -draft", "(Zvisit AND_NOT Zdraft)"},
      {"only an exclusion", "-draft", "(<alldocuments> AND_NOT Zdraft)"},
      {"required hyphenated word stands together", "+well-known", "(Zwell PHRASE 2 Zknown)"},
      {"phrase keeps stop words", R"("centre of study")", "(Zcentr PHRASE 3 Zof PHRASE 3 Zstudi)"},
      {"alternatives", "visit zebra OR lion", "((Zzebra OR Zlion) AND_MAYBE Zvisit)"},
      {"group", "visit (zebra lion)", "(Zvisit OR (Zlion OR Zzebra))"},
      {"id does not rank", "id:e004", "0 * Qe004"},
      {"nothing to search", "", "<alldocuments>"},
      {"only punctuation", "?! ...", "<alldocuments>"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(render(build(c.query).match), c.expect);
  }
}

TEST_CASE("build_query: Chinese words and pairs") {
  const Case cases[] = {
      {"one character begins something", "省", "(WILDCARD SYNONYM B省 AND_MAYBE 0.35 * W省)"},
      {"two characters stand together", "学习", "(0.65 * B学习 AND_MAYBE 0.35 * W学习)"},
      {"three characters stand together", "代表团",
       "(0.65 * (B代表 PHRASE 2 B表团) AND_MAYBE 0.35 * (W代表 OR W团))"},
      {"a short run ranks by pairs first", "学习中心",
       "(0.35 * (W中心 OR W学习) OR 0.65 * (B中心 OR B习中 OR B学习))"},
      {"Traditional asks for the same", "學習", "(0.65 * B学习 AND_MAYBE 0.35 * W学习)"},
      {"phrase", "“学习中心”", "(B学习 PHRASE 3 B习中 PHRASE 3 B中心)"},
      {"phrase of one character", "“省”", "WILDCARD SYNONYM B省"},
      {"phrase over a comma", "“学习，中心”", "(B学习 PHRASE 3 B习 PHRASE 3 B中心)"},
      {"mixed phrase", "“5G手机”", "(Z5g PHRASE 2 B手机)"},
      {"excluded", "访问 -学习", "((0.65 * B访问 AND_MAYBE 0.35 * W访问) AND_NOT B学习)"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(render(build(c.query).match), c.expect);
  }
  // Long queries lean on words: pairs of many characters meet by chance.
  const std::string run = render(build("学习中心正式成立仪式").match);
  CHECK_EQ(run.find("(0.65 * (W"), 0);
  CHECK_NE(run.find("OR 0.35 * (B"), std::string::npos);
}

TEST_CASE("build_query: prefix") {
  CHECK_EQ(render(build("univ*").match), "(WILDCARD SYNONYM Zuniv OR WILDCARD SYNONYM univ)");
  CHECK_EQ(build("univ*").needles.prefixes, std::vector<std::string>{"univ"});
  CHECK_EQ(render(build("学习*").match), "B学习");
}

TEST_CASE("build_query: countries in plain words are read, rank and are marked") {
  struct ReadCase {
    std::string_view what, query, readings, match;
  };
  const ReadCase cases[] = {
      {"English name", "Kazakhstan visit", "KZ=Kazakhstan", "(KKZ OR Zvisit)"},
      {"Chinese name", "访问哈萨克斯坦", "KZ=哈萨克斯坦",
       "(KKZ OR (0.65 * B访问 AND_MAYBE 0.35 * W访问))"},
      {"Traditional name", "哈薩克", "KZ=哈薩克", "KKZ"},
      {"joint between country and rest", "哈萨克斯坦的访问", "KZ=哈萨克斯坦",
       "(KKZ OR (0.65 * B访问 AND_MAYBE 0.35 * W访问))"},
      {"two countries, either ranks", "赞比亚和坦桑尼亚", "ZM=赞比亚 TZ=坦桑尼亚", "(KZM OR KTZ)"},
      {"required country", "+Kazakhstan visit", "KZ=Kazakhstan", "(KKZ AND_MAYBE Zvisit)"},
      {"excluded country", "visit -Kazakhstan", "KZ=Kazakhstan", "(Zvisit AND_NOT KKZ)"},
      {"quoted country is text", R"("Kazakhstan")", "", "Zkazakhstan"},
      {"city is text", "Almaty", "", "Zalmati"},
  };
  for (const ReadCase& c : cases) {
    CAPTURE(c.what);
    const SearchQuery query = build(c.query);
    CHECK_EQ(render(query.readings), c.readings);
    CHECK_EQ(render(query.match), c.match);
    CHECK(query.notes.empty());
  }
  CHECK(build("Kazakhstan visit").needles.countries.contains("KZ"));
  CHECK(build("visit -Kazakhstan").needles.countries.empty());
}

TEST_CASE("build_query: dates in plain words are read and limit") {
  struct ReadCase {
    std::string_view what, query, readings, match, limits;
  };
  const ReadCase cases[] = {
      {"English month", "visit dec 2019", "2019-12=dec 2019", "Zvisit", "M201912"},
      {"Chinese month joined to the rest", "2019年12月的访问", "2019-12=2019年12月",
       "(0.65 * B访问 AND_MAYBE 0.35 * W访问)", "M201912"},
      {"country and month", "哈萨克斯坦 2019年12月", "KZ=哈萨克斯坦 2019-12=2019年12月", "KKZ",
       "M201912"},
      {"range", "visit 2019-12..2020-01", "2019-12..2020-01=2019-12..2020-01", "Zvisit",
       "(M201912 OR M202001)"},
      {"either of two", "visit 2018 2017", "2018=2018 2017=2017", "Zvisit", "(Y2018 OR Y2017)"},
      {"last year, from today", "去年 访问", "2019=去年", "(0.65 * B访问 AND_MAYBE 0.35 * W访问)",
       "Y2019"},
      {"excluded", "visit -2019", "2019=2019", "(Zvisit AND_NOT Y2019)", ""},
      {"quoted", "\"2019\" visit", "", "(Z2019 AND_MAYBE Zvisit)", ""},
  };
  for (const ReadCase& c : cases) {
    CAPTURE(c.what);
    const SearchQuery query = build(c.query);
    CHECK_EQ(render(query.readings), c.readings);
    CHECK_EQ(render(query.match), c.match);
    CHECK_EQ(render(query.filters.date), c.limits);
    CHECK(query.notes.empty());
  }
  CHECK_EQ(render(build({.dates = {"2019年12月"}}).filters.date), "M201912");
  CHECK_EQ(render(build({.dates = {"last month"}}).filters.date), "M202005");
}

TEST_CASE("build_query: a date in a sentence limits nothing") {
  const SearchQuery query = build("国家开放大学代表团一行四人于2019年12月访问了哪些大学");
  CHECK(query.readings.empty());
  CHECK(query.filters.date.empty());
  CHECK(query.ranks);
}

TEST_CASE("build_query: a date in a question limits nothing, and a count is no date") {
  const std::string_view unlimited[] = {
      "1982年至1984年间，霍顿执教哪个队？",
      "1982年谁执教",
      "what happened in 1982?",
      "超过 2000 万人收看",
      "over 2000 million viewers",
  };
  for (const std::string_view text : unlimited) {
    CAPTURE(text);
    const SearchQuery query = build(text);
    CHECK(query.filters.date.empty());
    CHECK(query.ranks);
  }
  CHECK_EQ(render(build("2000 人民日报").readings), "2000=2000");
  CHECK_EQ(render(build("2019 万达").readings), "2019=2019");
}

TEST_CASE("build_query: a query without a word lists everything and says so") {
  CHECK_EQ(build("?!").notes,
           std::vector<std::string>{"the query holds no word: everything is listed"});
  CHECK(build(" \u3000").notes.empty());
  CHECK(build("Kazakhstan").notes.empty());
  CHECK(build("lang:zh").notes.empty());
}

TEST_CASE("build_query: literal searches the plain words") {
  const SearchQuery query = build({.text = "Kazakhstan visit", .literal = true});
  CHECK(query.readings.empty());
  CHECK_EQ(render(query.match), "(Zkazakhstan OR Zvisit)");
}

TEST_CASE("build_query: fields limit as the options do") {
  const SearchQuery by_field = build("visit country:KZ,西班牙 date:2019-12 lang:zh");
  const SearchQuery by_option =
      build({.text = "visit", .countries = {"kz", "Spain"}, .dates = {"2019-12"}, .langs = {"zh"}});
  for (const SearchQuery& query : {by_field, by_option}) {
    CHECK_EQ(render(query.match), "Zvisit");
    CHECK_EQ(render(query.filters.country), "(KKZ OR KES)");
    CHECK_EQ(render(query.filters.date), "M201912");
    CHECK_EQ(render(query.filters.lang), "Lzh");
    CHECK_EQ(query.needles.countries, std::set<std::string>{"ES", "KZ"});
    CHECK(query.needles.dates == std::vector<DateSpan>{month_span(2019y / 12)});
    CHECK(query.ranks);
    CHECK(query.readings.empty());
  }
}

TEST_CASE("build_query: a field inside an alternative or an exclusion does not limit all") {
  CHECK_EQ(render(build("visit -country:KZ").match), "(Zvisit AND_NOT KKZ)");
  CHECK_EQ(render(build("country:KZ OR visit").match), "(0 * KKZ OR Zvisit)");
  CHECK(build("visit -country:KZ").filters.country.empty());
}

TEST_CASE("build_query: titles, sources and distances") {
  const Case cases[] = {
      {"a word with the mark of titles behind it", "title:library", "(Zlibrari PHRASE 2 T)"},
      {"a phrase", R"(title:"study centre")", "(Zstudi PHRASE 3 Zcentr PHRASE 3 T)"},
      {"a Chinese run", "title:学习中", "(B学习 PHRASE 3 B习中 PHRASE 3 T)"},
      {"words of a group", "title:(study 中心)", "((Zstudi PHRASE 2 T) OR (B中心 PHRASE 2 T))"},
      {"excluded", "visit -title:draft", "(Zvisit AND_NOT (Zdraft PHRASE 2 T))"},
      {"within a distance", R"("study centre"~3)", "(Zstudi NEAR 5 Zcentr)"},
      {"one word within a distance", R"("study"~3)", "Zstudi"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(render(build(c.query).match), c.expect);
  }
  CHECK_EQ(render(build("source:OUCHN.edu.cn").filters.source), "Souchn.edu.cn");
  CHECK_EQ(render(build("source:\"Xinhua News\"").filters.source),
           "(Sxinhua news OR (Sxinhua AND Snews))");
  CHECK_EQ(render(build("source:https://www.ouchn.edu.cn/news/1.html").filters.source),
           "Souchn.edu.cn");
  CHECK_EQ(render(build("来源：开放大学").filters.source),
           "(S开放大学 OR (S开放 AND S放大 AND S大学))");
  CHECK_EQ(build("title:\"a b\"~3").notes.front(),
           "in a title a phrase is searched as it stands, without ~");
}

TEST_CASE("build_query: alternatives that all are values of one field limit") {
  const SearchQuery query = build("visit country:ZM OR country:TZ");
  CHECK_EQ(render(query.filters.country), "(KZM OR KTZ)");
  CHECK_EQ(render(query.match), "Zvisit");
  CHECK(build("country:ZM OR lang:zh").filters.country.empty());
}

TEST_CASE("build_query: what is read in a group or an alternative holds only there") {
  CHECK(build("zambia OR 2019").filters.date.empty());
  CHECK_EQ(render(build("zambia OR 2019").match), "(KZM OR 0 * Y2019)");
  CHECK_EQ(render(build("(library 2019) visit").match), "((Zlibrari FILTER Y2019) OR Zvisit)");
  CHECK_EQ(render(build("2019 OR 2020").filters.date), "(Y2019 OR Y2020)");
}

TEST_CASE("build_query: dates, none and several values") {
  struct DateCase {
    std::string_view what;
    std::vector<std::string> values;
    std::string_view expect;
  };
  const DateCase cases[] = {
      {"day", {"2019-12-24"}, "D20191224"},
      {"range", {"2019-12..2020-01"}, "(M201912 OR M202001)"},
      {"any of several", {"2019", "2017-05"}, "(Y2019 OR M201705)"},
      {"between commas", {"2019,2017"}, "(Y2019 OR Y2017)"},
      {"without a date", {"none"}, "Ynone"},
  };
  for (const DateCase& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(render(build({.dates = c.values}).filters.date), c.expect);
  }
  const SearchQuery none = build({.countries = {"none"}});
  CHECK_EQ(render(none.filters.country), "Knone");
  CHECK(none.needles.countries.empty());
  CHECK_FALSE(none.ranks);
}

TEST_CASE("build_query: a limit that is none is refused, a field that is none becomes words") {
  struct BadCase {
    QueryRequest request;
    std::string_view message;
  };
  const BadCase cases[] = {
      {{.countries = {"Atlantis"}},
       "cannot read 'Atlantis' as a country: name an ISO code such as KZ or a name in English or "
       "Chinese"},
      {{.countries = {"KZ,"}},
       "cannot read 'KZ,' as a country: name an ISO code such as KZ or a name in English or "
       "Chinese"},
      {{.dates = {"2019-13"}},
       "cannot read '2019-13' as a date: write 2019, 2019-12, 2019-12-24 or a range such as "
       "2019-03..2020-02"},
      {{.langs = {"English"}}, "cannot read 'English' as a language: write en or zh"},
      {{.langs = {""}}, "cannot read '' as a language: write en or zh"},
  };
  for (const BadCase& c : cases) {
    CAPTURE(c.message);
    try {
      static_cast<void>(build(c.request));
      FAIL_CHECK("not refused");
    } catch (const Error& error) {
      CHECK_EQ(error.what(), c.message);
      CHECK(error.code() == ErrorCode::kBadUsage);
    }
  }
  const SearchQuery words = build("country:Atlantis");
  CHECK_EQ(render(words.match), "Zatlanti");
  CHECK_EQ(words.notes, std::vector<std::string>{"'Atlantis' is no country: searched as words"});
}

TEST_CASE("build_query: too many words are cut with a note") {
  std::string text;
  for (int i = 0; i < 1000; ++i) {
    text += "w" + std::to_string(i) + ' ';
  }
  const SearchQuery query = build(text);
  CHECK_EQ(query.match.get_unique_terms_begin() == query.match.get_unique_terms_end(), false);
  CHECK_LE(query.match.get_length(), kMaxQueryTerms);
  CHECK_EQ(query.notes,
           std::vector<std::string>{
               "the query has too many words: only the first 512 terms were searched"});
}

std::string repeated(std::string_view piece, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += piece;
  }
  return text;
}

TEST_CASE("build_query: a query of ten thousand clauses is cut, with a note on each cut") {
  struct Big {
    std::string_view what, piece, note;
  };
  const Big cases[] = {
      {"words", "a1 ", "terms were searched"},
      {"required words", "+a1 ", "terms were searched"},
      {"excluded words", "-a1 ", "terms were searched"},
      {"alternatives", "a1 OR ", "terms were searched"},
      {"phrases", "\"a b\" ", "terms were searched"},
      {"titles", "title:图书 ", "terms were searched"},
      {"prefixes", "univ* ", "terms were searched"},
      {"characters", "的 ", "terms were searched"},
      {"fields", "date:1900-01-02..2100-11-30 ", "64 values were read"},
      {"alternative fields", "region:亚洲 OR ", "64 values were read"},
      {"fields in groups", "(country:KZ) ", "64 values were read"},
      {"countries", "zambia ", "64 were read"},
      {"dates", "since 1900, ", "64 were read"},
  };
  for (const Big& c : cases) {
    CAPTURE(c.what);
    const SearchQuery query = build(repeated(c.piece, 10000));
    REQUIRE_GE(query.notes.size(), 2);
    CHECK_EQ(
        std::ranges::count(query.notes,
                           "the query is longer than 8192 bytes: only its beginning was searched"),
        1);
    CHECK_MESSAGE(std::ranges::any_of(
                      query.notes, [&](const std::string& note) { return note.ends_with(c.note); }),
                  query.notes.back());
    CHECK_LE(std::distance(query.match.get_terms_begin(), query.match.get_terms_end()),
             2 * static_cast<std::ptrdiff_t>(kMaxQueryTerms));  // Titles: each with its mark.
    CHECK_LE(query.readings.size(), kMaxReadings);
  }
}

TEST_CASE("build_query: brackets, quotes and operators alone are notes, never failures") {
  for (const std::string_view piece : {"(", ")", "（", "\"", "“", "「", "OR ", "AND ", "NOT ", "- ",
                                       "*", "\\", "title: ", "country: ", "：", "title:("}) {
    CAPTURE(piece);
    for (const std::size_t count : {1U, 3U, 5000U}) {
      const SearchQuery query = build(repeated(piece, count));
      CHECK_FALSE(query.match.empty());
      CHECK_FALSE(query.notes.empty());
    }
  }
}

TEST_CASE("build_query: what to mark in a hit") {
  const Needles needles = build("visits -draft 学习中心").needles;
  CHECK_EQ(needles.stems, std::set<std::string>{"visit"});
  REQUIRE_EQ(needles.runs.size(), 1);
  CHECK(needles.runs.front().characters == U"学习中心");
  CHECK_EQ(needles.runs.front().borders, std::vector<std::size_t>{0, 2, 4});
}

}  // namespace
}  // namespace bulletin
