#include "searcher/output/facets_text.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include "indexer/understanding/regions.hpp"
#include "searcher/search/columns.hpp"
#include "searcher/search/country_tree.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kMaxBuckets = 12;  // A screen's worth; --json has them all.
constexpr std::size_t kIndent = 2;
constexpr std::string_view kBetween = " · ";

// Lines break between buckets, never inside one.
std::string bucket_lines(const std::vector<std::string>& buckets, std::size_t indent,
                         const Terminal& terminal) {
  if (buckets.empty()) {
    return {};
  }
  const std::string indentation(indent, ' ');
  std::string out;
  std::string line;
  for (const std::string& bucket : buckets) {
    const std::size_t wanted = columns_of(line) + columns_of(kBetween) + columns_of(bucket);
    if (!line.empty() && wanted + indent > terminal.columns) {
      out += indentation + line + '\n';
      line.clear();
    }
    line += (line.empty() ? std::string() : std::string(kBetween)) + bucket;
  }
  return out + indentation + line + '\n';
}

template <typename Name>
std::vector<std::string> named_buckets(std::span<const Bucket> buckets, Name name) {
  std::vector<std::string> named;
  for (const Bucket& bucket : buckets) {
    named.push_back(printable(name(bucket.value)) + ' ' + std::to_string(bucket.count));
  }
  return named;
}

std::span<const Bucket> first_of(const std::vector<Bucket>& buckets) {
  return std::span(buckets).first(std::min(buckets.size(), kMaxBuckets));
}

std::string more(const std::vector<Bucket>& buckets) {
  return "and " + std::to_string(buckets.size() - kMaxBuckets) + " more";
}

template <typename Name>
std::string facet_text(std::string_view title, const std::vector<Bucket>& buckets,
                       const Terminal& terminal, Name name) {
  if (buckets.empty()) {
    return {};
  }
  std::vector<std::string> shown = named_buckets(first_of(buckets), name);
  if (buckets.size() > kMaxBuckets) {
    shown.push_back(more(buckets));
  }
  return terminal.bold(title) + '\n' + bucket_lines(shown, kIndent, terminal);
}

// Regions with the countries in them; regions without one that is shown follow on one line.
std::string countries_text(const Facets& facets, const Labels& labels, const Terminal& terminal) {
  if (facets.country.empty()) {
    return {};
  }
  const auto country = [&](const std::string& code) {
    return code + ' ' + both_names(labels.country(code));
  };
  const auto region = [&](const std::string& code) { return both_names(labels.region(code)); };
  const CountryTree tree = country_tree(first_of(facets.country), facets.region);
  std::string out = terminal.bold("Country/Region 国家/地区") + '\n';
  std::vector<Bucket> bare;
  for (const RegionBranch& branch : tree.branches) {
    if (branch.countries.empty()) {
      bare.push_back(branch.region);
      continue;
    }
    // Under another limit to countries a region counts 0, which above its countries would puzzle.
    out += (branch.region.count > 0
                ? bucket_lines(named_buckets({&branch.region, 1}, region), kIndent, terminal)
                : bucket_lines({region(branch.region.value)}, kIndent, terminal)) +
           bucket_lines(named_buckets(branch.countries, country), 2 * kIndent, terminal);
  }
  out += bucket_lines(named_buckets(bare, region), kIndent, terminal);
  std::vector<std::string> rest = named_buckets(tree.without_region, country);
  if (facets.country.size() > kMaxBuckets) {
    rest.push_back(more(facets.country) + " countries");
  }
  return out + bucket_lines(rest, kIndent, terminal);
}

// Their parts stand above the countries.
std::vector<Bucket> continents(const std::vector<Bucket>& regions) {
  std::vector<Bucket> found;
  std::ranges::copy_if(regions, std::back_inserter(found),
                       [](const Bucket& region) { return !parent_region(region.value); });
  return found;
}

}  // namespace

std::string both_names(const BilingualLabel& label) {
  return printable(label.en + ' ' + label.zh);
}

std::string facets_text(const Facets& facets, const Labels& labels, const Terminal& terminal) {
  const auto as_is = [](const std::string& value) { return value; };
  return countries_text(facets, labels, terminal) +
         facet_text("Continent 大洲", continents(facets.region), terminal,
                    [&](const std::string& code) { return both_names(labels.region(code)); }) +
         facet_text("Kind 类别", facets.kind, terminal,
                    [&](const std::string& kind) { return both_names(labels.kind(kind)); }) +
         facet_text("Year 年", facets.year, terminal, as_is) +
         facet_text("Month 月", facets.month, terminal, as_is) +
         facet_text("Language 语言", facets.lang, terminal, language_name);
}

}  // namespace bulletin
