// Build step: folds the Chinese words of the glossary and stems their meanings exactly as text is,
// and writes arrays that the program holds in read-only memory. Without a table it writes an empty
// glossary, by which a program works too but links fewer items.
// usage: compile_glossary OUT.inc [GLOSSARY.tsv]

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.hpp"
#include "indexer/analysis/utf8.hpp"
#include "indexer/understanding/glossary.hpp"
#include "indexer/understanding/story_key.hpp"

namespace bulletin {
namespace {

struct Tables {
  std::map<std::string, std::vector<std::string>> words;  // Folded Chinese to English stems.
};

std::vector<std::string> stems_of(const Analyzer& analyzer, const std::string& english) {
  std::vector<std::string> stems;
  for (const Token& token : analyzer.analyze(english)) {
    if (token.kind == TokenKind::kWord && !token.is_stop_word) {
      stems.push_back(token.term);
    }
  }
  return stems;
}

void add_row(Tables& tables, const Analyzer& analyzer, const std::string& line) {
  const std::size_t first = line.find('\t');
  const std::size_t second = line.find('\t', first + 1);
  if (first == std::string::npos || second == std::string::npos) {
    throw std::runtime_error("not 'kind<TAB>Chinese<TAB>English': " + line);
  }
  const std::string chinese = FoldedText::fold(line.substr(first + 1, second - first - 1)).text();
  const std::string english = line.substr(second + 1);
  std::vector<std::string> stems = stems_of(analyzer, english);
  if (!stems.empty()) {
    tables.words.emplace(chinese, std::move(stems));  // The first meaning of a folded word stays.
  }
}

Tables read_tables(const char* path) {
  Tables tables;
  if (path != nullptr) {
    const Analyzer analyzer;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
      if (!line.starts_with('#')) {
        add_row(tables, analyzer, line);
      }
    }
  }
  // The array must not be empty: nothing folds to a NUL.
  tables.words.emplace(std::string(1, '\0'), std::vector<std::string>{""});
  return tables;
}

// How rare a word is, told from the number of Chinese words that it helps to explain.
unsigned weight_of(std::size_t uses) {
  const double rarity = std::log(12000.0 / (static_cast<double>(uses) + 2));
  return static_cast<unsigned>(std::lround(std::max(0.5, rarity) * kWeightUnit));
}

// The beginning of some words, and what goes on from it.
struct Beginning {
  std::map<char32_t, Beginning> longer;
  std::size_t gloss = 0;

  void add(std::u32string_view word, std::size_t its_gloss) {
    if (word.empty()) {
      gloss = its_gloss;
      return;
    }
    if (word.front() > kLastOfGlosses) {
      throw std::runtime_error("a character that is not of the main Han blocks");
    }
    longer[word.front()].add(word.substr(1), its_gloss);
  }
};

class Writer {
 public:
  explicit Writer(const Tables& tables) : tables_(tables) {
    std::map<std::string, std::size_t> uses;
    for (const auto& [chinese, stems] : tables.words) {
      for (const std::string& stem : std::set<std::string>(stems.begin(), stems.end())) {
        ++uses[stem];
      }
    }
    for (const auto& [stem, count] : uses) {
      words_.push_back(
          {story_key(KeyKind::kWord, stem), static_cast<std::uint8_t>(weight_of(count))});
    }
    std::ranges::sort(words_, {}, &GlossaryWord::key);
    const auto same = std::ranges::unique(words_, {}, &GlossaryWord::key);
    words_.erase(same.begin(), same.end());
    if (words_.size() > 0xFFFF) {
      throw std::runtime_error("more words than 16 bits count");
    }
  }

  void write(const std::string& path) {
    std::ofstream out(path);
    out << "// Made by compile_glossary at build time.\n";
    write_trie(out);
    write_start_filter(out);
    out << "constexpr std::uint16_t kGlosses[] = {" << glosses_ << "};\n";
    out << "constexpr GlossaryWord kGlossaryWords[] = {\n";
    for (const GlossaryWord& word : words_) {
      out << '{' << word.key << "U," << +word.weight << "},\n";
    }
    out << "};\n";
    write_stem_parts(out);
    if (!out.flush()) {
      throw std::runtime_error("cannot write " + path);
    }
  }

