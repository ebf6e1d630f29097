// One folder with everything people keep news in: one command, and every item is found.

#include <filesystem>
#include <sstream>
#include <string>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "tests/e2e/programs.hpp"
#include "tests/support/archives.hpp"

namespace bulletin::test {
namespace {

std::string encoded(const std::string& text, const char* name) {
  const auto units = icu::UnicodeString::fromUTF8(text);
  std::string bytes(static_cast<std::size_t>(units.length()) * 4 + 4, '\0');
  bytes.resize(static_cast<std::size_t>(units.extract(
      0, units.length(), bytes.data(), static_cast<std::uint32_t>(bytes.size()), name)));
  return bytes;
}

std::string feed() {
  return R"(<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>News</title>
<item><guid>feed-1</guid><title>A marimba evening</title><link>http://example.org/1</link>
<pubDate>Tue, 24 Dec 2019 10:00:00 +0800</pubDate><description>Students played.</description></item>
<item><guid>feed-2</guid><title>A second entry</title><description>An ocarina was heard.</description>
</item></channel></rss>)";
}

// A word that only the item with this number has.
std::string word_of(int number) {
  std::string word = "lead";
  for (; number > 0; number /= 26) {
    word += static_cast<char>('a' + number % 26);
  }
  return word + "q";
}

std::string listing_of(int items) {
  std::string page =
      "<!DOCTYPE html><html lang=\"en\"><head><title>News</title></head><body>"
      "<ul class=\"nav\"><li><a href=\"/\">Home</a></li><li><a href=\"/about\">About</a></li></ul>"
      "<div id=\"main\">";
  for (int i = 1; i <= items; ++i) {
    page += "<div class=\"item\"><h3><a href=\"/news/" + std::to_string(i) + "\">Headline number " +
            std::to_string(i) +
            " about the harvest</a></h3><span>2019-12-24</span><p>The town of " + word_of(i) +
            " sent forty students to the autumn harvest and they came back late.</p>"
            "</div>";
  }
  return page + "</div></body></html>";
}

// One digit an item of the listing: how many hits its word has.
std::string hits_of_each_word(const TemporaryFolder& folder, const std::string& index, int items) {
  std::string queries;
  for (int i = 1; i <= items; ++i) {
    queries += std::to_string(i) + '\t' + word_of(i) + '\n';
  }
  const Finished run =
      bulletin_search({"run", "--literal", "--db", index, folder.write("queries.tsv", queries)});
  std::string hits(static_cast<std::size_t>(items), '0');
  std::istringstream lines(run.out);
  for (std::string line; std::getline(lines, line);) {
    ++hits.at(std::stoul(line) - 1);
  }
  return hits;
}

}  // namespace

