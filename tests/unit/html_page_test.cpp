// Pages of one item: what is the news, and what stands around it.

#include "indexer/ingest/html_page.hpp"

#include <doctest/doctest.h>

#include "tests/unit/read_html.hpp"

namespace bulletin {
namespace {

using test::read_page;

TEST_CASE("read_html: a page of today, in English") {
  CHECK_EQ(read_page(R"(<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Delegation from Lusaka visits the campus | Rivermouth Open University</title>
<meta property="og:title" content="Delegation from Lusaka visits the campus">
<meta property="og:site_name" content="Rivermouth Open University">
<meta property="og:type" content="article">
<meta property="article:published_time" content="2023-05-04T23:10:00+02:00">
<link rel="canonical" href="/news/2023/lusaka-visit">
<style>p { color: red }</style><script>var p = "<p>no text</p>";</script>
</head><body class="has-sidebar">
<header><a href="/">Rivermouth Open University</a></header>
<nav><ul><li><a href="/about">About us</a></li><li><a href="/news">News</a></li></ul></nav>
<div class="breadcrumb"><a href="/">Home</a> &gt; <a href="/news">News</a> &gt; Visit</div>
<main><article>
<h1>Delegation from Lusaka visits the campus</h1>
<p class="meta">Posted on 4 May 2023 by <a href="/people/7">Press Office</a></p>
<p>On 3 May 2023, a delegation of four from Lusaka
   visited the <b>central</b> campus&nbsp;and saw the new studio.</p>
<figure><img src="a.jpg" alt="alt text of a picture"><figcaption>The guests in the studio</figcaption></figure>
<p>Both sides agreed to go on with
<a href="/x">the joint course</a> in the autumn.<br>A second visit is planned.</p>
<div class="social-share">Share this: <a href="#">Facebook</a></div>
</article>
<aside><h2>More news</h2><p>Another story that has nothing to do with this one at all.</p></aside>
<div id="comments"><h3>Comments</h3><p>Great to see this!</p><form><label>Your name</label></form></div>
</main>
<footer><p>© 2023 Rivermouth Open University, 1 Long Street</p></footer>
</body></html>)",
                     "https://www.rivermouth.example/news/2023/lusaka-visit?from=mail"),
           "2023-05-04 en https://www.rivermouth.example/news/2023/lusaka-visit Rivermouth Open "
           "University # Delegation from Lusaka visits the campus\n"
           "On 3 May 2023, a delegation of four from Lusaka visited the central campus and saw the "
           "new studio.\n"
           "The guests in the studio\n"
           "Both sides agreed to go on with the joint course in the autumn.\n"
           "A second visit is planned.\n");
}

TEST_CASE("read_html: a page of tables and line breaks, in Chinese") {
  CHECK_EQ(read_page(R"(<html><head><title>我校代表团访问阿拉木图-海湾开放大学</title></head>
<body bgcolor="#ffffff"><table width="980"><tr><td>
<table><tr><td><a href="index.htm">首页</a></td><td><a href="gk.htm">学校概况</a></td>
<td><a href="xw.htm">新闻中心</a></td></tr></table>
</td></tr><tr><td>当前位置：<a href="index.htm">首页</a>&gt;<a href="xw.htm">新闻中心</a>&gt;正文</td></tr>
<tr><td class="title"><font size="4"><b>我校代表团访问阿拉木图</b></font></td></tr>
<tr><td align="center">发布时间：2019.03.14　来源：国际处　浏览次数：<span id="hits">135</span></td></tr>
<tr><td><div id="content"><p>　　3月12日，我校代表团一行五人
访问阿拉木图，参观了当地的两所大学。</p>
<p>　　双方就在线课程的互认<font color="red">达成一致</font>，并商定年内互派教师。</p>
<p>　　此次访问为期三天。</p></div></td></tr>
<tr><td>编辑：王芳</td></tr><tr><td>【打印】【关闭】</td></tr>
<tr><td>上一篇：<a href="1.htm">图书馆新馆开放</a></td></tr>
<tr><td>版权所有：海湾开放大学 地址：海湾市长路1号</td></tr></table></body></html>)",
                     "http://www.haiwan.example/xw/20190314.htm"),
           "2019-03-14 - http://www.haiwan.example/xw/20190314.htm - # 我校代表团访问阿拉木图\n"
           "3月12日，我校代表团一行五人访问阿拉木图，参观了当地的两所大学。\n"
           "双方就在线课程的互认达成一致，并商定年内互派教师。\n"
           "此次访问为期三天。\n");
}

std::string with_head(std::string_view head) {
  return "<html><head>" + std::string(head) +
         "</head><body><p>A lead that is long enough to be the text of a page.</p></body></html>";
}

std::string first_line(const std::string& said) {
  return said.substr(0, said.find('\n'));
}

