#include "indexer/pipeline/story_shelf.hpp"

#include <algorithm>
#include <future>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "indexer/base/disk.hpp"
#include "indexer/pipeline/story_terms.hpp"
#include "indexer/schema/schema.hpp"

namespace bulletin {
namespace {

using Documents = std::vector<Xapian::docid>;

// One that goes away with whoever has it open.
std::FILE* nameless_file(const std::filesystem::path& folder) {
  std::string name = (folder / "sketches-XXXXXX").string();
  const int descriptor = mkostemp(name.data(), O_CLOEXEC);
  if (descriptor < 0) {
    throw_disk_error("write to " + folder.string(), last_disk_error());
  }
  unlink(name.c_str());
  std::FILE* const file = fdopen(descriptor, "w+");
  if (file == nullptr) {
    const std::error_code error = last_disk_error();
    close(descriptor);
    throw_disk_error("write to " + folder.string(), error);
  }
  return file;
}

// Goes through the meeting terms of one language.
class KeyWalk {
 public:
  KeyWalk(const Xapian::Database& database, StoryLang lang)
      : database_(database),
        start_(prefixed(prefix::kStory, std::string(1, static_cast<char>(lang)))),
        term_(database.allterms_begin(start_)),
        end_(database.allterms_end(start_)) {
    note();
  }

  [[nodiscard]] bool at_end() const { return term_ == end_; }
  [[nodiscard]] std::uint32_t key() const { return key_; }
  void next() {
    ++term_;
    note();
  }
  [[nodiscard]] Documents items() const {
    return {database_.postlist_begin(name_), database_.postlist_end(name_)};
  }

 private:
  void note() {
    if (!at_end()) {
      name_ = *term_;
      key_ = key_of_term(name_);
    }
  }

  const Xapian::Database& database_;
  std::string start_;
  Xapian::TermIterator term_;
  Xapian::TermIterator end_;
  std::string name_;
  std::uint32_t key_ = 0;
};

}  // namespace

std::uint32_t ListsByDocument::add_list(std::uint32_t key, std::span<const Xapian::docid> items) {
  lists_.push_back({key, static_cast<std::uint32_t>(items_.size())});
  items_.insert(items_.end(), items.begin(), items.end());
  return static_cast<std::uint32_t>(lists_.size() - 1);
}

void ListsByDocument::close(Xapian::docid last) {
  lists_.push_back({0, static_cast<std::uint32_t>(items_.size())});
  std::erase_if(pairs_, [last](const Pair& pair) { return pair.document > last; });
  begins_.assign(std::size_t{last} + 2, 0);
  for (const Pair& pair : pairs_) {
    ++begins_[pair.document + 1];
  }
  for (std::size_t document = 1; document < begins_.size(); ++document) {
    begins_[document] += begins_[document - 1];
  }
  lists_of_.resize(pairs_.size());
  std::vector<std::uint32_t> next = begins_;
  for (const Pair& pair : pairs_) {
    lists_of_[next[pair.document]++] = pair.list;
  }
  std::vector<Pair>().swap(pairs_);
  lists_.shrink_to_fit();
  items_.shrink_to_fit();
}

std::span<const std::uint32_t> ListsByDocument::lists_of(Xapian::docid document) const {
  if (document >= begins_.size() - 1) {
    return {};
  }
  const std::uint32_t begin = begins_[document];
  return std::span(lists_of_).subspan(begin, begins_[document + 1] - begin);
}

Meeting ListsByDocument::list(std::uint32_t number) const {
  const std::uint32_t begin = lists_[number].begin;
  return {lists_[number].key, std::span(items_).subspan(begin, lists_[number + 1].begin - begin)};
}

StoryShelf::StoryShelf(const std::function<Xapian::Database()>& open,
                       const std::filesystem::path& folder)
    : file_(nameless_file(folder), std::fclose) {
  std::future<void> keys = std::async(std::launch::async, [&] { read_keys(open()); });
  const Xapian::Database database = open();
  read_shingles(database);
  read_sketches(database);
  keys.get();
}

// A key that one language alone has leads nowhere.
void StoryShelf::read_keys(const Xapian::Database& database) {
  KeyWalk english(database, StoryLang::kEnglish);
  KeyWalk chinese(database, StoryLang::kChinese);
  while (!english.at_end() && !chinese.at_end()) {
    if (english.key() != chinese.key()) {
      (english.key() < chinese.key() ? english : chinese).next();
      continue;
    }
    const Documents sides[] = {english.items(), chinese.items()};
    for (const std::size_t side : {0U, 1U}) {
      if (sides[side].size() <= kMostPostings) {
        const std::uint32_t list = keys_.add_list(english.key(), sides[side]);
        std::ranges::for_each(sides[1 - side],
                              [&](Xapian::docid document) { keys_.refer(document, list); });
      }
    }
    english.next();
    chinese.next();
  }
  keys_.close(database.get_lastdocid());
}

void StoryShelf::read_shingles(const Xapian::Database& database) {
  const std::string start(prefix::kShingle);
  for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term) {
    if (term.get_termfreq() < 2 || term.get_termfreq() > kMostPostings) {
      continue;
    }
    const Documents items(database.postlist_begin(*term), database.postlist_end(*term));
    const std::uint32_t list = shingles_.add_list(0, items);
    std::ranges::for_each(items, [&](Xapian::docid document) { shingles_.refer(document, list); });
  }
  shingles_.close(database.get_lastdocid());
}

