#include "tests/unit/page_archive.hpp"

#include <algorithm>
#include <map>
#include <sstream>

#include "indexer/pipeline/index_writer.hpp"
#include "indexer/pipeline/sync_folder.hpp"
#include "searcher/web/page/page.hpp"

namespace bulletin::test {
namespace {

std::string text_of(const pugi::xml_node& node) {
  std::string text = node.value();
  for (const pugi::xml_node child : node.children()) {
    text += text_of(child);
  }
  return text;
}

std::string text_of(const pugi::xpath_node& found) {
  return found.attribute() ? found.attribute().value() : text_of(found.node());
}

bool has_name(const pugi::xml_node& control) {
  const std::string id = control.attribute("id").value();
  const pugi::xml_node form = control.root();
  const bool labelled =
      !id.empty() && form.select_node(("//label[@for='" + id + "']").c_str()).node();
  const bool inside = control.select_node("ancestor::label").node();
  return labelled || inside || control.attribute("aria-label");
}

void add_faults_of_ids(const ShownPage& page, std::vector<std::string>& faults) {
  std::map<std::string, int> ids;
  for (const std::string& id : page.all("//@id")) {
    if (++ids[id] == 2) {
      faults.push_back("id twice: " + id);
    }
  }
  for (const char* const pointer : {"//@for", "//@form", "//@aria-labelledby"}) {
    for (const std::string& id : page.all(pointer)) {
      if (!ids.contains(id)) {
        faults.push_back("no such id: " + id);
      }
    }
  }
  for (const std::string& href : page.all("//a/@href")) {
    if (href.starts_with('#') && !ids.contains(href.substr(1))) {
      faults.push_back("no such place: " + href);
    }
  }
}

}  // namespace

std::vector<std::string> ShownPage::all(const char* xpath) const {
  std::vector<std::string> texts;
  for (const pugi::xpath_node& found : tree->select_nodes(xpath)) {
    texts.push_back(text_of(found));
  }
  return texts;
}

std::string ShownPage::one(const char* xpath) const {
  const std::vector<std::string> texts = all(xpath);
  return texts.empty() ? "none" : texts.front();
}

PageArchive::PageArchive() {
  const std::filesystem::path index = folder_.at("index");
  ItemCounts counts;
  IndexTarget target([&] { return IndexWriter(index); });
  const RunEvents events{.on_problem = [](const Problem&) {}};
  static_cast<void>(sync_folder(
      BULLETIN_CORPUS_DIR, target, {}, events, [](FileChange, const std::string&) {},
      [](std::uintmax_t) {}));
  static_cast<void>(target.writer().link_stories());
  target.writer().commit();
  searcher_ = std::make_unique<Searcher>(index);
}

PageArchive::PageArchive(const std::vector<Bulletin>& items) {
  const std::filesystem::path index = folder_.at("index");
  IndexWriter writer(index);
  for (const Bulletin& item : items) {
    static_cast<void>(writer.add(item));
  }
  writer.commit();
  searcher_ = std::make_unique<Searcher>(index);
}

ShownPage PageArchive::show(const std::string& target, const std::string& accept_language,
                            const std::string& cookie) {
  const auto read = read_target(target).value();
  return answer(read.first, read.second, accept_language, cookie);
}

ShownPage PageArchive::answer(const std::string& path, const WebParameters& parameters,
                              const std::string& accept_language, const std::string& cookie) {
  static const Labels labels;
  ShownPage page{.answer = answer_page({.path = path,
                                        .parameters = parameters,
                                        .accept_language = accept_language,
                                        .cookie = cookie,
                                        .origin = "http://127.0.0.1:8080"},
                                       *searcher_, {labels, kToday, "7"}),
                 .tree = std::make_unique<pugi::xml_document>()};
  const auto parsed = page.tree->load_buffer(page.answer.body.data(), page.answer.body.size(),
                                             pugi::parse_default | pugi::parse_ws_pcdata);
  page.fault = parsed ? "" : parsed.description();
  return page;
}

PageArchive& corpus_archive() {
  static PageArchive archive;
  return archive;
}

std::vector<std::string> faults_of(const ShownPage& page) {
  std::vector<std::string> faults;
  if (!page.fault.empty()) {
    return {page.fault};
  }
  add_faults_of_ids(page, faults);
  const char* const controls = "//input[not(@type='hidden')] | //select | //textarea";
  for (const pugi::xpath_node& control : page.tree->select_nodes(controls)) {
    if (!has_name(control.node())) {
      faults.push_back("no label: " + std::string(control.node().attribute("name").value()));
    }
  }
  for (const char* const wrong :
       {"//@style", "//style", "//script[not(@src)]", "//@*[starts-with(name(), 'on')]",
        "//a[not(@href)]", "//a[starts-with(@href, 'javascript:')]", "//img[not(@alt)]"}) {
    for (const std::string& text : page.all(wrong)) {
      faults.push_back(std::string(wrong) + ": " + text);
    }
  }
  if (page.all("//h1").size() != 1 || page.all("//main").size() != 1) {
    faults.emplace_back("not one h1 and one main");
  }
  return faults;
}

}  // namespace bulletin::test
