// Fragments of markup, as feeds hold them, and what may not reach the parser.

#include <string>

#include <doctest/doctest.h>

#include "indexer/ingest/html_page.hpp"
#include "indexer/ingest/html_tidy.hpp"
#include "tests/unit/read_html.hpp"

namespace bulletin {
namespace {

std::string repeated(std::size_t count, std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) {
    result += text;
  }
  return result;
}

TEST_CASE("html_text: what a fragment shows") {
  struct Case {
    std::string_view what, html, expect;
  };
  const Case cases[] = {
      {"nothing", "", ""},
      {"plain text", " A  lead\n here ", "A lead here"},
      {"ends of lines between Chinese are nothing", "学校\n图书馆 开放", "学校图书馆 开放"},
      {"and between others a space", "the\nlibrary 开放\nopen", "the library 开放 open"},
      {"blocks and breaks", "<p>One<p>Two<br>Three<div>Four</div>Five",
       "One\nTwo\nThree\nFour\nFive"},
      {"inline elements", "un<b>believ</b>able <i>news</i>", "unbelievable news"},
      {"lists and cells", "<ul><li>a<li>b</ul><table><tr><td>c<td>d</table>", "a\nb\nc\nd"},
      {"references", "Q&amp;A &eacute;t&eacute; &#20013;&#x6587; &nbsp; end", "Q&A été 中文 end"},
      {"no references", "AT&T &lol; &copy2019", "AT&T &lol; ©2019"},
      {"no tag comes of what is left out", "<</svg>script>a <!-- x -->b", "<script>a b"},
      {"less and more", "1 < 2 > 0 <3", "1 < 2 > 0 <3"},
      {"pictures have no text", "a<img src=x alt='alt text'>b", "ab"},
      {"scripts, styles, comments", "a<script>x<b></script><style>p{}</style><!-- <p>c -->b", "ab"},
      {"a script left open", "a<script>b", "a"},
      {"a comment left open", "a<!-- b", "a"},
      {"a tag left open", "a<p title='b", "a"},
      {"quotes hold what looks like a tag", "<p title='a > b'>c", "c"},
      {"drawings and formulas", "a<svg><title>t</title><path/></svg>b<math><mi>x</mi></math>c",
       "abc"},
      {"a drawing left open", "a<svg>b", "ab"},
      {"fields of forms", "a<select><option>b</select><textarea><p>c</textarea>d", "ad"},
      {"hidden parts", "a<span style='display: none'>b</span><p hidden>c</p>", "a"},
      {"readings above characters", "<ruby>汉<rt>hàn</rt>字<rt>zì</rt></ruby>", "汉字"},
      {"ends of elements that never began", "a</div></p></b></table>b", "ab"},
      {"crossed elements", "<div><b>a<p>b</b>c</div>d", "a\nbc\nd"},
      {"a cell is not left by a stray end", "<table><tr><td>a</div>b</td></tr></table>", "ab"},
      {"lines of <pre> stay", "<pre>a\n  b\n</pre>", "a\nb"},
      {"ill-formed bytes", "<p>a\xFF\x80z</p>", "a��z"},
      {"ill-formed bytes without markup", "a\xFFz", "a�z"},
      {"zero width characters", "a\u200Bb\u00ADc\uFEFFd", "abcd"},
      {"sections of data are comments in HTML", "a<![CDATA[b]]>c", "ac"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(html_text(c.html), c.expect);
  }
}

TEST_CASE("html_text: a NUL byte never gets through") {
  CHECK_EQ(html_text(std::string("a\0b", 3)).find('\0'), std::string::npos);
  CHECK_EQ(html_text(std::string("<p>a\0b", 6)).find('\0'), std::string::npos);
}

TEST_CASE("read_html: what the parser could not bear is refused") {
  std::string attributes = "<p";
  for (int number = 0; number < 300; ++number) {
    attributes += " a" + std::to_string(number) + "=1";
  }
  struct Case {
    std::string_view what;
    std::string html;
    std::string_view expect;
  };
  const Case cases[] = {
      {"deep", repeated(100'000, "<div>"), "! HTML is nested deeper than 512\n"},
      {"deep without its look", repeated(1000, "<div><table><tr><td></div></td></tr></table>"),
       "! HTML is nested deeper than 512\n"},
      {"deep and crossed", repeated(1000, "<span><div></span>"),
       "! HTML is nested deeper than 512\n"},
      {"a long tag", "<p title='" + std::string(70'000, 'x') + "'>text",
       "! HTML tag is longer than 64 KB\n"},
      {"a long tag that never ends", "<p title='" + std::string(70'000, 'x'),
       "! HTML tag is longer than 64 KB\n"},
      {"attributes of a tag", attributes + ">text", "! HTML tag has more than 256 attributes\n"},
      {"attributes of a page", repeated(30'000, "<p a b c>x</p>"),
       "! HTML has more than 60000 attributes\n"},
      {"tags", repeated(130'000, "<br>x"), "! HTML has more than 120000 tags\n"},
      {"size", "<p>" + std::string(9U << 20U, 'x'), "! HTML is larger than 8 MB\n"},
      {"text", "<p>" + std::string(7U << 20U, 'x'), "! HTML holds more than 6 MB of text\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(test::read_page(c.html), c.expect);
    CHECK_EQ(html_text(c.html), "");
  }
}

TEST_CASE("read_html: what looks like an attack and is none is read") {
  struct Case {
    std::string_view what;
    std::string html;
  };
  const std::string lead = "<p>A lead of the page that is read</p>";
  const Case cases[] = {
      {"500 deep", repeated(500, "<div>") + lead},
      {"paragraphs, items and cells left open",
       repeated(1000, "<p>x") + "<ul>" + repeated(1000, "<li>x") + "</ul><table>" +
           repeated(1000, "<tr><td>x<td>y") + "</table>" + lead},
      {"formatting left open", repeated(1000, "<p><b><font color=red>x") + lead},
      {"formatting left open around blocks", repeated(400, "<b><i><u><div></div>") + lead},
      {"places left open", repeated(1000, "<p><a name=x>y") + lead},
      {"a picture within its address", "<img src='data:" + std::string(500'000, 'A') + "'>" + lead},
      {"ends that never began", repeated(20'000, "</div></p></a>") + lead},
      {"a body begun again and again", repeated(1000, "<body class=a>") + lead},
      {"drawings left open", repeated(500, "<svg>") + lead},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const std::string said = test::read_page("<html><body>" + c.html);
    CHECK_NE(said.find("A lead of the page that is read"), said.npos);
  }
}

TEST_CASE("read_html: a page that is cut or empty") {
  CHECK_EQ(test::read_page(""), "! HTML page holds no text\n");
  CHECK_EQ(test::read_page("<html><script>a()</script>"), "! HTML page holds no text\n");
  CHECK_EQ(test::read_page("<html><head><title>A cut page</title><body><h1>A cut page</h1><p>The "
                           "text of the page begins and breaks o"),
           "- - - - # A cut page\nThe text of the page begins and breaks o\n");
  CHECK_EQ(test::read_page("<html><head><title>A cut page</ti"), "- - - - # A cut page</ti\n");
}

}  // namespace
}  // namespace bulletin
