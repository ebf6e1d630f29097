#include "searcher/cli/completion_command.hpp"

#include <cstdlib>
#include <functional>
#include <iostream>

#include "indexer/base/event_kind.hpp"
#include "indexer/schema/item_ids.hpp"
#include "indexer/shell/completion.hpp"
#include "indexer/shell/word_line.hpp"
#include "indexer/understanding/gazetteer.hpp"
#include "indexer/understanding/regions.hpp"
#include "searcher/query/filters.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kMostIds = 100;

// Takes a word and what is said about it.
using Offer = std::function<void(const std::string& word, const std::string& about)>;

void offer_countries(const Labels& labels, const Offer& offer) {
  for (const LabelRow& row : country_labels()) {
    const BilingualLabel label = labels.country(row.code);
    offer(std::string(row.code), label.en + ' ' + label.zh);
    // The shipped names: others would not be understood.
    offer(std::string(row.en), std::string(row.code));
    offer(std::string(row.zh), std::string(row.code));
  }
  offer("none", "no country");
}

void offer_regions(const Labels& labels, const Offer& offer) {
  constexpr int kNumbers = 1000;
  for (int number = 1; number < kNumbers; ++number) {
    std::string code = std::to_string(number);
    code.insert(0, 3 - code.size(), '0');
    if (const auto region = region_label(code); region && !countries_in(code).empty()) {
      offer(code, labels.region(code).en + ' ' + labels.region(code).zh);
      offer(region->en, code);
      offer(region->zh, code);
    }
  }
}

void offer_words(const Arguments& arguments, const std::string& name, const std::string& prefix,
                 const Offer& offer) {
  const Labels& labels = arguments.output.labels;
  if (name == "COUNTRY") {
    offer_countries(labels, offer);
  } else if (name == "REGION") {
    offer_regions(labels, offer);
  } else if (name == "KIND") {
    for (const std::string_view kind : kKindNames) {
      offer(std::string(kind), labels.kind(kind).zh);
    }
  } else if (name == "RULE") {
    for (const std::string_view rule : kCountryRules) {
      offer(std::string(rule), "");
    }
  } else if (name == "LANG") {
    offer("en", language_name("en"));
    offer("zh", language_name("zh"));
  } else if (name == "SHELL") {
    for (const char* shell : {"bash", "zsh", "fish"}) {
      offer(shell, "");
    }
  } else if (name == "NAME") {
    for (const auto& [saved, search] : read_saved(arguments.saved.file)) {
      offer(saved, describe(search));
    }
  } else if (name == "ID") {
    for (const NamedItem& item : items_beginning_with(arguments.output.index, prefix, kMostIds)) {
      offer(item.id, item.headline);
    }
  }
}

int print_words(const Arguments& arguments) {
  const std::vector<std::string>& words = arguments.completion;
  const std::string name = words.size() > 1 ? words[1] : std::string();
  const std::string& prefix = arguments.completion_prefix;
  try {
    offer_words(arguments, name, prefix, [&](const std::string& word, const std::string& about) {
      std::cout << word_line(word, about, prefix);
    });
  } catch (const Error&) {  // A shell that completes is no place to complain.
  }
  return EXIT_SUCCESS;
}

}  // namespace

int run_completion(const Arguments& arguments) {
  const std::string& name = arguments.completion.front();
  if (name == "words") {
    return print_words(arguments);
  }
  const auto shell = shell_named(name);
  if (!shell || arguments.completion.size() > 1) {
    throw Error(ErrorCode::kBadUsage, "cannot complete for '" + name + "': write bash, zsh or fish",
                "a query that begins with the word completion goes behind find");
  }
  std::cout << completion_script(describe_search(), *shell);
  return EXIT_SUCCESS;
}

}  // namespace bulletin
