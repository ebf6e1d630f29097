// Writes JSON straight to text, byte for byte as dump_json() would: an answer of fifty kilobytes is
// not worth a tree of objects.

#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <nlohmann/json_fwd.hpp>

namespace bulletin {

/// JSON without line breaks, written from its first byte to its last; commas come by themselves.
///
/// Who writes sees to it that each object and array is ended, and that in an object each value has
/// a key before it. Ill-formed UTF-8 is replaced.
class JsonText {
 public:
  JsonText& begin_object() { return opened('{'); }
  JsonText& end_object() { return closed('}'); }
  JsonText& begin_array() { return opened('['); }
  JsonText& end_array() { return closed(']'); }

  JsonText& key(std::string_view name);
  JsonText& string(std::string_view value);
  JsonText& number(std::unsigned_integral auto value) { return whole_number(value); }
  JsonText& number(double value);
  JsonText& boolean(bool value) { return json(value ? "true" : "false"); }
  JsonText& null() { return json("null"); }

  /// Adds a value of which there is an object already.
  JsonText& value(const nlohmann::ordered_json& value);

  /// Adds a value that is JSON text already.
  JsonText& json(std::string_view value);

  /// Returns what has been written and begins anew.
  [[nodiscard]] std::string take();

 private:
  JsonText& opened(char bracket);
  JsonText& closed(char bracket);
  JsonText& whole_number(std::uint64_t value);
  void separate();
  void quote(std::string_view text);

  std::string text_;
  bool follows_value_ = false;
};

}  // namespace bulletin
