#include "searcher/search/similar.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "indexer/pipeline/document_builder.hpp"

namespace bulletin {
namespace {

Bulletin item(std::string lang, std::string text, const std::vector<std::string>& countries,
              const std::vector<std::string>& spans, const std::string& kind = {}) {
  static int number = 0;
  Bulletin made{.id = std::to_string(++number), .lang = std::move(lang), .text = std::move(text)};
  for (const std::string& code : countries) {
    made.countries.push_back({code, {{.rule = "name"}}});
  }
  for (const std::string& span : spans) {
    made.dates.push_back({parse_span(span).value(), {{.rule = "day"}}});
  }
  if (!kind.empty()) {
    made.kinds.push_back({kind, {}});
  }
  return made;
}

const Xapian::Database& index() {
  static const Xapian::WritableDatabase database = [] {
    Xapian::WritableDatabase fresh(std::string(), Xapian::DB_BACKEND_INMEMORY);
    const DocumentBuilder builder;
    for (const Bulletin& made : {
             item("en", "the orchid library opened for readers", {"KZ"}, {"2019-12-24..2019-12-28"},
                  "visit"),                                                    // 1
             item("en", "an orchid show with readers", {"ES"}, {"2011-01"}),   // 2
             item("en", "the football team", {"KZ"}, {"2019-12-24"}),          // 3
             item("zh", "代表团访问图书馆", {"KZ"}, {"2019-12-26"}, "visit"),  // 4
             item("zh", "学校运动会", {"KZ"}, {"2011-01"}),                    // 5
             item("zh", "UNESCO 会议 1537 人参加", {"ZM"}, {}),                // 6
             item("en", "UNESCO met with 1537 guests", {"BW"}, {}),            // 7
             item("zh", "图书馆的代表团", {"FR"}, {}),                         // 8
             item("fr", "rien", {}, {}),                                       // 9
         }) {
      fresh.add_document(builder.build(made));
    }
    return fresh;
  }();
  return database;
}

const Analyzer kAnalyzer;

std::string render(const std::vector<SimilarPlace>& places) {
  std::string line;
  for (const SimilarPlace& place : places) {
    line += (line.empty() ? "" : " ") + std::to_string(place.document) + '(';
    for (const std::string& value : place.shared) {
      line += (line.ends_with('(') ? "" : ",") + value;
    }
    line += ')';
  }
  return line;
}

TEST_CASE("find_similar: rare words in the same language, facts across languages") {
  const SimilarPlaces english = find_similar(index(), kAnalyzer, 1, 10);
  CHECK_EQ(render(english.same_language), "2(orchid,reader) 3(KZ)");
  CHECK_EQ(render(english.other_languages), "4(2019-12-26,visit,KZ) 5(KZ)");
  const SimilarPlaces chinese = find_similar(index(), kAnalyzer, 4, 10);
  CHECK_EQ(render(chinese.same_language), "8(代表,图书) 5(KZ)");
  CHECK_EQ(render(chinese.other_languages), "1(2019-12-26,visit,KZ) 3(KZ)");
}

TEST_CASE("find_similar: numbers and names in Latin letters join languages") {
  CHECK_EQ(render(find_similar(index(), kAnalyzer, 6, 10).other_languages), "7(1537,unesco)");
  CHECK_EQ(render(find_similar(index(), kAnalyzer, 7, 10).other_languages), "6(1537,unesco)");
}

TEST_CASE("find_similar: no more than asked for, and nothing like an item of its own kind") {
  CHECK_EQ(render(find_similar(index(), kAnalyzer, 1, 1).same_language), "2(orchid,reader)");
  CHECK_EQ(render(find_similar(index(), kAnalyzer, 1, 0).other_languages), "");
  const SimilarPlaces alone = find_similar(index(), kAnalyzer, 9, 10);
  CHECK_EQ(render(alone.same_language), "");
  CHECK_EQ(render(alone.other_languages), "");
}

}  // namespace
}  // namespace bulletin
