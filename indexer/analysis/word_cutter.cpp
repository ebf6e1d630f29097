#include "indexer/analysis/word_cutter.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include <unicode/brkiter.h>
#include <unicode/rbbi.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

#include "indexer/base/error.hpp"

namespace bulletin {
namespace {

// Texts by which the tables are compared with ICU: each kind of rule at least once, and no script
// for which ICU would have to open a dictionary or, as for Hangul, to find out that there is none:
// .2 ms of a process that asks once.
constexpr std::string_view kRuleSamples[] = {
    "The U.S. envoy's e-mail: j.doe@x.org, at 10:30; it isn't 1,200.50 or 3.5% (x_y)...\r\n\n  End",
    "a\u0301b café ’tis l’été naïve\u00AD x\u200By · z—w 2.\u0301a 1,\u200D2 k:v \u3000\u2028 ",
    "\u05D0\"\u05D1 \u05D0'\u05D1' \u05D0\" 2\u060C3 Привет мир \u0645\u0631\u062D\u0628\u0627 "
    "㎏",
    "\U0001F469\u200D\U0001F467 \U0001F1E9\U0001F1EA\U0001F1EB \U0001F44D\U0001F3FD \u263A\uFE0F "
    "\u200Da"};

constexpr std::string_view kHanSamples[] = {
    "中国人民银行行长在北京发表讲话，美联储主席鲍威尔出席了会议。",
    "代表团一行四人访问哈萨克斯坦阿拉木图和巴甫洛达尔，与当地大学、银行和企业进行了深入交流",
    "研究生命的起源结合成分子时长春市长春节前致辞二〇二四年人々"};

// Few characters: each new one touches pages of the dictionary and of the memo.
constexpr std::string_view kShortHanSamples[] = {"研究生命的起源"};

// How ICU of this version cuts them. Its rules and words may be others' (they are files that can be
// put in its place), which the digests tell; its ways are its own.
constexpr std::uint8_t kKnownVersion = 72;
constexpr std::uint64_t kRuleSamplesDigest = 0xBB4D'F824'31D3'DADA;
constexpr std::uint64_t kShortHanSamplesDigest = 0x02B4'674A'C525'72C8;

constexpr std::string_view kOneHan = "中";

bool is_of_known_version() {
  UVersionInfo version;
  u_getVersion(version);
  return version[0] == kKnownVersion;
}

std::unique_ptr<icu::BreakIterator> open_word_rules() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale("zh"), status));
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::kResourceMissing,
                std::string("cannot open ICU word rules: ") + u_errorName(status));
  }
  return words;
}

std::optional<BreakRules> rules_of(icu::BreakIterator& words) {
  auto* compiled = dynamic_cast<icu::RuleBasedBreakIterator*>(&words);
  if (compiled == nullptr) {
    return std::nullopt;
  }
  std::uint32_t length = 0;
  const std::uint8_t* bytes = compiled->getBinaryRules(length);
  return BreakRules::read({bytes, length});
}

}  // namespace

// ICU's iterator and the text it looks at.
struct WordCutter::Icu {
  Icu() : words(open_word_rules()) {}
  ~Icu() { utext_close(&text); }
  Icu(const Icu&) = delete;
  Icu& operator=(const Icu&) = delete;

  std::unique_ptr<icu::BreakIterator> words;
  UText text = UTEXT_INITIALIZER;
  bool has_met_han = false;
};

WordCutter::WordCutter() : rules_(trusted_rules()) {
  if (rules_ == nullptr) {
    static_cast<void>(icu());  // Without data it cannot be opened.
  }
}

WordCutter::WordCutter(std::optional<BreakRules> rules, Unchecked /*unchecked*/)
    : own_rules_(std::move(rules)) {
  rules_ = own_rules_ ? &*own_rules_ : nullptr;
}

WordCutter::WordCutter(std::optional<BreakRules> rules)
    : WordCutter(std::move(rules), Unchecked()) {
  asked_for_han_ = true;  // The dictionary is checked by rules that have been checked.
  if (!agrees_with_icu(kRuleSamples)) {
    rules_ = nullptr;
  }
  asked_for_han_ = false;
}

WordCutter::~WordCutter() = default;

WordCutter::Icu& WordCutter::icu() {
  if (!icu_) {
    icu_ = std::make_unique<Icu>();
  }
  return *icu_;
}

std::optional<BreakRules> WordCutter::checked_rules() {
  WordCutter known(BreakRules::read_stored(), Unchecked());
  known.asked_for_han_ = true;
  if (known.uses_tables() && known.cuts_as_known(kRuleSamples, kRuleSamplesDigest)) {
    return std::move(known.own_rules_);
  }
  WordCutter compared(rules_of(*open_word_rules()));
  return compared.uses_tables() ? std::move(compared.own_rules_) : std::nullopt;
}

