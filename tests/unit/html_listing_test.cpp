// Pages of many items, and pages that only look like them.

#include <string>

#include <doctest/doctest.h>

#include "tests/unit/read_html.hpp"

namespace bulletin {
namespace {

using test::read_page;

std::string page(std::string_view body) {
  return "<html><head><title>News</title></head><body>" + std::string(body) + "</body></html>";
}

constexpr std::string_view kBase = "https://u.example/news/list.htm?page=2";

TEST_CASE("read_html: every shape of a list gives the same three items") {
  struct Case {
    std::string_view what, body;
  };
  const Case cases[] = {
      {"list with headings",
       R"(<ul><li><h3><a href="1.htm">Lake course opens</a></h3><span>2019-03-01</span>
<p>The course has forty students.</p></li>
<li><h3><a href="2.htm">Guests from Quito</a></h3><span>2019-03-02</span>
<p>They saw the library and the lab.</p></li>
<li><h3><a href="3.htm">Prize for a teacher</a></h3><span>2019-03-03</span>
<p>She has taught for thirty years.</p></li></ul>)"},
      {"bare links, days and summaries in a div each",
       R"(<div class=list><div class="row odd"><a href="1.htm">Lake course opens</a><em>[2019-03-01]</em>
<div>The course has forty students.</div></div>
<div class="row even"><a href="2.htm">Guests from Quito</a><em>[2019-03-02]</em>
<div>They saw the library and the lab.</div></div>
<div class="row odd last"><a href="3.htm">Prize for a teacher</a><em>[2019-03-03]</em>
<div>She has taught for thirty years.</div></div></div>)"},
      {"table, day first",
       R"(<table><tr><th>Day</th><th>News</th></tr>
<tr><td>2019-03-01<td><a href="1.htm">Lake course opens</a><br>The course has forty students.
<tr><td>2019-03-02<td><a href="2.htm">Guests from Quito</a><br>They saw the library and the lab.
<tr><td>2019-03-03<td><a href="3.htm">Prize for a teacher</a><br>She has taught for thirty years.
</table>)"},
      {"headings and paragraphs side by side",
       R"(<div><h2><a href="1.htm">Lake course opens</a></h2><p>1 March 2019</p>
<p>The course has forty students.</p><h2><a href="2.htm">Guests from Quito</a></h2><p>2 March 2019</p>
<p>They saw the library and the lab.</p><h2><a href="3.htm">Prize for a teacher</a></h2>
<p>3 March 2019</p><p>She has taught for thirty years.</p></div>)"},
      {"whole cards are links",
       R"(<div><a class=card href="1.htm"><h4>Lake course opens</h4><p>The course has forty students.</p>
<time datetime="2019-03-01">1 March</time></a>
<a class=card href="2.htm"><h4>Guests from Quito</h4><p>They saw the library and the lab.</p>
<time datetime="2019-03-02">2 March</time></a>
<a class=card href="3.htm"><h4>Prize for a teacher</h4><p>She has taught for thirty years.</p>
<time datetime="2019-03-03">3 March</time></a></div>)"},
      {"a grid of two in a row, day above month",
       R"(<div class=row><div class=col><b>01</b><i>2019-03</i><h3><a href="1.htm">Lake course opens</a></h3>
<p>The course has forty students.</p></div>
<div class=col><b>02</b><i>2019-03</i><h3><a href="2.htm">Guests from Quito</a></h3>
<p>They saw the library and the lab.</p></div></div>
<div class=row><div class=col><b>03</b><i>2019-03</i><h3><a href="3.htm">Prize for a teacher</a></h3>
<p>She has taught for thirty years.</p></div></div>)"},
      {"definition list",
       R"(<dl><dt><a href="1.htm">Lake course opens</a> (2019/03/01)<dd>The course has forty students.
<dt><a href="2.htm">Guests from Quito</a> (2019/03/02)<dd>They saw the library and the lab.
<dt><a href="3.htm">Prize for a teacher</a> (2019/03/03)<dd>She has taught for thirty years.</dl>)"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(read_page(page(c.body), std::string(kBase)),
             "2019-03-01 - https://u.example/news/1.htm - # Lake course opens\n"
             "The course has forty students.\n"
             "2019-03-02 - https://u.example/news/2.htm - # Guests from Quito\n"
             "They saw the library and the lab.\n"
             "2019-03-03 - https://u.example/news/3.htm - # Prize for a teacher\n"
             "She has taught for thirty years.\n");
  }
}

TEST_CASE("read_html: leads without titles") {
  struct Case {
    std::string_view what, body, links;
  };
  const Case cases[] = {
      {"paragraphs that end in Read more",
       R"(<h1>News</h1><div><p>The dean met four guests from Porto in the old hall. <a href="/1">Read more</a></p>
<p>Forty students began the course on lakes and rivers. <a href="/2">Read more...</a></p>
<p>A prize went to a teacher of thirty years in the school. <a href="/3">Read more »</a></p></div>)",
       "https://u.example/"},
      {"Read more in a paragraph of its own",
       R"(<h1>News</h1><div><p>The dean met four guests from Porto in the old hall.</p><p class=readmore><a href="/1">Read more</a></p>
<p>Forty students began the course on lakes and rivers.</p><p class=readmore><a href="/2">Read more</a></p>
<p>A prize went to a teacher of thirty years in the school.</p><p class=readmore><a href="/3">Read more</a></p></div>)",
       "https://u.example/"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(read_page(page(c.body), std::string(kBase)),
             "- - https://u.example/1 - # -\n"
             "The dean met four guests from Porto in the old hall.\n"
             "- - https://u.example/2 - # -\n"
             "Forty students began the course on lakes and rivers.\n"
             "- - https://u.example/3 - # -\n"
             "A prize went to a teacher of thirty years in the school.\n");
  }
}

