// Pinyin and initials against an index of a few items, without a dictionary and with a small one.

#include "searcher/query/sound.hpp"

#include <optional>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "indexer/pipeline/document_builder.hpp"
#include "searcher/query/dictionary/dictionary_builder.hpp"
#include "searcher/query/query_builder.hpp"
#include "searcher/search/same_sound.hpp"
#include "tests/support/process.hpp"

namespace bulletin {
namespace {

Xapian::WritableDatabase index_of(const std::vector<std::string>& texts) {
  Xapian::WritableDatabase fresh(std::string(), Xapian::DB_BACKEND_INMEMORY);
  const DocumentBuilder builder;
  for (const std::string& text : texts) {
    fresh.add_document(
        builder.build({.id = std::to_string(fresh.get_doccount() + 1), .text = text}));
  }
  return fresh;
}

const Xapian::Database& index() {
  static const Xapian::WritableDatabase database =
      index_of({"歌手刘德华到访长沙。", "歌手劉德華在廈門。", "留得青山在，化为乌有。",
                "重庆的银行和西安的银行。", "中国人民解放军。",
                "The women of China change. Li Na sings.", "我们参观景点。", "经典，经典。",
                "国家开放大学。", "国家开放大学和西藏大学。", "西岸有方案，反感也有。"});
  return database;
}

const Dictionary& dictionary() {
  static const Dictionary opened = [] {
    const test::TemporaryFolder folder;
    DictionaryBuilder builder;
    const auto add = [&](std::string_view chinese, std::string_view english) {
      builder.add_word(chinese, read_glosses(std::vector<std::string>{std::string(english)}));
    };
    add("妇女", "women");
    add("改变", "change");
    add("刘德华", "Andy Lau");
    add("重庆", "Chongqing");
    return *Dictionary::open(folder.write("table", builder.table("test words")));
  }();
  return opened;
}

// `liudehua: 刘德华 2 | ...`
std::string render(const std::vector<SoundMatch>& matches) {
  std::string line;
  for (const SoundMatch& match : matches) {
    line += (line.empty() ? "" : " | ") + match.surface + ":";
    for (const SoundName& name : match.names) {
      line += ' ' + name.text + ' ' + std::to_string(name.items);
    }
  }
  return line;
}

std::string heard(std::string_view text, const Dictionary* with) {
  static const Analyzer analyzer;
  return render(SoundReader(index(), with).read(text, analyzer, {}));
}

TEST_CASE("sound: pinyin is read as strings of the index") {
  struct Case {
    std::string_view what, text, expect;
  };
  const Case cases[] = {
      {"one word", "liudehua", "liudehua: 刘德华 2"},
      {"spelled out", "liu de hua", "liu de hua: 刘德华 2"},
      {"in two words and capitals", "LIU Dehua", "LIU Dehua: 刘德华 2"},
      {"accents", "liú dé huá", "liú dé huá: 刘德华 2"},
      {"numbers", "liu2 de2 hua2", "liu2 de2 hua2: 刘德华 2"},
      {"numbers in one word", "liu2de2hua2", "liu2de2hua2: 刘德华 2"},
      {"tones that do not agree", "liu4de2hua2", ""},
      {"the other reading of 长", "changsha", "changsha: 长沙 1"},
      {"the other reading of 厦", "xiamen", "xiamen: 厦门 1"},
      {"the other reading of 重", "chongqing", "chongqing: 重庆 1"},
      {"the other reading of 行", "yinhang", "yinhang: 银行 1"},
      {"the other reading of 藏", "xizang", "xizang: 西藏 1"},
      {"one syllable as two", "xian", "xian: 西安 1 西岸 1"},
      {"the apostrophe", "xi'an", "xi'an: 西安 1 西岸 1"},
      {"tones choose", "xī'àn", "xī'àn: 西岸 1"},
      {"two ways to split", "fangan", "fangan: 反感 1 方案 1"},
      {"the longest row of words", "Liu Dehua yinhang", "Liu Dehua: 刘德华 2 | yinhang: 银行 1"},
      {"pairs of the index that make no string of it", "wuyoufang", ""},
      {"one syllable says nothing", "hua", ""},
      {"a comma parts names", "liu, dehua", "dehua: 德华 2"},
      {"Chinese is no pinyin", "刘德华", ""},
      {"initials of four and more", "zgrmjfj", "zgrmjfj: 中国人民解放军 1"},
      {"and gjkfdx", "GJKFDX", "GJKFDX: 国家开放大学 2"},
      {"nothing", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(heard(c.text, nullptr), c.expect);
    CHECK_EQ(heard(c.text, &dictionary()), c.expect);
  }
}

TEST_CASE("sound: English that happens to be pinyin is left alone") {
  CHECK_EQ(heard("women", nullptr), "women: 我们 1");
  CHECK_EQ(heard("women", &dictionary()), "");
  CHECK_EQ(heard("wo men", &dictionary()), "wo men: 我们 1");
  CHECK_EQ(heard("wǒmen", &dictionary()), "wǒmen: 我们 1");
  CHECK_EQ(heard("chongqing", &dictionary()), "chongqing: 重庆 1");
  CHECK_EQ(heard("you can", nullptr), "");
  CHECK_EQ(heard("the women of the change of yinhang", &dictionary()),
           "");  // Two syllables among English.
  CHECK_EQ(heard("the women of the change of liudehua", &dictionary()), "liudehua: 刘德华 2");
}

TEST_CASE("sound: initials of two and three letters are read as names of the dictionary") {
  CHECK_EQ(heard("ldh", nullptr), "");
  CHECK_EQ(heard("ldh", &dictionary()), "ldh: 刘德华 2");
  CHECK_EQ(heard("LDH", &dictionary()), "LDH: 刘德华 2");
  CHECK_EQ(heard("cq", &dictionary()), "cq: 重庆 1");
  CHECK_EQ(heard("chq", &dictionary()), "chq: 重庆 1");
  CHECK_EQ(heard("cq yinhang", &dictionary()), "yinhang: 银行 1");
}

TEST_CASE("sound: what was translated to a name of that sound is not searched twice") {
  const Analyzer analyzer;
  Translation translation;
  translation.surface = "chongqing";
  translation.names.push_back({"重庆", {"B重庆"}});
  CHECK(SoundReader(index(), nullptr).read("chongqing", analyzer, {translation}).empty());
}

// The texts of the hits, best first, as numbers of the items.
std::string ranked(const Xapian::Database& database, std::string_view text,
                   const Dictionary* with = nullptr) {
  static const Analyzer analyzer;
  SoundReader sound(database, with);
  const SearchQuery query = build_query({.text = std::string(text)}, analyzer, nullptr, &sound);
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 8, 0.75, 0));
  enquire.set_query(query.match);
  std::string line;
  const Xapian::MSet found = enquire.get_mset(0, 100);
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    line += (line.empty() ? "" : " ") + std::to_string(*hit);
  }
  return line;
}

