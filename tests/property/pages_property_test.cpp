// Pages and feeds: whatever the bytes, nothing is thrown and what comes out is text.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "indexer/ingest/feed.hpp"
#include "indexer/ingest/html_page.hpp"
#include "indexer/ingest/html_tidy.hpp"
#include "tests/property/texts.hpp"

namespace bulletin::test {
namespace {

// Markup that matters to the readers, whole and in pieces.
const std::vector<std::string> kMarkup = {"<html>",
                                          "<body>",
                                          "<div>",
                                          "</div>",
                                          "<div class=item>",
                                          "<p>",
                                          "</p>",
                                          "<ul>",
                                          "<li>",
                                          "</li>",
                                          "</ul>",
                                          "<a href=/x>",
                                          "<a href='http://e.example/1'>",
                                          "</a>",
                                          "<h1>",
                                          "<h2>",
                                          "</h2>",
                                          "<table>",
                                          "<tr>",
                                          "<td>",
                                          "</table>",
                                          "<br>",
                                          "<b>",
                                          "</b>",
                                          "<span>",
                                          "</span>",
                                          "<title>",
                                          "</title>",
                                          "<script>",
                                          "</script>",
                                          "<svg>",
                                          "</svg>",
                                          "<select>",
                                          "<form>",
                                          "<button>",
                                          "<!--",
                                          "-->",
                                          "<time datetime=2019-03-14>",
                                          "</time>",
                                          "2019-03-14",
                                          "14",
                                          "2019-03",
                                          "On 5 May 2019, ",
                                          "5月3日",
                                          "发布时间：2019.03.14",
                                          "Read more",
                                          "下一页",
                                          "当前位置：",
                                          "a lead of some length that is told here ",
                                          "学校举行开学典礼校长出席并讲话",
                                          "&amp;",
                                          "&lt;",
                                          "&#0;",
                                          "&x;",
                                          "<",
                                          ">",
                                          "\"",
                                          "'",
                                          "=",
                                          " ",
                                          "<meta property=og:title content='",
                                          "<link rel=canonical href='",
                                          "<base href=//",
                                          "<p hidden>",
                                          "<nav>",
                                          "</nav>",
                                          "<article>",
                                          "</article>",
                                          "<rt>",
                                          "<pre>",
                                          "</pre>",
                                          "<?",
                                          "<!",
                                          "</",
                                          "\n"};
const std::vector<std::string> kFeedMarkup = {"<rss>",
                                              "<channel>",
                                              "<item>",
                                              "</item>",
                                              "</channel>",
                                              "</rss>",
                                              "<feed>",
                                              "<entry>",
                                              "</entry>",
                                              "</feed>",
                                              "<title>",
                                              "</title>",
                                              "<description>",
                                              "</description>",
                                              "<guid>",
                                              "</guid>",
                                              "<link/>",
                                              "<link href='x'/>",
                                              "<pubDate>2019-03-14</pubDate>",
                                              "<![CDATA[",
                                              "]]>",
                                              "<!DOCTYPE r [",
                                              "<!ENTITY x 'y'>",
                                              "]>",
                                              "&x;",
                                              "&amp;",
                                              "&lt;p&gt;",
                                              "<a:title>",
                                              "</a:title>",
                                              "<?xml ?>"};

rc::Gen<std::string> text_of_pieces(const std::vector<std::string>& markup) {
  const auto piece =
      rc::gen::weightedOneOf<std::string>({{8, rc::gen::elementOf(markup)}, {1, any_text()}});
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                      [](const std::vector<std::string>& pieces) {
                        std::string text;
                        for (const std::string& next : pieces) {
                          text += next;
                        }
                        return text;
                      });
}

ItemSink checked(std::size_t lines) {
  return {.on_item =
              [lines](const RawItem& item) {
                RC_ASSERT(!item.title.empty() || !item.text.empty());
                RC_ASSERT(item.origin.line >= 1);
                RC_ASSERT(item.origin.line <= lines);
                for (const std::string* text :
                     {&item.id, &item.title, &item.text, &item.url, &item.source, &item.lang}) {
                  RC_ASSERT(is_well_formed(*text));
                  RC_ASSERT(text->find('\0') == std::string::npos);
                }
                RC_ASSERT(item.title.find('\n') == std::string::npos);
                RC_ASSERT(item.text.find("\n\n") == std::string::npos);
              },
          .on_problem = [](const Problem& problem) { RC_ASSERT(!problem.message.empty()); }};
}

std::size_t lines_in(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1;
}

}  // namespace

TEST_CASE("pages: any bytes give texts or problems") {
  CHECK(rc::check([] {
    const std::string html = *rc::gen::oneOf(text_of_pieces(kMarkup), any_text());
    read_html(html, {.path = "p.html", .url = "http://e.example/a/b"}, checked(lines_in(html)));
    RC_ASSERT(is_well_formed(html_text(html)));
  }));
}

TEST_CASE("pages: the text of a text without markup is its words") {
  CHECK(rc::check([] {
    const std::string once = html_text(*text_of_pieces(kMarkup));
    std::string escaped;
    for (const char c : once) {
      escaped += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string(1, c);
    }
    std::string lines;
    for (std::size_t at = 0; at < escaped.size();) {
      const std::size_t end = std::min(escaped.find('\n', at), escaped.size());
      lines += "<p>" + escaped.substr(at, end - at) + "</p>";
      at = end + 1;
    }
    RC_ASSERT(html_text(lines) == once);
  }));
}

TEST_CASE("pages: what goes to the parser is small and shallow") {
  CHECK(rc::check([] {
    const std::string html = *text_of_pieces(kMarkup);
    const TidyHtml tidy = tidy_html(html);
    RC_ASSERT(tidy.refused.empty());
    RC_ASSERT(lines_in(tidy.html) == lines_in(html));
    RC_ASSERT(tidy_html(tidy.html).html == tidy.html);
  }));
}

TEST_CASE("feeds: any bytes give texts or problems") {
  CHECK(rc::check([] {
    const std::string xml = *rc::gen::oneOf(text_of_pieces(kFeedMarkup), any_text());
    read_feed(xml, {.path = "f.xml"}, checked(lines_in(xml)));
    read_sitemap(xml, {.path = "f.xml"}, checked(lines_in(xml)));
  }));
}

}  // namespace bulletin::test
