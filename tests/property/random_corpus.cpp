#include "tests/property/random_corpus.hpp"

#include <algorithm>

#include "indexer/pipeline/make_bulletin.hpp"

namespace bulletin::test {
namespace {

using Strings = std::vector<std::string>;

// No two share a stem, none is a stop word, none names a country or a date.
const Strings kWords{"library", "coach", "lesson", "turnip", "engine", "planet", "orchid", "5g"};
const Strings kHan{"图", "书", "馆", "公", "司", "招", "商", "学"};

template <typename T>
T pick(const std::vector<T>& from) {
  return *rc::gen::elementOf(from);
}

int number(int from, int to) {
  return *rc::gen::inRange(from, to + 1);
}

std::string han_run(int longest) {
  std::string run;
  for (int left = number(1, longest); left > 0; --left) {
    run += pick(kHan);
  }
  return run;
}

// Words and runs; a run may stand against its neighbour, so runs grow and meet words.
std::string random_text(int longest) {
  std::string text;
  bool behind_word = false;
  for (int left = number(1, longest); left > 0; --left) {
    const bool is_word = number(0, 1) == 0;
    const Strings separators{" ", "，", ", ", "\n", behind_word && is_word ? " " : ""};
    text += (text.empty() ? "" : pick(separators)) + (is_word ? pick(kWords) : han_run(4));
    behind_word = is_word;
  }
  return text;
}

DateSpan random_span() {
  const auto day = [] {
    return Date(std::chrono::sys_days(make_date(2018, 11, 1).value()) +
                std::chrono::days(number(0, 500)));
  };
  Date from = day();
  Date to = number(0, 2) == 0 ? day() : from;
  if (to < from) {
    std::swap(from, to);
  }
  const auto precision = static_cast<Precision>(number(0, 2));
  if (precision == Precision::kMonth) {
    return {from.year() / from.month() / 1, Date(to.year() / to.month() / std::chrono::last),
            precision};
  }
  if (precision == Precision::kYear) {
    return {from.year() / 1 / 1, to.year() / 12 / 31, precision};
  }
  // A span of more than a year counts by months; the model does not know that.
  const Date limit = std::chrono::sys_days(from) + std::chrono::days(300);
  return {from, std::min(to, limit), precision};
}

Strings some(const Strings& from, int most) {
  Strings chosen;
  for (int left = number(0, most); left > 0; --left) {
    chosen.push_back(pick(from));
  }
  return chosen;
}

Bulletin random_item(std::size_t number_of_item) {
  RawItem item{.id = "i" + std::to_string(number_of_item)};
  item.title = number(0, 4) == 0 ? "" : random_text(5);
  item.text = random_text(12);
  item.source = pick(Strings{"", "xinhua news", "北京日报", "news of the day"});
  item.url = pick(Strings{"", "https://www.ouchn.edu.cn/1", "https://news.example.org/1"});
  item.lang = pick(Strings{"en", "zh"});
  item.countries = some({"KZ", "ES", "ZM", "BW"}, 2);
  for (int left = number(0, 2); left > 0; --left) {
    item.dates.push_back(random_span());
  }
  if (number(0, 2) == 0) {
    item.published = random_span().from;
  }
  return make_bulletin(item);
}

// What may stand in a clause. A lone character ends no phrase: the index only knows where one
// begins.
std::string random_phrase() {
  switch (number(0, 4)) {
    case 0:
      return pick(kWords) + " " + pick(kWords);
    case 1:
      return han_run(5);
    case 2:
      return pick(kWords) + " " + pick(kHan) + han_run(2);
    case 3:
      return han_run(2) + " " + pick(kWords);
    default:
      return han_run(2) + "，" + pick(kHan) + han_run(2);
  }
}

ModelClause random_pair(Part part) {
  const std::string word = pick(kWords);
  std::string other = pick(kWords);
  while (other == word) {
    other = pick(kWords);
  }
  return {
      .part = part, .text = word + ' ' + other, .distance = static_cast<std::size_t>(number(1, 4))};
}

ModelClause random_clause() {
  const auto part = static_cast<Part>(number(0, 2));
  if (part == Part::kShould) {
    // Plain runs of up to three characters have to stand together, as the model takes all runs.
    return {.part = part, .text = number(0, 1) == 0 ? pick(kWords) : han_run(3)};
  }
  switch (number(0, 5)) {
    case 0:
      return {.part = part, .text = pick(kWords), .in_title = true};
    case 1:
      return {.part = part, .text = random_phrase(), .in_title = true};
    case 2:
      return {.part = part,
              .text = pick(Strings{"l", "li", "c", "tur", "e", "x", "5"}),
              .in_title = true,
              .is_prefix = true};
    case 3:
      return random_pair(part);
    default:
      return {.part = part, .text = number(0, 1) == 0 ? pick(kWords) : random_phrase()};
  }
}

}  // namespace

rc::Gen<std::vector<Bulletin>> random_corpus() {
  return rc::gen::exec([] {
    std::vector<Bulletin> corpus;
    const int size = number(1, 25);
    for (int i = 0; i < size; ++i) {
      corpus.push_back(random_item(corpus.size()));
    }
    return corpus;
  });
}

rc::Gen<ModelQuery> random_query() {
  return rc::gen::exec([] {
    ModelQuery query;
    for (int left = number(0, 3); left > 0; --left) {
      query.clauses.push_back(random_clause());
    }
    if (number(0, 1) == 0) {
      query.countries = some({"KZ", "ES", "ZM", "BW", "FR", "none"}, 2);
    }
    if (number(0, 1) == 0) {
      for (int left = number(0, 2); left > 0; --left) {
        query.dates.push_back(number(0, 5) == 0 ? "none" : format_span(random_span()));
      }
    }
    if (number(0, 2) == 0) {
      query.langs = some({"en", "zh", "fr"}, 2);
    }
    if (number(0, 3) == 0) {
      query.sources = some(
          {"xinhua", "news", "北京", "日报", "ouchn.edu.cn", "edu.cn", "example.org", "cn", "day"},
          2);
    }
    return query;
  });
}

std::string typed(const std::vector<ModelClause>& clauses) {
  std::string text;
  for (const ModelClause& clause : clauses) {
    const bool is_one =
        clause.text.find(' ') == std::string::npos && clause.text.find("，") == std::string::npos;
    std::string shown = is_one ? clause.text : '"' + clause.text + '"';
    shown = (clause.in_title ? "title:" : "") + shown + (clause.is_prefix ? "*" : "") +
            (clause.distance > 0 ? '~' + std::to_string(clause.distance) : "");
    text += text.empty() ? "" : " ";
    text += (clause.part == Part::kMust ? "+" : clause.part == Part::kMustNot ? "-" : "") + shown;
  }
  return text;
}

}  // namespace bulletin::test
