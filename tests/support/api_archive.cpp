#include "tests/support/api_archive.hpp"

#include <doctest/doctest.h>

#include "indexer/pipeline/index_writer.hpp"
#include "indexer/pipeline/make_bulletin.hpp"
#include "indexer/pipeline/reindex.hpp"
#include "tests/support/openapi_check.hpp"

namespace bulletin::test {

using namespace std::chrono_literals;

std::vector<RawItem> six_items() {
  const auto month = [](const char* span) { return std::vector{parse_span(span).value()}; };
  return {{.id = "kz",
           .title = "Partners sign a library agreement",
           .text = "Both libraries will lend each other books. The readers were glad.",
           .lang = "en",
           .url = "https://example.org/kz?a=1&b=2",
           .source = "Example News Desk",
           .countries = {"KZ"},
           .dates = month("2019-12-24..2019-12-28")},
          {.id = "es/2020",
           .title = "Football courses go online",
           .text = "Coaches and readers watched a lesson about football.",
           .lang = "en",
           .countries = {"ES"},
           .dates = month("2020-01")},
          {.id = "zh-kz",
           .title = "图书馆签署合作协议",
           .text = "双方图书馆将互借图书，读者表示欢迎。",
           .lang = "zh",
           .countries = {"KZ"},
           .dates = month("2019-12-25")},
          {.id = "zh-shang",
           .title = "招商工作座谈会",
           .text = "会议讨论招商工作，学校图书馆参加。",
           .lang = "zh",
           .published = 2021y / 6 / 1},
          {.id = "50% off? #1",
           .title = "A library <script>alert('x')</script> & ]]> \"quoted\"",
           .text = "The library said: </description><b onload=\"x\">markup</b>.\nA second line.",
           .lang = "en",
           .url = "javascript:alert(1)"},
          {.id = "plain",
           .text = "An item without a title tells of a library in Madrid, 马德里.",
           .lang = "en",
           .extra = R"({"desk":"night"})"}};
}

void add_items(const std::filesystem::path& index, const std::vector<RawItem>& items) {
  IndexWriter writer(index);
  for (const RawItem& item : items) {
    writer.add(make_bulletin(item));
  }
  writer.commit();
  writer.link_stories();
}

void rebuild(const std::filesystem::path& index) {
  REQUIRE(reindex(index, {}, [](std::size_t, std::size_t) { return true; }).has_value());
}

WebRequest request_for(std::string_view target) {
  const std::size_t end = std::min(target.find('?'), target.size());
  const auto split = read_target("/" + std::string(target.substr(end)));
  REQUIRE_MESSAGE(split.has_value(), target);
  return {.path = std::string(target.substr(0, end)),
          .parameters = split->second,
          .origin = "http://127.0.0.1:8080"};
}

std::string whole_body(const WebResponse& response) {
  std::string body = response.body;
  while (response.source) {
    const auto part = response.source();
    if (!part) {
      break;
    }
    body += *part;
  }
  return body;
}

ApiArchive::ApiArchive(const std::vector<RawItem>& items, ApiOptions options) {
  if (!items.empty()) {
    add_items(index(), items);
  }
  options.today = [] { return 2026y / 1 / 9; };
  searchers_ = std::make_unique<SearcherPool>(index(), 2);
  api_ = std::make_unique<Api>(*searchers_, labels_, std::move(options));
}

Answer ApiArchive::ask(const WebRequest& request) const {
  static const OpenApiCheck check;
  Answer answer{.head = api_->answer(request)};
  answer.body = whole_body(answer.head);
  answer.head.body.clear();
  answer.head.source = nullptr;
  for (const std::string& fault : check.faults(request.path, answer.head, answer.body)) {
    FAIL_CHECK(request.path << query_string(request.parameters) << ": " << fault);
  }
  return answer;
}

}  // namespace bulletin::test
