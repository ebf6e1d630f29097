// Feeds of every kind, broken ones and hostile ones.

#include "indexer/ingest/feed.hpp"

#include <string>

#include <doctest/doctest.h>

namespace bulletin {
namespace {

// `LINE ID DAY LANG URL SOURCE # TITLE`, the text; `LINE! PROBLEM`.
std::string read(void (*reader)(std::string_view, const FileSource&, const ItemSink&),
                 std::string_view xml, const std::string& fetched_from = {}) {
  std::string said;
  const auto or_dash = [](const std::string& text) { return text.empty() ? "-" : text; };
  const ItemSink sink{.on_item =
                          [&](const RawItem& item) {
                            said += std::to_string(item.origin.line) + ' ' + or_dash(item.id) +
                                    ' ' + (item.published ? format_date(*item.published) : "-") +
                                    ' ' + or_dash(item.lang) + ' ' + or_dash(item.url) + ' ' +
                                    or_dash(item.source) + " # " + or_dash(item.title) + '\n' +
                                    (item.text.empty() ? "" : item.text + '\n');
                          },
                      .on_problem =
                          [&](const Problem& problem) {
                            said +=
                                std::to_string(problem.origin.line) + "! " + problem.message + '\n';
                          }};
  reader(xml, {.path = "feed.xml", .url = fetched_from}, sink);
  return said;
}

TEST_CASE("read_feed: RSS 2.0") {
  CHECK_EQ(
      read(&read_feed, R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Rivermouth &amp; Lake News</title><link>https://r.example/</link>
<atom:link href="https://r.example/feed" rel="self"/>
<description>All our news</description><language>en-gb</language>
<image><title>Logo</title><url>https://r.example/logo.png</url></image>
<item><title>Guests from Quito &#8211; a visit</title><link>https://r.example/quito</link>
<guid isPermaLink="false">r-17</guid><pubDate>Sun, 05 May 2024 23:50:00 -0500</pubDate>
<description>Short &lt;b&gt;text&lt;/b&gt; [&amp;hellip;]</description>
<content:encoded><![CDATA[<p>They saw the <em>library</em>.</p><p>And the lab.</p>]]></content:encoded>
<media:title>A picture</media:title></item>
<item><title>湖上课程开课</title><guid>https://r.example/lake</guid>
<dc:date xmlns:dc="http://purl.org/dc/elements/1.1/">2024-05-06T01:00:00+08:00</dc:date>
<dc:language xmlns:dc="http://purl.org/dc/elements/1.1/">zh-CN</dc:language>
<description>四十名学生参加&amp;nbsp;课程。</description></item>
</channel></rss>)"),
      "8 r-17 2024-05-05 en https://r.example/quito Rivermouth & Lake News # Guests from Quito "
      "– a visit\nThey saw the library.\nAnd the lab.\n"
      "13 https://r.example/lake 2024-05-06 zh https://r.example/lake Rivermouth & Lake News # "
      "湖上课程开课\n四十名学生参加 课程。\n");
}

TEST_CASE("read_feed: RSS 0.91 and 1.0") {
  CHECK_EQ(read(&read_feed, R"(<?xml version="1.0"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>Lake</title><language>en</language>
<item><title>Old news</title><link>http://l.example/1</link><description>Of old days</description></item>
</channel></rss>)"),
           "4 - - en http://l.example/1 Lake # Old news\nOf old days\n");
  CHECK_EQ(read(&read_feed, R"(<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel r:about="http://l.example/"><title>Lake</title><dc:language>en</dc:language></channel>
<item r:about="http://l.example/1"><title>News</title><link>http://l.example/1</link>
<dc:date>2004-03-02</dc:date><description>In RDF</description></item></r:RDF>)"),
           "4 - 2004-03-02 en http://l.example/1 Lake # News\nIn RDF\n");
}

TEST_CASE("read_feed: Atom") {
  CHECK_EQ(read(&read_feed, R"(<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:lang="en">
<a:title type="html">Lake &amp;amp; River</a:title><a:id>urn:feed</a:id>
<a:link rel="self" href="https://l.example/feed"/><a:link href="https://l.example/n/"/>
<a:entry><a:title>Less &lt; more</a:title><a:id>urn:1</a:id>
<a:link rel="enclosure" href="a.mp3"/><a:link rel="alternate" href="1.htm"/>
<a:updated>2024-05-08T00:00:00Z</a:updated><a:published>2024-05-06T00:00:00Z</a:published>
<a:source><a:title>Elsewhere</a:title><a:id>urn:other</a:id></a:source>
<a:summary>A summary</a:summary></a:entry>
<a:entry xml:lang="zh"><a:title>消息</a:title><a:id>urn:2</a:id><a:updated>2024-05-07T00:00:00Z</a:updated>
<a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>第一段</p><p>第二段</p></div></a:content>
</a:entry></a:feed>)",
                "https://l.example/feed"),
           "4 urn:1 2024-05-06 en https://l.example/n/1.htm Lake & River # Less < more\nA summary\n"
           "9 urn:2 2024-05-07 zh - Lake & River # 消息\n第一段\n第二段\n");
}

std::string item(std::string_view inside) {
  return "<rss><channel>\n<item>" + std::string(inside) + "</item></channel></rss>";
}

TEST_CASE("read_feed: entries with this and that") {
  struct Case {
    std::string_view what;
    std::string xml;
    std::string_view expect;
  };
  const Case cases[] = {
      {"no entries", "<rss><channel><title>x</title></channel></rss>", "0! feed has no entries\n"},
      {"an empty entry", item(""), "2! entry has neither title nor text\n"},
      {"empty entries",
       "<rss><channel>\n<item/><item/>\n<item><title> </title></item></channel></rss>",
       "2! 3 entries have neither title nor text, the first here\n"},
      {"a title alone", item("<title>News</title>"), "2 - - - - - # News\n"},
      {"markup in a title", item("<title>Big &lt;b&gt;news&lt;/b&gt;&lt;br&gt;today</title>"),
       "2 - - - - - # Big news today\n"},
      {"the longest text counts",
       item("<description>Longer than the other</description><content>Short</content>"),
       "2 - - - - - # -\nLonger than the other\n"},
      {"a day that is none", item("<title>News</title><pubDate>soon</pubDate>"),
       "2 - - - - - # News\n"},
      {"a language that is none", item("<title>News</title><language>12 monkeys</language>"),
       "2 - - - - - # News\n"},
      {"an ill-formed id", item("<title>News</title><guid>a\xFF</guid>"),
       "2! text is not valid UTF-8 (byte 2 of the item)\n"},
      {"an ill-formed text is mended", item("<title>New\xFFs</title>"), "2 - - - - - # New�s\n"},
      {"undeclared references", item("<title>Caf&eacute;&nbsp;news &foo;</title>"),
       "2 - - - - - # Café news &foo;\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(read(&read_feed, c.xml), c.expect);
  }
}

TEST_CASE("read_feed: broken XML names its line, and what is whole before it is read") {
  const std::string head = "<rss><channel>\n<item><title>Whole</title></item>\n";
  struct Case {
    std::string_view what;
    std::string xml;
    std::string_view line;
  };
  const Case cases[] = {
      {"cut in an entry", head + "<item><title>Cut</title>\n<description>by the", "4"},
      {"cut behind an entry", head, "2"},
      {"a wrong end", head + "<item><title>Cut</item>\n</channel></rss>", "3"},
      {"a stray sign", head + "<item><title>Cut</title>\n< </item></channel></rss>", "4"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const std::string said = read(&read_feed, c.xml);
    CHECK_EQ(said.substr(0, said.find('\n')), "2 - - - - - # Whole");
    CHECK_NE(said.find('\n' + std::string(c.line) + "! broken XML: "), said.npos);
    CHECK_EQ(said.find("Cut"), said.npos);
  }
}

TEST_CASE("read_feed: entities of the feed's own are never expanded") {
  constexpr std::string_view kRefused =
      "! entry uses an entity of the feed's own, which is not expanded\n";
  std::string laughs = "<!DOCTYPE l [<!ENTITY l0 \"lol\">";
  for (int level = 1; level < 10; ++level) {
    laughs += "\n<!ENTITY l" + std::to_string(level) + " \"";
    for (int time = 0; time < 10; ++time) {
      laughs += "&l" + std::to_string(level - 1) + ';';
    }
    laughs += "\">";
  }
  CHECK_EQ(
      read(&read_feed, laughs + "]>\n<rss><channel><title>&l9;</title><item><title>&l9;</title>"
                                "</item>\n<item><title>Good</title></item></channel></rss>"),
      "11" + std::string(kRefused) + "12 - - - - - # Good\n");
  const std::string_view secrets[] = {
      "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
      "<!DOCTYPE r [<!ENTITY x PUBLIC 'a' 'http://127.0.0.1/'>]>",
      "<!DOCTYPE r [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p; <!ENTITY x '%p;'>]>",
  };
  for (const std::string_view secret : secrets) {
    CAPTURE(secret);
    CHECK_EQ(read(&read_feed, std::string(secret) + item("<description>&x;</description>")),
             "2" + std::string(kRefused));
  }
  std::string many = "<!DOCTYPE q [<!ENTITY a '" + std::string(100'000, 'A') + "'>]>";
  std::string uses;
  for (int time = 0; time < 100'000; ++time) {
    uses += "&a;";
  }
  CHECK_EQ(read(&read_feed, many + item("<description>" + uses + "</description>")),
           "2" + std::string(kRefused));
}

TEST_CASE("read_feed: depth and number are bounded") {
  std::string deep;
  std::string closed;
  for (int level = 0; level < 100'000; ++level) {
    deep += "<div>";
    closed += "</div>";
  }
  CHECK_EQ(read(&read_feed,
                item("<title>T</title><description>" + deep + "x" + closed + "</description>")),
           "2 - - - - - # T\n");
  const std::string many = deep + deep + deep + deep + deep;
  CHECK_EQ(read(&read_feed, "<rss>" + many), "0! feed has more than 400000 tags\n");
  CHECK_EQ(read(&read_feed, "<rss>" + std::string(33U << 20U, 'x')),
           "0! feed is larger than 32 MB\n");
}

TEST_CASE("read_sitemap: pages are counted") {
  CHECK_EQ(read(&read_sitemap, "<urlset><url><loc>a</loc></url><url><loc>b</loc></url></urlset>"),
           "0! sitemap names 2 pages and holds none\n");
  CHECK_EQ(read(&read_sitemap, "<s:urlset><s:url><s:loc>a</s:loc><image:loc>b</image:loc></s:url>"),
           "0! sitemap names 1 page and holds none\n");
  CHECK_EQ(read(&read_sitemap, "<sitemapindex><sitemap><loc>a</loc></sitemap></sitemapindex>"),
           "0! sitemap names 1 sitemap and holds none\n");
}

}  // namespace
}  // namespace bulletin
