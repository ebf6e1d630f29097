#include "searcher/web/page/visitor.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>
#include <utility>

namespace bulletin {
namespace {

constexpr std::pair<std::string_view, UiLang> kLanguages[] = {{"en", UiLang::kEnglish},
                                                              {"zh", UiLang::kChinese}};
constexpr std::pair<std::string_view, Theme> kThemes[] = {
    {"auto", Theme::kAuto}, {"light", Theme::kLight}, {"dark", Theme::kDark}};

template <typename Choice, std::size_t N>
std::optional<Choice> named(const std::pair<std::string_view, Choice> (&choices)[N],
                            std::string_view name) {
  const auto* const found =
      std::ranges::find(choices, name, [](const auto& row) { return row.first; });
  return found == std::end(choices) ? std::nullopt : std::optional(found->second);
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  return begin == text.npos ? std::string_view()
                            : text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

// Calls `take` with each part of a list.
template <typename Take>
void each_part(std::string_view list, char separator, Take take) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(separator), list.size());
    take(trimmed(list.substr(0, end)));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

// The cookie's value, `zh-dark`, without the quotes that a client may put around it.
std::string_view kept_view(std::string_view cookie) {
  constexpr std::string_view kName = "view=";
  std::string_view value;
  each_part(cookie, ';', [&](std::string_view part) {
    if (part.starts_with(kName) && value.empty()) {
      value = part.substr(kName.size());
    }
  });
  return value;
}

// Thousandths; 1000 where none is written.
int weight_of(std::string_view range) {
  const std::size_t at = range.find(";q=");
  if (at == range.npos) {
    return 1000;
  }
  const std::string_view digits = range.substr(at + 3);
  if (digits.starts_with('1')) {
    return 1000;
  }
  int weight = 0;
  int unit = 100;
  for (std::size_t i = 2; i < digits.size() && unit > 0; ++i, unit /= 10) {
    weight += digits[i] >= '0' && digits[i] <= '9' ? (digits[i] - '0') * unit : 0;
  }
  return weight;
}

bool names_language(std::string_view range, std::string_view lang) {
  const std::string_view tag = range.substr(0, range.find_first_of(";-"));
  return std::ranges::equal(trimmed(tag), lang, [](char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) == b;
  });
}

}  // namespace

UiLang accepted_language(std::string_view header) {
  UiLang best = UiLang::kEnglish;
  int best_weight = 0;
  each_part(header, ',', [&](std::string_view range) {
    for (const auto& [name, lang] : kLanguages) {
      if (names_language(range, name) && weight_of(range) > best_weight) {
        best = lang;
        best_weight = weight_of(range);
      }
    }
  });
  return best;
}

Visitor visitor_of(const WebRequest& request) {
  Visitor visitor;
  std::optional<UiLang> kept_lang;
  std::optional<Theme> kept_theme;
  each_part(kept_view(request.cookie), '-', [&](std::string_view part) {
    kept_lang = kept_lang ? kept_lang : named(kLanguages, part);
    kept_theme = kept_theme ? kept_theme : named(kThemes, part);
  });
  const auto lang = named(kLanguages, value_of(request.parameters, "ui"));
  const auto theme = named(kThemes, value_of(request.parameters, "theme"));
  visitor.lang = lang ? *lang : kept_lang ? *kept_lang : accepted_language(request.accept_language);
  visitor.theme = theme ? *theme : kept_theme.value_or(Theme::kAuto);
  const bool new_lang = lang && lang != kept_lang;
  const bool new_theme = theme && *theme != kept_theme.value_or(Theme::kAuto);
  if (new_lang) {
    visitor.carried.emplace_back("ui", ui_name(*lang));
  }
  if (new_theme) {
    visitor.carried.emplace_back("theme", theme_name(*theme));
  }
  if (new_lang || new_theme) {
    // A language that nobody chose stays the browser's.
    const auto chosen = lang ? lang : kept_lang;
    visitor.set_cookie = "view=" + (chosen ? std::string(ui_name(*chosen)) + "-" : "") +
                         std::string(theme_name(visitor.theme)) +
                         "; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly";
  }
  return visitor;
}

std::string_view language_tag(UiLang lang) {
  return lang == UiLang::kChinese ? "zh-Hans" : "en";
}

std::string_view ui_name(UiLang lang) {
  return lang == UiLang::kChinese ? "zh" : "en";
}

std::string_view theme_name(Theme theme) {
  return std::ranges::find(kThemes, theme, [](const auto& row) { return row.second; })->first;
}

}  // namespace bulletin
