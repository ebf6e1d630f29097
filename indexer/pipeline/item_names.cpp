#include "indexer/pipeline/item_names.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "indexer/analysis/folded_text.hpp"
#include "indexer/analysis/utf8.hpp"
#include "indexer/understanding/glossary.hpp"
#include "indexer/understanding/story_persons.hpp"

namespace bulletin {
namespace {

constexpr std::string_view kNameRules[] = {"acronym",     "city", "division", "former-name",
                                           "institution", "name", "publisher"};

constexpr std::size_t kMostCapitals = 5;

// Single characters that stand between words more often than in a name.
constexpr std::u32string_view kParticles =
    U"的了在是和与及有为不也就都而等着过被把从到对以这那其他她它们我你您年月日个位名第上下中将向由"
    U"于"
    U"后前内外元次人时会可能使让并或又再更最很还只来去说看要想做各每该此本某两三四五六七八九十一二"
    U"零"
    U"百千万亿";

// One space between words, and no article before them: people type none.
std::string one_line(std::string_view folded) {
  folded.remove_prefix(folded.starts_with("the ") ? 4 : 0);
  std::string name;
  for (const char c : folded) {
    const bool is_space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!is_space) {
      name += c;
    } else if (!name.empty() && name.back() != ' ') {
      name += ' ';
    }
  }
  while (name.ends_with(' ')) {
    name.pop_back();
  }
  return name;
}

class NameCollector {
 public:
  void add(std::string name) {
    if (name.size() >= 2 && name.size() <= kMaxNameBytes && names_.size() < kMaxItemNames) {
      names_.insert(std::move(name));
    }
  }

  void add_surface(std::string_view surface) { add(one_line(FoldedText::fold(surface).text())); }

  [[nodiscard]] std::vector<std::string> names() const { return {names_.begin(), names_.end()}; }

 private:
  std::set<std::string> names_;
};

constexpr std::string_view kDateWords[] = {
    "january",   "february",  "march",   "april",    "may",      "june",   "july",
    "august",    "september", "october", "november", "december", "monday", "tuesday",
    "wednesday", "thursday",  "friday",  "saturday", "sunday"};

// HEADLINES and initials say nothing about what is a name.
bool is_capitalized(std::string_view surface) {
  return surface.size() > 1 && surface[0] >= 'A' && surface[0] <= 'Z' &&
         std::ranges::any_of(surface, [](char c) { return c >= 'a' && c <= 'z'; });
}

// Takes the words of a text in order and notes the rows of capitalized ones.
class CapitalRows {
 public:
  CapitalRows(std::string_view source, NameCollector& names) : source_(source), names_(names) {}

  void take(const Token& token) {
    if (goes_on(token)) {
      const bool is_capital = is_part(token);
      words_ += is_capital ? 1 : 0;
      last_ = &token;
      end_byte_ = is_capital ? token.end_byte : end_byte_;
      return;
    }
    close();
    if (is_part(token)) {
      first_ = last_ = &token;
      end_byte_ = token.end_byte;
      words_ = 1;
    }
  }

  void close() {
    if (first_ != nullptr && words_ >= 2 && words_ <= kMostCapitals) {
      names_.add_surface(source_.substr(first_->begin_byte, end_byte_ - first_->begin_byte));
    }
    first_ = last_ = nullptr;
  }

 private:
  [[nodiscard]] std::string_view surface(const Token& token) const {
    return source_.substr(token.begin_byte, token.end_byte - token.begin_byte);
  }

  [[nodiscard]] bool goes_on(const Token& token) const {
    if (first_ == nullptr || token.begin_byte != last_->end_byte + 1) {
      return false;
    }
    const char between = source_[last_->end_byte];
    return (between == ' ' || between == '-') &&
           (token.word == "of" || token.word == "the" || is_part(token));
  }

  [[nodiscard]] bool is_part(const Token& token) const {
    return !token.is_stop_word && is_capitalized(surface(token)) &&
           std::ranges::find(kDateWords, token.word) == std::end(kDateWords);
  }

