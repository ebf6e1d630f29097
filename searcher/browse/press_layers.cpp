#include <algorithm>

#include "searcher/browse/item_page.hpp"
#include "searcher/browse/press_parts.hpp"

namespace bulletin::browse {
namespace {

bool goes_back(const Key& key) {
  return key.kind == KeyKind::kEscape || key.kind == KeyKind::kLeft ||
         key.kind == KeyKind::kBackspace || is_character(key, 'q') || is_character(key, 'h') ||
         is_character(key, 'u');
}

// Scrolls `layer`, of `count` lines; its last line comes to the bottom of the screen, no higher.
bool scroll(Layer& layer, const Key& key, std::size_t count, std::size_t height) {
  const std::size_t last = count - std::min(count, height);
  layer.at = std::min(layer.at, last);
  const Key page_down{.kind = KeyKind::kPageDown};
  return move(layer.at, is_character(key, ' ') ? page_down : key, last + 1, height);
}

// Opens the neighbour of the item's hit, when it is on the page of hits that is there.
void open_neighbour(BrowseState& state, const Scene& scene, bool next) {
  const auto& hits = scene.answers.result.hits;
  if (state.layers.size() != 1 || (!next && state.hit == 0)) {
    return;
  }
  const std::size_t wanted = next ? state.hit + 1 : state.hit - 1;
  const auto found = std::ranges::find(hits, wanted + 1, &Hit::rank);
  if (found != hits.end()) {
    state.hit = wanted;
    state.layers.back() = {.kind = Layer::Kind::kItem,
                           .id = found->bulletin.id,
                           .evidence = state.layers.back().evidence};
  } else if (wanted < scene.answers.result.total) {
    state.hit = wanted;
    state.layers.back().id.clear();  // The item of that hit, once its page is there.
    state.layers.back().at = 0;
  }
}

void open_linked(BrowseState& state, const Scene& scene) {
  const auto& also = scene.answers.item->also;
  // The story in the other language before a near copy.
  const auto story =
      std::ranges::find(also, false, [](const LinkedItem& item) { return item.link.same_words; });
  if (!also.empty()) {
    open_item(state, (story == also.end() ? also.front() : *story).link.id);
  }
}

void press_in_item(BrowseState& state, const Key& key, const Scene& scene) {
  Layer& layer = state.layers.back();
  if (is_character(key, 'n') || is_character(key, 'p')) {
    open_neighbour(state, scene, is_character(key, 'n'));
    return;
  }
  if (!scene.answers.item) {
    return;
  }
  if (is_character(key, 'w')) {
    layer.evidence = !layer.evidence;
    layer.at = 0;
  } else if (is_character(key, 's')) {
    state.layers.push_back({.kind = Layer::Kind::kSimilar, .id = layer.id});
  } else if (is_character(key, 'l')) {
    open_linked(state, scene);
  } else {
    const Area body = layout_for(state, scene.size).body;
    const auto lines =
        item_lines(*scene.answers.item, layer.evidence, scene.labels, scene.language, body.columns);
    scroll(layer, key, lines.size(), body.rows);
  }
}

void press_in_similar(BrowseState& state, const Key& key, const Scene& scene) {
  if (!scene.answers.similar) {
    return;
  }
  Layer& layer = state.layers.back();
  const auto entries = entries_of(*scene.answers.similar);
  if (move(layer.at, key, entries.size(), layout_for(state, scene.size).body.rows / 3)) {
    return;
  }
  const bool opens =
      key.kind == KeyKind::kEnter || key.kind == KeyKind::kRight || is_character(key, 'l');
  if (opens && layer.at < entries.size()) {
    open_item(state, entries[layer.at]->hit.bulletin.id);
  }
}

}  // namespace

bool press_in_layer(BrowseState& state, const Key& key, const Scene& scene) {
  Layer& layer = state.layers.back();
  if (goes_back(key)) {
    state.layers.pop_back();
  } else if (is_character(key, '?') && layer.kind != Layer::Kind::kHelp) {
    state.layers.push_back({.kind = Layer::Kind::kHelp, .id = {}});
  } else if (layer.kind == Layer::Kind::kItem) {
    press_in_item(state, key, scene);
  } else if (layer.kind == Layer::Kind::kSimilar) {
    press_in_similar(state, key, scene);
  } else {
    scroll(layer, key, help_lines(scene.language).size(), layout_for(state, scene.size).body.rows);
  }
  return true;
}

}  // namespace bulletin::browse
