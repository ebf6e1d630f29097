// Build step: makes the dictionary that queries are translated with.
// usage: compile_dictionary OUT PLACE_NAMES.tsv [CEDICT.js]

#include <fstream>
#include <iostream>
#include <iterator>
#include <span>
#include <stdexcept>
#include <string>

#include <nlohmann/json.hpp>

#include "searcher/query/dictionary/dictionary_builder.hpp"

namespace bulletin {
namespace {

constexpr std::string_view kSource = "CC-CEDICT";

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw std::runtime_error("no such file: " + path);
  }
  return {std::istreambuf_iterator<char>(file), {}};
}

// Lines of English name, tab, Chinese name.
void add_place_names(DictionaryBuilder& builder, const std::string& path) {
  std::ifstream file(path);
  if (!file) {
    throw std::runtime_error("no such file: " + path);
  }
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (!line.starts_with('#') && tab != std::string::npos) {
      builder.add_name(std::string_view(line).substr(0, tab),
                       std::string_view(line).substr(tab + 1));
    }
  }
}

// The package holds JSON behind `export default`: under `all` a row for each entry, with the word
// in both scripts, its sound, and one sense or a list of them.
void add_cedict(DictionaryBuilder& builder, const std::string& path) {
  const std::string text = read_file(path);
  const std::size_t begin = std::min(text.find('{'), text.size());
  const auto entries = nlohmann::json::parse(text.substr(begin)).at("all");
  for (const auto& entry : entries) {
    const auto& meaning = entry.at(3);
    const auto senses = meaning.is_array() ? meaning.get<std::vector<std::string>>()
                                           : std::vector{meaning.get<std::string>()};
    builder.add_word(entry.at(1).get<std::string>(), read_glosses(senses));
  }
}

int run(std::span<char*> arguments) {
  if (arguments.size() < 3 || arguments.size() > 4) {
    std::cerr << "usage: compile_dictionary OUT PLACE_NAMES.tsv [CEDICT.js]\n";
    return 2;
  }
  DictionaryBuilder builder;
  add_place_names(builder, arguments[2]);
  const bool has_cedict = arguments.size() == 4;
  if (has_cedict) {
    add_cedict(builder, arguments[3]);
  }
  const std::string table = builder.table(has_cedict ? kSource : std::string_view());
  std::ofstream out(arguments[1], std::ios::binary);
  out << table;
  if (!out.flush()) {
    throw std::runtime_error(std::string("cannot write ") + arguments[1]);
  }
  std::cerr << "compile_dictionary: " << builder.rows() << " rows, " << table.size() << " bytes\n";
  return 0;
}

}  // namespace
}  // namespace bulletin

int main(int argc, char** argv) {
  try {
    return bulletin::run({argv, static_cast<std::size_t>(argc)});
  } catch (const std::exception& error) {
    std::cerr << "compile_dictionary: cannot compile: " << error.what() << '\n';
    return 2;
  }
}
