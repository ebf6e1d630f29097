#include "indexer/ingest/html_tidy.hpp"

#include <algorithm>
#include <array>

#include "indexer/ingest/html_tags.hpp"

namespace bulletin {
namespace {

using Names = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view name, Names names) {
  return std::ranges::find(names, name) != names.end();
}

// Text up to the closing tag is no markup; without one it runs to the end of the page.
bool is_raw(std::string_view name) {
  return is_one_of(name, {"script", "style", "iframe", "xmp", "noembed", "noframes", "textarea"});
}

// Left out with all they hold, if they are closed. Elements of drawings and formulas follow rules
// of their own that this door need not know then.
bool is_unwanted(std::string_view name) {
  return is_one_of(name, {"svg", "math", "select", "template", "canvas", "audio", "video", "object",
                          "applet", "datalist", "noscript"});
}

// Only the tag is left out. Formatting that is left open is opened again in every block behind it:
// the parser's way to a tree that is as large as the square of its page.
bool is_bare(std::string_view name) {
  return is_one_of(
      name, {"u",      "s",        "font",  "big",    "small",  "tt",       "strike",    "code",
             "nobr",   "img",      "input", "image",  "option", "optgroup", "plaintext", "isindex",
             "keygen", "frameset", "frame", "source", "track",  "param",    "embed",     "area",
             "wbr",    "col",      "ruby",  "rb",     "rtc",    "marquee"});
}

// Kept as <bdi>, which the parser does not open again: it may be all that parts a day from its
// month. One in another counts once, so that those left open do not pile up.
bool is_emphasis(std::string_view name) {
  return is_one_of(name, {"b", "i", "em", "strong"});
}

bool is_void(std::string_view name) {
  return is_one_of(name, {"br", "hr", "meta", "link", "base", "basefont", "bgsound"});
}

bool is_table_part(std::string_view name) {
  return is_one_of(name, {"td", "th", "tr", "tbody", "thead", "tfoot", "caption", "colgroup"});
}

// Elements whose closing tag may be missing: a neighbour of the same kind closes them.
bool has_implied_end(std::string_view name) {
  return is_table_part(name) || is_one_of(name, {"p", "li", "dt", "dd", "rt", "rp"});
}

// Whether an open `inner` ends when `outer` begins: <dd> ends a <dt>, <tr> a <td>.
bool ends_at(std::string_view inner, std::string_view outer) {
  const auto rank = [](std::string_view name) {
    return is_one_of(name, {"td", "th"}) ? 1 : name == "tr" ? 2 : is_table_part(name) ? 3 : 0;
  };
  if (rank(outer) > 0) {
    return rank(inner) > 0 && rank(inner) <= rank(outer);
  }
  const auto same = [&](Names names) { return is_one_of(inner, names) && is_one_of(outer, names); };
  return inner == outer || same({"dt", "dd"}) || same({"rt", "rp"});
}

bool has_attribute(std::string_view tag, std::string_view name) {
  return ascii_lower(tag).find(name) != std::string::npos;
}

bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

class Tidying {
 public:
  explicit Tidying(std::string_view html) : html_(html) { tidy_.html.reserve(html.size()); }

  TidyHtml run() {
    if (html_.size() > kMaxHtmlBytes) {
      refuse("HTML is larger than " + std::to_string(kMaxHtmlBytes >> 20U) + " MB");
    }
    std::size_t at = 0;
    while (tidy_.refused.empty()) {
      const auto tag = next_tag(html_, at);
      keep_text(html_.substr(at, tag ? tag->begin - at : std::string_view::npos));
      if (!tag) {
        break;
      }
      at = take(*tag);
      check_page();
    }
    check_page();
    if (!tidy_.refused.empty()) {
      tidy_.html.clear();
    }
    return std::move(tidy_);
  }

 private:
  void refuse(std::string why) { tidy_.refused = std::move(why); }

  [[nodiscard]] std::string_view text_of(const HtmlTag& tag) const {
    return html_.substr(tag.begin, tag.end - tag.begin);
  }

  // A `<` of text must not begin a tag with what follows once something between is left out.
  void keep_text(std::string_view text) {
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<')) {
      tidy_.html += text.substr(0, at);
      tidy_.html += "&lt;";
      text.remove_prefix(at + 1);
    }
    tidy_.html += text;
  }

  // Takes one tag and returns where to go on.
  std::size_t take(const HtmlTag& tag) {
    std::size_t end = tag.end;
    if (tag.name.empty() || is_bare(tag.name)) {
      // Only the tag itself.
    } else if (is_emphasis(tag.name) && !tag.cut) {
      keep_emphasis(tag);
    } else if (is_raw(tag.name) || is_unwanted(tag.name)) {
      end = end_of_unwanted(tag);
    } else if (tag.cut) {
      // A page that ends here was cut short; long ones are attacks.
      check_size(tag);
    } else {
      return keep(tag);
    }
    return leave_out(tag.begin, end);
  }

  std::size_t leave_out(std::size_t begin, std::size_t end) {
    const auto breaks = std::ranges::count(html_.substr(begin, end - begin), '\n');
    tidy_.html.append(static_cast<std::size_t>(breaks), '\n');
    return end;
  }

  // Returns where the element ends that starts with `tag`.
  std::size_t end_of_unwanted(const HtmlTag& tag) {
    if (tag.closes || (tag.self_closed && !is_raw(tag.name)) || contains(unclosed_, tag.name)) {
      return tag.end;
    }
    const std::size_t closing = find_closing_tag(html_, tag.end, tag.name);
    if (closing == std::string_view::npos) {
      unclosed_.push_back(tag.name);
      return is_raw(tag.name) ? html_.size() : tag.end;
    }
    if (tag.name == "script" && has_attribute(text_of(tag), "application/ld+json")) {
      tidy_.linked_data.emplace_back(html_.substr(tag.end, closing - tag.end));
    }
    const auto end = next_tag(html_, closing);
    return end ? end->end : html_.size();
  }

