#include "searcher/web/page/layout.hpp"

#include <algorithm>

#include "searcher/query/chosen_limits.hpp"
#include "searcher/web/page/assets.hpp"
#include "searcher/web/page/checkbox_list.hpp"
#include "searcher/web/page/shortcuts.hpp"
#include "searcher/web/search_address.hpp"

namespace bulletin {
namespace {

constexpr std::string_view kScripts[] = {"search.mjs", "suggest.mjs", "histogram.mjs",
                                         "keyboard.mjs"};

bool is_search(const PageContent& content) {
  return content.box == SearchBox::kRefines;
}

void add_feed_link(Html& html, const char* type, std::string_view path, const PageContent& content,
                   const PageContext& context) {
  html.empty("link", {{"rel", "alternate"},
                      {"type", type},
                      {"title", context.say(Say::kFeed)},
                      {"href", PageContext::whole_link(path, content.request)}});
}

void add_head(Html& html, const PageContent& content, const PageContext& context) {
  const std::string name = context.say(Say::kName);
  html.open("head")
      .empty("meta", {{"charset", "utf-8"}})
      .element("title", content.title.empty() ? name : content.title + " – " + name)
      .empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}})
      .empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}})
      .empty("meta", {{"name", "referrer"}, {"content", "same-origin"}});
  if (!content.listed) {
    html.empty("meta", {{"name", "robots"}, {"content", "noindex"}});
  }
  html.empty("link", {{"rel", "stylesheet"}, {"href", asset_link("style.css")}})
      .empty("link", {{"rel", "stylesheet"}, {"href", asset_link("print.css")}, {"media", "print"}})
      .empty("link", {{"rel", "icon"}, {"type", "image/svg+xml"}, {"href", asset_link("icon.svg")}})
      .empty("link", {{"rel", "search"},
                      {"type", "application/opensearchdescription+xml"},
                      {"title", name},
                      {"href", "/opensearch.xml"}});
  if (is_search(content)) {
    add_feed_link(html, "application/rss+xml", "/feed.rss", content, context);
    add_feed_link(html, "application/atom+xml", "/feed.atom", content, context);
  }
  for (const std::string_view script : kScripts) {
    html.element("script", {{"type", "module"}, {"src", asset_link(script)}}, "");
  }
  html.close();
}

