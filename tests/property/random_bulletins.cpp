#include "tests/property/random_bulletins.hpp"

#include <array>
#include <fstream>
#include <memory>
#include <ostream>
#include <stdexcept>

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include "indexer/analysis/folded_text.hpp"
#include "indexer/analysis/utf8.hpp"
#include "indexer/ingest/read_path.hpp"

namespace bulletin::test {
namespace {

using Strings = std::vector<std::string>;

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

// The third column of a table of the gazetteer.
Strings names_of(const std::string& table) {
  std::ifstream file(std::string(BULLETIN_GAZETTEER_DIR) + "/" + table);
  Strings names;
  for (std::string line; std::getline(file, line);) {
    const std::size_t kind = line.find('\t');
    const std::size_t name = kind == std::string::npos ? kind : line.find('\t', kind + 1);
    if (!line.starts_with('#') && name != std::string::npos) {
      names.push_back(line.substr(name + 1, line.find('\t', name + 1) - name - 1));
    }
  }
  if (names.empty()) {
    throw std::runtime_error("no names in " + table);
  }
  return names;
}

// Cuts behind full stops of both languages; where exactly does not matter here.
void add_sentences(std::string_view text, Strings& sentences) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t english = text.find(". ", begin);
    const std::size_t chinese = text.find("。", begin);
    const std::size_t end = english < chinese ? english + 2 : std::min(text.size(), chinese) + 3;
    sentences.emplace_back(text.substr(begin, end - begin));
    begin = std::min(text.size(), end);
  }
}

Strings corpus_sentences() {
  Strings sentences;
  const auto add = [&](const RawItem& item) {
    add_sentences(item.title, sentences);
    add_sentences(item.text, sentences);
  };
  read_path(BULLETIN_CORPUS_DIR, {}, {.on_item = add, .on_problem = [](const Problem&) {}});
  return sentences;
}

std::string name() {
  static const std::array<Strings, 4> tables = {names_of("overlay.tsv"), names_of("countries.tsv"),
                                                names_of("places.tsv"),
                                                names_of("institutions.tsv")};
  return *rc::gen::elementOf(tables.at(*rc::gen::inRange<std::size_t>(0, tables.size())));
}

std::string date() {
  const int year = *rc::gen::inRange(1990, 2030);
  const int month = *rc::gen::inRange(1, 13);
  const int first = *rc::gen::inRange(1, 32);
  const int last = *rc::gen::inRange(first, 32);
  const auto number = [](int n) { return std::to_string(n); };
  const std::string name_of_month(kMonths.at(static_cast<std::size_t>(month - 1)));
  const std::string chinese = number(month) + "月" + number(first) + "日";
  const Strings forms = {
      number(first) + " " + name_of_month + " " + number(year),
      name_of_month + " " + number(first) + "-" + number(last) + ", " + number(year),
      "from " + number(first) + " to " + number(last) + " " + name_of_month,
      name_of_month + " " + number(year),
      "the " + number(first) + "th of " + name_of_month,
      number(year) + "-" + number(month) + "-" + number(first),
      number(year) + "年" + chinese,
      number(year) + "年" + chinese + "至" + number(last) + "日",
      chinese + "上午",
      number(year) + "年" + number(month) + "月",
      number(month) + "月上旬",
      number(last) + "日",
      "in " + number(year) + ", ",
      number(year) + "年"};
  return *rc::gen::elementOf(forms);
}

std::string sentence() {
  static const Strings corpus = corpus_sentences();
  switch (*rc::gen::inRange(0, 8)) {
    case 0:
      return "A delegation of " + name() + " arrived on " + date() + ". ";
    case 1:
      return "On " + date() + ", they visited " + name() + " and " + name() + ". ";
    case 2:
      return date() + "，代表团访问" + name() + "。";
    case 3:
      return name() + date() + name() + "签署合作协议。";
    case 4:
      return name() + *rc::gen::element<std::string>("", " ", "、", " (OUC) ", "的", "教授");
    case 5:
      return date() + " ";
    default:
      return *rc::gen::elementOf(corpus);
  }
}

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

}  // namespace

void showValue(const RandomBulletin& bulletin, std::ostream& out) {
  out << "title: " << bulletin.title << "\ntext: " << bulletin.text;
}

rc::Gen<RandomBulletin> random_bulletin() {
  return rc::gen::exec([] {
    RandomBulletin bulletin;
    for (int left = *rc::gen::inRange(0, 3); left > 0; --left) {
      bulletin.title += sentence();
    }
    for (int left = *rc::gen::inRange(0, 9); left > 0; --left) {
      bulletin.text += sentence();
      bulletin.text += *rc::gen::element<std::string>("", "", " ", "\n\n");
    }
    return bulletin;
  });
}

const std::vector<std::string>& neutral_sentences() {
  static const Strings sentences = {"The two sides exchanged gifts.",
                                    "They had seen the library, which was renamed.",
                                    "Three lecturers spoke about the marking of essays.",
                                    "Everybody agreed that tutors need time; nobody objected.",
                                    "“We learned a great deal,” said one of the guests.",
                                    "The weather was fine.",
                                    "双方互赠了礼品。",
                                    "会议讨论了课程建设。",
                                    "與會者參觀了圖書館。",
                                    "学员们认真听讲，并积极提问。",
                                    "“收获很大！”一位老师说。",
                                    "双方就进一步合作交换了意见。"};
  return sentences;
}

std::string traditional(std::string_view text) {
  static const std::unique_ptr<const icu::Transliterator> writer = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(
        icu::Transliterator::createInstance("Hans-Hant", UTRANS_FORWARD, status));
    if (U_FAILURE(status)) {
      throw std::runtime_error(u_errorName(status));
    }
    return made;
  }();
  icu::UnicodeString units = utf16(text);
  writer->transliterate(units);
  std::string result;
  return units.toUTF8String(result);
}

std::string simplified(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const bool han = is_han(next_code_point(text, at));
    const std::string_view character = text.substr(begin, at - begin);
    result += han ? FoldedText::fold(character).text() : std::string(character);
  }
  return result;
}

}  // namespace bulletin::test