  void check_size(const HtmlTag& tag) {
    if (tag.end - tag.begin > kMaxTagBytes) {
      refuse("HTML tag is longer than " + std::to_string(kMaxTagBytes >> 10U) + " KB");
    } else if (tag.attributes > kMaxAttributes) {
      refuse("HTML tag has more than " + std::to_string(kMaxAttributes) + " attributes");
    }
  }

  void check_page() {
    if (tags_ > kMaxTags) {
      refuse("HTML has more than " + std::to_string(kMaxTags) + " tags");
    } else if (attributes_ > kMaxPageAttributes) {
      refuse("HTML has more than " + std::to_string(kMaxPageAttributes) + " attributes");
    } else if (tidy_.html.size() > kMaxTidyBytes) {
      refuse("HTML holds more than " + std::to_string(kMaxTidyBytes >> 20U) + " MB of text");
    }
  }

  std::size_t keep(const HtmlTag& tag) {
    check_size(tag);
    tags_ += tag.closes ? 0 : 1;
    attributes_ += tag.attributes;
    if (is_one_of(tag.name, {"html", "head", "body"})) {
      // Their end is implied; attributes of a second one would all be looked up in the first.
      if (tag.closes || contains(roots_, tag.name)) {
        return leave_out(tag.begin, tag.end);
      }
      roots_.push_back(tag.name);
    } else if (tag.closes) {
      close(tag.name);
      return leave_out(tag.begin, tag.end);
    } else if (is_anchor(tag)) {
      return leave_out(tag.begin, tag.end);
    } else if (is_void(tag.name)) {
      ++tags_;  // It closes itself.
    } else {
      open(tag.name);
    }
    tidy_.html += text_of(tag);
    return tag.name == "title" ? keep_title(tag) : tag.end;
  }

  void keep_emphasis(const HtmlTag& tag) {
    if (tag.closes || (!open_.empty() && open_.back() == kEmphasis)) {
      close(kEmphasis);
    }
    if (!tag.closes) {
      ++tags_;
      open(kEmphasis);
      tidy_.html += "<bdi>";
    }
  }

  // The text of a title is no markup either, but wanted.
  std::size_t keep_title(const HtmlTag& tag) {
    const std::size_t closing = std::min(find_closing_tag(html_, tag.end, "title"), html_.size());
    keep_text(html_.substr(tag.end, closing - tag.end));
    return closing;
  }

  // `<a name=...>` marks a place and is often left open.
  [[nodiscard]] bool is_anchor(const HtmlTag& tag) const {
    return tag.name == "a" && !has_attribute(text_of(tag), "href");
  }

  void open(const std::string& name) {
    if (has_implied_end(name)) {
      end_neighbour(name);
    } else if (name == "a") {
      close(name);
    }
    if (open_.size() >= kMaxHtmlDepth) {
      refuse("HTML is nested deeper than " + std::to_string(kMaxHtmlDepth));
    }
    open_.push_back(name);
  }

  void end_neighbour(std::string_view name) {
    std::size_t keep = open_.size();
    const auto may_end = [](std::string_view inner) {
      return has_implied_end(inner) || !is_block_name(inner);
    };
    for (std::size_t at = open_.size(); at > 0 && may_end(open_[at - 1]); --at) {
      if (ends_at(open_[at - 1], name)) {
        keep = at - 1;
        if (!is_table_part(name)) {
          break;
        }
      }
    }
    pop_to(keep);
  }

  // What is open within the element ends with it. A cell keeps what is outside its table, a line
  // of text keeps its block: such closing tags are strays.
  void close(std::string_view name) {
    for (std::size_t at = open_.size(); at > 0; --at) {
      const std::string& inner = open_[at - 1];
      if (inner == name) {
        return pop_to(at - 1);
      }
      const bool walls_off = inner == "table" ||
                             (!is_table_part(name) && name != "table" && is_table_part(inner)) ||
                             (!is_block_name(name) && is_block_name(inner));
      if (walls_off) {
        return;
      }
    }
  }

  void pop_to(std::size_t size) {
    while (open_.size() > size) {
      ++tags_;
      tidy_.html += "</" + open_.back() + ">";
      open_.pop_back();
    }
  }

  static inline const std::string kEmphasis = "bdi";

  std::string_view html_;
  TidyHtml tidy_;
  std::vector<std::string> open_;
  std::vector<std::string> roots_;     // Which of <html>, <head>, <body> have begun.
  std::vector<std::string> unclosed_;  // Searched to the end of the page once, not for each tag.
  std::size_t tags_ = 0;
  std::size_t attributes_ = 0;
};

}  // namespace

bool is_block_name(std::string_view name) {
  constexpr std::array<std::string_view, 44> kBlocks{
      "address", "article", "aside", "blockquote", "body",    "caption", "center",   "dd",
      "details", "dialog",  "dir",   "div",        "dl",      "dt",      "fieldset", "figcaption",
      "figure",  "footer",  "form",  "h1",         "h2",      "h3",      "h4",       "h5",
      "h6",      "header",  "hr",    "html",       "li",      "main",    "menu",     "nav",
      "ol",      "p",       "pre",   "section",    "summary", "table",   "tbody",    "tfoot",
      "thead",   "tr",      "ul",    "title"};
  return std::ranges::find(kBlocks, name) != kBlocks.end() || name == "td" || name == "th" ||
         name == "button";
}

TidyHtml tidy_html(std::string_view html) {
  return Tidying(html).run();
}

}  // namespace bulletin