const BreakRules* WordCutter::trusted_rules() {
  static const std::optional<BreakRules> kRules = checked_rules();
  return kRules ? &*kRules : nullptr;
}

// By the memo that is to be used afterwards: another would be as much memory again to touch.
void WordCutter::open_han() {
  static const std::optional<HanDictionary> kDictionary = HanDictionary::open();
  if (!kDictionary) {
    return;
  }
  std::vector<TextPiece> found;
  found.swap(pieces_);  // Of the text that is being cut.
  han_.emplace(*kDictionary);
  try {
    static const bool kIsTrusted =
        cuts_as_known(kShortHanSamples, kShortHanSamplesDigest) || agrees_with_icu(kHanSamples);
    if (!kIsTrusted) {
      han_.reset();
    }
  } catch (...) {  // Nothing was found out.
    han_.reset();
    asked_for_han_ = false;
    throw;
  }
  pieces_.swap(found);
}

// ICU is asked as it is: to have it meet Chinese first would open its dictionary in every process.
bool WordCutter::agrees_with_icu(std::span<const std::string_view> samples) {
  return std::ranges::all_of(samples, [this](std::string_view sample) {
    const std::vector<TextPiece> own = cut(sample);
    pieces_.clear();
    add_by_icu(sample, 0, sample.size());
    return own == pieces_;
  });
}

bool WordCutter::cuts_as_known(std::span<const std::string_view> samples, std::uint64_t digest) {
  constexpr std::uint64_t kMix = 0x9E37'79B9'7F4A'7C15ULL;
  if (!is_of_known_version()) {
    return false;
  }
  std::uint64_t found = 0;
  for (const std::string_view sample : samples) {
    for (const TextPiece& piece : cut(sample)) {
      found = (found ^ piece.end) * kMix;
      found = (found ^ static_cast<std::uint64_t>(piece.status)) * kMix;
    }
  }
  return found == digest;
}

bool WordCutter::is_icu_known() {
  WordCutter cutter;
  return cutter.cuts_as_known(kRuleSamples, kRuleSamplesDigest) &&
         cutter.cuts_as_known(kShortHanSamples, kShortHanSamplesDigest);
}

const std::vector<TextPiece>& WordCutter::cut(std::string_view text, HanWords han) {
  if (rules_ == nullptr) {
    return cut_by_icu(text);
  }
  pieces_.clear();
  for (std::size_t begin = 0; begin < text.size();) {
    const RuleSegment segment = rules_->segment(text, begin);
    const bool is_cut =
        segment.needs_dictionary &&
        (han == HanWords::kCut || !HanCutter::takes(text.substr(begin, segment.end - begin)));
    if (!is_cut) {
      add(segment.end, segment.status);
    } else if (!add_han_words(text, begin, segment)) {
      meet_han();
      add_by_icu(text, begin, segment.end);
    }
    begin = segment.end;
  }
  return pieces_;
}

const std::vector<TextPiece>& WordCutter::cut_by_icu(std::string_view text) {
  meet_han();
  pieces_.clear();
  add_by_icu(text, 0, text.size());
  return pieces_;
}

bool WordCutter::add_han_words(std::string_view text, std::size_t begin,
                               const RuleSegment& segment) {
  if (!asked_for_han_) {
    asked_for_han_ = true;
    open_han();
  }
  if (!han_) {
    return false;
  }
  const auto lengths = han_->cut(text.substr(begin, segment.end - begin));
  for (std::size_t word = lengths.size(); word-- > 0;) {
    begin += lengths[word];
    add(begin, segment.status);
  }
  return !lengths.empty();
}

// ICU's iterator cuts "ー国" in two only if it has met Chinese before: until then it takes the
// mark, which is of no script, for one of those that it cannot cut. Pieces must not depend on the
// past.
void WordCutter::meet_han() {
  if (icu().has_met_han) {
    return;
  }
  icu_->has_met_han = true;
  const std::size_t count = pieces_.size();
  add_by_icu(kOneHan, 0, kOneHan.size());
  pieces_.resize(count);
}

void WordCutter::add_by_icu(std::string_view text, std::size_t begin, std::size_t end) {
  UErrorCode status = U_ZERO_ERROR;
  UText& opened = icu().text;
  utext_openUTF8(&opened, text.data() + begin, static_cast<std::int64_t>(end - begin), &status);
  icu::BreakIterator& words = *icu_->words;
  words.setText(&opened, status);
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::kInternal, std::string("cannot cut text: ") + u_errorName(status));
  }
  static_cast<void>(words.first());
  for (std::int32_t at = words.next(); at != icu::BreakIterator::DONE; at = words.next()) {
    add(begin + static_cast<std::size_t>(at), words.getRuleStatus());
  }
}

}  // namespace bulletin
