// Build step: folds the names of the tables exactly as text is folded and writes them as arrays
// that the program holds in read-only memory.
// usage: compile_gazetteer OUT.inc TABLE.tsv...
// Later tables win: a name in overlay.tsv, the last one, replaces all that others say about it.

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <initializer_list>
#include <iostream>
#include <map>
#include <ranges>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <unicode/bytestriebuilder.h>

#include "indexer/understanding/gazetteer.hpp"
#include "indexer/understanding/gazetteer/table_reader.hpp"
#include "indexer/understanding/publisher_names.hpp"

namespace bulletin::gazetteer {
namespace {

constexpr std::string_view kKinds[] = {
    "name",        "former-name", "demonym",   "abbreviation", "pair",     "city",  "division",
    "institution", "acronym",     "publisher", "block",        "language", "region"};
constexpr std::string_view kFlags[] = {"word", "person", "upper", "tongue"};
constexpr std::string_view kRoles[] = {"Role::kSure", "Role::kDefault", "Role::kCandidate"};

// What a folded name means; equal meanings share one entry.
struct Meaning {
  std::size_t kind = 0;
  unsigned flags = 0;
  std::vector<CodeClaim> claims;
  auto operator<=>(const Meaning&) const = default;
};

struct Tables {
  std::map<std::string, Meaning> names;
  std::map<std::string, std::pair<std::string, std::string>> labels;
};

std::size_t index_of(std::span<const std::string_view> names, std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) {
    throw std::runtime_error("unknown kind or flag: " + std::string(name));
  }
  return static_cast<std::size_t>(found - names.begin());
}

unsigned flag_bits(std::string_view flags) {
  unsigned bits = 0;
  if (flags != "-") {
    for (const std::string_view flag : split(flags, ',')) {
      bits |= 1U << index_of(kFlags, flag);
    }
  }
  return bits;
}

// Two sources of equal weight that name different countries make the name ambiguous.
void merge(Meaning& old, const Meaning& other) {
  if (other.kind < old.kind) {
    old.kind = other.kind;
  }
  old.flags |= other.flags;
  if (old.claims == other.claims) {
    return;
  }
  std::map<std::string, int> best;
  for (const Meaning* meaning : std::initializer_list<const Meaning*>{&old, &other}) {
    for (const CodeClaim& claim : meaning->claims) {
      const auto [at, fresh] = best.emplace(claim.code, claim.role);
      at->second = fresh ? claim.role : std::min(at->second, claim.role);
    }
  }
  old.claims.clear();
  for (const auto& [code, role] : best) {
    old.claims.push_back({code, best.size() == 1 ? role : 2});
  }
}

void add_names(Tables& tables, const std::vector<TableRow>& rows) {
  std::map<std::string, Meaning> fresh;
  std::map<std::string, std::size_t> weights;
  for (const TableRow& row : rows) {
    if (row.kind.starts_with("label-")) {
      auto& label = tables.labels[row.codes];
      (row.kind == "label-en" ? label.first : label.second) = row.name;
      continue;
    }
    const Meaning meaning{index_of(kKinds, row.kind), flag_bits(row.flags), row.claims};
    for (const std::string& key : spellings(row.name, row.kind == "demonym")) {
      const auto [at, is_new] = fresh.emplace(key, meaning);
      if (!is_new) {
        merge(at->second, meaning);
      }
    }
  }
  for (auto& [key, meaning] : fresh) {
    tables.names.insert_or_assign(key, std::move(meaning));
  }
}

// To the gazetteer the publisher is an institution like others: who publishes is configuration.
std::vector<TableRow> publisher_rows() {
  const std::string home(kOpenUniversityOfChinaHome);
  std::vector<TableRow> rows;
  for (const std::string_view name : kOpenUniversityOfChinaNames) {
    rows.push_back({home, "institution", std::string(name), "-", {{home, 0}}});
  }
  for (const std::string_view name : kOpenUniversityOfChinaAcronyms) {
    rows.push_back({home, "institution", std::string(name), "upper", {{home, 0}}});
  }
  return rows;
}

class Writer {
 public:
  explicit Writer(const std::string& path) : out_(path) {}

  void write(const Tables& tables) {
    out_ << "// Made by compile_gazetteer at build time.\n";
    write_label_claims(tables);
    write_trie(tables);
    write_filters(tables);
    out_ << "constexpr NameEntry kEntries[] = {\n" << entries_ << "};\n";
    out_ << "constexpr Claim kClaims[] = {\n" << claims_ << "};\n";
    out_ << "constexpr LabelRow kLabels[] = {\n";
    for (const auto& [code, label] : tables.labels) {
      out_ << "{\"" << code << "\", \"" << label.first << "\", \"" << label.second << "\"},\n";
    }
    out_ << "};\n";
    if (!out_.flush()) {
      throw std::runtime_error("cannot write the output");
    }
  }

