#include <string>

#include <doctest/doctest.h>

#include "indexer/pipeline/document_builder.hpp"
#include "indexer/schema/schema.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace bulletin {
namespace {

// What makes terms of every kind: two languages, names, dates, countries, kinds, files, a host.
Bulletin item(const std::string& lang, const std::string& title, const std::string& text) {
  Bulletin made{.id = "item-" + lang, .lang = lang, .title = title, .text = text};
  made.url = "https://news.example.org/2019/item";
  made.source = "Harbour Gazette 港口报";
  made.countries = {{"KZ", {{.rule = "city"}, {.rule = "name"}}}, {"ZM", {{.rule = "name"}}}};
  made.dates = {{parse_span("2019-12-24..2019-12-28").value_or(DateSpan{}), {{.rule = "day"}}},
                {parse_span("2018").value_or(DateSpan{}), {{.rule = "year"}}}};
  made.kinds = {{"visit", {}}, {"signing", {}}};
  made.sources = {{.path = "archive/2019.jsonl", .encoding = {}, .file_bytes = 0, .wording = 1}};
  return made;
}

std::uint64_t hash_of_terms(const Bulletin& bulletin) {
  TermCounts terms = DocumentBuilder().build_plain(bulletin).terms;
  terms.sort();
  std::string all;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    all += std::string(terms.term(i)) + ' ' + std::to_string(terms.count(i)) + '\n';
  }
  return XXH3_64bits(all.data(), all.size());
}

}  // namespace

// Lists of terms in built indexes are short because the terms of an item can be made again. Where
// they come out otherwise, indexes have to be read anew: raise kSchemaVersion, then change this.
TEST_CASE("the terms of an item are those of the schema") {
  const Bulletin english =
      item("en", "Delegation Led by Li Xiaoming Visits Almaty University",
           "On 24 December 2019, Professor Li Xiaoming of the Open University signed an agreement "
           "in Almaty, Kazakhstan, with 1,537 teachers' unions; the U.S. guests couldn't come.");
  const Bulletin chinese =
      item("zh", "李晓明率团访问阿拉木图大学",
           "2019年12月24日，国家开放大学教授李晓明在哈萨克斯坦阿拉木图签署协议，"
           "1537名教师参加，研究生命的起源。UNESCO代表团也来访。");
  CHECK_EQ(kSchemaVersion, "7");
  CHECK_EQ(hash_of_terms(english), 13471548453981699498U);
  CHECK_EQ(hash_of_terms(chinese), 13092887138416930979U);
}

}  // namespace bulletin
