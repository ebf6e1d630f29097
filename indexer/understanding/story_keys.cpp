#include "indexer/understanding/story_keys.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

#include "indexer/analysis/utf8.hpp"
#include "indexer/understanding/glossary.hpp"
#include "indexer/understanding/story_key.hpp"
#include "indexer/understanding/story_numbers.hpp"
#include "indexer/understanding/story_persons.hpp"

namespace bulletin {
namespace {

constexpr std::uint8_t kUnknownWordWeight = 36;
constexpr std::uint8_t kPersonWeight = 42;
constexpr std::uint8_t kCountryWeight = 18;
constexpr std::array<std::uint8_t, 3> kDateWeights{30, 18, 3};  // By precision.

// With so many digits, at most as many as printf() would put into 31 bytes.
std::string number_text(double value, std::chars_format format, int precision) {
  constexpr std::size_t kMostBytes = 31;
  std::array<char, 400> text{};
  const char* const end =
      std::to_chars(text.data(), text.data() + text.size(), value, format, precision).ptr;
  return {text.data(),
          std::min<std::size_t>(static_cast<std::size_t>(end - text.data()), kMostBytes)};
}

// Round and small numbers are in every text.
std::uint8_t number_weight(double value) {
  if (value >= 1900 && value <= 2100 && value == std::floor(value)) {
    return 9;  // A year: counted as a date already.
  }
  if (value <= 10) {
    return value <= 3 ? 6 : 11;
  }
  const std::string text = number_text(value, std::chars_format::fixed, 0);
  const std::size_t telling = text.find_last_not_of('0') + 1;
  return telling <= 1 ? 15 : telling == 2 ? 21 : 30;
}

std::string date_text(const DateSpan& span) {
  constexpr std::array<std::size_t, 3> kDigits{10, 7, 4};
  return format_date(span.from).substr(0, kDigits[static_cast<std::size_t>(span.precision)]);
}

bool is_publisher(const Evidence& evidence) {
  return evidence.rule == "publisher";
}

bool has_letter(std::string_view term) {
  return !std::ranges::all_of(term, [](char c) { return c >= '0' && c <= '9'; });
}

class Collector {
 public:
  explicit Collector(const StoryInput& input) : input_(input) {
    for (const CountryMention& country : input.countries) {
      for (const Evidence& evidence : country.evidence) {
        if (is_publisher(evidence)) {
          publisher_.push_back(evidence);
        }
      }
    }
  }

  std::vector<StoryKey> run() {
    add_facts();
    for (const StoryPart& part : input_.parts) {
      add_words(part);
      add_numbers(part);
      add_names(persons_in_latin(part.source, part.tokens));
      if (input_.lang == "zh") {
        add_chinese(part);
      }
    }
    return heaviest();
  }

 private:
  void add(std::uint32_t key, std::uint8_t weight, KeyClass kind) {
    keys_.push_back({key, weight, kind});
  }

  void add_facts() {
    for (const DateMention& date : input_.dates) {
      add(story_key(KeyKind::kDate, date_text(date.span)),
          kDateWeights[static_cast<std::size_t>(date.span.precision)], KeyClass::kFull);
    }
    for (const CountryMention& country : input_.countries) {
      if (!std::ranges::all_of(country.evidence, is_publisher)) {
        add(story_key(KeyKind::kCountry, country.code), kCountryWeight, KeyClass::kFull);
      }
    }
  }

  bool is_in_publisher(TextField field, std::size_t byte) const {
    return std::ranges::any_of(publisher_, [&](const Evidence& name) {
      return name.field == field && name.begin_byte <= byte && byte < name.end_byte;
    });
  }

  void add_words(const StoryPart& part) {
    for (const Token& token : part.tokens) {
      if (token.kind != TokenKind::kWord || token.is_stop_word || !has_letter(token.term) ||
          is_in_publisher(part.field, token.begin_byte)) {
        continue;
      }
      const std::uint32_t key = story_key(KeyKind::kWord, token.term);
      const auto weight = glossary_weight(key);
      add(key, weight.value_or(kUnknownWordWeight), weight ? KeyClass::kFull : KeyClass::kSeldom);
    }
  }

  void add_numbers(const StoryPart& part) {
    for (const double number : numbers_in(part.folded.text())) {
      add(story_key(KeyKind::kNumber, number_text(number, std::chars_format::general, 9)),
          number_weight(number), KeyClass::kFull);
    }
  }

  void add_names(const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      add(story_key(KeyKind::kPerson, name), kPersonWeight, KeyClass::kBonus);
    }
  }

  void add_chinese(const StoryPart& part) {
    const std::string& text = part.folded.text();
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      if (!is_han(next_code_point(text, at))) {
        continue;
      }
      const auto gloss = longest_gloss(text, begin);
      if (!gloss) {
        add_names(persons_in_han(text, begin));
        continue;
      }
      at = gloss->end;
      if (is_in_publisher(part.field, part.folded.source_begin(begin))) {
        continue;
      }
      for (const std::uint16_t number : gloss->words) {
        const GlossaryWord word = glossary_word(number);
        add(word.key, word.weight, KeyClass::kFull);
      }
    }
  }

  // Each key once, in its strongest class.
  std::vector<StoryKey> heaviest() {
    std::ranges::sort(keys_, {}, [](const StoryKey& k) { return std::pair(k.key, k.kind); });
    const auto same = std::ranges::unique(keys_, {}, &StoryKey::key);
    keys_.erase(same.begin(), same.end());
    if (keys_.size() > kMaxStoryKeys) {
      std::ranges::sort(keys_, [](const StoryKey& a, const StoryKey& b) {
        return std::pair(-rank_weight(a), a.key) < std::pair(-rank_weight(b), b.key);
      });
      keys_.resize(kMaxStoryKeys);
      std::ranges::sort(keys_, {}, &StoryKey::key);
    }
    return std::move(keys_);
  }

  const StoryInput& input_;
  std::vector<Evidence> publisher_;
  std::vector<StoryKey> keys_;
};

}  // namespace

int rank_weight(const StoryKey& key) {
  return key.kind == KeyClass::kFull ? key.weight : key.weight / 2;
}

std::vector<StoryKey> story_keys(const StoryInput& input) {
  if (input.lang != "en" && input.lang != "zh") {
    return {};
  }
  return Collector(input).run();
}

}  // namespace bulletin