 private:
  // Place of the gloss in kGlosses; equal ones are written once.
  std::size_t gloss_number(const std::vector<std::string>& stems) {
    const auto [at, is_new] = places_.emplace(stems, gloss_count_);
    if (is_new) {
      glosses_ += std::to_string(stems.size()) + ",";
      for (const std::string& stem : stems) {
        const auto word = std::ranges::lower_bound(words_, story_key(KeyKind::kWord, stem), {},
                                                   &GlossaryWord::key);
        glosses_ += std::to_string(word - words_.begin()) + ",";
      }
      glosses_ += '\n';
      gloss_count_ += stems.size() + 1;
    }
    return at->second;
  }

  void write_trie(std::ostream& out) {
    Beginning all;
    for (const auto& [chinese, stems] : tables_.words) {
      all.add(characters_of(chinese), gloss_number(stems));
    }
    std::vector<const Beginning*> nodes{&all};
    std::string letters;
    std::size_t letter_count = 0;
    out << "constexpr GlossNode kGlossNodes[] = {\n";
    for (std::size_t i = 0; i < nodes.size(); ++i) {  // Grows meanwhile.
      out << '{' << letter_count << ',' << nodes[i]->gloss << "},\n";
      letter_count += nodes[i]->longer.size();
      for (const auto& [letter, longer] : nodes[i]->longer) {
        letters += std::to_string(letter) + ",";
        nodes.push_back(&longer);
      }
    }
    out << '{' << letter_count << ",0}};\n";
    out << "constexpr char16_t kGlossLetters[] = {" << letters << "};\n";
    write_roots(out, all);
    std::cerr << "compile_glossary: " << tables_.words.size() << " Chinese words, " << words_.size()
              << " stems, " << nodes.size() << " nodes\n";
  }

  // The node of each character that words begin with, 0 for the others.
  static void write_roots(std::ostream& out, const Beginning& all) {
    std::vector<std::size_t> roots(kLastOfGlosses - kFirstOfGlosses + 1);
    std::size_t node = 0;
    for (const auto& [letter, longer] : all.longer) {
      ++node;
      if (letter != 0) {
        roots.at(letter - kFirstOfGlosses) = node;
      }
    }
    out << "constexpr std::uint16_t kGlossRoots[] = {";
    for (const std::size_t root : roots) {
      out << root << ',';
    }
    out << "};\n";
  }

  void write_start_filter(std::ostream& out) const {
    std::vector<std::uint64_t> bits(kGlossStarts / 64);
    for (const auto& [chinese, stems] : tables_.words) {
      const std::size_t slot = gloss_start(std::string_view(chinese).substr(0, kGlossStartBytes));
      bits[slot / 64] |= std::uint64_t{1} << (slot % 64);
    }
    out << "constexpr std::uint64_t kGlossStartBits[] = {";
    for (const std::uint64_t word : bits) {
      out << word << "U,";
    }
    out << "};\n";
  }

  // Where each part of the list of stems begins, and where the last one ends.
  void write_stem_parts(std::ostream& out) const {
    out << "constexpr std::uint16_t kStemParts[] = {";
    std::size_t word = 0;
    for (std::size_t part = 0; part <= (std::size_t{1} << kStemPartBits); ++part) {
      while (word < words_.size() && stem_part(words_[word].key) < part) {
        ++word;
      }
      out << word << ',';
    }
    out << "};\n";
  }

  const Tables& tables_;
  std::vector<GlossaryWord> words_;
  std::map<std::vector<std::string>, std::size_t> places_;
  std::size_t gloss_count_ = 1;
  std::string glosses_ = "0,";  // No gloss has place 0.
};

}  // namespace
}  // namespace bulletin

int main(int argc, char** argv) {
  if (argc != 2 && argc != 3) {
    std::cerr << "usage: compile_glossary OUT.inc [GLOSSARY.tsv]\n";
    return 2;
  }
  try {
    const bulletin::Tables tables = bulletin::read_tables(argc == 3 ? argv[2] : nullptr);
    bulletin::Writer(tables).write(argv[1]);
  } catch (const std::exception& error) {
    std::cerr << "compile_glossary: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
