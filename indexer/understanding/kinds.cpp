#include "indexer/understanding/kinds.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <tuple>
#include <utility>

#include "indexer/understanding/kind_cues.hpp"

namespace bulletin {
namespace {

constexpr int kMaxKinds = 3;

// Farthest an act and its thing stand apart, in bytes; a place is named right where it opens.
constexpr std::size_t kReach = 110;
constexpr std::size_t kOpeningReach = 70;

// Sentences in which a cue that needs no lead counts; signings are often told last.
constexpr unsigned kNearSentences = 3;

// Where a sign stands; earlier is stronger.
enum Rank : std::uint8_t { kInTitle, kInLead, kBehind, kFar };

// Bytes between a founding and its anniversary: 成立40周年.
constexpr std::size_t kAnniversaryGap = 9;

// One piece of evidence for one kind.
struct Sign {
  TextField field = TextField::kText;
  std::size_t begin = 0;
  std::size_t end = 0;
  KindSet kind = 0;
  Rank rank = kInTitle;
  unsigned sentence = 0;
  bool is_weak = false;    // A meeting that gives way to a visit.
  bool is_travel = false;  // A journey that gives way to what it led to.
};

bool is_act(CueRole role) {
  return role == CueRole::kAct || role == CueRole::kActBefore;
}

bool is_thing(CueRole role) {
  return role == CueRole::kThing || role == CueRole::kTitleThing || role == CueRole::kWeakThing;
}

bool is_mute(CueRole role) {
  return role == CueRole::kMute || role == CueRole::kMuteClause || role == CueRole::kLater;
}

// Takes their kinds from cues that stand behind a silencing one, in its sentence or clause.
//
// The future silences what follows a report (signed ... and will open), not the news itself.
void silence(std::vector<CueHit>& hits, TextField field) {
  KindSet in_sentence = 0;
  KindSet in_clause = 0;
  KindSet reported = 0;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    CueHit& hit = hits[i];
    if (i > 0 && hits[i - 1].sentence != hit.sentence) {
      in_sentence = 0;
      reported = 0;
    }
    if (i > 0 && hits[i - 1].clause != hit.clause) {
      in_clause = 0;
    }
    if (!is_mute(hit.role)) {
      hit.kinds &= static_cast<KindSet>(~(in_sentence | in_clause));
      reported |= is_thing(hit.role) ? KindSet{0} : hit.kinds;
    } else if (hit.role == CueRole::kMuteClause) {
      in_clause |= hit.kinds;
    } else if (hit.role == CueRole::kMute || reported != 0 ||
               (field == TextField::kText && !hit.is_lead)) {
      in_sentence |= hit.kinds;
    }
  }
}

// Takes back what the next cue undoes; of things side by side only the last is the head.
void settle_neighbours(std::vector<CueHit>& hits, std::string_view folded) {
  for (std::size_t i = 0; i + 1 < hits.size(); ++i) {
    const CueHit& next = hits[i + 1];
    const std::string_view between = folded.substr(hits[i].end, next.begin - hits[i].end);
    const std::size_t gap = next.kinds == kOpening ? kAnniversaryGap : 0;
    if (next.role == CueRole::kUndo && between.size() <= gap) {
      hits[i].kinds &= static_cast<KindSet>(~next.kinds);
    } else if (is_thing(hits[i].role) && is_thing(next.role) && (between.empty() || between == " ")) {
      hits[i].kinds = 0;
    }
  }
}

// Reads the signs of one field; a class only because its steps share the hits.
class FieldReader {
 public:
  FieldReader(std::string_view folded, TextField field) : field_(field), hits_(scan_cues(folded)) {
    settle_neighbours(hits_, folded);
    silence(hits_, field);
  }

  std::vector<Sign> read() {
    for (std::size_t i = 0; i < hits_.size(); ++i) {
      read_alone(hits_[i]);
      if (is_thing(hits_[i].role)) {
        read_pair(i);
      }
    }
    return std::move(signs_);
  }

 private:
  [[nodiscard]] Rank rank_of(const CueHit& hit) const {
    return field_ == TextField::kTitle ? kInTitle : hit.is_lead ? kInLead : kBehind;
  }

  void read_alone(const CueHit& hit) {
    const Rank rank = rank_of(hit);
    switch (hit.role) {
      case CueRole::kSure:
        add(hit, hit.kinds);
        break;
      case CueRole::kLead:
      case CueRole::kTravel:
        add(hit, rank <= kInLead ? hit.kinds : KindSet{0});
        break;
      case CueRole::kTitle:
      case CueRole::kTitleThing:
        add(hit, rank == kInTitle ? hit.kinds : KindSet{0});
        break;
      default:
        break;
    }
  }

  // Looks for the nearest act of each side in the sentence of the thing.
  void read_pair(std::size_t thing) {
    for (std::size_t i = thing; i-- > 0 && pairs(hits_[i], hits_[thing]);) {
      if (try_pair(hits_[i], hits_[thing], true)) {
        break;
      }
    }
    for (std::size_t i = thing + 1; i < hits_.size() && pairs(hits_[i], hits_[thing]); ++i) {
      if (try_pair(hits_[i], hits_[thing], false)) {
        break;
      }
    }
  }

