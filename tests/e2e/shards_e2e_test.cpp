// One archive, however it is laid out: in one database, in shards, behind a network. Every answer
// is the same.

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <random>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "indexer/analysis/utf8.hpp"
#include "indexer/pipeline/index_writer.hpp"
#include "indexer/pipeline/make_bulletin.hpp"
#include "indexer/schema/index_folder.hpp"
#include "searcher/output/result_writer.hpp"
#include "searcher/output/similar_items.hpp"
#include "searcher/output/suggestions.hpp"
#include "searcher/output/why_query.hpp"
#include "tests/e2e/programs.hpp"
#include "tests/property/random_bulletins.hpp"
#include "tests/support/corpus_index.hpp"
#include "tests/support/shards.hpp"

namespace bulletin::test {
namespace {

constexpr Date kToday{std::chrono::year(2024), std::chrono::May, std::chrono::day(1)};

// Draws the same in every run.
class Draw {
 public:
  std::size_t below(std::size_t end) { return end == 0 ? 0 : engine_() % end; }
  bool one_in(std::size_t n) { return below(n) == 0; }
  template <typename List>
  const auto& of(const List& list) {
    return list[below(std::size(list))];
  }

 private:
  std::mt19937 engine_{20240501};
};

// Sentences of the shipped archive put together anew, some in Traditional characters, some nearly
// as their originals.
std::vector<Bulletin> made_items(const std::vector<Bulletin>& shipped, Draw& draw) {
  std::vector<Bulletin> items;
  for (std::size_t number = 0; number < 300; ++number) {
    const Bulletin& first = draw.of(shipped);
    const Bulletin& second = draw.of(shipped);
    const bool is_near_copy = draw.one_in(4);
    const bool is_traditional = draw.one_in(6);
    const auto written = [&](const std::string& text) {
      return is_traditional ? traditional(text) : text;
    };
    RawItem item{.origin = {.path = "made.jsonl", .line = number + 1},
                 .id = "made-" + std::to_string(number),
                 .title = written(first.title),
                 .text = written(first.text)};
    if (!is_near_copy && first.lang == second.lang) {
      const auto half = [](const std::string& text) {
        std::size_t at = text.size() / 2;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) {
          ++at;
        }
        return at;
      };
      item.text = written(first.text.substr(0, half(first.text)) + "\n" +
                          second.text.substr(half(second.text)));
    }
    if (draw.one_in(3)) {
      item.published = Date{std::chrono::year(2010 + static_cast<int>(draw.below(15))),
                            std::chrono::month(1 + static_cast<unsigned>(draw.below(12))),
                            std::chrono::day(1 + static_cast<unsigned>(draw.below(28)))};
    }
    item.source = draw.one_in(2) ? "Xinhua News" : "";
    items.push_back(make_bulletin(item));
  }
  return items;
}

// The archive in seven layouts.
class Layouts {
 public:
  Layouts() {
    const CorpusIndex corpus;
    Draw draw;
    items_ = corpus.items();
    const std::vector<Bulletin> made = made_items(items_, draw);
    items_.insert(items_.end(), made.begin(), made.end());
    const std::string whole = folder_.at("whole");
    {
      IndexWriter writer(whole);
      for (const Bulletin& item : items_) {
        writer.add(item);
      }
      writer.commit();
      writer.link_stories();
      for (std::size_t i = 5; i < 20; i += 7) {  // Numbers that nobody has.
        writer.remove(items_[i].id);
      }
      writer.link_stories();
      writer.refresh_suggestions();
      writer.commit();
    }
    const std::filesystem::path generation =
        std::filesystem::path(whole) / generation_in_use(whole);
    open("one", whole);
    make("one remote", {remote(generation)});
    const std::vector<std::filesystem::path> two = dealt(whole, 2);
    make("two", {local(two[0]), local(two[1])});
    make("one of two remote", {local(two[0]), remote(two[1])});
    make("two remote", {remote(two[0]), remote(two[1])});
    const std::vector<std::filesystem::path> four = dealt(whole, 4);
    make("two of four remote", {local(four[0]), remote(four[1]), local(four[2]), remote(four[3])});
    make("four remote", {remote(four[0]), remote(four[1]), remote(four[2]), remote(four[3])});
  }

  [[nodiscard]] const std::vector<Bulletin>& items() const { return items_; }

  // Where the index of each layout is, the first in one database.
  [[nodiscard]] const std::vector<std::string>& indexes() const { return indexes_; }

