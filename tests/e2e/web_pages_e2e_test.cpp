// Pages and feeds from the web, good and hostile ones, through the real programs.

#include <doctest/doctest.h>

#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

std::string listing_of(int count) {
  std::string html = "<html><head><title>News</title></head><body><ul>";
  for (int number = 1; number <= count; ++number) {
    const std::string text = std::to_string(number);
    html += "<li><h3><a href='/n/" + text + "'>Story number " + text +
            "</a></h3><span>2019-03-14</span><p>The word of this one is lakeword" + text +
            ".</p></li>\n";
  }
  return html + "</ul></body></html>";
}

std::string cannot(const std::string& path, const std::string& why) {
  return "bulletin-index: cannot take " + path + why + "\n";
}

}  // namespace

TEST_CASE("pages and feeds: each item is found by a word that only it has") {
  const TemporaryFolder folder;
  folder.write("in/page.html",
               "<html lang=en><head><title>Guests from Quito | Lake College</title><link "
               "rel=canonical href=https://l.example/quito></head><body><nav><a "
               "href=/>navword</a></nav><h1>Guests from Quito</h1><p>Posted on 14 March "
               "2019</p><p>The guests saw the pageword library of the college.</p><footer>footword "
               "</footer></body></html>");
  folder.write("in/list.html", listing_of(500));
  folder.write("in/rss.xml",
               "<rss version='2.0'><channel><title>Lake</title><item><title>Rssword opens</title>"
               "<guid>r1</guid><pubDate>Thu, 14 Mar 2019 23:00:00 -0800</pubDate></item></channel>"
               "</rss>");
  folder.write("in/atom.xml",
               "<feed xmlns='http://www.w3.org/2005/Atom'><title>湖</title><entry><title>原子词开课"
               "</title><id>urn:a1</id><updated>2019-03-14T01:00:00+08:00</updated><summary>四十名"
               "学生参加。</summary></entry></feed>");
  CHECK_EQ(add(folder.at("index"), {folder.at("in")}),
           "added 503, replaced 0, unchanged 0, left out 0; the index holds 503 items\n");
  CHECK_EQ(add(folder.at("index"), {folder.at("in")}),
           "added 0, replaced 0, unchanged 503, left out 0; the index holds 503 items\n");
  for (const std::string word :
       {"pageword", "lakeword1", "lakeword250", "lakeword500", "rssword", "原子词"}) {
    CAPTURE(word);
    CHECK_EQ(search_json(folder.at("index"), {word})["total"], 1);
  }
  CHECK_EQ(found_ids(folder.at("index"), {"rssword"}), "r1");
  for (const std::string word : {"navword", "footword"}) {
    CAPTURE(word);
    CHECK_EQ(search_json(folder.at("index"), {word})["total"], 0);
  }
  const auto found = search_json(folder.at("index"), {"pageword"});
  const auto& hit = found["hits"][0];
  CHECK_EQ(hit["title"], "Guests from Quito");
  CHECK_EQ(hit["url"], "https://l.example/quito");
  const Finished understood = bulletin_index({"understand", folder.at("in/page.html")});
  CHECK_EQ(json_lines(understood.out)[0]["published"], "2019-03-14");
}

TEST_CASE("pages and feeds: hostile ones are named and the rest goes in") {
  const TemporaryFolder folder;
  std::string deep = "<html><body>";
  std::string laughs = "<?xml version='1.0'?><!DOCTYPE l [<!ENTITY l0 'lol'>";
  for (int level = 0; level < 100'000; ++level) {
    deep += "<div>";
  }
  for (int level = 1; level < 10; ++level) {
    const std::string name = "&l" + std::to_string(level - 1) + ";";
    laughs += "<!ENTITY l" + std::to_string(level) + " '" + name + name + name + name + name +
              name + name + name + name + name + "'>";
  }
  const std::string deep_path = folder.write("in/a-deep.html", deep);
  const std::string huge = folder.write(
      "in/b-huge.html", "<html><body><p title='" + std::string(1'000'000, 'x') + "'>Text</p>");
  folder.write("in/c-cut.html",
               "<html><head><title>A cut page</title></head><body><p>The cutword text of the page "
               "begins and then breaks o");
  const std::string laughs_path = folder.write(
      "in/d-laughs.xml", laughs +
                             "]>\n<rss><channel><item><title>&l9;</title></item>\n<item><title>"
                             "Goodword</title></item></channel></rss>");
  const std::string external = folder.write(
      "in/e-external.xml",
      "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<rss><channel>\n<item><title>Its "
      "&x;</title></item></channel></rss>");
  const std::string broken = folder.write(
      "in/f-broken.xml", "<rss><channel>\n<item><title>Wholeword</title></item>\n<item><title>x");
  const std::string sitemap = folder.write(
      "in/g-sitemap.xml", "<urlset><url><loc>https://l.example/1</loc></url></urlset>");
  const Finished added = bulletin_index({"add", "--db", folder.at("index"), folder.at("in")});
  CHECK_EQ(added.status, 1);
  CHECK_EQ(added.out, "added 3, replaced 0, unchanged 0, left out 6; the index holds 3 items\n");
  const std::string entity = "entry uses an entity of the feed's own, which is not expanded";
  CHECK_EQ(added.err, cannot(deep_path, ": HTML is nested deeper than 512") +
                          cannot(huge, ": HTML tag is longer than 64 KB") +
                          cannot(laughs_path, ":2: " + entity) + cannot(external, ":3: " + entity) +
                          cannot(broken, ":3: broken XML: start-end tags mismatch") +
                          cannot(sitemap, ": sitemap names 1 page and holds none"));
  for (const std::string word : {"cutword", "goodword", "wholeword"}) {
    CAPTURE(word);
    CHECK_EQ(search_json(folder.at("index"), {word})["total"], 1);
  }
  CHECK_EQ(search_json(folder.at("index"), {"root"})["total"], 0);
}

}  // namespace bulletin::test