TEST_CASE("formats: one folder of every format and encoding, each item found by its own word") {
  const TemporaryFolder folder;
  folder.write("in/utf8.txt", "市图书馆新馆开门，读者借阅竹笛教材。");
  folder.write("in/gb.txt", encoded("学校请来木工师傅讲解榫卯，同学们动手做板凳。", "GB18030"));
  folder.write("in/big5.txt", encoded("圖書館週六舉辦皮影戲，長者和學童一同觀賞。", "Big5-HKSCS"));
  folder.write("in/utf16.txt",
               "\xFF\xFE" + encoded("合唱团排练侗族大歌，校友到场聆听。", "UTF-16LE"));
  folder.write("in/western.txt",
               encoded("Le lycée de Besançon expose des clavecins.", "windows-1252"));
  folder.write("in/feed.xml", feed());
  folder.write("in/listing.html", listing_of(500));
  folder.write(
      "in/pages.warc",
      warc_response("http://example.org/w", "text/html; charset=gb2312",
                    encoded("<html><head><title>陶艺课</title></head><body><h1>陶艺课开班</h1>"
                            "<p>三十名学员学习拉坯与上釉，课程为期两周，由校外陶工授课。</p>"
                            "</body></html>",
                            "GB18030")));
  folder.write(
      "in/bundle.zip",
      zip_of({{"inner/table.csv", "id,title,text\nt1,A table row,The bassoon was tuned.\n"},
              {"page.md.gz", gzip_of("# Compressed\nA theremin was shown.")}}));
  folder.write("in/array.json", R"([{"id":"j1","text":"An oboe was lent."}])");
  const std::string index = folder.at("index");

  const Finished added = bulletin_index({"add", "--db", index, "--verbose", folder.at("in")});
  CHECK_EQ(added.status, 0);
  struct Case {
    const char* word;
    int hits;
  };
  const Case cases[] = {{"竹笛", 1},      {"榫卯", 1},     {"皮影", 1},    {"侗族大歌", 1},
                        {"clavecins", 1}, {"marimba", 1},  {"ocarina", 1}, {"上釉", 1},
                        {"bassoon", 1},   {"theremin", 1}, {"oboe", 1}};
  for (const Case& c : cases) {
    CAPTURE(c.word);
    CHECK_EQ(search_json(index, {"--no-facets", c.word})["total"], c.hits);
  }
  CHECK_EQ(search_json(index, {"皮影戏"})["hits"][0]["snippet"]["text"],
           "圖書館週六舉辦皮影戲，長者和學童一同觀賞。");
  CHECK_EQ(hits_of_each_word(folder, index, 500), std::string(500, '1'));
  for (const char* said :
       {"utf8.txt: listing, UTF-8", "gb.txt: listing, GB18030", "big5.txt: listing, Big5-HKSCS",
        "utf16.txt: listing, UTF-16LE", "western.txt: listing, windows-1252",
        "feed.xml: feed, UTF-8", "pages.warc!http://example.org/w: html, GB18030"}) {
    CAPTURE(said);
    CAPTURE(added.err);
    CHECK(added.err.find(said) != std::string::npos);
  }
}

TEST_CASE("formats: hostile files are named, quick and small, and the rest is indexed") {
  const TemporaryFolder folder;
  folder.write("in/good.txt", "The last good lead mentions a harmonium.");
  std::string deep;
  for (int i = 0; i < 100000; ++i) {
    deep += "<div>";
  }
  folder.write("in/deep.html", "<html><body>" + deep);
  folder.write("in/attributes.html", "<html><body><p " + std::string(200000, 'a') + "=1>text</p>");
  folder.write("in/cut.html",
               "<html><body><h1>A cut page</h1><p>It tells of a hurdy-gurdy and end");
  std::string lol = "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\">";
  for (int i = 1; i < 10; ++i) {
    lol += "<!ENTITY lol" + std::to_string(i) + " \"";
    for (int j = 0; j < 10; ++j) {
      lol += "&lol" + (i == 1 ? std::string() : std::to_string(i - 1)) + ";";
    }
    lol += "\">";
  }
  folder.write("in/laughs.xml",
               lol + "]><rss><channel><item><title>&lol9;</title></item></channel></rss>");
  folder.write(
      "in/external.xml",
      "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
      "<rss><channel><item><title>x</title><description>&x;</description></item></channel></rss>");
  folder.write("in/bomb.zip", zip_of({{"bomb.txt", std::string(200U << 20U, ' ')}}));
  folder.write("in/climb.zip", zip_of({{"../../climb.txt", "Out."}}));
  std::filesystem::create_directory_symlink(".", folder.at("in/loop"));
  std::filesystem::create_symlink("self.txt", folder.at("in/self.txt"));
  REQUIRE_EQ(mkfifo(folder.at("in/pipe.txt").c_str(), 0600), 0);

  const Finished added = bulletin_index({"add", "--db", folder.at("index"), folder.at("in")});
  CHECK_EQ(added.status, 1);
  for (const char* name : {"deep.html", "attributes.html", "bomb.zip!bomb.txt",
                           "climb.zip!../../climb.txt", "self.txt", "pipe.txt"}) {
    CAPTURE(name);
    CHECK(added.err.find(std::string("cannot take ") + folder.at("in/") + name) !=
          std::string::npos);
  }
  CHECK_EQ(search_json(folder.at("index"), {"harmonium"})["total"], 1);
  CHECK_EQ(search_json(folder.at("index"), {"\"hurdy-gurdy\""})["total"], 1);
  CHECK_EQ(search_json(folder.at("index"), {"lol"})["total"], 0);
  CHECK_EQ(search_json(folder.at("index"), {"root"})["total"], 0);
}

}  // namespace bulletin::test