TEST_CASE("read_html: bare leads that begin with their days") {
  CHECK_EQ(read_page(page(
               "<div><p>On December 24, 2019, the president met a group of guests from "
               "Astana in the hall.</p><p>From 3 to 5 May 2019, the ninth council was held "
               "in the city of "
               "Porto.</p><p>5月3日，校长会见了来自坎帕拉的代表团一行四人，双方签署了协议。</p>"
               "<p>On June 7, the college and the town library signed a new agreement.</p></div>")),
           "- - - - # -\n"
           "On December 24, 2019, the president met a group of guests from Astana in the hall.\n"
           "- - - - # -\n"
           "From 3 to 5 May 2019, the ninth council was held in the city of Porto.\n"
           "- - - - # -\n"
           "5月3日，校长会见了来自坎帕拉的代表团一行四人，双方签署了协议。\n"
           "- - - - # -\n"
           "On June 7, the college and the town library signed a new agreement.\n");
}

TEST_CASE("read_html: titles with days only, and a title cut by the list") {
  CHECK_EQ(read_page(page(R"(<nav><a href=/>首页</a></nav><ul>
<li><a href="../a/1.htm" title="我校与坎帕拉大学签署合作协议并互派教师">我校与坎帕拉大学签署合作协议...</a><span>2024-06-21</span></li>
<li><a href="../a/2.htm">新图书馆开放</a><span>2024-06-20</span></li>
<li><a href="../a/3.htm">开学典礼举行</a><span>2024-06-19</span></li></ul>
<div><a href=?p=1>上一页</a> <a href=?p=3>下一页</a></div>)"),
                     std::string(kBase)),
           "2024-06-21 - https://u.example/a/1.htm - # 我校与坎帕拉大学签署合作协议并互派教师\n"
           "2024-06-20 - https://u.example/a/2.htm - # 新图书馆开放\n"
           "2024-06-19 - https://u.example/a/3.htm - # 开学典礼举行\n");
}

