// Writes HTML that is also well-formed XML. What comes from outside is escaped because there is no
// other way to put it in; names of elements and attributes are constants of the program.

#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/search/highlighter.hpp"

namespace bulletin {

/// A string literal: the compiler refuses anything that is only known at run time.
class Markup {
 public:
  consteval Markup(const char* text) : text_(text) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

/// One attribute of an element.
struct Attribute {
  Markup name;
  std::string value;
  bool wanted = true;  ///< Left out when false.
};

/// Returns an attribute without a value, `checked` for instance, that is there or not.
[[nodiscard]] Attribute flag(Markup name, bool on);

/// Returns `text` for a place between tags or in quotes: `& < > " '` escaped; what is ill-formed or
/// no character of XML becomes U+FFFD.
[[nodiscard]] std::string escaped(std::string_view text);

/// Part of a page in the making.
class Html {
 public:
  using Attributes = std::initializer_list<Attribute>;

  /// Opens an element; the next close() that is not taken by one inside ends it.
  Html& open(Markup name, Attributes attributes = {});
  Html& close();

  /// Adds escaped text.
  Html& text(std::string_view text);

  /// Adds an element with nothing but text in it.
  Html& element(Markup name, Attributes attributes, std::string_view text);
  Html& element(Markup name, std::string_view text) { return element(name, {}, text); }

  /// Adds an element that is always empty: `input`, `meta`, `link`, `path`, ...
  Html& empty(Markup name, Attributes attributes = {});

  /// Adds a constant as it is.
  Html& constant(Markup markup);

  /// Adds another part, which has to be whole.
  Html& add(const Html& part);

  /// Adds text with its marks in `mark` elements. `marks` are ordered and do not overlap.
  Html& marked(std::string_view text, const std::vector<ByteRange>& marks);

  /// Returns the bytes. Every element has to be closed.
  [[nodiscard]] const std::string& bytes() const;
  [[nodiscard]] bool is_empty() const { return out_.empty(); }

 private:
  void begin_tag(Markup name, Attributes attributes);

  std::string out_;
  std::vector<std::string_view> open_;
};

}  // namespace bulletin
