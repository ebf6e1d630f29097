#include "indexer/ingest/html_boilerplate.hpp"

#include <algorithm>
#include <string>

#include "indexer/analysis/folded_text.hpp"
#include "indexer/ingest/html_tags.hpp"
#include "indexer/ingest/item_fields.hpp"

namespace bulletin {
namespace {

// Parts of class names and ids that tell side matters.
constexpr std::string_view kSideNames[] = {
    "nav",       "navbar",   "navigation", "menu",        "breadcrumb", "breadcrumbs", "crumb",
    "crumbs",    "sidebar",  "footer",     "share",       "sharing",    "social",      "comment",
    "comments",  "related",  "recommend",  "recommended", "pagination", "pager",       "copyright",
    "toolbar",   "login",    "search",     "advert",      "ads",        "banner",      "cookie",
    "subscribe", "masthead", "newsletter"};

constexpr std::string_view kSideRoles[] = {"navigation", "banner", "contentinfo", "complementary",
                                           "search",     "dialog", "menu",        "menubar"};

// Folded: lower case, Simplified, half width.
constexpr std::string_view kStockStarts[] = {
    "当前位置",     "目前位置",        "您的位置",   "你的位置",  "您现在的位置", "您当前的位置",
    "首页 >",       "首页>",           "首页 »",     "home >",    "home »",       "home /",
    "you are here", "编辑:",           "责任编辑:",  "责编:",     "审核:",        "上一篇",
    "下一篇",       "上一条",          "下一条",     "上一则",    "下一则",       "分享到",
    "分享至",       "分享:",           "share this", "share:",    "返回顶部",     "返回列表",
    "回上页",       "back to top",     "字体:",      "字号:",     "扫一扫",       "©",
    "copyright",    "skip to",         "tags:",      "previous:", "next:",        "关键词:",
    "版权所有",     "leave a comment", "share on"};

constexpr std::string_view kStockWholes[] = {"share", "print", "email", "tweet",
                                             "top",   "close", "打印",  "关闭",
                                             "收藏",  "分享",  "字体",  "advertisement"};

constexpr std::string_view kStockParts[] = {"浏览次数",
                                            "浏览量",
                                            "浏览数",
                                            "点击次数",
                                            "点击数",
                                            "点击量",
                                            "阅读次数",
                                            "阅读量",
                                            "访问次数",
                                            "点阅",
                                            "【打印",
                                            "【关闭",
                                            "[打印",
                                            "[关闭",
                                            "【推荐给朋友",
                                            "打印本页",
                                            "关闭窗口",
                                            "[close window]",
                                            "[print]",
                                            "share this",
                                            "icp备",
                                            "公网安备",
                                            "all rights reserved",
                                            "版权所有"};

constexpr std::string_view kReadMore[] = {
    "read more",  "read on", "more",      "continue reading", "full story",
    "learn more", "details", "view more", "阅读全文",         "查看全文",
    "详细",       "详情",    "更多",      "阅读更多",         "查看详情",
    "继续阅读",   "全文",    "了解更多",  "查看更多",         "more details"};

constexpr std::string_view kPagers[] = {
    "next", "prev", "previous", "next page", "previous page", "下一页",     "上一页",
    "下页", "上页", "尾页",     "末页",      "older posts",   "newer posts"};

std::string folded(std::string_view text) {
  return FoldedText::fold(text).text();
}

bool is_name_part(std::string_view part) {
  return std::ranges::find(kSideNames, part) != std::end(kSideNames);
}

// `siteFooter`, `nav-main` and `share_box` hold one of the names as a part.
bool has_side_name(std::string_view names) {
  std::string part;
  bool after_small = false;
  for (const char c : names) {
    const bool small = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const bool large = c >= 'A' && c <= 'Z';
    if ((large && after_small) || (!small && !large)) {
      if (is_name_part(part)) {
        return true;
      }
      part.clear();
    }
    if (small || large) {
      part += ascii_lower(std::string_view(&c, 1));
    }
    after_small = small;
  }
  return is_name_part(part);
}

bool is_side_element(const HtmlTree& tree, std::size_t at) {
  const GumboTag tag = tree[at].tag;
  return tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_FOOTER || tag == GUMBO_TAG_ASIDE ||
         tag == GUMBO_TAG_BUTTON || tag == GUMBO_TAG_MENU ||
         std::ranges::find(kSideRoles, tree.attribute(at, "role")) != std::end(kSideRoles);
}

// A page's header is no news, an article's may be.
bool is_page_header(const HtmlTree& tree, std::size_t at) {
  if (tree[at].tag != GUMBO_TAG_HEADER) {
    return false;
  }
  for (at = tree[at].parent; at != tree[at].parent; at = tree[at].parent) {
    const GumboTag tag = tree[at].tag;
    if (tag != GUMBO_TAG_DIV && tag != GUMBO_TAG_BODY && tag != GUMBO_TAG_HTML) {
      return false;
    }
  }
  return true;
}

bool is_called_side(const HtmlTree& tree, std::size_t at) {
  const HtmlNode& node = tree[at];
  return !node.is_text() && node.tag != GUMBO_TAG_BODY && node.tag != GUMBO_TAG_HTML &&
         (node.tag == GUMBO_TAG_FORM || is_page_header(tree, at) ||
          has_side_name(tree.attribute(at, "class")) || has_side_name(tree.attribute(at, "id")));
}

// Bytes of text outside links before each node.
std::vector<std::size_t> plain_sums(const HtmlTree& tree, const SkipMarks& skip) {
  std::vector<std::size_t> sums(tree.size() + 1, 0);
  std::size_t skip_end = 0;
  for (std::size_t at = 0; at < tree.size(); ++at) {
    if (skip[at] || is_link(tree, at)) {
      skip_end = std::max(skip_end, tree[at].end);
    }
    sums[at + 1] = sums[at] + (at < skip_end ? 0 : trim(tree[at].text).size());
  }
  return sums;
}

bool is_short(std::string_view line, std::size_t most_bytes) {
  return line.size() <= most_bytes;
}

}  // namespace

SkipMarks boilerplate_marks(const HtmlTree& tree) {
  SkipMarks marks = unseen_marks(tree);
  for (std::size_t at = 0; at < tree.size(); ++at) {
    marks[at] = marks[at] || is_side_element(tree, at);
  }
  const std::vector<std::size_t> sums = plain_sums(tree, marks);
  for (std::size_t at = 0; at < tree.size(); ++at) {
    const std::size_t own = sums[tree[at].end] - sums[at];
    marks[at] = marks[at] || (own * 5 <= sums.back() * 2 && is_called_side(tree, at));
  }
  return marks;
}

bool is_stock_line(std::string_view line) {
  constexpr std::size_t kMostBytes = 240;
  constexpr std::size_t kMostStartBytes = 100;
  if (!is_short(line, kMostBytes)) {
    return false;
  }
  const std::string text = folded(line);
  const bool starts =
      std::ranges::any_of(kStockStarts, [&](auto start) { return text.starts_with(start); });
  return (starts && is_short(line, kMostStartBytes)) ||
         std::ranges::find(kStockWholes, text) != std::end(kStockWholes) ||
         std::ranges::any_of(kStockParts, [&](auto part) { return text.find(part) != text.npos; });
}

bool is_read_more(std::string_view text) {
  if (!is_short(text, 60)) {
    return false;
  }
  std::string plain = folded(text);
  constexpr std::string_view kAround = " \t\n.>[](){}|:+";
  plain.erase(0, plain.find_first_not_of(kAround));
  for (const std::string_view sign : {"»", "›", "→", "…", "【", "】", "<"}) {
    for (std::size_t at = plain.find(sign); at != plain.npos; at = plain.find(sign)) {
      plain.erase(at, sign.size());
    }
  }
  plain.erase(plain.find_last_not_of(kAround) + 1);
  return std::ranges::find(kReadMore, plain) != std::end(kReadMore) ||
         plain.starts_with("read more") || plain.starts_with("continue reading");
}

bool is_pager(std::string_view line) {
  if (!is_short(line, 200)) {
    return false;
  }
  const std::string text = folded(line);
  const bool numbered = text.starts_with("page ") && text.find(" of ") != text.npos;
  return numbered || std::ranges::any_of(kPagers, [&](std::string_view word) {
           const std::size_t at = text.find(word);
           // Numbers and signs only around it.
           return at != text.npos &&
                  text.find_first_not_of("0123456789 <>|.«»…", at + word.size()) == text.npos;
         });
}

}  // namespace bulletin
