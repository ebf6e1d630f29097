// Cue words in folded text: finds the forms of the word tables, cuts sentences and clauses. What
// a cue means in its surroundings is decided in kind_signs.cpp.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace bulletin {

/// Set of kinds, one bit each, in the order of `kKindNames`.
using KindSet = std::uint16_t;
inline constexpr KindSet kVisit = 1, kSigning = 2, kMeeting = 4, kTraining = 8, kOpening = 16,
                         kAward = 32, kExchange = 64, kPublication = 128;

/// Bits for acts and things that make a kind only with each other: resources offered are a
/// publication, a board that meets is a meeting, dancing together is an exchange, a term that
/// begins is an opening.
inline constexpr KindSet kOffer = 256, kSession = 512, kTogether = 1024, kStart = 2048;

inline constexpr KindSet kAnyKind = 4095;

/// Returns `kinds` with the bits above replaced by the kinds they show.
[[nodiscard]] constexpr KindSet shown_kinds(KindSet kinds) {
  const KindSet shown =
      ((kinds & kOffer) != 0 ? kPublication : 0) | ((kinds & kSession) != 0 ? kMeeting : 0) |
      ((kinds & kTogether) != 0 ? kExchange : 0) | ((kinds & kStart) != 0 ? kOpening : 0);
  return static_cast<KindSet>((kinds & 255) | shown);
}

/// The kinds that are named when people talk; what was signed or visited is told beside the talk.
inline constexpr KindSet kTopicKinds = kAnyKind & ~(kVisit | kSigning);

/// What a form does for its kinds.
enum class CueRole : std::uint8_t {
  kSure,        ///< Shows its kinds in the title and the first sentences.
  kLead,        ///< Shows its kinds in the title and the lead.
  kTour,        ///< As `kSure`, but gives way as an outing to the conference or course before it.
  kTitle,       ///< Shows its kinds in the title only.
  kTravel,      ///< As `kLead`, but gives way to the meeting, course or camp it led to.
  kAct,         ///< With a thing of the same kind, before or behind it: held ... conference.
  kActBefore,   ///< With a thing behind it; in a title also before it: signed ... agreement.
  kActAlone,    ///< As `kAct`; in title and lead also alone, as an opening.
  kTitleAct,    ///< As `kActBefore`; in a title also alone.
  kThing,       ///< With an act.
  kTitleThing,  ///< With an act; in a title alone.
  kWeakThing,   ///< With an act in the title or the lead; gives way to other kinds.
  kTalks,       ///< In a title as `kTitleThing`, in the text as `kWeakThing`.
  kMute,        ///< Silences its kinds to the end of the sentence: discussed, 希望.
  kMuteClause,  ///< Silences its kinds to the end of the clause: had, 曾.
  kLater,       ///< As `kMute`, but not in title and lead: will, 将.
  kNotNews,     ///< In title or lead, silences its kinds in the whole item: obituary, 逝世.
  kUndo,        ///< Right behind a cue takes it back: 论坛期间.
  kBlock        ///< Means nothing, but hides the forms inside it: visiting professor.
};

/// One row of the tables: forms, separated by spaces, `_` for a space inside a form, `#` for a
/// digit.
///
/// Forms are folded; Latin ones match whole words only, any white space or hyphens for `_`.
struct CueRow {
  CueRole role;
  KindSet kinds;
  std::string_view forms;
};

/// A form found at bytes `begin` to `end` of the folded text.
struct CueHit {
  std::size_t begin = 0;
  std::size_t end = 0;
  CueRole role = CueRole::kBlock;
  KindSet kinds = 0;
  unsigned sentence = 0;  ///< From 0.
  unsigned clause = 0;    ///< From 0, counted through the text.
  bool is_lead = false;   ///< In the first sentence, or the second behind a very short first.
};

/// Returns the cues of `folded` in order, not overlapping: leftmost, then longest.
///
/// Forms inside 《》 are left out: they name a text, not an event. O(length).
[[nodiscard]] std::vector<CueHit> scan_cues(std::string_view folded);

}  // namespace bulletin
