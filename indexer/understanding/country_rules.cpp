#include "indexer/understanding/country_rules.hpp"

#include <algorithm>

#include <unicode/uchar.h>

#include "indexer/analysis/utf8.hpp"
#include "indexer/understanding/country_context.hpp"
#include "indexer/understanding/country_words.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kHanBytes = 3;  // All but the rarest characters.
// What follows 文 where it belongs to the next word: 西班牙|文化.
constexpr std::u32string_view kTextTails = U"化学献物艺明件章科创旅";
constexpr std::string_view kAddresses[] = {"先生", "女士", "小姐", "夫人", "爵士"};
constexpr int kDotReach = 2;  // 钱伯斯 is no Perth: characters between `·` and a syllable.
constexpr std::size_t kShortestPlain = 7;   // `kazakhstan` is a name, but `china` is a word too.
constexpr std::size_t kLongestAcronym = 4;  // OSS is no town of the Netherlands.

bool is_latin(std::string_view folded, const NameMatch& match) {
  return static_cast<unsigned char>(folded[match.begin]) < 0x80;
}

// Letters and digits of alphabets; a Chinese character ends a Latin word.
bool is_word_character(char32_t c) {
  return c < 0x80 ? is_ascii_word(static_cast<char>(c))
                  : u_isalnum(static_cast<UChar32>(c)) != 0 && !is_han(c);
}

// A surname behind the name: `Jordan Smith`, but not `Jordan University` or `Sydney, Australia`.
bool surname_follows(const FieldView& view, const NameMatch& match) {
  const WordSpan next = word_after(view.text(), match.end);
  if (next.empty() || !is_capitalised(view, next)) {
    return false;
  }
  const std::string_view word = next.in(view.text());
  if (contains(kPlaceNouns, word) || contains(kFunctionWords, word)) {
    return false;
  }
  std::vector<NameMatch> names;
  names_at(view.text(), next.begin, names);
  return std::ranges::none_of(names, [&](const NameMatch& name) {
    return names_country(name.entry->kind) && has_boundaries(view.text(), name);
  });
}

bool given_name_precedes(const FieldView& view, const NameMatch& match, const WordSpan& before) {
  const std::string_view word = before.in(view.text());
  if (contains(kTitles, word) || contains(kGivenNames, word)) {
    return true;
  }
  if (view.is_headline || !is_capitalised(view, before) || starts_sentence(view, before.begin)) {
    return false;
  }
  std::vector<NameMatch> names;
  names_at(view.text(), before.begin, names);
  const bool is_place = std::ranges::any_of(names, [&](const NameMatch& name) {
    return names_country(name.entry->kind) && name.end == before.end;
  });
  return !is_place && !contains(kPlaceNouns, word) && !contains(kFunctionWords, word) &&
         match.begin == before.end + 1;
}

// 西班牙文 is a language, 西班牙|文化 is not.
bool goes_on_as_word(std::string_view folded, std::size_t end) {
  std::size_t at = end;
  return folded.substr(0, end).ends_with("文") && at < folded.size() &&
         kTextTails.find(next_code_point(folded, at)) != std::u32string_view::npos;
}

bool is_latin_person(const FieldView& view, const NameMatch& match) {
  const WordSpan before = word_before(view.text(), match.begin);
  if (!before.empty() && given_name_precedes(view, match, before)) {
    return true;
  }
  const bool located = !before.empty() && contains(kLocatives, before.in(view.text()));
  return !view.is_headline && !located && surname_follows(view, match);
}

// `·` joins the parts of a foreign name in Chinese.
bool is_dot(char32_t c) {
  return c == U'·' || c == U'•' || c == U'・' || c == U'‧' || c == U'．';
}

// 钱伯斯 is no Perth: a short name just behind `·` is a syllable of the person's.
bool dot_precedes(std::string_view folded, std::size_t at) {
  for (int step = 0; step <= kDotReach && at > 0; ++step) {
    const char32_t c = code_point_before(folded, at);
    if (is_dot(c) || !is_han(c)) {
      return is_dot(c);
    }
    at -= std::min(at, kHanBytes);
  }
  return false;
}

// The piece of a name before `·` may begin with a country that is no part of it (约旦哈桑·本), but
// not end with one or with all but one character of one.
bool dot_follows(std::string_view folded, std::size_t at) {
  for (int step = 0; step < 2 && at < folded.size(); ++step) {
    const char32_t c = next_code_point(folded, at);
    if (is_dot(c) || !is_han(c)) {
      return is_dot(c);
    }
  }
  return false;
}

bool is_han_person(std::string_view folded, const NameMatch& match) {
  const bool is_short = match.end - match.begin <= 3 * kHanBytes;
  const NameKind kind = match.entry->kind;
  const bool is_place = kind == NameKind::kCity || kind == NameKind::kDivision;
  const bool is_addressed =
      is_place && std::ranges::find(kAddresses, folded.substr(match.end, 2 * kHanBytes)) !=
                      std::end(kAddresses);
  return is_addressed || is_dot(code_point_before(folded, match.begin)) ||
         (is_short && dot_precedes(folded, match.begin)) || dot_follows(folded, match.end);
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

bool is_person_name(const FieldView& view, const NameMatch& match) {
  if (!is_latin(view.text(), match)) {
    return match.entry->kind != NameKind::kInstitution && is_han_person(view.text(), match);
  }
  return (match.entry->flags & kPersonFlag) != 0 && is_latin_person(view, match);
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
  return (match.entry->flags & kTongueFlag) != 0 ? judge_tongue(view, match) : Verdict::kAccepted;
}

}  // namespace bulletin
