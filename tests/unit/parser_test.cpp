#include "searcher/query/parser.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

namespace bulletin {
namespace {

std::string render(const std::vector<Clause>& clauses, std::string_view between);

// `words`, `"phrase"`, `prefix*`, `field:value`, `(a | b)`, `[a, b]`; in front `+` must, `-` not.
std::string render(const Clause& clause) {
  const std::string occur = clause.occur == Occur::kShould ? ""
                            : clause.occur == Occur::kMust ? "+"
                                                           : "-";
  switch (clause.kind) {
    case ClauseKind::kPhrase:
      return occur + '"' + clause.text + '"' +
             (clause.distance == 0 ? "" : '~' + std::to_string(clause.distance));
    case ClauseKind::kPrefix:
      return occur + clause.text + '*';
    case ClauseKind::kField:
      return occur + clause.field + ':' +
             (clause.children.empty() ? clause.text : render(clause.children.front()));
    case ClauseKind::kAny:
      return occur + '(' + render(clause.children, " | ") + ')';
    case ClauseKind::kGroup:
      return occur + '[' + render(clause.children, ", ") + ']';
    case ClauseKind::kWords:
      break;
  }
  return occur + clause.text;
}

std::string render(const std::vector<Clause>& clauses, std::string_view between) {
  std::string line;
  for (const Clause& clause : clauses) {
    line += line.empty() ? "" : between;
    line += render(clause);
  }
  return line;
}

struct Case {
  std::string_view what, query, expect;
};

// For queries that say what they mean: nothing may be noted.
void check_clean(const Case& c) {
  CAPTURE(c.what);
  const ParsedQuery parsed = parse_query(c.query);
  CHECK_EQ(render(parsed.clauses, ", "), c.expect);
  CHECK(parsed.notes.empty());
}

TEST_CASE("parse_query: a quotation inside text is text, a phrase stands by itself") {
  const Case cases[] = {
      {"behind Chinese", "撤离“占领军”", "撤离“占领军”"},
      {"before Chinese", "“改写历史”引起争议", "“改写历史”引起争议"},
      {"in the middle", "因「改写历史」引起争议", "因「改写历史」引起争议"},
      {"before a colon", "“大海属于我们”: 内陆国家", "“大海属于我们”: 内陆国家"},
      {"closed by a straight mark", "因“改写历史\"引起", "因“改写历史\"引起"},
      {"with a space inside", "他说“我们 会来”的时候", "他说“我们 会来”的时候"},
      {"by itself", "“占领军”", "+\"占领军\""},
      {"beside a space", "撤离 “占领军” 之后", "撤离, +\"占领军\", 之后"},
      {"a list of phrases", "“招商基金”，“公司”", "+\"招商基金\", ，, +\"公司\""},
      {"two phrases without a space", "“招商基金”“公司”", "+\"招商基金\", +\"公司\""},
      {"excluded", "招商 -“公司”", "招商, -\"公司\""},
      {"in brackets", "(“公司”)", "+[+\"公司\"]"},
  };
  for (const Case& c : cases) {
    check_clean(c);
  }
}

TEST_CASE("parse_query: words and phrases") {
  const Case cases[] = {
      {"empty", "", ""},
      {"only spaces", " \t\u3000\n", ""},
      {"plain words stay one text", "dec  2019\u3000访问", "dec 2019 访问"},
      {"straight quotes", R"("centre opens")", R"(+"centre opens")"},
      {"curly quotes", "“学习中心”", R"(+"学习中心")"},
      {"closing curly quote twice", "”学习中心”", R"(+"学习中心")"},
      {"full-width quotes", "＂学习中心＂", R"(+"学习中心")"},
      {"corner brackets", "「學習中心」", R"(+"學習中心")"},
      {"double corner brackets", "『學習中心』", R"(+"學習中心")"},
      {"operators inside quotes are text", R"("a OR -b (c")", R"(+"a OR -b (c")"},
      {"quote behind a word", R"(visit"study centre")", R"(visit, +"study centre")"},
      {"words around a phrase", R"(new "study centre" lusaka)", R"(new, +"study centre", lusaka)"},
      {"nothing in quotes", R"("" “” visit)", "visit"},
      {"apostrophe is no quote", "Kazakhstan's envoy", "Kazakhstan's envoy"},
      {"prefix", "univ* 大学", "univ*, 大学"},
      {"full-width star", "univ＊", "univ*"},
      {"star alone is no prefix", "*", "*"},
  };
  for (const Case& c : cases) {
    check_clean(c);
  }
}

TEST_CASE("parse_query: a distance behind a phrase") {
  const Case cases[] = {
      {"distance", R"("study centre"~5 visit)", R"(+"study centre"~5, visit)"},
      {"full-width tilde", "“学习 中心”～3", R"(+"学习 中心"~3)"},
      {"excluded", R"(-"study centre"~2)", R"(-"study centre"~2)"},
      {"tilde alone", R"("study centre" ~ 5)", R"(+"study centre", ~ 5)"},
      {"none", R"("study centre"~0)", R"(+"study centre")"},
  };
  for (const Case& c : cases) {
    check_clean(c);
  }
}

TEST_CASE("parse_query: a backslash makes text of a mark") {
  const Case cases[] = {
      {"operator", "\\OR \\-x", "\\OR \\-x"},
      {"field", "\\country:KZ", "\\country:KZ"},
      {"bracket", "(a \\) b)", "[a \\) b]"},
      {"quote", "\\\"a b", "\\\"a b"},
      {"star", "univ\\*", "univ\\*"},
      {"in a value of a field", "country:\\KZ", "+country:\\KZ"},
  };
  for (const Case& c : cases) {
    check_clean(c);
  }
}

TEST_CASE("parse_query: required and excluded") {
  const Case cases[] = {
      {"minus", "visit -draft", "visit, -draft"},
      {"minus and phrase", R"(-"study centre")", R"(-"study centre")"},
      {"full-width minus", "访问 －草稿", "访问, -草稿"},
      {"mathematical minus", "visit −draft", "visit, -draft"},
      {"en dash", "visit –draft", "visit, -draft"},
      {"NOT", "visit NOT draft", "visit, -draft"},
      {"NOT before brackets", "visit NOT (a b)", "visit, -[a b]"},
      {"plus", "visit +zambia", "visit, +zambia"},
      {"full-width plus", "访问 ＋赞比亚", "访问, +赞比亚"},
      {"plus and prefix", "+univ*", "+univ*"},
      {"hyphen inside a word", "well-known 2019-12-24", "well-known 2019-12-24"},
      {"dash between words is punctuation", "China - Zambia", "China Zambia"},
      {"signs alone", "- + visit", "visit"},
      {"several signs", "+-a --b -+c NOT -d", "-a, -b, -c, -d"},
      {"sign before an operator", "a -OR b", "+(a | b)"},
      {"NOT alone", "NOT", ""},
      {"NOT inside a word", "NOTE", "NOTE"},
  };
  for (const Case& c : cases) {
    check_clean(c);
  }
}

TEST_CASE("parse_query: OR and AND bind to the word beside them") {
  const Case cases[] = {
      {"OR", "zambia OR tanzania", "+(zambia | tanzania)"},
      {"three alternatives", "a OR b OR c", "+(a | b | c)"},
      {"words before and behind", "new a OR b centre", "new, +(a | b), centre"},
      {"phrases", R"("study centre" OR 学习中心)", R"(+("study centre" | 学习中心))"},
      {"fields", "country:ZM OR country:TZ", "+(country:ZM | country:TZ)"},
      {"AND", "a AND b", "+a, +b"},
      {"AND takes the words beside it only", "x a AND b y", "x, +a, +b, y"},
      {"AND and an exclusion", "a AND -b", "+a, -b"},
      {"AND NOT", "a AND NOT b", "+a, -b"},
      {"NOT before a plus", "NOT +a", "-a"},
      {"an alternative that excludes", "-a OR b", "+([-a] | b)"},
      {"it comes second", "a OR NOT b", "+(a | [-b])"},
      {"OR binds closer than AND", "a AND b OR c", "+a, +(b | c)"},
      {"words in a quotation stay together", "他说“我们 会来”的 OR x", "+(他说“我们 会来”的 | x)"},
      {"no space before a bracket", "a OR(b c)", "+(a | [b c])"},
      {"small letters are words", "visit or meet and greet", "visit or meet and greet"},
      {"beginning of a word", "ORganic ANDes", "ORganic ANDes"},
  };
  for (const Case& c : cases) {
    check_clean(c);
  }
}

TEST_CASE("parse_query: brackets group, or belong to their word") {
  const Case cases[] = {
      {"group", "(a b) c", "[a b], c"},
      {"alternatives in a group", "visit (zambia OR tanzania)", "visit, +[+(zambia | tanzania)]"},
      {"full-width brackets", "（赞比亚 OR 坦桑尼亚）", "+[+(赞比亚 | 坦桑尼亚)]"},
      {"mixed brackets", "（a b)", "[a b]"},
      {"excluded group", "-(a b) c", "-[a b], c"},
      {"group in a group", "((a) b)", "[[a], b]"},
      {"brackets of a name", "刚果（金）", "刚果（金）"},
      {"brackets of a name in a group", "(刚果（金） OR 赞比亚)", "+[+(刚果（金） | 赞比亚)]"},
      {"ASCII brackets inside a word", "f(x) h", "f(x) h"},
      {"empty brackets", "() a （）", "a"},
  };
  for (const Case& c : cases) {
    check_clean(c);
  }
}

TEST_CASE("parse_query: fields") {
  const Case cases[] = {
      {"country", "country:KZ visit", "+country:KZ, visit"},
      {"full-width colon", "country：哈萨克斯坦", "+country:哈萨克斯坦"},
      {"Chinese names of fields", "国家：KZ 地区：HK 日期：2019年12月 语言：zh",
       "+country:KZ, +country:HK, +date:2019年12月, +lang:zh"},
      {"quoted value", R"(country:"Hong Kong" visit)", "+country:Hong Kong, visit"},
      {"quoted with curly quotes", "国家：“刚果（金）”", "+country:刚果（金）"},
      {"brackets in a value", "country:刚果（金） 访问", "+country:刚果（金）, 访问"},
      {"field in brackets", "(country:KZ)", "+[+country:KZ]"},
      {"several values", "country:KZ,ES", "+country:KZ,ES"},
      {"range", "date:2019-03..2020-02", "+date:2019-03..2020-02"},
      {"id", "id:seed-kazakhstan-en", "+id:seed-kazakhstan-en"},
      {"excluded field", "-lang:zh", "-lang:zh"},
      {"unknown field is a word", "https://example.org author:x", "https://example.org author:x"},
      {"title", "title:centre visit", "+title:centre, visit"},
      {"phrase in a title", R"(title:"study centre")", R"(+title:+"study centre")"},
      {"beginning in a title", "标题：univ*", "+title:univ*"},
      {"group in a title", "title:(a OR b) c", "+title:+[+(a | b)], c"},
      {"excluded title", "-title:（学习 中心）", "-title:[学习 中心]"},
      {"title in brackets", "(title:刚果（金）)", "+[+title:刚果（金）]"},
      {"source", "source:ouchn.edu.cn 来源：“新华社 北京”",
       "+source:ouchn.edu.cn, +source:新华社 北京"},
  };
  for (const Case& c : cases) {
    check_clean(c);
  }
}

TEST_CASE("parse_query: what had to be guessed is noted") {
  struct Noted {
    std::string_view what, query, expect, note;
  };
  const Noted cases[] = {
      {"quote not closed", R"(visit "study centre)", R"(visit, +"study centre")",
       "a quote is not closed: read to the end"},
      {"curly quote not closed", "“学习中心", R"(+"学习中心")",
       "a quote is not closed: read to the end"},
      {"bracket not closed", "(a b", "[a b]", "a bracket is not closed: read to the end"},
      {"bracket closed too often", "(a) ) b", "[a], b", "a closing bracket has no opening one"},
      {"only a closing bracket", "）", "", "a closing bracket has no opening one"},
      {"OR twice", "a OR OR b", "+(a | b)", "OR needs something on both sides"},
      {"words too far apart", R"("a b"~99)", R"(+"a b"~50)",
       "words stand at most 50 apart: ~50 was searched"},
      {"title without a value", "title: x", "x", "'title:' has no value"},
      {"OR in front", "OR a", "a", "OR needs something on both sides"},
      {"OR at the end", "a OR", "a", "OR needs something on both sides"},
      {"OR at the end of a group", "(a OR) b", "[a], b", "OR needs something on both sides"},
      {"AND in front", "AND a", "+a", "AND needs something on both sides"},
      {"AND at the end", "a AND", "+a", "AND needs something on both sides"},
      {"field without a value", "country: KZ", "KZ", "'country:' has no value"},
      {"Chinese field without a value", "日期：", "", "'date:' has no value"},
  };
  for (const Noted& c : cases) {
    CAPTURE(c.what);
    const ParsedQuery parsed = parse_query(c.query);
    CHECK_EQ(render(parsed.clauses, ", "), c.expect);
    REQUIRE_EQ(parsed.notes.size(), 1);
    CHECK_EQ(parsed.notes.front(), c.note);
  }
}

TEST_CASE("parse_query: too deep and too long are cut with a note") {
  const ParsedQuery deep = parse_query(std::string(4000, '(') + "a" + std::string(4000, ')'));
  REQUIRE_FALSE(deep.notes.empty());
  CHECK_EQ(deep.notes.front(), "brackets nest too deep: the inner ones are left out");

  std::string words;
  while (words.size() <= kMaxQueryBytes) {
    words += "访问 ";
  }
  const ParsedQuery cut = parse_query(words);
  REQUIRE_EQ(cut.notes.size(), 1);
  CHECK_EQ(cut.notes.front(),
           "the query is longer than 8192 bytes: only its beginning was searched");
  REQUIRE_EQ(cut.clauses.size(), 1);
  CHECK_LE(cut.clauses.front().text.size(), kMaxQueryBytes);
}

TEST_CASE("parse_query: any bytes are a query") {
  const std::string_view queries[] = {
      std::string_view("\0", 1),
      "\xff\xfe",
      "\xe3\x80",
      "-\xe3\x80",
      "\"\xe5\x9b",
      "(((((",
      ")))))",
      "OR OR OR",
      "AND OR NOT",
      "- - -",
      "+-+-x",
      "country:country:",
      "*＊*",
      "“”“",
      "(\"",
      ":",
      "NOT NOT x",
      "「『」』",
  };
  for (const std::string_view query : queries) {
    CAPTURE(query);
    CHECK_NOTHROW(static_cast<void>(parse_query(query)));
  }
}

}  // namespace
}  // namespace bulletin
