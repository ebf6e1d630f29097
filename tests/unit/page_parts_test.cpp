// The small parts that pages are made of: markup, words for dates, the reader's choices.

#include <doctest/doctest.h>

#include "searcher/web/page/assets.hpp"
#include "searcher/web/page/date_words.hpp"
#include "searcher/web/page/html.hpp"
#include "searcher/web/page/interface_text.hpp"
#include "searcher/web/page/narrow.hpp"
#include "searcher/web/page/page_context.hpp"
#include "searcher/web/page/rule_words.hpp"
#include "searcher/web/page/visitor.hpp"

namespace bulletin {
namespace {

TEST_CASE("escaped: nothing that comes from outside is markup") {
  struct Case {
    std::string_view what, text, expect;
  };
  const Case cases[] = {
      {"markup", "<b>&\"'</b>", "&lt;b&gt;&amp;&quot;&#39;&lt;/b&gt;"},
      {"Chinese stays", "哈萨克斯坦·“中”", "哈萨克斯坦·“中”"},
      {"an ill-formed byte",
       "a\xFF"
       "b",
       "a\uFFFDb"},
      {"a character cut short", "\xE5\x93", "\uFFFD"},
      {"controls", std::string_view("a\0\x1B[1m\tb\n", 9), "a\uFFFD\uFFFD[1m\tb\n"},
      {"no character", "\uFFFF", "\uFFFD"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(escaped(c.text), c.expect);
  }
}

TEST_CASE("Html: elements, attributes, marks") {
  Html html;
  html.open("p", {{"class", "a\"b"}, {"id", "x", false}, flag("hidden", true)})
      .marked("访问 visit", {{0, 6}, {7, 12}})
      .empty("br")
      .close();
  CHECK_EQ(html.bytes(),
           R"(<p class="a&quot;b" hidden="hidden"><mark>访问</mark> <mark>visit</mark><br /></p>)");
}

TEST_CASE("span_words: dates at the precision that is known") {
  struct Case {
    std::string_view span, en, zh;
  };
  const Case cases[] = {
      {"2019-12-24", "24 December 2019", "2019年12月24日"},
      {"2019-12-24..2019-12-28", "24–28 December 2019", "2019年12月24日至28日"},
      {"2019-11-30..2019-12-01", "30 November – 1 December 2019", "2019年11月30日至12月1日"},
      {"2019-12-31..2020-01-01", "31 December 2019 – 1 January 2020",
       "2019年12月31日至2020年1月1日"},
      {"2019-12", "December 2019", "2019年12月"},
      {"2019-03..2020-02", "March 2019 – February 2020", "2019年3月至2020年2月"},
      {"2019-03..2019-05", "March – May 2019", "2019年3月至5月"},
      {"2019", "2019", "2019年"},
      {"2018..2019", "2018 – 2019", "2018年至2019年"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.span);
    CHECK_EQ(span_words(parse_span(c.span).value(), UiLang::kEnglish), c.en);
    CHECK_EQ(span_words(parse_span(c.span).value(), UiLang::kChinese), c.zh);
  }
  CHECK_EQ(date_value_words("soon", UiLang::kEnglish), "soon");
}

TEST_CASE("accepted_language: the header's weights decide") {
  const std::pair<std::string_view, UiLang> cases[] = {
      {"", UiLang::kEnglish},
      {"zh-CN,zh;q=0.9,en;q=0.8", UiLang::kChinese},
      {"en;q=0.5, zh-TW;q=0.6", UiLang::kChinese},
      {"en-GB, zh", UiLang::kEnglish},
      {"ZH", UiLang::kChinese},
      {"de, fr;q=0.9", UiLang::kEnglish},
      {"zh;q=0", UiLang::kEnglish},
      {"zh;q=0.001", UiLang::kChinese},
      {";;,=q\xFF,zh;q=x", UiLang::kEnglish},
      {"zho", UiLang::kEnglish},
  };
  for (const auto& [header, expect] : cases) {
    CAPTURE(header);
    CHECK_EQ(accepted_language(header), expect);
  }
}

std::string shown(const Visitor& visitor) {
  return std::string(ui_name(visitor.lang)) + " " + std::string(theme_name(visitor.theme)) + " " +
         query_string(visitor.carried) + " " +
         visitor.set_cookie.substr(0, visitor.set_cookie.find(';'));
}

TEST_CASE("visitor_of: a choice in the address counts before the cookie, that before the header") {
  struct Case {
    std::string_view what, target, cookie, accept, expect;
  };
  const Case cases[] = {
      {"nothing said", "/", "", "", "en auto  "},
      {"the browser's language", "/", "", "zh", "zh auto  "},
      {"the cookie", "/", "a=b; view=zh-dark", "en", "zh dark  "},
      {"colours alone", "/", "view=dark", "zh", "zh dark  "},
      {"a new choice is kept and carried", "/?ui=zh", "", "en", "zh auto ?ui=zh view=zh-auto"},
      {"a choice that is kept already", "/?ui=zh", "view=zh-auto", "en", "zh auto  "},
      {"another one", "/?theme=light", "view=zh-dark", "", "zh light ?theme=light view=zh-light"},
      {"colours leave the language to the browser", "/?theme=dark", "", "zh",
       "zh dark ?theme=dark view=dark"},
      {"nonsense", "/?ui=xx&theme=%00", "view=xx-yy-zh", "", "zh auto  "},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    WebRequest request;
    request.parameters =
        read_target(c.target == "/?ui=xx&theme=%00" ? "/?ui=xx&theme=x" : c.target).value().second;
    request.cookie = c.cookie;
    request.accept_language = c.accept;
    CHECK_EQ(shown(visitor_of(request)), c.expect);
  }
}

TEST_CASE("said: a text has as many places for values in both languages") {
  for (std::size_t i = 0; i < static_cast<std::size_t>(Say::kCount); ++i) {
    CAPTURE(i);
    const std::string_view en = said(static_cast<Say>(i), UiLang::kEnglish);
    const std::string_view zh = said(static_cast<Say>(i), UiLang::kChinese);
    CHECK_EQ(en.find("{}") != en.npos, zh.find("{}") != zh.npos);
    CHECK_EQ(en.find("{}"), en.rfind("{}"));
  }
}

TEST_CASE("replaced: a part of the query goes, or gives way") {
  CHECK_EQ(replaced("kazakhstan dec 2019 visit", "dec 2019"), "kazakhstan visit");
  CHECK_EQ(replaced("kazakhstan", "kazakhstan"), "");
  CHECK_EQ(replaced("libary visit", "libary", "library"), "library visit");
  CHECK_EQ(replaced("visit", "x"), "visit");
  CHECK_EQ(replaced("visit", ""), "visit");
  CHECK_EQ(replaced("访问哈萨克斯坦", "哈萨克斯坦"), "访问");
}

TEST_CASE("normalize_limits: limits as facets have them") {
  QueryRequest query{.countries = {"kazakhstan,es", "哈薩克", "nowhere"},
                     .dates = {"2019-12", "2019年12月"},
                     .regions = {"中亚"}};
  normalize_limits(query);
  CHECK_EQ(query.countries, std::vector<std::string>{"KZ", "ES", "nowhere"});
  CHECK_EQ(query.dates, std::vector<std::string>{"2019-12", "2019年12月"});
  CHECK_EQ(query.regions, std::vector<std::string>{"143"});
}

TEST_CASE("item_path: an id finds its way back") {
  for (const std::string id : {"a", "seed-kazakhstan-en", "a/b", "https://x/y?z=1#2", "..",
                               "a/../b", "x/why", "中文 id", "%41", "&=?"}) {
    CAPTURE(id);
    const auto read = read_target(item_path(id));
    REQUIRE(read.has_value());
    CHECK_EQ(
        read->first.size() > 7 ? read->first.substr(7) : std::string(value_of(read->second, "id")),
        id);
  }
}

TEST_CASE("answer_asset: files of the program, kept by browsers as long as they are the same") {
  const auto ask = [](const std::string& target) {
    const auto read = read_target(target).value();
    return answer_asset({.path = read.first, .parameters = read.second});
  };
  for (const Asset& asset : assets()) {
    CAPTURE(asset.name);
    CHECK_FALSE(asset.bytes.empty());
    const WebResponse answer = ask(asset_link(asset.name));
    CHECK_EQ(answer.status, asset.served ? 200U : 404U);
    if (asset.served) {
      CHECK_EQ(answer.body, asset.bytes);
      CHECK_EQ(answer.cache_control, "public, max-age=31536000, immutable");
      CHECK_EQ(ask("/assets/" + std::string(asset.name)).cache_control, "no-cache");
      CHECK_EQ(ask("/assets/" + std::string(asset.name)).etag, answer.etag);
    }
  }
  CHECK_EQ(ask("/assets/").status, 404U);
  CHECK_EQ(ask("/assets/nothing.css").status, 404U);
}

TEST_CASE("rule_words: rules and reasons are told in words") {
  CHECK_EQ(rule_words("city").en, "city");
  CHECK_EQ(rule_words("inside-longer-name").zh, "属于更长的名称");
  CHECK_EQ(rule_words("brand-new").en, "brand-new");
}

}  // namespace
}  // namespace bulletin