 private:
  void add_claim(const CodeClaim& claim) {
    claims_ += "{\"" + claim.code + "\", " +
               std::string(kRoles[static_cast<std::size_t>(claim.role)]) + "},\n";
    ++claim_count_;
  }

  // Claim i speaks surely for label i, so that names made at run time can have claims too.
  void write_label_claims(const Tables& tables) {
    for (const auto& [code, label] : tables.labels) {
      add_claim({code, 0});
    }
  }

  int entry_number(const Meaning& meaning) {
    const auto [at, fresh] = numbers_.emplace(meaning, static_cast<int>(numbers_.size()));
    if (fresh) {
      entries_ += "{NameKind{" + std::to_string(meaning.kind) + "}, " +
                  std::to_string(meaning.flags) + ", " + std::to_string(claim_count_) + ", " +
                  std::to_string(meaning.claims.size()) + "},\n";
      for (const CodeClaim& claim : meaning.claims) {
        add_claim(claim);
      }
    }
    return at->second;
  }

  void write_trie(const Tables& tables) {
    UErrorCode status = U_ZERO_ERROR;
    icu::BytesTrieBuilder builder(status);
    for (const auto& [key, meaning] : tables.names) {
      builder.add(key, entry_number(meaning), status);
    }
    const icu::StringPiece bytes = builder.buildStringPiece(USTRINGTRIE_BUILD_SMALL, status);
    if (U_FAILURE(status)) {
      throw std::runtime_error(u_errorName(status));
    }
    out_ << "constexpr unsigned char kTrie[] = {";
    for (std::int32_t i = 0; i < bytes.length(); ++i) {
      out_ << (i % 32 == 0 ? "\n" : "") << +static_cast<unsigned char>(bytes.data()[i]) << ',';
    }
    out_ << "\n};\n";
    std::cerr << "compile_gazetteer: " << tables.names.size() << " names, " << numbers_.size()
              << " entries, " << bytes.length() << " bytes\n";
  }

  void write_filters(const Tables& tables) {
    std::vector<std::uint64_t> starts(kStartSlots / 64);
    std::vector<std::uint64_t> words(kStartSlots / 64);
    for (const std::string_view key : tables.names | std::views::keys) {
      const bool is_ascii = static_cast<unsigned char>(key.front()) < 128;
      if (is_ascii && !is_ascii_word(key.front()) && key.front() != kApostrophe) {
        throw std::runtime_error("name begins with a mark: " + std::string(key));
      }
      set_slot(starts, start_slot(key.substr(0, is_ascii ? kLatinStart : kHanStart)));
      if (is_ascii_word(key.front())) {
        set_slot(words, start_slot(key.substr(0, ascii_word_end(key, 0))));
      }
    }
    write_filter("kStartFilter", starts);
    write_filter("kWordFilter", words);
  }

  static void set_slot(std::vector<std::uint64_t>& bits, std::size_t slot) {
    bits[slot / 64] |= std::uint64_t{1} << (slot % 64);
  }

  void write_filter(std::string_view name, const std::vector<std::uint64_t>& bits) {
    out_ << "constexpr std::uint64_t " << name << "[] = {";
    for (std::size_t i = 0; i < bits.size(); ++i) {
      out_ << (i % 8 == 0 ? "\n" : "") << bits[i] << "U,";
    }
    out_ << "\n};\n";
  }

  std::ofstream out_;
  std::map<Meaning, int> numbers_;
  std::string entries_, claims_;
  std::size_t claim_count_ = 0;
};

int run(std::span<char*> arguments) {
  if (arguments.size() < 3) {
    std::cerr << "usage: compile_gazetteer OUT.inc TABLE.tsv...\n";
    return 2;
  }
  Tables tables;
  for (char* path : arguments.subspan(2)) {
    add_names(tables, read_table(path));
  }
  add_names(tables, publisher_rows());
  Writer(arguments[1]).write(tables);
  return 0;
}

}  // namespace
}  // namespace bulletin::gazetteer

int main(int argc, char** argv) {
  try {
    return bulletin::gazetteer::run({argv, static_cast<std::size_t>(argc)});
  } catch (const std::exception& error) {
    std::cerr << "compile_gazetteer: cannot compile: " << error.what() << '\n';
    return 2;
  }
}
