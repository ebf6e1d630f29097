#include "indexer/ingest/charset.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

namespace bulletin {
namespace {

// Returns `text` in the encoding called `name`; every character has to exist in it.
std::string encoded(std::string_view text, const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(name, &status);
  ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const auto units = icu::UnicodeString::fromUTF8(std::string(text));
  std::string bytes(static_cast<std::size_t>(units.length()) * 4 + 4, '\0');
  const auto length =
      ucnv_fromUChars(converter, bytes.data(), static_cast<std::int32_t>(bytes.size()),
                      units.getBuffer(), units.length(), &status);
  ucnv_close(converter);
  REQUIRE_MESSAGE(U_SUCCESS(status), text, " in ", name, ": ", u_errorName(status));
  bytes.resize(static_cast<std::size_t>(length));
  return bytes;
}

constexpr std::string_view kSimplified[] = {
    "市图书馆新馆周六开门迎客",  "我校足球队夺得联赛冠军", "秋季学期选课系统下周一开放",
    "台风过境 三所学校停课一天", "老年书画班作品展落幕",   "食堂推出清真窗口",
    "两校教师互访计划续签五年",  "夜校报名人数创十年新高", "实验楼改造工程提前竣工",
    "留学生体验端午包粽子",      "校医院增设心理门诊",     "远程教育专家座谈课程标准",
    "毕业典礼改在体育馆举行",    "气象站旧址将建科普公园", "学生记者团走进乡村小学",
    "地铁六号线延长至大学城",    "合唱团赴外地参加比赛",   "校史馆征集老照片",
    "新能源班车投入使用",        "校友捐建的篮球场启用"};

constexpr std::string_view kTraditional[] = {
    "新圖書館週六起開放參觀", "校隊奪得足球聯賽冠軍", "秋季選課系統下週一開放",
    "颱風過境三所學校停課",   "長者書畫班作品展閉幕", "食堂增設素食窗口",
    "兩校教師交流計畫續約",   "夜校報名人數創新高",   "實驗大樓工程提早完工",
    "國際學生體驗包粽子",     "醫務室增設心理諮商",   "遠距教育專家討論課程",
    "畢業典禮改在體育館舉行", "舊車站將改建為公園",   "學生記者走訪鄉間小學",
    "捷運六號線延長至大學城", "合唱團赴外地參加比賽", "校史館徵集舊照片",
    "電動校車正式上路",       "校友捐建的籃球場啟用"};

constexpr std::string_view kWestern[] = {"Café opens beside the library",
                                         "Die Universität Köln lädt ein",
                                         "L’université fête ses cinquante ans",
                                         "Año nuevo en la biblioteca",
                                         "São Paulo recebe a conferência",
                                         "Zürich and Genève send teachers",
                                         "Malmö högskola besöker Kina",
                                         "“Open day” draws a crowd",
                                         "Résumé of the council’s session",
                                         "Fußball: Sieg für die Studenten",
                                         "Besuch aus Österreich",
                                         "Naïve art shown in the hall",
                                         "La señora Núñez visita el centro",
                                         "Premier cours à Besançon",
                                         "Åbo Akademi opens its doors",
                                         "Tuition stays at £900 – for now",
                                         "Smørrebrød at the Danish evening",
                                         "Où étudier à distance ?",
                                         "Professor Müller retires",
                                         "Bogotá y Medellín, sedes del curso"};

void check_all(const auto& headlines, const char* encoding, std::string_view expect) {
  int right = 0;
  for (const std::string_view headline : headlines) {
    const Decoded decoded = decode_text(encoded(headline, encoding));
    right += decoded.text == headline && decoded.encoding == expect ? 1 : 0;
    CHECK_MESSAGE(decoded.text == headline, headline, " came out as ", decoded.text, " by ",
                  decoded.encoding);
  }
  CHECK_EQ(right, 20);
}

}  // namespace

TEST_CASE("decode_text: 20 headlines in each encoding, nothing declared") {
  check_all(kSimplified, "GB18030", "GB18030");
  check_all(kTraditional, "GB18030", "GB18030");  // GBK holds both scripts.
  check_all(kTraditional, "Big5-HKSCS", "Big5-HKSCS");
  check_all(kSimplified, "UTF-8", "UTF-8");
  check_all(kTraditional, "UTF-8", "UTF-8");
  check_all(kSimplified, "UTF-16LE", "UTF-16LE");
  check_all(kTraditional, "UTF-16BE", "UTF-16BE");
  check_all(kWestern, "UTF-16LE", "UTF-16LE");
  check_all(kWestern, "windows-1252", "windows-1252");
}

TEST_CASE("decode_text: a few characters are enough") {
  struct Case {
    std::string_view text, encoding;
  };
  const Case cases[] = {
      {"校友捐建", "GB18030"},
      {"畢業典禮", "Big5-HKSCS"},
      {"访问", "GB18030"},
      {"訪問", "Big5-HKSCS"},
      {"Open University of China 北京会议 2019", "GB18030"},
      {"Hong Kong 嘅大學 visit", "Big5-HKSCS"},
      {"2019年12月，学习中心（赞比亚）", "GB18030"},
      {"2019年12月，學習中心（尚比亞）", "Big5-HKSCS"},
  };
  for (const Case& c : cases) {
    const Decoded decoded = decode_text(encoded(c.text, c.encoding.data()));
    CHECK_EQ(decoded.text, c.text);
    CHECK_EQ(decoded.encoding, c.encoding);
  }
}

TEST_CASE("decode_text: a mark, then a declared name, then what the bytes are") {
  struct Case {
    std::string_view what, bytes, declared, text, encoding;
  };
  using namespace std::string_view_literals;
  const std::string gb = encoded("访问", "GB18030");
  const std::string big5 = encoded("訪問", "Big5-HKSCS");
  const Case cases[] = {
      {"nothing", "", "", "", "UTF-8"},
      {"ASCII", "visit", "", "visit", "UTF-8"},
      {"mark of UTF-8", "\xEF\xBB\xBFvisit", "", "visit", "UTF-8"},
      {"mark against a declared name", "\xEF\xBB\xBF访问", "gb2312", "访问", "UTF-8"},
      {"mark of UTF-16LE", "\xFF\xFEv\0i\0"sv, "", "vi", "UTF-16LE"},
      {"mark of UTF-16BE", "\xFE\xFF\0v\0i"sv, "", "vi", "UTF-16BE"},
      {"GB2312 means GB18030", gb, "GB2312", "访问", "GB18030"},
      {"a wrong name that the bytes are not of", "访问", "big5", "访问", "UTF-8"},
      {"a wrong name of one byte a character", "访问", "iso-8859-1", "访问", "UTF-8"},
      {"Chinese under a Western name", gb, "iso-8859-1", "访问", "GB18030"},
      {"an unknown name", big5, "x-own", "訪問", "Big5-HKSCS"},
      {"UTF-7 is not believed", "+AGE-", "utf-7", "+AGE-", "UTF-8"},
      {"Latin-1 means windows-1252", "caf\xE9 \x93x\x94", "latin1", "café “x”", "windows-1252"},
      {"Cyrillic by its name", "\xEF\xF0\xE8", "windows-1251", "при", "windows-1251"},
      {"one bad byte in UTF-8", "访问图\xFF", "", "访问图\xFF", "UTF-8"},
      {"NUL bytes stay for the reader to refuse", "ab\0cd"sv, "", "ab\0cd"sv, "UTF-8"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const Decoded decoded = decode_text(c.bytes, c.declared);
    CHECK_EQ(decoded.text, c.text);
    CHECK_EQ(decoded.encoding, c.encoding);
  }
}

TEST_CASE("is_utf8_head: a head may end inside a character") {
  CHECK(is_utf8_head(""));
  CHECK(is_utf8_head("访问"));
  CHECK(is_utf8_head(std::string_view("访问").substr(0, 4)));
  CHECK(is_utf8_head(std::string_view("访问").substr(0, 5)));
  CHECK(is_utf8_head(std::string_view("{\"text\":\"A\0B\"}", 14)));
  CHECK_FALSE(is_utf8_head("caf\xE9 au lait"));
  CHECK_FALSE(is_utf8_head(std::string_view("\xFF\xFEv\0", 4)));
  CHECK_FALSE(is_utf8_head(std::string_view("v\0i\0s\0i\0t\0", 10)));
}

TEST_CASE("declared_charset: what HTML and XML say of themselves") {
  struct Case {
    std::string_view head, expect;
  };
  const Case cases[] = {
      {R"(<meta charset="gb2312">)", "gb2312"},
      {R"(<meta http-equiv="Content-Type" content="text/html; charset=Big5">)", "big5"},
      {R"(<?xml version="1.0" encoding='GBK'?>)", "gbk"},
      {"\n <meta charset = utf-8 />", "utf-8"},
      {"<p>no charset = none said", "none"},
      {"<p>plain", ""},
      {"charset=gbk in a text", ""},
      {"<meta charset=", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    CHECK_EQ(declared_charset(c.head), c.expect);
  }
}

}  // namespace bulletin
