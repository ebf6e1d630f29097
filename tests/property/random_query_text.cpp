#include "tests/property/random_query_text.hpp"

#include <utility>

namespace bulletin::test {
namespace {

using Strings = std::vector<std::string>;

// Each is one word wherever it stands.
const Strings kWords{"library",
                     "哈萨克斯坦",
                     "刚果（金）",
                     "f(x)",
                     "COVID-19",
                     "a-b",
                     "u.s.",
                     "10:30",
                     "5G手机",
                     "l'été",
                     "\\kazakhstan",
                     "\\OR",
                     "\\-x",
                     "\\country:KZ",
                     "\\\"q",
                     "中国\\大学",
                     "撤离“占领军”后",
                     "c:\\new",
                     "他说“我们 会来”的",
                     "\\(a",
                     "@#$",
                     "a*b",
                     "１２",
                     "univ\\*"};
const Strings kPhrases{"study centre", "学习中心", "a OR -b (c", "a\"b", "a”b", "「x", "x」y", " ",
                       "\\",           "a:b*",     "(((",        "“",    "～5", "a\nb"};
const Strings kValues{
    "KZ", "KZ,ES", "2019-03..2020-02", "2019年12月", "Hong Kong", "刚果（金）", "\\KZ", "a\"b", "”",
    "(",  "none"};
const Strings kFields{"country", "date", "lang", "kind", "region", "source", "id"};
const Strings kPieces{
    "a",     "library", "哈萨克斯坦", "2019年12月", "dec 2019", "刚果（金）", "f(x",     " ",
    " ",     " ",       "\u3000",     "\n",         "\"",       "“",          "”",       "「",
    "」",    "『",      "』",         "＂",         "(",        ")",          "（",      "）",
    "-",     "－",      "–",          "+",          "＋",       "*",          "＊",      ":",
    "：",    "~5",      "～3",        "~99",        "~",        "OR",         " OR ",    " AND ",
    " NOT ", "NOT",     "title:",     "标题：",     "country:", "国家：",     "source:", "id:",
    "date:", "\\",      "\\",         "，",         "、",       "的",         "x",       "\xE3\x80",
    "\xFF"};

template <typename T>
T pick(const std::vector<T>& from) {
  return *rc::gen::elementOf(from);
}

int number(int from, int to) {
  return *rc::gen::inRange(from, to + 1);
}

Clause words(int most) {
  Clause clause{.text = pick(kWords)};
  for (int left = number(1, most); left > 1; --left) {
    clause.text += ' ' + pick(kWords);
  }
  return clause;
}

Clause phrase() {
  Clause clause{.kind = ClauseKind::kPhrase, .occur = Occur::kMust, .text = pick(kPhrases)};
  clause.distance = number(0, 3) == 0 ? static_cast<std::size_t>(number(1, 50)) : 0;
  return clause;
}

std::vector<Clause> sequence(int depth);

Clause group(int depth) {
  Clause clause{.kind = ClauseKind::kGroup};
  clause.children = sequence(depth + 1);
  for (const Clause& child : clause.children) {
    clause.occur = child.occur == Occur::kShould ? clause.occur : Occur::kMust;
  }
  return clause;
}

Clause prefix() {
  return {.kind = ClauseKind::kPrefix, .text = pick(Strings{"univ", "大学", "a*b", "f(x)"})};
}

Clause field(int depth) {
  Clause clause{.kind = ClauseKind::kField, .occur = Occur::kMust};
  if (number(0, 2) > 0) {
    clause.field = pick(kFields);
    clause.text = pick(kValues);
    return clause;
  }
  clause.field = "title";
  const int kind = number(0, depth > 3 ? 2 : 3);
  clause.children.push_back(kind == 0   ? words(1)
                            : kind == 1 ? phrase()
                            : kind == 2 ? prefix()
                                        : group(depth));
  return clause;
}

// One clause without a sign in front; plain words are a single one.
Clause atom(int depth) {
  switch (number(0, depth > 3 ? 3 : 4)) {
    case 0:
      return words(1);
    case 1:
      return phrase();
    case 2:
      return prefix();
    case 3:
      return field(depth);
    default:
      return group(depth);
  }
}

Clause alternatives(int depth) {
  Clause any{.kind = ClauseKind::kAny, .occur = Occur::kMust};
  for (int left = number(2, 4); left > 0; --left) {
    Clause child = atom(depth);
    child.occur = Occur::kShould;
    if (number(0, 4) == 0) {
      child.occur = Occur::kMustNot;
      child = Clause{.kind = ClauseKind::kGroup, .children = {std::move(child)}};
    }
    any.children.push_back(std::move(child));
  }
  return any;
}

std::vector<Clause> sequence(int depth) {
  std::vector<Clause> clauses;
  bool behind_words = false;
  for (int left = number(1, depth == 0 ? 6 : 3); left > 0; --left) {
    Clause clause = number(0, 3) == 0   ? alternatives(depth)
                    : number(0, 1) == 0 ? words(3)
                                        : atom(depth);
    const bool is_one = clause.text.find(' ') == std::string::npos || number(0, 1) == 0;
    if (clause.kind != ClauseKind::kAny && is_one && number(0, 2) == 0 &&
        (clause.kind != ClauseKind::kWords || clause.text.find(' ') == std::string::npos)) {
      clause.occur = number(0, 1) == 0 ? Occur::kMust : Occur::kMustNot;
    }
    const bool is_plain = clause.kind == ClauseKind::kWords && clause.occur == Occur::kShould;
    if (is_plain && behind_words) {
      clauses.back().text += ' ' + clause.text;
    } else {
      clauses.push_back(std::move(clause));
    }
    behind_words = is_plain;
  }
  return clauses;
}

}  // namespace

rc::Gen<ParsedQuery> random_parsed_query() {
  return rc::gen::exec([] { return ParsedQuery{.clauses = sequence(0), .notes = {}}; });
}

rc::Gen<std::string> random_query_text() {
  return rc::gen::exec([] {
    std::string text;
    for (int left = number(0, 30); left > 0; --left) {
      text += pick(kPieces);
    }
    return text;
  });
}

}  // namespace bulletin::test
