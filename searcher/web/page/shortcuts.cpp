#include "searcher/web/page/shortcuts.hpp"

namespace bulletin {

Html shortcuts_dialog(const PageContext& context) {
  const std::pair<const char*, Say> keys[] = {{"/", Say::kKeySearch},   {"j", Say::kKeyNext},
                                              {"k", Say::kKeyPrevious}, {"Enter", Say::kKeyOpen},
                                              {"Esc", Say::kKeyLeave},  {"?", Say::kKeyHelp}};
  Html html;
  html.open("dialog", {{"id", "shortcuts"}, {"aria-labelledby", "shortcuts-title"}})
      .element("h2", {{"id", "shortcuts-title"}}, context.say(Say::kShortcuts))
      .open("dl", {{"class", "keys"}});
  for (const auto& [key, meaning] : keys) {
    html.open("div")
        .open("dt")
        .element("kbd", key)
        .close()
        .element("dd", context.say(meaning))
        .close();
  }
  html.close()
      .open("form", {{"method", "dialog"}})
      .element("button", {{"type", "submit"}}, context.say(Say::kClose))
      .close();
  return html.close();
}

}  // namespace bulletin
