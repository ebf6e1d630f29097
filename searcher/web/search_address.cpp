#include "searcher/web/search_address.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

#include "searcher/query/chosen_limits.hpp"
#include "searcher/search/sort_names.hpp"

namespace bulletin {
namespace {

constexpr std::array<std::string_view, 12> kSingleNames = {
    "q",    "literal", "strict", "exact_script", "translate", "sound",
    "sort", "limit",   "page",   "offset",       "facets",    "group"};

// Reads one address; a class only because its steps share the result.
class AddressReader {
 public:
  AddressReader(const WebParameters& parameters, Date today) : parameters_(parameters) {
    address_.request.query.today = today;
  }

  SearchAddress run() {
    SearchRequest& request = address_.request;
    request.query.text = single("q");
    for (const auto& [name, values] : limits_of(request.query)) {
      read_limits(name, *values);
    }
    read_switch("literal", request.query.literal);
    read_switch("strict", request.query.strict);
    read_switch("exact_script", request.query.exact_script);
    read_switch("translate", request.query.translate);
    read_switch("sound", request.query.sound);
    read_sort();
    read_number("limit", request.limit, 0, kMaxPageHits);
    read_place();
    read_switch("facets", request.facets);
    read_switch("group", request.group);
    return std::move(address_);
  }

 private:
  // Empty where it is not given. Twice is no choice between the two: the first counts.
  std::string_view single(std::string_view name) {
    std::string_view value;
    for (const auto& [key, given] : parameters_) {
      if (key != name || given.empty()) {
        continue;
      }
      if (!value.empty()) {
        refuse(name, "cannot read " + std::string(name) + ": it is given twice", "give it once");
        break;
      }
      value = given;
    }
    return value;
  }

  void refuse(std::string_view name, std::string message, std::string hint) {
    address_.bad.push_back({std::string(name), std::move(message), std::move(hint)});
  }

  void refuse_value(std::string_view name, std::string_view value, std::string hint) {
    refuse(name, "cannot read '" + std::string(value) + "' as " + std::string(name),
           std::move(hint));
  }

  void read_limits(const std::string& name, std::vector<std::string>& values) {
    for (const auto& [key, value] : parameters_) {
      if (key != name || value.empty() || std::ranges::find(values, value) != values.end()) {
        continue;
      }
      if (values.size() == kMaxLimitValues) {
        refuse(name, "cannot read every " + name + ": there are too many",
               "give at most " + std::to_string(kMaxLimitValues));
        return;
      }
      if (value.size() > kMaxLimitBytes) {
        refuse(name, "cannot read " + name + ": a value is too long",
               "give at most " + std::to_string(kMaxLimitBytes) + " bytes");
      } else if (auto fault = limit_fault(name, value, address_.request.query.today)) {
        refuse(name, std::move(fault->message), std::move(fault->hint));
      } else {
        values.push_back(value);
      }
    }
  }

  void read_switch(std::string_view name, bool& on) {
    const std::string_view value = single(name);
    if (value == "0" || value == "1") {
      on = value == "1";
    } else if (!value.empty()) {
      refuse_value(name, value, "write 1 or 0");
    }
  }

  void read_sort() {
    const std::string_view value = single("sort");
    const auto found = kSorts.find(std::string(value));
    if (found != kSorts.end()) {
      address_.request.sort = found->second;
    } else if (!value.empty()) {
      refuse_value("sort", value, "write relevance, date (oldest first), -date or title");
    }
  }

  bool read_number(std::string_view name, std::size_t& number, std::size_t least,
                   std::size_t most) {
    const std::string_view value = single(name);
    if (value.empty()) {
      return false;
    }
    std::size_t read = 0;
    const char* const end = value.data() + value.size();
    const auto [last, error] = std::from_chars(value.data(), end, read);
    if (error != std::errc() || last != end || read < least || read > most) {
      refuse_value(name, value,
                   "write a number from " + std::to_string(least) + " to " + std::to_string(most));
      return false;
    }
    number = read;
    return true;
  }

  void read_place() {
    SearchRequest& request = address_.request;
    const std::size_t page_hits = std::max<std::size_t>(request.limit, 1);
    std::size_t page = 1;
    const bool has_page = read_number("page", page, 1, kMaxOffset / page_hits + 1);
    const bool has_offset = read_number("offset", request.offset, 0, kMaxOffset);
    if (has_page && has_offset) {
      refuse("offset", "cannot begin at a page and at an offset", "give page or offset");
      request.offset = 0;
    }
    if (has_page) {
      request.offset = (page - 1) * request.limit;
    }
  }

  const WebParameters& parameters_;
  SearchAddress address_;
};

void add_place(const SearchRequest& request, WebParameters& parameters) {
  if (request.limit == kAllHits || request.offset == 0) {
    return;
  }
  if (request.limit > 0 && request.offset % request.limit == 0) {
    parameters.emplace_back("page", std::to_string(request.offset / request.limit + 1));
  } else {
    parameters.emplace_back("offset", std::to_string(request.offset));
  }
}

}  // namespace

SearchAddress read_search_address(const WebParameters& parameters, Date today) {
  return AddressReader(parameters, today).run();
}

WebParameters search_parameters(const SearchRequest& request) {
  const SearchRequest defaults{};
  WebParameters parameters;
  if (!request.query.text.empty()) {
    parameters.emplace_back("q", request.query.text);
  }
  for (const auto& [name, values] : limits_of(request.query)) {
    for (const std::string& value : *values) {
      parameters.emplace_back(name, value);
    }
  }
  const auto add_switch = [&](const char* name, bool on, bool by_default) {
    if (on != by_default) {
      parameters.emplace_back(name, on ? "1" : "0");
    }
  };
  add_switch("literal", request.query.literal, defaults.query.literal);
  add_switch("strict", request.query.strict, defaults.query.strict);
  add_switch("exact_script", request.query.exact_script, defaults.query.exact_script);
  add_switch("translate", request.query.translate, defaults.query.translate);
  add_switch("sound", request.query.sound, defaults.query.sound);
  if (request.sort != defaults.sort) {
    parameters.emplace_back("sort", sort_name(request.sort));
  }
  if (request.limit != defaults.limit && request.limit != kAllHits) {
    parameters.emplace_back("limit", std::to_string(request.limit));
  }
  add_place(request, parameters);
  add_switch("facets", request.facets, defaults.facets);
  add_switch("group", request.group, defaults.group);
  return parameters;
}

bool is_search_parameter(std::string_view name) {
  const QueryRequest none{};
  return std::ranges::find(kSingleNames, name) != kSingleNames.end() ||
         std::ranges::any_of(limits_of(none),
                             [&](const auto& limit) { return limit.first == name; });
}

}  // namespace bulletin
