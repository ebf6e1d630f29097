#include "indexer/understanding/country_rules.hpp"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>

#include "indexer/analysis/utf8.hpp"
#include "indexer/understanding/country_boundaries.hpp"
#include "indexer/understanding/country_context.hpp"
#include "indexer/understanding/country_persons.hpp"
#include "indexer/understanding/country_products.hpp"
#include "indexer/understanding/country_words.hpp"

namespace bulletin {
namespace {

constexpr std::array<std::string_view, 12> kVerdictNames = {
    "accepted", "needs-witness",    "inside-word", "other-case", "across-words",
    "person",   "language",         "blocked",     "no-witness", "expanded-otherwise",
    "product",  "other-institution"};
// What follows 文 where it belongs to the next word: 西班牙|文化.
constexpr std::u32string_view kTextTails = U"化学献物艺明件章科创旅";
constexpr std::size_t kShortestPlain = 7;   // `kazakhstan` is a name, but `china` is a word too.
constexpr std::size_t kLongestAcronym = 4;  // OSS is no town of the Netherlands.

// Letters and digits of alphabets; a Chinese character ends a Latin word.
bool is_word_character(char32_t c) {
  return c < 0x80 ? is_ascii_word(static_cast<char>(c))
                  : u_isalnum(static_cast<UChar32>(c)) != 0 && !is_han(c);
}

// 西班牙文 is a language, 西班牙|文化 is not.
bool goes_on_as_word(std::string_view folded, std::size_t end) {
  std::size_t at = end;
  return folded.substr(0, end).ends_with("文") && at < folded.size() &&
         kTextTails.find(next_code_point(folded, at)) != std::u32string_view::npos;
}

// What follows two countries' letters where they stand for tongues: 中葡笔译, 中英双语.
constexpr std::string_view kPairTongueTails[] = {"双语", "笔译", "口译", "翻译", "互译", "对照",
                                                 "词典", "辞典", "字典", "对译", "语言", "文"};

bool joins_tongues(std::string_view folded, std::size_t end) {
  return !goes_on_as_word(folded, end + std::string_view("文").size()) &&
         std::ranges::any_of(kPairTongueTails, [&](std::string_view tail) {
           return folded.substr(end).starts_with(tail);
         });
}

// What the words behind a tongue say; nullopt-like kAccepted is the reading as a nationality.
Verdict judge_follower(const FieldView& view, std::size_t end, int depth);

// `Spanish, French and German universities`: the last adjective's noun counts for all.
Verdict judge_coordination(const FieldView& view, std::size_t at, int depth) {
  std::vector<NameMatch> names;
  names_at(view.text(), at, names);
  for (auto name = names.rbegin(); name != names.rend(); ++name) {
    if (name->entry->kind == NameKind::kDemonym && has_boundaries(view.text(), *name)) {
      return depth > 0 ? judge_follower(view, name->end, depth - 1) : Verdict::kLanguage;
    }
  }
  return Verdict::kLanguage;
}

Verdict judge_follower(const FieldView& view, std::size_t end, int depth) {
  const std::string_view text = view.text();
  if (end < text.size() && text[end] == ',') {
    const WordSpan next = word_after(text, end + 1);
    return next.empty() ? Verdict::kLanguage : judge_coordination(view, next.begin, depth);
  }
  const WordSpan next = word_after(text, end);
  if (next.empty()) {
    return Verdict::kLanguage;
  }
  const std::string_view word = next.in(text);
  if (word == "and" || word == "or") {
    const WordSpan other = word_after(text, next.end);
    return other.empty() ? Verdict::kLanguage : judge_coordination(view, other.begin, depth);
  }
  if (contains(kLanguageNouns, word) || contains(kFunctionWords, word)) {
    return Verdict::kLanguage;
  }
  return contains(kTeachingNouns, word) ? Verdict::kNeedsWitness : Verdict::kAccepted;
}

}  // namespace

std::string_view verdict_name(Verdict verdict) {
  return kVerdictNames[static_cast<std::size_t>(verdict)];
}

bool has_boundaries(std::string_view folded, const NameMatch& match) {
  if (!is_latin(folded, match)) {
    return match.entry->kind != NameKind::kLanguage || !goes_on_as_word(folded, match.end);
  }
  std::size_t at = match.end;
  const bool open_before =
      match.begin == 0 || !is_word_character(code_point_before(folded, match.begin));
  return open_before && (at >= folded.size() || !is_word_character(next_code_point(folded, at)));
}

bool has_right_case(const FieldView& view, const NameMatch& match) {
  if (!is_latin(view.text(), match)) {
    return true;
  }
  const NameEntry& entry = *match.entry;
  if (!names_country(entry.kind)) {
    return true;
  }
  if ((entry.flags & kUpperFlag) != 0) {
    return is_upper_case(view, {match.begin, match.end});
  }
  const bool is_acronym = entry.kind == NameKind::kCity &&
                          match.end - match.begin <= kLongestAcronym &&
                          is_upper_case(view, {match.begin, match.end});
  if (is_acronym) {
    return false;
  }
  const bool any_case = entry.kind == NameKind::kName && entry.flags == 0 &&
                        match.end - match.begin >= kShortestPlain;
  return any_case || is_capitalised(view, {match.begin, match.end});
}

Verdict judge_tongue(const FieldView& view, const NameMatch& match) {
  const std::string_view text = view.text();
  if (text[match.end - 1] == 's') {
    return Verdict::kAccepted;  // Germans are no language.
  }
  const Verdict follower = judge_follower(view, match.end, 4);
  if (follower != Verdict::kLanguage) {
    return follower;
  }
  const WordSpan next = word_after(text, match.end);
  const bool names_language = !next.empty() && contains(kLanguageNouns, next.in(text));
  const WordSpan before = word_before(text, match.begin);
  const bool is_people = !before.empty() && contains(kArticles, before.in(text));
  return is_people && !names_language ? Verdict::kAccepted : Verdict::kLanguage;
}

Verdict judge(const FieldView& view, const NameMatch& match) {
  if (!has_boundaries(view.text(), match)) {
    return Verdict::kInsideWord;
  }
  if (!has_right_case(view, match)) {
    return Verdict::kOtherCase;
  }
  if (!names_country(match.entry->kind)) {
    return match.entry->kind == NameKind::kLanguage ? Verdict::kLanguage : Verdict::kBlocked;
  }
  if (lies_across_words(view.text(), match)) {
    return Verdict::kAcrossWords;
  }
  if (is_person_name(view, match)) {
    return Verdict::kPersonName;
  }
  if (is_product(view, match)) {
    return Verdict::kProduct;
  }
  if (match.entry->kind == NameKind::kPair && joins_tongues(view.text(), match.end)) {
    return Verdict::kLanguage;
  }
  return (match.entry->flags & kTongueFlag) != 0 ? judge_tongue(view, match) : Verdict::kAccepted;
}

}  // namespace bulletin
