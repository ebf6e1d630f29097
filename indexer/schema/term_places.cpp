#include "indexer/schema/term_places.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <iterator>
#include <optional>
#include <utility>

#include "indexer/base/packed_number.hpp"

namespace bulletin {
namespace {

// A code of so many bits can be read in one go wherever it begins.
constexpr unsigned kMostBits = 56;
constexpr unsigned kSalts = 128;  // Tried before one more bit is spent.

// Gives the terms of one item their codes; 0 means that no term stands there.
struct Coding {
  unsigned bits = 1;
  unsigned salt = 0;

  [[nodiscard]] std::uint64_t code(TermHash term) const {
    constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15;
    return term == 0 ? 0 : term * (kGolden * (2 * salt + 1)) >> (64 - bits);
  }
};

// A set of numbers that is emptied by asking for another round.
class SeenNumbers {
 public:
  // Of at most so many numbers.
  explicit SeenNumbers(std::size_t most) : slots_(std::bit_ceil(most * 2 + 1)) {}

  void begin_round() { ++round_; }

  // Returns whether it was not there.
  bool insert(std::uint64_t number) {
    std::size_t at = number & (slots_.size() - 1);
    for (; slots_[at].round == round_; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].number == number) {
        return false;
      }
    }
    slots_[at] = {number, round_};
    return true;
  }

 private:
  struct Slot {
    std::uint64_t number = 0;
    std::uint64_t round = 0;
  };

  std::vector<Slot> slots_;
  std::uint64_t round_ = 0;
};

// A set of codes as a bit each: no more than a core holds at hand.
class SeenCodes {
 public:
  static constexpr unsigned kMostBits = 15;

  // Tells whether the terms have codes of their own, none of them 0.
  bool tells_apart(const Coding& coding, const std::vector<TermHash>& terms) {
    std::fill_n(bits_.begin(), (std::size_t{1} << coding.bits) / 64 + 1, 0);
    bits_[0] = 1;
    return std::ranges::all_of(terms, [&](TermHash term) {
      const std::uint64_t code = coding.code(term);
      const std::uint64_t bit = std::uint64_t{1} << (code % 64);
      const bool is_new = (bits_[code / 64] & bit) == 0;
      bits_[code / 64] |= bit;
      return is_new;
    });
  }

 private:
  std::array<std::uint64_t, (std::size_t{1} << kMostBits) / 64 + 1> bits_;
};

bool tells_apart(const Coding& coding, const std::vector<TermHash>& terms, SeenNumbers& seen) {
  seen.begin_round();
  return std::ranges::all_of(terms, [&](TermHash term) {
    const std::uint64_t code = coding.code(term);
    return code != 0 && seen.insert(code);
  });
}

// From where some four pairs of terms would share a code by chance: one salt of fifty avoids that.
// A bit more would save 2 % of a build, make an index .7 % larger, and checks of those that are
// there would call them faulty.
Coding coding_for(const std::vector<TermHash>& terms, SeenNumbers& seen) {
  const std::uint64_t pairs = terms.size() * terms.size() / 2;
  Coding coding{.bits = std::max(1U, static_cast<unsigned>(std::bit_width(pairs / 4)))};
  SeenCodes codes;
  const auto fits = [&] {
    return coding.bits <= SeenCodes::kMostBits ? codes.tells_apart(coding, terms)
                                               : tells_apart(coding, terms, seen);
  };
  while (!fits() && coding.bits < kMostBits) {
    coding.salt = (coding.salt + 1) % kSalts;
    coding.bits += coding.salt == 0 ? 1 : 0;
  }
  return coding;
}

// Nothing where the value ends before the number does.
std::optional<std::uint64_t> take_whole_number(std::string_view& rest) {
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift < 63 && !rest.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(rest.front());
    rest.remove_prefix(1);
    number |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) {
      return number;
    }
  }
  return std::nullopt;
}

// Writes numbers of equal size without a gap, the lowest bit first.
class BitWriter {
 public:
  BitWriter(std::string& packed, unsigned bits) : packed_(packed), bits_(bits) {}

  void add(std::uint64_t number) {
    waiting_ |= number << count_;
    for (count_ += bits_; count_ >= 8; count_ -= 8, waiting_ >>= 8) {
      packed_ += static_cast<char>(waiting_ & 0xFF);
    }
  }
  void end() {
    if (count_ > 0) {
      packed_ += static_cast<char>(waiting_);
    }
  }

 private:
  std::string& packed_;
  unsigned bits_;
  std::uint64_t waiting_ = 0;
  unsigned count_ = 0;  // Less than 8 between calls.
};

void put_at(std::vector<TermHash>& places, std::uint32_t place, TermHash term) {
  places.resize(std::max<std::size_t>(places.size(), place));
  places[place - 1] = term;
}

// The codes of an item, which lie side by side: of words in the title, its places, those of the
// text.
class ItemCodes {
 public:
  // Nothing where the value is damaged.
  [[nodiscard]] static std::optional<ItemCodes> of(std::string_view packed) {
    ItemCodes codes;
    if (packed.size() < 2) {
      return std::nullopt;
    }
    codes.coding_ = {static_cast<unsigned char>(packed[0]), static_cast<unsigned char>(packed[1])};
    packed.remove_prefix(2);
    const auto title_words = take_whole_number(packed);
    const auto title = take_whole_number(packed);
    if (codes.coding_.bits == 0 || codes.coding_.bits > kMostBits || !title_words || !title) {
      return std::nullopt;
    }
    codes.size_ = packed.size() * 8 / codes.coding_.bits;
    codes.title_ = *title_words;
    codes.text_ = *title_words + *title;
    codes.bytes_.reserve(packed.size() + sizeof(std::uint64_t));
    codes.bytes_.append(packed).append(sizeof(std::uint64_t),
                                       '\0');  // The last can be read as any.
    const bool is_sound = *title_words <= codes.size_ && *title <= codes.size_ - *title_words;
    return is_sound ? std::optional(std::move(codes)) : std::nullopt;
  }