void StoryShelf::read_sketches(const Xapian::Database& database) {
  std::uint64_t end = 0;
  for (auto value = database.valuestream_begin(slot::kStory);
       value != database.valuestream_end(slot::kStory); ++value) {
    const std::string packed = *value;
    ends_.resize(value.get_docid(), end);
    end += packed.size();
    ends_.push_back(end);
    heads_.resize(std::size_t{value.get_docid()} * kSketchHeadBytes);
    heads_.append(packed, 0, kSketchHeadBytes);
    std::fwrite(packed.data(), 1, packed.size(), file_.get());
  }
  ends_.resize(std::size_t{database.get_lastdocid()} + 1, end);
  heads_.resize(ends_.size() * kSketchHeadBytes);
  if (std::fflush(file_.get()) != 0 || std::ferror(file_.get()) != 0) {
    throw_disk_error("note what items tell", last_disk_error());
  }
}

StorySketch StoryShelf::sketch(Xapian::docid document) const {
  if (document >= ends_.size()) {
    return {};
  }
  std::string packed(ends_[document] - ends_[document - 1], '\0');
  const ssize_t size = pread(fileno(file_.get()), packed.data(), packed.size(),
                             static_cast<off_t>(ends_[document - 1]));
  if (size != static_cast<ssize_t>(packed.size())) {
    throw_disk_error("read what items tell", last_disk_error());
  }
  return unpack_sketch(packed);
}

StorySketch StoryShelf::head(Xapian::docid document) const {
  if (document >= ends_.size()) {
    return {};
  }
  return unpack_sketch(
      std::string_view(heads_).substr(document * kSketchHeadBytes, kSketchHeadBytes));
}

std::vector<Meeting> StoryShelf::meetings(Xapian::docid document) const {
  std::vector<Meeting> meetings;
  for (const std::uint32_t list : keys_.lists_of(document)) {
    meetings.push_back(keys_.list(list));
  }
  return meetings;
}

std::vector<std::span<const Xapian::docid>> StoryShelf::with_shingles(
    Xapian::docid document) const {
  std::vector<std::span<const Xapian::docid>> lists;
  for (const std::uint32_t list : shingles_.lists_of(document)) {
    lists.push_back(shingles_.list(list).items);
  }
  return lists;
}

}  // namespace bulletin