  // Checks that `ask` is told the same in every layout; returns what that is.
  std::string same(const std::function<std::string(Searcher&)>& ask) {
    const std::string expected = ask(*searchers_.front());
    for (std::size_t i = 1; i < searchers_.size(); ++i) {
      CAPTURE(names_[i]);
      const std::string told = ask(*searchers_[i]);
      const bool is_same = told == expected;
      CHECK(is_same);
      if (!is_same) {
        const auto at =
            static_cast<std::size_t>(std::ranges::mismatch(told, expected).in1 - told.begin());
        const std::size_t from = at < 200 ? 0 : at - 200;
        MESSAGE("told " << told.substr(from, 400) << "\ninstead of " << expected.substr(from, 400));
      }
    }
    return expected;
  }

 private:
  [[nodiscard]] std::vector<std::filesystem::path> dealt(const std::string& whole,
                                                         std::size_t count) const {
    std::vector<std::filesystem::path> shards;
    for (std::size_t i = 1; i <= count; ++i) {
      shards.emplace_back(
          folder_.at("shard-" + std::to_string(i) + "-of-" + std::to_string(count)));
    }
    deal_out(open_index(whole), shards);
    return shards;
  }

  [[nodiscard]] static std::string local(const std::filesystem::path& database) {
    return "auto " + database.string();
  }

  std::string remote(const std::filesystem::path& database) {
    served_.push_back(std::make_unique<ServedDatabase>(database));
    return "remote " + served_.back()->address();
  }

  void open(const std::string& name, const std::string& index) {
    names_.push_back(name);
    indexes_.push_back(index);
    searchers_.push_back(std::make_unique<Searcher>(index));
  }

  void make(const std::string& name, const std::vector<std::string>& lines) {
    const std::string index = folder_.at("index-" + std::to_string(names_.size()));
    make_index_of(index, lines);
    open(name, index);
  }

  TemporaryFolder folder_;
  std::vector<Bulletin> items_;
  std::vector<std::unique_ptr<ServedDatabase>> served_;
  std::vector<std::string> names_, indexes_;
  std::vector<std::unique_ptr<Searcher>> searchers_;
};

Layouts& layouts() {
  static Layouts made;
  return made;
}

// Words of a text: between spaces, or of some Chinese characters.
std::vector<std::string> words_in(const std::string& text) {
  std::vector<std::string> words(1);
  std::size_t han = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const bool is_letter = c < 128 && std::isalnum(static_cast<int>(c)) != 0;
    const bool goes_on =
        is_han(c) ? han < 4 && (han > 0 || words.back().empty()) : is_letter && han == 0;
    if (!goes_on && !words.back().empty()) {
      words.emplace_back();
      han = 0;
    }
    if (is_han(c) || is_letter) {
      words.back() += text.substr(begin, at - begin);
      han += is_han(c) ? 1 : 0;
    }
  }
  std::erase_if(words, [](const std::string& word) { return word.empty(); });
  return words;
}

std::string run_of(const std::vector<std::string>& words, std::size_t from, std::size_t count,
                   bool is_chinese) {
  std::string run;
  for (std::size_t i = from; i < std::min(from + count, words.size()); ++i) {
    run += (run.empty() || is_chinese ? "" : " ") + words[i];
  }
  return run;
}

// What a person may type who has seen an item.
std::string drawn_text(const Bulletin& item, Draw& draw) {
  const std::vector<std::string> words = words_in(item.title + " " + item.text);
  if (words.size() < 4) {
    return item.title;
  }
  const bool is_chinese = item.lang == "zh";
  const auto word = [&] { return draw.of(words); };
  const std::string run = run_of(words, draw.below(words.size()), 1 + draw.below(3), is_chinese);
  const std::string month = "2019-" + std::string(draw.one_in(2) ? "12" : "05");
  switch (draw.below(19)) {
    case 0:
      return word();
    case 1:
      return word() + " " + word();
    case 2:
      return word() + " " + word() + " " + word() + " " + word();
    case 3:
      return "\"" + run + "\"";
    case 4:
      return "\"" + word() + " " + word() + "\"~" + std::to_string(1 + draw.below(40));
    case 5:
      return "+" + word() + " -" + word();
    case 6:
      return word() + " AND (" + word() + " OR \"" + run + "\")";
    case 7:
      return "(" + word() + " " + word() + ") NOT (" + word() + " \"" + run + "\")";
    case 8:
      return word().substr(0, is_chinese ? 3 : 2 + draw.below(3)) + "*";
    case 9:
      return word() + " date:" + month;
    case 10:
      return word() + " country:" +
             (item.countries.empty() ? std::string("none") : item.countries.front().code);
    case 11:
      return "title:" + words[draw.below(3)];
    case 12:
      return "title:\"" + run_of(words, draw.below(3), 2, is_chinese) + "\" " + word();
    case 13:
      return "title:" + words[draw.below(3)].substr(0, 3) + "* OR " + word();
    case 14:
      return draw.of(std::vector<std::string>{"beijing", "tu shu guan", "guojia kaifang daxue",
                                              "gjkfdx", "ha sa ke si tan", "bei jing visit",
                                              "wenhua jiaoliu", "zhongguo"});
    case 15:
      return word() + "x " + word();
    case 16:
      return is_chinese ? words[draw.below(words.size())].substr(0, 3)
                        : "\"" + run + "\" -" + word();
    case 17:
      return word() + draw.of(std::vector<std::string>{" in Kazakhstan", " 2019", " 哈萨克斯坦",
                                                       " last month", " 2019年12月"});
    default:
      return run;
  }
}

