#include "indexer/understanding/kind_cues.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "indexer/analysis/utf8.hpp"
#include "indexer/understanding/kind_words_chinese.hpp"
#include "indexer/understanding/kind_words_chinese_results.hpp"
#include "indexer/understanding/kind_words_chinese_silence.hpp"
#include "indexer/understanding/kind_words_english.hpp"
#include "indexer/understanding/kind_words_english_results.hpp"
#include "indexer/understanding/kind_words_english_silence.hpp"

namespace bulletin {
namespace {

// A first sentence shorter than this, in bytes, is an opening flourish: the next one leads too.
constexpr std::size_t kShortSentence = 80;

// Words before a full stop that does not end the sentence. Single letters never do.
constexpr std::string_view kAbbreviations[] = {
    "apr", "aug", "co",   "dec", "dept", "dr",  "eg", "feb",  "gen", "hon", "inc",
    "jan", "jr",  "jul",  "jun", "ltd",  "mar", "mr", "mrs",  "ms",  "no",  "nov",
    "oct", "ph",  "prof", "sep", "sept", "sr",  "st", "univ", "vol", "vs"};

// First bytes of 《, 》 and 。.
constexpr std::string_view kCjkMarks = "\xE3\x80";

struct Form {
  std::string_view text;
  const CueRow* row;
  std::size_t slot;  // Of its filing key.
};

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_gap_byte(char c) {
  return c == ' ' || c == '-' || c == '\t' || c == '\n' || c == '\r';
}

std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_word_byte(text[at])) {
    ++at;
  }
  return at;
}

// The character at `at`, or none at the end.
std::string_view character_at(std::string_view text, std::size_t at) {
  return at < text.size() ? text.substr(at, character_end(text, at) - at) : std::string_view();
}

// What forms are filed under: the first word, or the first two Chinese characters, or the one.
std::string_view filing_key(std::string_view form) {
  const std::size_t first = word_end(form, 0);
  if (first > 0) {
    return form.substr(0, first);
  }
  const std::size_t length = character_at(form, 0).size();
  const std::string_view second = character_at(form, length);
  return form.substr(0, length + (second.size() > 1 ? second.size() : 0));
}

// The word or the character at `at`.
std::string_view first_key(std::string_view text, std::size_t at) {
  if (is_word_byte(text[at])) {
    return text.substr(at, word_end(text, at) - at);
  }
  return character_at(text, at);
}

// All forms of both tables, those of each filing key side by side, longest first. Keys that share a
// slot are not told apart here: matching a form compares its key too.
class FormIndex {
 public:
  FormIndex() {
    add(kEnglishCues);
    add(kEnglishResultCues);
    add(kEnglishSilenceCues);
    add(kChineseCues);
    add(kChineseResultCues);
    add(kChineseSilenceCues);
    std::ranges::stable_sort(forms_, [](const Form& a, const Form& b) {
      return std::pair(a.slot, b.text.size()) < std::pair(b.slot, a.text.size());
    });
    for (std::size_t slot = 0, form = 0; slot < begins_.size(); ++slot) {
      while (form < forms_.size() && forms_[form].slot < slot) {
        ++form;
      }
      begins_[slot] = static_cast<std::uint16_t>(form);
    }
  }

  // False only where no form begins with `character`, alone or with the next one.
  [[nodiscard]] bool may_begin_with(std::string_view character) const {
    return known_fronts_.test(front_of(character) % kFrontBits);
  }

  [[nodiscard]] std::span<const Form> find(std::string_view key) const {
    const std::size_t hash = hash_of(key);
    if (!known_keys_.test(hash % kKeyBits)) {
      return {};  // Most words, told by a bitmap that stays in the nearest cache.
    }
    const std::size_t slot = hash % kSlots;
    return std::span(forms_).subspan(begins_[slot],
                                     static_cast<std::size_t>(begins_[slot + 1] - begins_[slot]));
  }

 private:
  static constexpr std::size_t kSlots = 8192;
  static constexpr std::size_t kKeyBits = 4 * kSlots;
  static constexpr std::size_t kFrontBits = 2 * kSlots;

  static std::size_t byte_of(std::string_view key, std::size_t i) {
    return static_cast<unsigned char>(key[i]);
  }

  // Of the first three bytes: of one Chinese character.
  static std::size_t front_of(std::string_view key) {
    const std::size_t first = byte_of(key, 0) * 5;
    return key.size() < 3 ? first : first + byte_of(key, 1) * 67 + byte_of(key, 2) * 1021;
  }

  static std::size_t hash_of(std::string_view key) {
    // Of two Chinese characters the bytes that differ.
    const std::size_t last = key.size() - 1;
    const std::size_t before_last = key.size() < 2 ? 0 : byte_of(key, last - 1) * 331;
    return front_of(key) + before_last + byte_of(key, last) * 3571;
  }

  template <std::size_t N>
  void add(const CueRow (&rows)[N]) {
    for (const CueRow& row : rows) {
      for (std::size_t at = 0; at < row.forms.size();) {
        const std::size_t end = std::min(row.forms.find(' ', at), row.forms.size());
        const std::string_view form = row.forms.substr(at, end - at);
        const std::string_view key = filing_key(form);
        const std::size_t hash = hash_of(key);
        known_fronts_.set(front_of(character_at(form, 0)) % kFrontBits);
        known_keys_.set(hash % kKeyBits);
        forms_.push_back({form, &row, hash % kSlots});
        at = end + 1;
      }
    }
  }

