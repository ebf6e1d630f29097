#include "indexer/shell/manual_page.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <utility>

#include "indexer/base/date.hpp"
#include "indexer/base/user_folders.hpp"

namespace bulletin {
namespace {

std::string upper(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  });
  return text;
}

std::string page_date() {
  const std::string epoch = environment("SOURCE_DATE_EPOCH");
  std::int64_t seconds = 0;
  const char* const end = epoch.data() + epoch.size();
  const auto now = std::chrono::system_clock::now();
  const auto [last, error] = std::from_chars(epoch.data(), end, seconds);
  const bool is_given = !epoch.empty() && error == std::errc() && last == end;
  return format_date(std::chrono::floor<std::chrono::days>(
      is_given ? std::chrono::system_clock::time_point(std::chrono::seconds(seconds)) : now));
}

std::string heading(std::string_view macro, const std::string& title) {
  return '.' + std::string(macro) + " \"" + roff_escaped(title) + "\"\n";
}

std::string bold(std::string_view text) {
  return "\\fB" + roff_escaped(text) + "\\fR";
}

std::string slanted(std::string_view text) {
  return "\\fI" + roff_escaped(text) + "\\fR";
}

// Escapes text and breaks its lines at spaces: a line of roff has 80 bytes at most where it can.
std::string wrapped(std::string_view text) {
  constexpr std::size_t kRoom = 78;
  std::string out;
  std::string line;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", begin), text.size());
    const std::string word = roff_escaped(text.substr(begin, end - begin));
    if (!line.empty() && line.size() + 1 + word.size() > kRoom) {
      out += std::exchange(line, {}) + '\n';
    }
    line += (line.empty() || word.empty() ? "" : " ") + word;
    begin = end + 1;
  }
  return line.empty() ? out : out + line + '\n';
}

std::string sentence(const std::string& text) {
  return wrapped(text.empty() || text.ends_with('.') ? text : text + '.');
}

// Lines as they are, or as text with a paragraph at each empty line.
std::string paragraphs(const HelpSection& section) {
  if (section.is_literal) {
    return ".nf\n" + roff_escaped(section.text) + "\n.fi\n";
  }
  std::string out;
  for (std::size_t begin = 0; begin < section.text.size();) {
    const std::size_t end = std::min(section.text.find("\n\n", begin), section.text.size());
    out += (out.empty() ? "" : ".PP\n") + wrapped(section.text.substr(begin, end - begin));
    begin = end + 2;
  }
  return out;
}

std::string option_entry(const OptionDescription& option) {
  std::string line;
  for (const std::string& name : option.names) {
    line += (line.empty() ? "" : ", ") + bold(name) +
            (option.value.name.empty() ? "" : ' ' + slanted(option.value.name));
  }
  std::string about = sentence(option.help);
  const bool are_named = std::ranges::all_of(option.value.choices, [&](const std::string& choice) {
    return option.help.find(choice) != std::string::npos;
  });
  if (!are_named) {
    about += "One of";
    for (const std::string& choice : option.value.choices) {
      about += ' ' + roff_escaped(choice);
    }
    about += ".\n";
  }
  if (!option.standard.empty() && option.value.takes != Takes::kNothing) {
    about += "Default: " + bold(option.standard) + ".\n";
  }
  return ".TP\n" + line + '\n' + about;
}

bool has_option(const std::vector<OptionDescription>& options, const OptionDescription& wanted) {
  return std::ranges::find(options, wanted.names, &OptionDescription::names) != options.end();
}

// Options that the program itself has are named here and told once, under OPTIONS.
std::string command_entry(const CommandDescription& command, const std::string& path,
                          const std::vector<OptionDescription>& common) {
  std::string out = heading("SS", path + ' ' + usage_of(command)) + sentence(command.summary);
  for (const PlaceDescription& place : command.places) {
    out += ".TP\n" + slanted(place.value.name) + '\n' + sentence(place.help);
  }
  std::string told_below;
  for (const OptionDescription& option : command.options) {
    if (!has_option(common, option)) {
      out += option_entry(option);
    } else if (option.names.back() != "--help") {
      told_below += (told_below.empty() ? "" : ",\n") + bold(option.names.front());
    }
  }
  out += told_below.empty() ? "" : ".PP\nTakes, as told under OPTIONS:\n" + told_below + ".\n";
  for (const CommandDescription& inner : command.commands) {
    out += command_entry(inner, path + ' ' + inner.name, common);
  }
  return out;
}

std::string options_part(const CommandDescription& program) {
  std::string out;
  std::vector<std::string> groups;
  for (const OptionDescription& option : program.options) {
    if (std::ranges::find(groups, option.group) != groups.end()) {
      continue;
    }
    groups.push_back(option.group);
    out += heading(out.empty() ? "SH" : "SS", out.empty() ? "OPTIONS" : option.group);
    for (const OptionDescription& each : program.options) {
      out += each.group == option.group ? option_entry(each) : "";
    }
  }
  return out;
}

std::string name_and_synopsis(const CommandDescription& program) {
  std::string summary = program.summary;
  summary.front() = static_cast<char>(
      summary.front() >= 'A' && summary.front() <= 'Z' ? summary.front() + 32 : summary.front());
  while (summary.ends_with('.')) {
    summary.pop_back();
  }
  std::string out = ".SH NAME\n" + roff_escaped(program.name) + " \\- " + roff_escaped(summary) +
                    "\n.SH SYNOPSIS\n";
  if (!program.places.empty()) {
    out += bold(program.name) + ' ' + roff_escaped(usage_of(program)) + "\n.br\n";
  }
  return out + bold(program.name) + ' ' + slanted("COMMAND") + " [" + slanted("OPTIONS") +
         "] ...\n";
}

}  // namespace

std::string roff_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool begins = out.empty() || out.back() == '\n';
    switch (c) {
      case '\\':
        out += "\\e";
        break;
      case '-':
        out += "\\-";
        break;
      case '~':
        out += "\\(ti";
        break;
      case '^':
        out += "\\(ha";
        break;
      case '`':
        out += "\\(ga";
        break;
      case '"':
        out += "\\(dq";  // Inside the argument of a macro, too.
        break;
      case '.':
      case '\'':
        out += begins ? "\\&" : "";
        out += c == '.' ? "." : "\\(aq";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string manual_page(const CommandDescription& program, const std::vector<HelpSection>& sections,
                        const std::vector<std::string>& also) {
  std::string out = ".TH \"" + roff_escaped(upper(program.name)) + "\" 1 " + page_date() +
                    " \"bulletin " BULLETIN_VERSION "\" \"User Commands\"\n" +
                    name_and_synopsis(program) + ".SH COMMANDS\n";
  for (const CommandDescription& command : program.commands) {
    out += command_entry(command, program.name + ' ' + command.name, program.options);
  }
  out += options_part(program);
  for (const HelpSection& section : sections) {
    out += heading("SH", upper(section.title)) + paragraphs(section);
  }
  out += ".SH \"SEE ALSO\"\n";
  for (const std::string& page : also) {
    out += bold(page.substr(0, page.find('('))) + page.substr(page.find('(')) +
           (&page == &also.back() ? "\n" : ",\n");
  }
  return out;
}

}  // namespace bulletin