TEST_CASE("read_html: a day at the start of a summary does not cost it") {
  const std::string said = read_page(
      page("<div><a href=/1>Lake course opens</a> 14 March 2019: forty students came</div><div><a "
           "href=/2>Guests from Quito</a> 15 March 2019: they saw the lab</div><div><a "
           "href=/3>Prize "
           "for a teacher</a> 16 March 2019: of thirty years</div>"),
      std::string(kBase));
  CHECK_NE(said.find("# Prize for a teacher\n16 March 2019: of thirty years\n"), said.npos);
}

TEST_CASE("read_html: a listing of 500 is read whole, between menus") {
  std::string body =
      "<ul class=top><li><a href=/a>About the college</a></li><li><a href=/b>Study with us</a></li>"
      "<li><a href=/c>Research</a></li><li><a href=/d>News and events</a></li></ul><ol>";
  for (int number = 1; number <= 500; ++number) {
    const std::string text = std::to_string(number);
    body += "<li><a href='/n/" + text + "'>Story number " + text +
            "</a><p>What happened is told in some words.</p></li>\n";
  }
  const std::string said = read_page(page(body + "</ol><p>Contact: press office</p>"));
  std::size_t items = 0;
  for (std::size_t at = said.find("# Story"); at != said.npos; at = said.find("# Story", at + 1)) {
    ++items;
  }
  CHECK_EQ(items, 500);
  CHECK_EQ(said.find("About the college"), std::string::npos);
  CHECK_EQ(said.find("press office"), std::string::npos);
}

TEST_CASE("read_html: what is no listing") {
  constexpr std::string_view kStory =
      "<h1>Harbour course begins</h1><p>The course on harbours began with forty students in the "
      "old "
      "hall on Monday, and the dean spoke of the town's long history with the sea, its trade and "
      "its sailors, whom the school has taught for a hundred years.</p><p>It ends in June.</p>";
  struct Case {
    std::string_view what, around;
  };
  const Case cases[] = {
      {"a menu without the name of one",
       "<ul><li><a href=/1>About us</a></li><li><a href=/2>Study</a></li><li><a "
       "href=/3>Research</a></li><li><a href=/4>International</a></li></ul>"},
      {"related news with days",
       "<h3>Latest</h3><ul><li><a href=/1>Lake course opens in spring</a> 2019-03-01</li><li><a "
       "href=/2>Guests from Quito see the library</a> 2019-03-02</li><li><a href=/3>Prize for a "
       "teacher of the school</a> 2019-03-03</li></ul>"},
      {"long related titles",
       "<div><div><a href=/1>The lake course will open again in the spring of next "
       "year</a></div><div><a href=/2>Guests from Quito have seen the library and the new "
       "lab</a></div><div><a href=/3>A prize was given to a teacher of thirty years of "
       "service</a></div></div>"},
      {"paragraphs with links in them",
       "<p>In <a href=/1>May</a> the <a href=/2>second course</a> will begin with as many "
       "students.</p><p>The <a href=/3>third</a> is planned for the autumn of the coming "
       "year.</p><p>A <a href=/4>fourth</a> one may follow if there is enough money.</p>"},
      {"sections of one text",
       "<h2>Background</h2><p>The school was founded long ago by a captain of the navy.</p>"
       "<h2>Content</h2><p>The course has three parts, each of four weeks and a test.</p>"
       "<h2>Fees</h2><p>There are none for people of the town and its harbour.</p>"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const std::string said =
        read_page("<html><head><title>Harbour course begins</title></head><body>" +
                  std::string(kStory) + std::string(c.around) + "</body></html>");
    CHECK_EQ(said.find("# "), said.rfind("# "));
    CHECK_NE(said.find("# Harbour course begins\nThe course on harbours began"), said.npos);
    CHECK_EQ(said.find("About us"), said.npos);
    CHECK_EQ(said.find("Lake course"), said.npos);
  }
}

}  // namespace
}  // namespace bulletin