TEST_CASE("read_html: what the head says") {
  struct Case {
    std::string_view what, head, expect;
  };
  const Case cases[] = {
      {"nothing", "", "- - - - # -"},
      {"day in pubdate", "<meta name=PubDate content='2024-11-13 08:30'>", "2024-11-13 - - - # -"},
      {"day in Dublin Core", "<meta name='DC.date' content='13 Nov 2024'>", "2024-11-13 - - - # -"},
      {"day in JSON-LD",
       R"(<script type="application/ld+json">{"@type":"NewsArticle","datePublished": "2024-11-13T09:00:00Z"}</script>)",
       "2024-11-13 - - - # -"},
      {"broken JSON-LD says what it can",
       R"(<script type='application/ld+json'>[{"datePublished":"2024-11-13",}</script>)",
       "2024-11-13 - - - # -"},
      {"no such day", "<meta name=pubdate content=2024-02-31>", "- - - - # -"},
      {"the time zone is the page's",
       "<meta property=article:published_time content=2024-11-13T23:30:00-09:00>",
       "2024-11-13 - - - # -"},
      {"canonical before og:url",
       "<meta property=og:url content=https://a.example/1><link rel=canonical "
       "href=https://a.example/2#top>",
       "- - https://a.example/2 - # -"},
      {"og:url alone", "<meta property=og:url content=https://a.example/1>",
       "- - https://a.example/1 - # -"},
      {"a scheme that is no page", "<link rel=canonical href='javascript:alert(1)'>",
       "- - - - # -"},
      {"publisher", "<meta name=publisher content='Ostrava  Press'>", "- - - Ostrava Press # -"},
      {"references in a title", "<title>Q&amp;A &lt;live&gt; with S&oslash;ren</title>",
       "- - - - # Q&A <live> with Søren"},
      {"tags in a title are text", "<title>The <b> tag</title>", "- - - - # The <b> tag"},
      {"language of the meta tag", "<meta http-equiv=Content-Language content=en-us>",
       "- en - - # -"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(first_line(read_page(with_head(c.head))), c.expect);
  }
}

std::string with_body(std::string_view body) {
  return "<html><head><title>Harbour course begins</title></head><body>" + std::string(body) +
         "<p>The course on harbours began with forty students in the old hall.</p></body></html>";
}

TEST_CASE("read_html: stamps beside the title") {
  struct Case {
    std::string_view what, stamp, expect;
  };
  const Case cases[] = {
      {"published", "发布时间：2019.03.14", "2019-03-14"},
      {"Traditional", "發佈日期：2019-03-14", "2019-03-14"},
      {"day and time", "日期：2024-06-21 19:18", "2024-06-21"},
      {"read by", "2017年05月18日 阅读 35", "2017-05-18"},
      {"updated", "Updated on: Saturday, October 10, 2009", "2009-10-10"},
      {"time", "时间:2024-11-13", "2024-11-13"},
      {"a day alone", "November 23, 2023", "2023-11-23"},
      {"with an author", "By Lin Mei | 5 May 2019", "2019-05-05"},
      {"published wins", "Updated: 6 May 2019</p><p>Published: 5 May 2019", "2019-05-05"},
      {"time element", "<time datetime='2019-05-05T08:00'>Sunday</time>", "2019-05-05"},
      {"the text's own day is no stamp",
       "On 5 May 2019 the dean of the school met the guests from abroad in the hall.", "-"},
      {"a day of an event", "会议时间：2019年5月5日（星期日）上午9点在图书馆一层报告厅举行", "-"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const std::string said =
        read_page(with_body("<h2>Harbour course begins</h2><p>" + std::string(c.stamp) + "</p>"));
    CHECK_EQ(said.substr(0, said.find(' ')), c.expect);
  }
}

TEST_CASE("read_html: the title is the page's, without its site") {
  struct Case {
    std::string_view what, title, body, expect;
  };
  const Case cases[] = {
      {"h1 agrees", "New hall opens | Lakeside", "<h1>New hall opens</h1>", "New hall opens"},
      {"any heading agrees", "New hall opens - Lakeside", "<h3>New hall opens</h3>",
       "New hall opens"},
      {"the site's name stands elsewhere", "New hall opens - Lakeside College",
       "<p>Copyright Lakeside College</p>", "New hall opens"},
      {"twice", "New hall opens - News - Lakeside College",
       "<a href=/>News</a><p>© Lakeside College</p>", "New hall opens"},
      {"Chinese", "新馆开放_湖滨大学", "<p>版权所有 湖滨大学</p>", "新馆开放"},
      {"a hyphen in a name stays", "Visit of the Sino-British College", "<p>British College</p>",
       "Visit of the Sino-British College"},
      {"a dash in the title stays", "Deal signed – a first in the region",
       "<h1>Deal signed – a first in the region</h1>", "Deal signed – a first in the region"},
      {"an unknown end stays", "Deal signed – a first", "", "Deal signed – a first"},
      {"h1 is the site's name", "New hall opens - Lakeside College", "<h1>Lakeside College</h1>",
       "New hall opens"},
      {"the page's title says nothing", "News detail", "<h1>New hall opens at last</h1>",
       "New hall opens at last"},
      {"no title", "", "<h1>New hall opens</h1>", "New hall opens"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const std::string said =
        read_page("<html><head><title>" + std::string(c.title) + "</title></head><body>" +
                  std::string(c.body) +
                  "<p>The hall was opened on Monday by the dean and the mayor of the town.</p>"
                  "<p>It holds four hundred.</p></body></html>");
    const std::string line = first_line(said);
    CHECK_EQ(line.substr(line.find("# ") + 2), c.expect);
  }
}

TEST_CASE("read_html: language is what the page says unless its characters differ") {
  const auto lang = [](std::string_view tag, std::string_view text) {
    const std::string said = read_page("<html lang='" + std::string(tag) + "'><body><p>" +
                                       std::string(text) + "</p></body></html>");
    return said.substr(2, said.find(' ', 2) - 2);
  };
  CHECK_EQ(lang("zh-CN", "学校新图书馆开放"), "zh");
  CHECK_EQ(lang("zh_TW", "學校新圖書館開放"), "zh");
  CHECK_EQ(lang("en", "学校新图书馆开放"), "-");
  CHECK_EQ(lang("zh-CN", "The new library is open"), "-");
  CHECK_EQ(lang("de", "Die neue Bibliothek ist offen"), "de");
  CHECK_EQ(lang("!?", "The new library is open"), "-");
}

}  // namespace
}  // namespace bulletin