SearchRequest drawn_request(const std::vector<Bulletin>& items, Draw& draw) {
  constexpr Sort kSorts[] = {Sort::kRelevance,   Sort::kRelevance,   Sort::kRelevance,
                             Sort::kOldestFirst, Sort::kNewestFirst, Sort::kTitle};
  const Bulletin& item = draw.of(items);
  SearchRequest request{.query = {.text = drawn_text(item, draw), .today = kToday},
                        .sort = draw.of(kSorts),
                        .offset = draw.one_in(3) ? 20U : 0U,
                        .group = draw.one_in(3)};
  QueryRequest& query = request.query;
  if (draw.one_in(12)) {
    query.text.clear();
  }
  query.exact_script = draw.one_in(4);
  query.strict = draw.one_in(10);
  query.literal = draw.one_in(10);
  if (draw.one_in(5)) {
    query.langs = {item.lang};
  }
  if (draw.one_in(8)) {
    query.regions = {draw.one_in(2) ? "143" : "Europe"};
  }
  if (draw.one_in(8)) {
    query.dates = {draw.one_in(4) ? "none" : "2016-03..2020-02"};
  }
  if (draw.one_in(8)) {
    query.countries = {item.countries.empty() ? "none" : item.countries.front().code, "KZ"};
  }
  if (draw.one_in(10)) {
    query.rules = {"name", "city"};
  }
  if (draw.one_in(10)) {
    query.kinds = {"visit", "meeting"};
  }
  if (draw.one_in(10)) {
    query.sources = {"Xinhua News"};
  }
  return request;
}

std::string printed(const SearchResult& result, const std::string& text) {
  static const Labels labels;
  SearchResult head = result;
  head.hits.clear();
  const auto writer = make_writer(
      Format::kJson, {.query = text, .labels = labels, .terminal = {}, .link = {}, .self = {}});
  std::string json = writer->head(head);
  for (const Hit& hit : result.hits) {
    json += writer->hit(hit);
  }
  return json + writer->tail(head);
}

std::string searched(Searcher& searcher, const SearchRequest& request) {
  return printed(searcher.search(request), request.query.text);
}

// Scores that are sums in Xapian's own order, to nine digits.
void round_scores(nlohmann::ordered_json& json) {
  if (json.is_number_float()) {
    std::array<char, 32> digits{};
    std::snprintf(digits.data(), digits.size(), "%.9g", json.get<double>());
    json = digits.data();
  }
  if (json.is_structured()) {
    std::ranges::for_each(json, round_scores);
  }
}

std::string rounded(nlohmann::ordered_json json) {
  round_scores(json);
  return json.dump();
}

}  // namespace

TEST_CASE("shards: a search finds the same, in the same order, with the same counts" *
          doctest::skip(!can_serve_databases())) {
  Draw draw;
  std::size_t with_hits = 0;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  constexpr std::size_t kQuestions = 100;  // Each takes several times as long.
#else
  constexpr std::size_t kQuestions = 500;
#endif
  for (std::size_t i = 0; i < kQuestions; ++i) {
    const SearchRequest request = drawn_request(layouts().items(), draw);
    CAPTURE(i);
    CAPTURE(request.query.text);
    const std::string told =
        layouts().same([&](Searcher& searcher) { return searched(searcher, request); });
    with_hits += told.find("\"rank\"") != std::string::npos ? 1 : 0;
  }
  CHECK_GT(with_hits, kQuestions / 2);  // Else nothing has been compared.
}

