#include "searcher/browse/browse.hpp"

#include "indexer/base/error.hpp"
#include "indexer/base/user_folders.hpp"
#include "searcher/browse/browser.hpp"
#include "searcher/browse/terminal_screen.hpp"

namespace bulletin::browse {
namespace {

// POSIX: the first of these that is set decides about messages.
Language language_of_environment() {
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (const std::string locale = environment(variable); !locale.empty()) {
      return language_of_locale(locale);
    }
  }
  return Language::kEnglish;
}

}  // namespace

Ended browse(Searcher& searcher, const Labels& labels, const SearchRequest& start, bool color) {
  if (!is_on_terminal()) {
    throw Error(ErrorCode::kBadUsage,
                "cannot browse: standard input and output have to be a terminal",
                "bulletin-search without browse prints to files and pipes");
  }
  const Look look{.language = language_of_environment(), .unicode = use_character_locale()};
  Browser browser(searcher, labels, start, {}, look);  // Refused before the screen is taken.
  TerminalScreen terminal(color);
  browser.resize(terminal.size());
  while (!browser.is_leaving()) {
    terminal.show(browser.screen());
    const Event event = terminal.wait();
    switch (event.kind) {
      case Event::Kind::kKey:
        browser.press(event.key);
        break;
      case Event::Kind::kResized:
        browser.resize(terminal.size());
        break;
      case Event::Kind::kEnded:
        return {.question = browser.question(), .signal = event.signal};
    }
  }
  return {.question = browser.question()};
}

}  // namespace bulletin::browse
