// Random bulletins for the properties of understanding: names out of the gazetteer's own tables,
// dates in many forms and sentences of corpus/, in both languages and scripts.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <rapidcheck.h>

namespace bulletin::test {

/// What an item is made of. Texts are well-formed UTF-8.
struct RandomBulletin {
  std::string title;
  std::string text;
};

void showValue(const RandomBulletin& bulletin, std::ostream& out);

/// Generates bulletins of up to about ten sentences, some glued without a space between them.
[[nodiscard]] rc::Gen<RandomBulletin> random_bulletin();

/// Sentences that name no place, no date and no year, and are no part of what stands around them.
[[nodiscard]] const std::vector<std::string>& neutral_sentences();

/// Returns `text` with its Chinese in Traditional characters, as ICU writes them.
[[nodiscard]] std::string traditional(std::string_view text);

/// Returns `text` with each Chinese character folded by itself and all else as it was.
[[nodiscard]] std::string simplified(std::string_view text);

}  // namespace bulletin::test