  std::string_view source_;
  NameCollector& names_;
  const Token* first_ = nullptr;
  const Token* last_ = nullptr;
  std::size_t end_byte_ = 0;
  std::size_t words_ = 0;
};

bool is_particle(std::string_view character) {
  std::size_t at = 0;
  return kParticles.find(next_code_point(character, at)) != std::u32string_view::npos;
}

// The words that ICU found in one run of Chinese characters.
class HanRun {
 public:
  void add(std::string_view word) {
    text_ += word;
    ends_.push_back(text_.size());
  }

  void note(NameCollector& names) {
    compound_ends_.assign(ends_.size(), 0);
    for (std::size_t i = 0; i < ends_.size();) {
      const std::size_t compound = compound_end(i);
      if (compound > i + 1) {
        names.add(text_.substr(begin(i), ends_[compound - 1] - begin(i)));
        i = compound;
        continue;
      }
      const std::size_t loose = loose_end(i);
      if (is_person(i, loose)) {
        names.add(text_.substr(begin(i), ends_[loose - 1] - begin(i)));
      }
      i = std::max(i + 1, loose);
    }
  }

 private:
  [[nodiscard]] std::size_t begin(std::size_t word) const {
    return word == 0 ? 0 : ends_[word - 1];
  }

  [[nodiscard]] std::string_view word(std::size_t number) const {
    return std::string_view(text_).substr(begin(number), ends_[number] - begin(number));
  }

  // Number of the word behind the longest glossary word from word `first`, `first` if there is
  // none. Asked up to three times of one word, so it is kept, by one more.
  [[nodiscard]] std::size_t compound_end(std::size_t first) {
    std::size_t& known = compound_ends_[first];
    if (known == 0) {
      known = find_compound_end(first) + 1;
    }
    return known - 1;
  }

  [[nodiscard]] std::size_t find_compound_end(std::size_t first) const {
    const auto gloss = longest_gloss(text_, begin(first));
    if (!gloss || gloss->end <= ends_[first]) {
      return first;
    }
    const auto end = std::ranges::find(ends_, gloss->end);
    return end == ends_.end() ? first : static_cast<std::size_t>(end - ends_.begin()) + 1;
  }

  // Number of the word behind the single characters from word `first`.
  [[nodiscard]] std::size_t loose_end(std::size_t first) {
    std::size_t end = first;
    while (end < ends_.size() && character_end(text_, begin(end)) == ends_[end] &&
           compound_end(end) <= end + 1) {
      ++end;
    }
    return end;
  }

  [[nodiscard]] bool is_person(std::size_t first, std::size_t end) const {
    if (end < first + 2 || end > first + 3 || persons_in_han(text_, begin(first)).empty()) {
      return false;
    }
    for (std::size_t i = first; i < end; ++i) {
      if (is_particle(word(i))) {
        return false;
      }
    }
    return true;
  }

  std::string text_;
  std::vector<std::size_t> ends_;
  std::vector<std::size_t> compound_ends_;
};

void add_chinese(std::span<const Token> tokens, NameCollector& names) {
  HanRun run;
  std::uint32_t number = 0;
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::kHanWord) {
      continue;
    }
    if (token.run != number) {
      run.note(names);
      run = HanRun();
      number = token.run;
    }
    run.add(token.term);
  }
  run.note(names);
}

void add_capitals(const StoryPart& part, NameCollector& names) {
  CapitalRows rows(part.source, names);
  for (const Token& token : part.tokens) {
    if (token.kind == TokenKind::kWord) {
      rows.take(token);
    } else {
      rows.close();
    }
  }
  rows.close();
}

}  // namespace

std::vector<std::string> item_names(const Bulletin& item, std::span<const StoryPart> parts) {
  NameCollector names;
  for (const CountryMention& country : item.countries) {
    for (const Evidence& evidence : country.evidence) {
      if (std::ranges::find(kNameRules, evidence.rule) != std::end(kNameRules)) {
        names.add_surface(evidence.surface);
      }
    }
  }
  for (const StoryPart& part : parts) {
    add_chinese(part.tokens, names);
    if (part.field == TextField::kText) {  // Titles capitalize every word.
      add_capitals(part, names);
    }
  }
  return names.names();
}

}  // namespace bulletin