TEST_CASE("shards: what is asked again is told from memory, and the same" *
          doctest::skip(!can_serve_databases())) {
  for (const std::string text : {"library", "图书馆 visit", "\"open university\"", "univ*", ""}) {
    CAPTURE(text);
    for (const Sort sort : {Sort::kRelevance, Sort::kNewestFirst, Sort::kOldestFirst}) {
      const SearchRequest request{.query = {.text = text, .today = kToday}, .sort = sort};
      for (int times = 0; times < 3; ++times) {
        layouts().same([&](Searcher& searcher) { return searched(searcher, request); });
      }
    }
  }
}

TEST_CASE("shards: all hits have the same ids and scores" * doctest::skip(!can_serve_databases())) {
  for (const std::string text : {"library", "大学", "visit -library", ""}) {
    CAPTURE(text);
    const SearchRequest request{.query = {.text = text, .today = kToday}, .limit = kAllHits};
    layouts().same([&](Searcher& searcher) {
      std::string told;
      for (const std::string& id : searcher.read_ids(searcher.open(request))) {
        told += id + "\n";
      }
      for (const Ranked& ranked : searcher.rank(request)) {
        told += ranked.id + " " + std::to_string(ranked.score) + "\n";
      }
      return told;
    });
  }
}

TEST_CASE("shards: an item is explained and has similar ones alike" *
          doctest::skip(!can_serve_databases())) {
  Draw draw;
  const Labels labels;
  for (int i = 0; i < 60; ++i) {
    const std::string id = draw.of(layouts().items()).id;
    const SearchRequest request = drawn_request(layouts().items(), draw);
    CAPTURE(id);
    CAPTURE(request.query.text);
    layouts().same([&](Searcher& searcher) {
      const auto explained = searcher.explain(id, request.query);
      return explained ? rounded(why_query_json(*explained, request.query.text, labels))
                       : std::string();
    });
    layouts().same([&](Searcher& searcher) {
      const auto similar = searcher.similar(id, 5);
      return similar ? rounded(nlohmann::ordered_json::parse(similar_json(*similar)))
                     : std::string();
    });
  }
}

TEST_CASE("shards: what is being typed is completed alike" *
          doctest::skip(!can_serve_databases())) {
  Draw draw;
  for (int i = 0; i < 150; ++i) {
    const std::vector<std::string> words = words_in(draw.of(layouts().items()).text);
    std::string typed = words.empty() ? "2019-1" : draw.of(words);
    if (typed.front() > 0) {
      typed.resize(std::min(typed.size(), 1 + draw.below(5)));
    }
    CAPTURE(typed);
    layouts().same([&](Searcher& searcher) {
      return suggestions_json(typed, searcher.suggest(typed)).dump();
    });
  }
}

TEST_CASE("shards: the program prints the same bytes" * doctest::skip(!can_serve_databases())) {
  const std::vector<std::vector<std::string>> commands = {
      {"--json", "library exchange in Kazakhstan"},
      {"--json", "--group", "--sort", "-date", "图书馆 交流"},
      {"--format", "csv", "--limit", "all", "大学"},
      {"--json", "--exact-script", "圖書館"},
      {"--facets", "\"open university\"", "--country", "KZ"},
      {"--json", "librari"},
      {"show", "made-7"},
      {"similar", "made-7"},
      {"suggest", "gu"},
      {"--json", "no-such-word-anywhere"}};
  for (const std::vector<std::string>& command : commands) {
    CAPTURE(command.back());
    std::optional<Finished> expected;
    for (const std::string& index : layouts().indexes()) {
      std::vector<std::string> words = command;
      const bool is_search = words.front().starts_with("--");
      words.insert(words.begin() + (is_search ? 0 : 1), {"--db", index});
      const Finished told = bulletin_search(words);
      expected = expected.value_or(told);
      CHECK_EQ(told.out, expected->out);
      CHECK_EQ(told.err, expected->err);
      CHECK_EQ(told.status, expected->status);
      CHECK_LT(told.status, 2);
    }
  }
}

TEST_CASE("shards: days are counted alike" * doctest::skip(!can_serve_databases())) {
  Draw draw;
  for (int i = 0; i < 20; ++i) {
    const QueryRequest request = drawn_request(layouts().items(), draw).query;
    CAPTURE(request.text);
    layouts().same([&](Searcher& searcher) {
      const auto counted = searcher.days(request, {"2019-12", "2019-05"});
      std::string told;
      for (const MonthDays& month : counted.value()) {
        for (const Bucket& day : month.days) {
          told += day.value + " " + std::to_string(day.count) + "\n";
        }
        told += std::to_string(month.day_not_given) + "\n";
      }
      return told;
    });
  }
}

}  // namespace bulletin::test
