#include "indexer/ingest/html_tree.hpp"

#include <array>
#include <cassert>

#include "indexer/ingest/html_tidy.hpp"

namespace bulletin {
namespace {

GumboOptions parse_options() {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  return options;
}

const GumboVector* children_of(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE
             ? &node.v.element.children
             : nullptr;
}

const GumboNode& child(const GumboVector& children, std::size_t at) {
  return *static_cast<const GumboNode*>(children.data[at]);
}

}  // namespace

struct HtmlTree::Output {
  explicit Output(std::string_view html)
      : options(parse_options()),
        output(gumbo_parse_with_options(&options, html.data(), html.size())) {}
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  ~Output() { gumbo_destroy_output(&options, output); }

  GumboOptions options;
  GumboOutput* output;
};

HtmlTree::HtmlTree(std::string_view html) : output_(std::make_shared<const Output>(html)) {
  struct Step {
    const GumboNode* node;
    std::size_t at;    // Its index in the array.
    std::size_t next;  // Its next child.
  };
  const GumboNode& root = *output_->output->root;
  take(root, 0);
  std::vector<Step> path{{&root, 0, 0}};
  while (!path.empty()) {
    Step& step = path.back();
    const GumboVector* children = children_of(*step.node);
    if (children == nullptr || step.next == children->length) {
      nodes_[step.at].end = nodes_.size();
      path.pop_back();
      continue;
    }
    const GumboNode& next = child(*children, step.next++);
    if (next.type == GUMBO_NODE_COMMENT || next.type == GUMBO_NODE_DOCUMENT) {
      continue;
    }
    const std::size_t at = nodes_.size();
    take(next, step.at);
    path.push_back({&next, at, 0});
  }
  body_ = find(GUMBO_TAG_BODY, 0, nodes_.size());
  if (body_ == nodes_.size()) {
    body_ = 0;
  }
}

void HtmlTree::take(const GumboNode& node, std::size_t parent) {
  HtmlNode taken{.parent = parent};
  if (children_of(node) != nullptr) {
    taken.tag = node.v.element.tag;
    taken.attributes = &node.v.element.attributes;
    taken.line = node.v.element.start_pos.line;
  } else {
    taken.text = node.v.text.text;
    taken.line = node.v.text.start_pos.line;
  }
  nodes_.push_back(taken);
}

std::string_view HtmlTree::attribute(std::size_t at, const char* name) const {
  const GumboVector* attributes = nodes_[at].attributes;
  const GumboAttribute* found =
      attributes == nullptr ? nullptr : gumbo_get_attribute(attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool HtmlTree::has_attribute(std::size_t at, const char* name) const {
  const GumboVector* attributes = nodes_[at].attributes;
  return attributes != nullptr && gumbo_get_attribute(attributes, name) != nullptr;
}

std::size_t HtmlTree::find(GumboTag tag, std::size_t begin, std::size_t end) const {
  while (begin < end && nodes_[begin].tag != tag) {
    ++begin;
  }
  return begin;
}

bool is_block(const HtmlNode& node) {
  static const auto kBlocks = [] {
    std::array<bool, GUMBO_TAG_LAST + 1> blocks{};
    for (std::size_t tag = 0; tag < GUMBO_TAG_LAST; ++tag) {
      blocks[tag] = is_block_name(gumbo_normalized_tagname(static_cast<GumboTag>(tag)));
    }
    return blocks;
  }();
  return kBlocks[node.tag];
}

bool is_heading(const HtmlNode& node) {
  return node.tag >= GUMBO_TAG_H1 && node.tag <= GUMBO_TAG_H6;
}

}  // namespace bulletin
