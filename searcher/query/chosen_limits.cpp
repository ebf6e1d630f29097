#include "searcher/query/chosen_limits.hpp"

#include <algorithm>
#include <cassert>

#include "searcher/query/filters.hpp"

namespace bulletin {
namespace {

using CanRead = bool (*)(std::string_view value, Date today);

bool is_source(std::string_view value, Date /*today*/) {
  thread_local const Analyzer analyzer;  // One is not for several threads.
  return source_filter(value, analyzer).has_value();
}

// One kind of limit: what it is called and what can be read as one.
struct Form {
  std::string_view name;
  const char* noun;
  const char* expected;
  CanRead can_read;
};

constexpr Form kForms[] = {
    {"country", "a country", "name an ISO code such as KZ or a name in English or Chinese",
     [](std::string_view value, Date /*today*/) { return country_filter(value).has_value(); }},
    {"date", "a date", "write 2019, 2019-12, 2019-12-24 or a range such as 2019-03..2020-02",
     [](std::string_view value, Date today) { return date_filter(value, today).has_value(); }},
    {"lang", "a language", "write en or zh",
     [](std::string_view value, Date /*today*/) { return lang_filter(value).has_value(); }},
    {"kind", "a kind of event",
     "write visit, signing, meeting, training, opening, award, exchange, publication or other",
     [](std::string_view value, Date /*today*/) { return kind_filter(value).has_value(); }},
    {"region", "a region", "write a name such as Central Asia or 中亚",
     [](std::string_view value, Date /*today*/) { return region_filter(value).has_value(); }},
    {"rule", "a rule", "write name, city, demonym, institution or another that show prints",
     [](std::string_view value, Date /*today*/) { return is_country_rule(value); }},
    {"source", "a source", "write a name, a host or the name of a file", is_source}};

bool can_read_all(const Form& form, std::string_view value, Date today) {
  if (form.name == "rule" || form.name == "source") {  // The name of a source may hold a comma.
    return form.can_read(value, today);
  }
  for (std::size_t begin = 0; begin <= value.size();) {
    const std::size_t end = std::min(value.find(',', begin), value.size());
    if (!form.can_read(value.substr(begin, end - begin), today)) {
      return false;
    }
    begin = end + 1;
  }
  return true;
}

}  // namespace

std::optional<LimitFault> limit_fault(std::string_view name, std::string_view value, Date today) {
  const Form* form = std::ranges::find(kForms, name, &Form::name);
  assert(form != std::end(kForms) && "a limit has one of the names of limits_of()");
  if (can_read_all(*form, value, today)) {
    return std::nullopt;
  }
  return LimitFault{"cannot read '" + std::string(value) + "' as " + form->noun, form->expected};
}

}  // namespace bulletin