  std::bitset<kFrontBits> known_fronts_;
  std::bitset<kKeyBits> known_keys_;
  std::vector<Form> forms_;
  std::array<std::uint16_t, kSlots + 1> begins_{};  // Where the forms of each slot begin.
};

const FormIndex& form_index() {
  static const FormIndex kIndex;
  return kIndex;
}

// Returns the end of `form` at `at`, or `at` when it is not there.
std::size_t match_form(std::string_view text, std::size_t at, std::string_view form) {
  std::size_t here = at;
  for (const char c : form) {
    if (c == '_') {
      const std::size_t gap = here;
      while (here < text.size() && is_gap_byte(text[here])) {
        ++here;
      }
      if (here == gap) {
        return at;
      }
    } else if (here < text.size() && (c == '#' ? is_digit(text[here]) : text[here] == c)) {
      ++here;
    } else {
      return at;
    }
  }
  const bool cuts_word = (is_word_byte(form.back()) || form.back() == '#') && here < text.size() &&
                         is_word_byte(text[here]);
  return cuts_word ? at : here;
}

// One pass over a text; a class because its steps share the place reached.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<CueHit> run() {
    while (at_ < text_.size()) {
      if (text_[at_] == ' ') {
        ++at_;
        continue;
      }
      const std::string_view key = first_key(text_, at_);
      if (is_word_byte(key[0]) || static_cast<unsigned char>(key[0]) >= 0x80) {
        step(key);
      } else {
        punctuate(key);
        ++at_;
      }
    }
    return std::move(hits_);
  }

 private:
  void step(std::string_view key) {
    if (is_word_byte(key[0]) ? match_key(key) : match_character(key)) {
      return;
    }
    punctuate(key);
    at_ += key.size();
  }

  // Takes the longest form that begins with `character` and the next one, else with it alone.
  bool match_character(std::string_view character) {
    if (!index_.may_begin_with(character)) {
      return false;
    }
    const std::size_t second = at_ + character.size();
    const bool has_pair =
        second < text_.size() && static_cast<unsigned char>(text_[second]) >= 0x80;
    return (has_pair && match_key(text_.substr(at_, character_end(text_, second) - at_))) ||
           match_key(character);
  }

  // Takes the longest form filed under `key` that stands here.
  bool match_key(std::string_view key) {
    for (const Form& form : index_.find(key)) {
      const std::size_t end = match_form(text_, at_, form.text);
      if (end > at_) {
        add(end, *form.row);
        at_ = end;
        return true;
      }
    }
    return false;
  }

  void add(std::size_t end, const CueRow& row) {
    last_word_ = {};
    if (row.role != CueRole::kBlock && !in_book_title_) {
      hits_.push_back({.begin = at_,
                       .end = end,
                       .role = row.role,
                       .kinds = row.kinds,
                       .sentence = sentence_,
                       .clause = clause_,
                       .is_lead = sentence_ <= last_lead_});
    }
  }

  void punctuate(std::string_view key) {
    if (is_word_byte(key[0])) {
      last_word_ = key;
    } else if (static_cast<unsigned char>(key[0]) < 0x80 || key.starts_with(kCjkMarks)) {
      punctuate_mark(key);
    }
  }

  void punctuate_mark(std::string_view key) {
    if (key == "《") {
      in_book_title_ = true;
    } else if (key == "》") {
      in_book_title_ = false;
    } else if (key == "," || key == ":" || key == "(" || key == ")") {
      ++clause_;
    } else if (ends_sentence(key)) {
      end_sentence();
    }
  }

  [[nodiscard]] bool ends_sentence(std::string_view key) const {
    if (key == "。" || key == "!" || key == "?" || key == ";") {
      return true;
    }
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\n';
    if (key == "\n") {
      return next == '\n';
    }
    const bool is_initial = last_word_.size() == 1 && last_word_[0] > '9';
    return key == "." && is_gap_byte(next) && !is_initial &&
           !std::ranges::binary_search(kAbbreviations, last_word_);
  }

  void end_sentence() {
    in_book_title_ = false;
    last_word_ = {};
    ++clause_;
    if (at_ + 1 - sentence_begin_ < 4) {
      return;  // Blank lines, "?!".
    }
    if (sentence_ == 0 && at_ - sentence_begin_ < kShortSentence) {
      last_lead_ = 1;
    }
    ++sentence_;
    sentence_begin_ = at_ + 1;
  }

  const FormIndex& index_ = form_index();
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t sentence_begin_ = 0;
  unsigned sentence_ = 0;
  unsigned clause_ = 0;
  unsigned last_lead_ = 0;
  bool in_book_title_ = false;
  std::string_view last_word_;
  std::vector<CueHit> hits_;
};

}  // namespace

std::vector<CueHit> scan_cues(std::string_view folded) {
  return Scanner(folded).run();
}

}  // namespace bulletin