TEST_CASE("sound: a hit by text stands above every hit by sound") {
  const Xapian::WritableDatabase database =
      index_of({"刘德华刘德华刘德华",
                "Dehua is far away, as a long text says that has many other words in it", "劉德華",
                "Liu Dehua", "Liu Liu Liu", "别的"});
  CHECK_EQ(ranked(database, "liudehua"), "1 3");
  CHECK_EQ(ranked(database, "Liu Dehua"), "4 5 2 1 3");
  CHECK_EQ(ranked(database, "Liu Dehua -text"), "4 5 1 3");
  CHECK_EQ(ranked(database, "+Liu Dehua"), "4 5");
  CHECK_EQ(ranked(database, "\"Liu Dehua\""), "4");
  CHECK_EQ(ranked(database, "liudehua 别的"), "6 1 3");
}

TEST_CASE("sound: beside text a name by sound counts like a word") {
  const Xapian::WritableDatabase database =
      index_of({"演唱会在北京", "刘德华在北京", "演唱会有刘德华", "会议", "别的", "其他"});
  CHECK_EQ(ranked(database, "liudehua 演唱会"), "3 1 2");
}

TEST_CASE("sound: a name spelled in syllables is one word, not several") {
  const Xapian::WritableDatabase database =
      index_of({"Rio de Janeiro", "刘德华", "Liu De Hua", "别的"});
  CHECK_EQ(ranked(database, "liu de hua"), "3 2 1");
}

TEST_CASE("same_sound: wrong characters of the right sound") {
  struct Case {
    std::string_view what, word, expect;
  };
  const Case cases[] = {
      {"two characters", "精点", "景点 1, 经典 1"},
      {"one wrong character in a name", "国家开房大学", "国家开放大学 2"},
      {"in Traditional", "國家開房大學", "国家开放大学 2"},
      {"two", "国加开房大学", "国家开放大学 2"},
      {"three are another name", "果加开房大学", ""},
      {"the typed word is no other word", "银行", ""},
      {"one character", "国", ""},
      {"no Chinese", "yinhang", ""},
      {"mixed", "国家ab", ""},
      {"nothing", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    std::string line;
    for (const IndexWord& word : same_sound(index(), c.word)) {
      line += (line.empty() ? "" : ", ") + word.word + ' ' + std::to_string(word.items);
    }
    CHECK_EQ(line, c.expect);
  }
}

TEST_CASE("misheard: only where the typed word is rare beside the other") {
  std::vector<std::string> texts(19, "参观景点");
  texts.insert(texts.end(), {"经典", "经典", "经点"});
  const Xapian::WritableDatabase database = index_of(texts);
  const Analyzer analyzer;
  const auto suggested = [&](const std::string& text) {
    std::string line;
    for (const MissingWord& word :
         misheard(database, build_query({.text = text}, analyzer), analyzer)) {
      line += word.word + ' ' + std::to_string(word.items) + " ~ " + word.near.front().word + ' ';
    }
    return line;
  };
  CHECK_EQ(suggested("经点"), "经点 1 ~ 景点 ");  // 19 is more than ten times 1,
  CHECK_EQ(suggested("经典"), "");                // less than ten times 2.
  CHECK_EQ(suggested("景点"), "");
  CHECK_EQ(suggested("参观景典 -经点"), "参观景典 0 ~ 参观景点 ");
}

}  // namespace
}  // namespace bulletin
