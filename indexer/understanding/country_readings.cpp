#include "indexer/understanding/country_readings.hpp"

#include <algorithm>

#include "indexer/analysis/utf8.hpp"
#include "indexer/understanding/country_acronyms.hpp"
#include "indexer/understanding/country_claims.hpp"
#include "indexer/understanding/country_context.hpp"

namespace bulletin {
namespace {

// Institutions that every country may have one of begin so.
constexpr std::string_view kNationalStarts[] = {"国家", "国立", "中央"};

// What the tables write before a country or town of one character: 访美, 赴法, 在京.
constexpr std::u32string_view kVerbs = U"访赴驻留旅在抵来对援";

// Finds the names that begin at `at`, but for Latin ones that end within a word. Where there is
// none the next may begin behind the character or Latin word; returns that place.
std::size_t find_names(std::string_view text, std::size_t at, const PublisherMatcher& publisher,
                       std::vector<NameMatch>& names) {
  names.clear();
  if (!is_ascii_word(text[at])) {
    names_at(text, at, names);
    if (publisher.may_begin_at(text, at)) {
      publisher.add_names_at(text, at, names);
    }
    return character_end(text, at);
  }
  const std::size_t end = ascii_word_end(text, at);
  const std::string_view word = text.substr(at, end - at);
  if (may_begin_with(word)) {
    names_at(text, at, names);
  }
  if (publisher.may_begin_with(word)) {
    publisher.add_names_at(text, at, names);
  }
  return end;
}

bool names_place(std::string_view text, const NameMatch& match) {
  std::vector<NameMatch> names;
  for (std::size_t at = match.begin; at < match.end; at = character_end(text, at)) {
    names_at(text, at, names);
    for (const NameMatch& name : names) {
      const NameKind kind = name.entry->kind;
      if (name.end <= match.end && (kind == NameKind::kName || kind == NameKind::kCity ||
                                    kind == NameKind::kDivision || kind == NameKind::kDemonym)) {
        return true;
      }
    }
  }
  return false;
}

bool shares_country(const NameEntry& a, const NameEntry& b) {
  const auto others = claims_of(b);
  return std::ranges::any_of(claims_of(a), [&](const Claim& claim) {
    return std::ranges::find(others, claim.country(), &Claim::country) != others.end();
  });
}

// 赞比亚国家开放大学 is Zambia's own, whoever else is called so.
bool belongs_to_country(std::string_view text, const NameReading& country,
                        const NameReading& institution) {
  const bool is_institution =
      institution.verdict == Verdict::kAccepted &&
      (institution.rule == NameKind::kInstitution || institution.rule == NameKind::kPublisher);
  if (!is_institution || country.verdict != Verdict::kAccepted ||
      (country.rule != NameKind::kName && country.rule != NameKind::kFormerName) ||
      shares_country(*country.meaning, *institution.meaning)) {
    return false;
  }
  const std::string_view name = text.substr(institution.match.begin);
  const auto begins = [&](std::string_view word) { return name.starts_with(word); };
  return std::ranges::any_of(kNationalStarts, begins) && !names_place(text, institution.match);
}

// The longest name at a place that survives its rules, else the longest rejected one.
NameReading choose(const FieldView& view, const std::vector<NameMatch>& names) {
  NameReading best;
  for (auto name = names.rbegin(); name != names.rend(); ++name) {
    const Verdict verdict = judge(view, *name);
    const bool takes_up = takes_up_text(verdict);
    if (best.meaning == nullptr || takes_up) {
      best = {view.field, *name, name->entry, name->entry->kind, verdict, 0};
    }
    if (takes_up) {
      break;
    }
  }
  return best;
}

// 赴法|罗群岛, 在京|斯敦: a verb and one character give way to the longer name behind the verb.
bool longer_name_behind_verb(const FieldView& view, const NameMatch& match) {
  const std::string_view text = view.text();
  std::size_t behind = match.begin;
  if (kVerbs.find(next_code_point(text, behind)) == std::u32string_view::npos) {
    return false;
  }
  std::vector<NameMatch> names;
  names_at(text, behind, names);
  return !names.empty() && names.back().end > match.end &&
         takes_up_text(choose(view, names).verdict);
}

// Adds the reading of the names that begin at one place; returns where the next name may begin,
// or 0 for the next character.
std::size_t read_name(const FieldView& view, std::vector<NameMatch>& names,
                      std::vector<NameReading>& readings) {
  const bool follows_name = !readings.empty() && readings.back().match.end == names.front().begin &&
                            takes_up_text(readings.back().verdict);
  for (NameMatch& name : names) {
    name.follows_name = follows_name;
  }
  NameReading chosen = choose(view, names);
  if (follows_name && belongs_to_country(view.text(), readings.back(), chosen)) {
    chosen.verdict = Verdict::kOtherInstitution;
  }
  const bool takes_up = takes_up_text(chosen.verdict);
  if (takes_up && longer_name_behind_verb(view, chosen.match)) {
    return 0;
  }
  if (takes_up || chosen.verdict == Verdict::kAcrossWords) {
    readings.push_back(chosen);  // Case and boundary failures are not worth a report.
  }
  return takes_up ? chosen.match.end : 0;
}

}  // namespace

std::vector<NameReading> scan_names(const FieldView& view, const PublisherMatcher& publisher) {
  std::vector<NameReading> readings;
  std::vector<NameMatch> names;
  const std::string_view text = view.text();
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at + 1;
    if (text[at] != ' ') {
      next = find_names(text, at, publisher, names);
      const std::size_t behind = names.empty() ? 0 : read_name(view, names, readings);
      next = behind > 0 ? behind : next;
    }
    at = next;
  }
  return readings;
}

std::vector<NameReading> read_names(const ItemText& item, const PublisherMatcher& publisher) {
  const FieldView title = FieldView::of(TextField::kTitle, item.title, item.folded_title);
  const FieldView text = FieldView::of(TextField::kText, item.text, item.folded_text);
  std::vector<NameReading> readings = scan_names(title, publisher);
  const std::vector<NameReading> more = scan_names(text, publisher);
  readings.insert(readings.end(), more.begin(), more.end());
  read_acronyms(title, text, readings);
  settle_claims(item, readings);
  return readings;
}

}  // namespace bulletin