// What a new search keeps of the page's state and no other control holds.
void add_hidden_fields(Html& html, const PageContent& content, const PageContext& context) {
  const auto add = [&](const std::string& name, const std::string& value) {
    html.empty("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
  };
  if (is_search(content)) {
    for (const auto& [name, value] : search_parameters(with_first_page(content.request))) {
      const bool is_limit = std::ranges::any_of(
          limits_of(content.request.query), [&](const auto& limit) { return limit.first == name; });
      const bool has_control =
          name == "q" || (name == "sort" && content.has_sort) || (is_limit && content.has_facets);
      if (!has_control) {
        add(name, value);
      }
    }
  }
  for (const std::string& words : content.read_dates) {
    add("instead", words);
  }
  for (const auto& [name, value] : context.visitor.carried) {
    add(name, value);
  }
}

void add_search_form(Html& html, const PageContent& content, const PageContext& context) {
  html.open("form", {{"id", std::string(kSearchForm.text())},
                     {"class", "search"},
                     {"role", "search"},
                     {"action", "/"},
                     {"method", "get"}})
      .element("label", {{"for", "q"}, {"class", "hidden"}}, context.say(Say::kSearchLabel))
      .empty("input", {{"type", "search"},
                       {"id", "q"},
                       {"name", "q"},
                       {"value", is_search(content) ? content.request.query.text : ""},
                       {"placeholder", context.say(Say::kSearchExample)},
                       {"autocomplete", "off"},
                       {"autocapitalize", "none"},
                       {"spellcheck", "false"},
                       {"maxlength", "2000"},
                       {"enterkeyhint", "search"}})
      .element("button", {{"type", "submit"}}, context.say(Say::kSearchButton));
  add_hidden_fields(html, content, context);
  html.close();
}

// The address of this page with one choice changed.
std::string switched(const PageContent& content, const PageContext& context, std::string_view name,
                     std::string_view value) {
  WebParameters parameters;
  const auto keep = [&](const WebParameters& from) {
    std::ranges::copy_if(from, std::back_inserter(parameters), [&](const auto& p) {
      return p.first != name &&
             (&from == &context.visitor.carried || (p.first != "ui" && p.first != "theme"));
    });
  };
  keep(content.parameters);
  keep(context.visitor.carried);
  parameters.emplace_back(name, value);
  return content.path + query_string(parameters);
}

void add_language(Html& html, const PageContent& content, const PageContext& context) {
  const bool in_chinese = context.lang() == UiLang::kChinese;
  html.open("a", {{"class", "switch"},
                  {"lang", in_chinese ? "en" : "zh-Hans"},
                  {"hreflang", in_chinese ? "en" : "zh-Hans"},
                  {"href", switched(content, context, "ui", in_chinese ? "en" : "zh")}})
      .text(in_chinese ? "English" : "中文")
      .close();
}

void add_themes(Html& html, const PageContent& content, const PageContext& context) {
  const std::pair<Theme, Say> themes[] = {{Theme::kAuto, Say::kThemeAuto},
                                          {Theme::kLight, Say::kThemeLight},
                                          {Theme::kDark, Say::kThemeDark}};
  html.open("span",
            {{"class", "themes"}, {"role", "group"}, {"aria-label", context.say(Say::kTheme)}});
  for (const auto& [theme, name] : themes) {
    html.element("a",
                 {{"href", switched(content, context, "theme", theme_name(theme))},
                  {"aria-current", "true", theme == context.visitor.theme}},
                 context.say(name));
  }
  html.close();
}

void add_header(Html& html, const PageContent& content, const PageContext& context) {
  html.element("a", {{"class", "skip"}, {"href", "#main"}}, context.say(Say::kSkip))
      .open("header", {{"class", "masthead"}})
      .element("a", {{"class", "brand"}, {"href", context.link("/")}}, context.say(Say::kName));
  add_search_form(html, content, context);
  html.open("nav", {{"aria-label", context.say(Say::kSite)}})
      .element("a",
               {{"href", is_search(content) ? context.link("/map", with_first_page(content.request))
                                            : context.link("/map")}},
               context.say(Say::kMap))
      .element("a", {{"href", context.link("/help")}}, context.say(Say::kHelp));
  add_language(html, content, context);
  html.close().close();
}

}  // namespace

SearchRequest with_first_page(SearchRequest request) {
  request.offset = 0;
  return request;
}

WebResponse framed(const PageContent& content, const PageContext& context) {
  Html html;
  html.constant("<!DOCTYPE html>\n")
      .open("html", {{"lang", std::string(language_tag(context.lang()))},
                     {"class", std::string(theme_name(context.visitor.theme))}});
  add_head(html, content, context);
  html.open("body", {{"data-unreached", context.say(Say::kUnreached)}});
  add_header(html, content, context);
  html.open("main", {{"id", "main"}, {"tabindex", "-1"}}).add(content.main).close();
  html.open("footer").element("p", context.say(Say::kFoot));
  add_themes(html, content, context);
  html.close()
      .element("p", {{"id", "status"}, {"class", "hidden"}, {"role", "status"}}, "")
      .add(shortcuts_dialog(context))
      .close()
      .close();
  WebResponse response{.status = content.status,
                       .body = html.bytes() + "\n",
                       .vary = "Accept-Language, Cookie",
                       .set_cookie = context.visitor.set_cookie};
  if (content.whole) {
    response.etag = '"' + short_hash(html.bytes()) + '"';
  } else {
    response.cache_control = "no-store";  // Asked again, there may be time.
  }
  return response;
}

}  // namespace bulletin
