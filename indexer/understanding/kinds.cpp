#include "indexer/understanding/kinds.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <tuple>
#include <utility>

#include "indexer/understanding/kind_signs.hpp"

namespace bulletin {
namespace {

constexpr int kMaxKinds = 3;

// What people travel for; a journey or an outing is no visit of its own beside it.
constexpr KindSet kPurposes = kMeeting | kTraining | kExchange | kAward;

// What a trip report tells behind its lead as well; other kinds told there are details.
constexpr KindSet kTripKinds = kVisit | kSigning | kMeeting | kOpening;

// Lets what stands far give way to what stands near, details to title and lead.
void settle_places(std::vector<KindSign>& signs) {
  const auto stands_above = [&](SignRank rank) {
    return std::ranges::any_of(signs, [&](const KindSign& sign) { return sign.rank < rank; });
  };
  const bool only_travel = std::ranges::all_of(
      signs, [](const KindSign& sign) { return sign.is_travel || sign.rank == kHint; });
  for (const SignRank last : {kHint, kFar}) {
    if (stands_above(last)) {
      std::erase_if(signs, [&](const KindSign& sign) {
        return sign.rank == last && !(only_travel && (sign.kind & kPurposes) != 0);
      });
    }
  }
  if (stands_above(kBehind)) {
    std::erase_if(signs, [](const KindSign& sign) {
      return sign.rank == kBehind && (sign.kind & kTripKinds) == 0;
    });
  }
}

// Lets a journey give way to the conference, course or camp it led to, and an outing to the one it
// followed.
void settle_journeys(std::vector<KindSign>& signs) {
  using Place = std::pair<TextField, unsigned>;
  std::vector<Place> purposes;
  std::pair<TextField, std::size_t> first_visit = {TextField::kText, std::string::npos};
  std::pair<TextField, std::size_t> first_purpose = first_visit;
  for (const KindSign& sign : signs) {
    const std::pair here(sign.field, sign.begin);
    if ((sign.kind & kPurposes) != 0 && !sign.is_weak) {
      purposes.emplace_back(sign.field, sign.sentence);
      first_purpose = std::min(first_purpose, here);
    } else if (sign.kind == kVisit && !sign.is_travel) {
      first_visit = std::min(first_visit, here);
    }
  }
  std::ranges::sort(purposes);
  const bool in_title = !purposes.empty() && purposes.front().first == TextField::kTitle;
  std::erase_if(signs, [&](const KindSign& sign) {
    return (sign.is_travel &&
            (in_title || std::ranges::binary_search(purposes, Place(sign.field, sign.sentence)))) ||
           (sign.is_tour && first_purpose < first_visit);
  });
}

// Lets signs give way to each other, mere talks to anything.
void settle(std::vector<KindSign>& signs) {
  settle_places(signs);
  settle_journeys(signs);
  if (std::ranges::any_of(signs, [](const KindSign& sign) { return sign.kind != kMeeting; })) {
    std::erase_if(signs, [](const KindSign& sign) { return sign.is_weak; });
  }
}

// Returns the kinds to report: those told first, by place and then by position.
KindSet main_kinds(const std::vector<KindSign>& signs) {
  KindSet chosen = 0;
  for (const SignRank rank : {kInTitle, kInLead, kBehind, kFar, kHint}) {
    for (const KindSign& sign : signs) {
      if (sign.rank == rank && std::popcount(chosen) < kMaxKinds) {
        chosen |= sign.kind;
      }
    }
  }
  return chosen;
}

Evidence evidence_of(const ItemText& item, const KindSign& sign) {
  const bool in_title = sign.field == TextField::kTitle;
  const FoldedText& folded = in_title ? item.folded_title : item.folded_text;
  const std::string_view source = in_title ? item.title : item.text;
  const std::size_t begin = folded.source_begin(sign.begin);
  const std::size_t end = folded.source_end(sign.end);
  return {.field = sign.field,
          .begin_byte = begin,
          .end_byte = end,
          .surface = std::string(source.substr(begin, end - begin)),
          .rule = in_title ? "title-cue" : "cue"};
}

// Signs in reading order, each once.
std::vector<KindSign> main_signs(const ItemText& item) {
  auto [signs, not_news] = read_signs(item.folded_title.text(), TextField::kTitle);
  const FieldSigns more = read_signs(item.folded_text.text(), TextField::kText);
  signs.insert(signs.end(), more.signs.begin(), more.signs.end());
  const auto silent = static_cast<KindSet>(not_news | more.not_news);
  std::erase_if(signs, [&](const KindSign& sign) { return (sign.kind & silent) != 0; });
  settle(signs);
  const auto place = [](const KindSign& s) { return std::tuple(s.field, s.begin, s.kind); };
  std::ranges::sort(signs, {}, place);
  const auto repeated = std::ranges::unique(signs, {}, place);
  signs.erase(repeated.begin(), repeated.end());
  return signs;
}

}  // namespace

std::vector<KindMention> find_kinds(const ItemText& item) {
  const std::vector<KindSign> signs = main_signs(item);
  const KindSet chosen = main_kinds(signs);
  std::vector<KindMention> mentions;
  for (std::size_t i = 0; i + 1 < kKindNames.size(); ++i) {
    const auto kind = static_cast<KindSet>(1U << i);
    if ((chosen & kind) == 0) {
      continue;
    }
    KindMention& mention = mentions.emplace_back();
    mention.kind = kKindNames[i];
    for (const KindSign& sign : signs) {
      if (sign.kind == kind) {
        mention.evidence.push_back(evidence_of(item, sign));
      }
    }
  }
  if (mentions.empty()) {
    mentions.push_back({.kind = std::string(kKindNames.back()), .evidence = {}});
  }
  return mentions;
}

}  // namespace bulletin
