#include "indexer/schema/source_terms.hpp"

#include <algorithm>

#include "indexer/schema/schema.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kMaxNameBytes = 200;  // A term holds 245; longer names are found by words.

// Folded, with one space where there were several.
std::string folded_name(std::string_view name) {
  const FoldedText folded = FoldedText::fold(name);
  std::string result;
  for (const char c : folded.text()) {
    const bool is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!is_space || (!result.empty() && result.back() != ' ')) {
      result += is_space ? ' ' : c;
    }
  }
  return result.ends_with(' ') ? result.substr(0, result.size() - 1) : result;
}

std::string whole_term(std::string_view name) {
  const std::string folded = folded_name(name);
  return folded.empty() || folded.size() > kMaxNameBytes ? std::string()
                                                         : prefixed(prefix::kSource, folded);
}

// Words as folded, not as stems: names do not inflect. A last character has its own term only
// where it is alone, since any longer name holds it in a pair.
std::vector<std::string> word_terms(std::string_view name, const Analyzer& analyzer) {
  std::vector<std::string> terms;
  std::uint32_t run_with_pair = 0;
  for (const Token& token : analyzer.analyze(name)) {
    if (token.kind == TokenKind::kWord) {
      terms.push_back(prefixed(prefix::kSource, token.word));
    } else if (token.kind == TokenKind::kHanPair) {
      run_with_pair = token.run;
      terms.push_back(prefixed(prefix::kSource, token.term));
    } else if (token.kind == TokenKind::kHanTail && token.run != run_with_pair) {
      terms.push_back(prefixed(prefix::kSource, token.term));
    }
  }
  return terms;
}

// Returns the host of an address, or of what stands there without `https://`.
std::string_view host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  url.remove_prefix(scheme == std::string_view::npos ? 0 : scheme + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  const std::size_t user = url.rfind('@');
  url.remove_prefix(user == std::string_view::npos ? 0 : user + 1);
  url = url.substr(0, url.find(':'));
  url.remove_prefix(url.starts_with("www.") ? 4 : 0);
  return url;
}

void add_host(std::string_view url, std::vector<std::string>& terms) {
  const std::string host = folded_name(host_of(url));
  for (std::size_t begin = 0; host.find('.', begin) != std::string::npos;
       begin = host.find('.', begin) + 1) {
    terms.push_back(whole_term(std::string_view(host).substr(begin)));
  }
}

void add_file(std::string_view path, std::vector<std::string>& terms) {
  const std::size_t slash = path.rfind('/');
  const std::string_view name = path.substr(slash == std::string_view::npos ? 0 : slash + 1);
  terms.push_back(whole_term(name));
  if (const std::size_t dot = name.rfind('.'); dot != std::string_view::npos && dot > 0) {
    terms.push_back(whole_term(name.substr(0, dot)));
  }
}

}  // namespace

std::vector<std::string> source_terms(const Bulletin& bulletin, const Analyzer& analyzer) {
  std::vector<std::string> terms = word_terms(bulletin.source, analyzer);
  terms.push_back(whole_term(bulletin.source));
  add_host(bulletin.url, terms);
  for (const ItemSource& source : bulletin.sources) {
    add_file(file_of(source), terms);
    if (file_of(source) != source.path) {
      add_file(source.path, terms);
    }
  }
  std::erase(terms, std::string());
  std::ranges::sort(terms);
  terms.erase(std::ranges::unique(terms).begin(), terms.end());
  return terms;
}

SourceTerms wanted_source(std::string_view typed, const Analyzer& analyzer) {
  const bool is_address = typed.find("://") != std::string_view::npos || typed.starts_with("www.");
  const std::string_view name = is_address ? host_of(typed) : typed;
  const bool is_one_name = name.find('.') != std::string_view::npos &&
                           name.find(' ') == std::string_view::npos;  // A host or a file.
  return {whole_term(name), is_one_name ? std::vector<std::string>() : word_terms(name, analyzer)};
}

}  // namespace bulletin