  // Near enough for a pair at all; ends the search otherwise, so that it stays linear.
  [[nodiscard]] static bool pairs(const CueHit& a, const CueHit& b) {
    const std::size_t apart = a.begin < b.begin ? b.begin - a.end : a.begin - b.end;
    return a.sentence == b.sentence && apart <= kReach;
  }

  bool try_pair(const CueHit& act, const CueHit& thing, bool act_first) {
    const KindSet kinds = act.kinds & thing.kinds;
    const bool order_fits = act.role == CueRole::kAct || act_first || field_ == TextField::kTitle;
    const std::size_t apart = act_first ? thing.begin - act.end : act.begin - thing.end;
    if (!is_act(act.role) || kinds == 0 || !order_fits ||
        (kinds == kOpening && apart > kOpeningReach)) {
      return false;
    }
    const bool lead_only =
        thing.role == CueRole::kWeakThing || (kinds & (kTraining | kExchange | kVisit)) != 0;
    if (lead_only && rank_of(thing) > kInLead) {
      return false;
    }
    const bool is_weak = thing.role == CueRole::kWeakThing;
    add(act, kinds, is_weak);
    add(thing, kinds, is_weak);
    return true;
  }

  void add(const CueHit& hit, KindSet kinds, bool is_weak = false) {
    const bool is_far = rank_of(hit) == kBehind && hit.sentence >= kNearSentences;
    for (KindSet rest = kinds; rest != 0; rest &= static_cast<KindSet>(rest - 1)) {
      const auto kind = static_cast<KindSet>(rest & -rest);
      signs_.push_back({.field = field_,
                        .begin = hit.begin,
                        .end = hit.end,
                        .kind = kind,
                        .rank = is_far && kind != kSigning ? kFar : rank_of(hit),
                        .sentence = hit.sentence,
                        .is_weak = is_weak,
                        .is_travel = hit.role == CueRole::kTravel});
    }
  }

  TextField field_;
  std::vector<CueHit> hits_;
  std::vector<Sign> signs_;
};

// Lets signs give way: what stands far to what stands near, a journey to the conference, course or
// camp it led to, talks to the visit they filled.
void settle(std::vector<Sign>& signs) {
  if (std::ranges::any_of(signs, [](const Sign& sign) { return sign.rank < kFar; })) {
    std::erase_if(signs, [](const Sign& sign) { return sign.rank == kFar; });
  }
  std::vector<std::pair<TextField, unsigned>> purposes;
  for (const Sign& sign : signs) {
    if ((sign.kind & (kMeeting | kTraining | kExchange)) != 0 && !sign.is_weak) {
      purposes.emplace_back(sign.field, sign.sentence);
    }
  }
  std::ranges::sort(purposes);
  const bool in_title = !purposes.empty() && purposes.front().first == TextField::kTitle;
  std::erase_if(signs, [&](const Sign& sign) {
    return sign.is_travel &&
           (in_title || std::ranges::binary_search(purposes, std::pair(sign.field, sign.sentence)));
  });
  if (std::ranges::any_of(signs, [](const Sign& sign) { return sign.kind == kVisit; })) {
    std::erase_if(signs, [](const Sign& sign) { return sign.is_weak; });
  }
}

// Returns the kinds to report: those told first, by place and then by position.
KindSet main_kinds(const std::vector<Sign>& signs) {
  KindSet chosen = 0;
  for (const Rank rank : {kInTitle, kInLead, kBehind, kFar}) {
    for (const Sign& sign : signs) {
      if (sign.rank == rank && std::popcount(chosen) < kMaxKinds) {
        chosen |= sign.kind;
      }
    }
  }
  return chosen;
}

Evidence evidence_of(const ItemText& item, const Sign& sign) {
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
std::vector<Sign> read_signs(const ItemText& item) {
  std::vector<Sign> signs = FieldReader(item.folded_title.text(), TextField::kTitle).read();
  std::vector<Sign> more = FieldReader(item.folded_text.text(), TextField::kText).read();
  signs.insert(signs.end(), more.begin(), more.end());
  settle(signs);
  const auto place = [](const Sign& s) { return std::tuple(s.field, s.begin, s.kind); };
  std::ranges::sort(signs, {}, place);
  const auto repeated = std::ranges::unique(signs, {}, place);
  signs.erase(repeated.begin(), repeated.end());
  return signs;
}

}  // namespace

std::vector<KindMention> find_kinds(const ItemText& item) {
  const std::vector<Sign> signs = read_signs(item);
  const KindSet chosen = main_kinds(signs);
  std::vector<KindMention> mentions;
  for (std::size_t i = 0; i + 1 < kKindNames.size(); ++i) {
    const auto kind = static_cast<KindSet>(1U << i);
    if ((chosen & kind) == 0) {
      continue;
    }
    KindMention& mention = mentions.emplace_back();
    mention.kind = kKindNames[i];
    for (const Sign& sign : signs) {
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