  [[nodiscard]] const Coding& coding() const { return coding_; }

  // The first of the title, the first of the text, the one behind the last.
  [[nodiscard]] std::size_t title() const { return title_; }
  [[nodiscard]] std::size_t text() const { return text_; }
  [[nodiscard]] std::size_t size() const { return size_; }

  [[nodiscard]] std::uint64_t at(std::size_t index) const {
    static_assert(std::endian::native == std::endian::little);
    const std::size_t bit = index * coding_.bits;
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, bytes_.data() + bit / 8, sizeof(bytes));
    return bytes >> bit % 8 & ((std::uint64_t{1} << coding_.bits) - 1);
  }

 private:
  std::string bytes_;
  Coding coding_;
  std::size_t title_ = 0;
  std::size_t text_ = 0;
  std::size_t size_ = 0;
};

// Codes, and between which two of an item's they are looked for.
struct Search {
  const ItemCodes& item;
  const std::vector<std::uint64_t>& wanted;
  std::size_t begin;
  std::size_t end;
};

bool stand_side_by_side(const Search& search) {
  const std::vector<std::uint64_t>& wanted = search.wanted;
  for (std::size_t at = search.begin; at + wanted.size() <= search.end; ++at) {
    std::size_t same = 0;
    while (same < wanted.size() && search.item.at(at + same) == wanted[same]) {
      ++same;
    }
    if (same == wanted.size()) {
      return true;
    }
  }
  return false;
}

// How many of each code a window still lacks; less than none where it has more than it needs.
class Missing {
 public:
  explicit Missing(const std::vector<std::uint64_t>& wanted) {
    for (const std::uint64_t code : wanted) {
      if (!change(code, 1)) {
        counts_.emplace_back(code, 1);
      }
    }
  }

  // Tells whether the code is one of them.
  bool change(std::uint64_t code, int by) {
    const auto known = std::ranges::find(counts_, code, &Count::first);
    if (known == counts_.end()) {
      return false;
    }
    known->second += by;
    return true;
  }

  [[nodiscard]] bool nothing() const {
    return std::ranges::all_of(counts_, [](const Count& each) { return each.second <= 0; });
  }

 private:
  using Count = std::pair<std::uint64_t, int>;

  std::vector<Count> counts_;
};

bool stand_within(const Search& search, std::size_t window) {
  Missing missing(search.wanted);
  for (std::size_t at = search.begin; at < search.end; ++at) {
    if (at >= search.begin + window) {
      missing.change(search.item.at(at - window), 1);
    }
    if (missing.change(search.item.at(at), -1) && missing.nothing()) {
      return true;
    }
  }
  return false;
}

}  // namespace

void TermPlaces::put(TextField field, std::uint32_t place, TermHash term) {
  put_at(field == TextField::kTitle ? title_ : text_, place, term);
}

void TermPlaces::put_word(TextField field, TermHash word) {
  (field == TextField::kTitle ? title_words_ : text_words_).push_back(word);
}

std::string TermPlaces::packed() const {
  SeenNumbers seen(title_words_.size() + title_.size() + text_.size() + text_words_.size());
  seen.begin_round();
  std::vector<TermHash> terms;
  for (const std::vector<TermHash>* kind : {&title_words_, &title_, &text_, &text_words_}) {
    std::ranges::copy_if(*kind, std::back_inserter(terms),
                         [&](TermHash term) { return term != 0 && seen.insert(term); });
  }
  if (terms.empty()) {
    return {};
  }
  const Coding coding = coding_for(terms, seen);
  std::string packed{static_cast<char>(coding.bits), static_cast<char>(coding.salt)};
  put_number(packed, title_words_.size());
  put_number(packed, title_.size());
  BitWriter writer(packed, coding.bits);
  for (const std::vector<TermHash>* kind : {&title_words_, &title_, &text_}) {
    for (const TermHash term : *kind) {
      writer.add(coding.code(term));
    }
  }
  writer.end();
  return packed;
}

bool stand(const Arrangement& arrangement, std::string_view packed) {
  const std::optional<ItemCodes> item = ItemCodes::of(packed);
  if (!item) {
    return false;
  }
  std::vector<std::uint64_t> wanted;
  wanted.reserve(arrangement.terms.size());
  for (const TermHash term : arrangement.terms) {
    wanted.push_back(item->coding().code(term));
  }
  const auto stand_between = [&](std::size_t begin, std::size_t end) {
    const Search search{*item, wanted, begin, end};
    return arrangement.window == 0 ? stand_side_by_side(search)
                                   : stand_within(search, arrangement.window);
  };
  if (!arrangement.in_title) {
    return stand_between(item->title(), item->text()) || stand_between(item->text(), item->size());
  }
  return stand_between(wanted.size() == 1 ? 0 : item->title(), item->text());
}

}  // namespace bulletin
