#include "indexer/shell/completion_tables.hpp"

#include <algorithm>
#include <cassert>

namespace bulletin {
namespace {

void add_command(const CommandDescription& command, const std::string& path,
                 CompletionTables& tables) {
  tables.commands.push_back({path, command});
  for (const OptionDescription& option : command.options) {
    if (option.value.takes == Takes::kNothing) {
      continue;
    }
    const auto known = std::ranges::find(tables.valued, option.names, &OptionDescription::names);
    assert((known == tables.valued.end() || known->value == option.value) &&
           "an option takes the same thing everywhere");
    if (known == tables.valued.end()) {
      tables.valued.push_back(option);
    }
  }
  for (const CommandDescription& inner : command.commands) {
    add_command(inner, path + (path.empty() ? "" : " ") + inner.name, tables);
  }
}

void replace_all(std::string& text, std::string_view what, const std::string& by) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

}  // namespace

CompletionTables tables_of(const CommandDescription& program) {
  CompletionTables tables{.program = program.name, .function = "_" + program.name};
  std::ranges::replace(tables.function, '-', '_');
  add_command(program, "", tables);
  for (const CommandPath& command : tables.commands) {
    for (const OptionDescription& option : command.command.options) {
      if (command.path == "completion" && option.value.takes != Takes::kNothing) {
        tables.passed_on.insert(tables.passed_on.end(), option.names.begin(), option.names.end());
      }
    }
  }
  return tables;
}

std::string offer_of(const ValueDescription& value) {
  switch (value.takes) {
    case Takes::kNothing:
      return {};
    case Takes::kFile:
      return "file";
    case Takes::kFolder:
      return "folder";
    case Takes::kAsked:
      return "ask " + value.name;
    case Takes::kText:
      return "text";
    case Takes::kChoice:
      break;
  }
  std::string offer = "words";
  for (const std::string& choice : value.choices) {
    offer += ' ' + choice;
  }
  return offer;
}

std::string filled_in(std::string_view text, const CompletionTables& tables) {
  std::string passed_on;
  for (const std::string& name : tables.passed_on) {
    passed_on += (passed_on.empty() ? "" : "|") + name;
  }
  std::string out(text);
  replace_all(out, "@function@", tables.function);
  replace_all(out, "@program@", tables.program);
  replace_all(out, "@passed_on@", passed_on.empty() ? "''" : passed_on);
  return out;
}

}  // namespace bulletin
