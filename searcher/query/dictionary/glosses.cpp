#include "searcher/query/dictionary/glosses.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace bulletin {
namespace {

// Beginnings that tell about the word instead of saying what it means.
constexpr std::array<std::string_view, 17> kReferences{"variant of",       "old variant",
                                                       "erhua variant",    "see ",
                                                       "see also",         "CL:",
                                                       "abbr. ",           "surname ",
                                                       "used in",          "also written",
                                                       "also pr",          "same as",
                                                       "classifier",       "archaic variant",
                                                       "Japanese variant", "erroneous variant",
                                                       "also called"};

// Labels of meanings that news seldom means.
constexpr std::array<std::string_view, 12> kRareLabels{
    "archaic", "old",  "literary",   "Tw",        "dialect", "coll.",
    "slang",   "fig.", "bound form", "classical", "vulgar",  "Buddhism"};

constexpr unsigned kRarePenalty = 4;

struct Unbracketed {
  std::string text;
  bool is_rare = false;
};

bool is_rare_label(std::string_view label) {
  return std::ranges::any_of(kRareLabels,
                             [&](std::string_view rare) { return label.starts_with(rare); });
}

Unbracketed without_brackets(std::string_view sense) {
  Unbracketed result;
  std::size_t depth = 0;
  std::size_t label_at = 0;
  for (std::size_t at = 0; at < sense.size(); ++at) {
    if (sense[at] == '(') {
      label_at = depth++ == 0 ? at + 1 : label_at;
    } else if (sense[at] == ')' && depth > 0) {
      if (--depth == 0) {
        result.is_rare |= is_rare_label(sense.substr(label_at, at - label_at));
      }
    } else if (depth == 0) {
      result.text += sense[at];
    }
  }
  return result;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
  text.remove_prefix(begin);
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

// A reference holds the other entry in Chinese, `逼格[bi1 ge2]`.
bool is_reference(std::string_view part) {
  const bool names_entry = std::ranges::any_of(
      part, [](char c) { return c == '[' || c == '|' || static_cast<unsigned char>(c) >= 0xE3; });
  return names_entry || std::ranges::any_of(kReferences, [&](std::string_view begin) {
           return part.starts_with(begin);
         });
}

}  // namespace

std::vector<Gloss> read_glosses(std::span<const std::string> senses) {
  std::vector<Gloss> glosses;
  unsigned rank = 0;
  for (const std::string& sense : senses) {
    const auto [text, is_rare] = without_brackets(sense);
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find(';', begin), text.size());
      const std::string_view part = trimmed(std::string_view(text).substr(begin, end - begin));
      begin = end + 1;
      const std::string_view said = trimmed(part.substr(0, part.find(',')));
      if (!said.empty() && !is_reference(part)) {
        glosses.push_back({std::string(said), rank + (is_rare ? kRarePenalty : 0)});
        ++rank;
      }
    }
  }
  return glosses;
}

}  // namespace bulletin
