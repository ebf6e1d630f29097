#include "indexer/glass/database_merge.hpp"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <future>
#include <memory>
#include <queue>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/disk.hpp"
#include "indexer/base/error.hpp"
#include "indexer/glass/database_head.hpp"
#include "indexer/glass/packed.hpp"
#include "indexer/glass/posting_keys.hpp"
#include "indexer/glass/posting_lists.hpp"
#include "indexer/glass/posting_pieces.hpp"
#include "indexer/glass/table_reader.hpp"
#include "indexer/glass/table_writer.hpp"

namespace bulletin {
namespace {

namespace fs = std::filesystem;

using Parts = std::span<const fs::path>;

// What is merged, seen by both threads.
struct Merge {
  Parts parts;
  std::vector<DatabaseHead> heads;  // Of the parts.
  const fs::path& to;
  std::atomic<bool> is_stopped = false;  // One has failed: nothing more is copied.
};

void copy_entry(const TableReader& reader, TableWriter& writer) {
  if (reader.is_deflated()) {
    writer.add_deflated(reader.key(), reader.tag());
  } else {
    writer.add(reader.key(), reader.tag());
  }
}

// Entries stand in the order of the documents: tables lie behind each other.
template <typename Copy>
TableRoot chain_tables(const Merge& merge, TableRoot DatabaseHead::* root, std::string_view name,
                       Copy copy) {
  TableWriter writer(merge.to / name);
  for (std::size_t part = 0; part < merge.parts.size(); ++part) {
    TableReader reader(merge.parts[part] / name, merge.heads[part].*root);
    while (!merge.is_stopped && reader.next()) {
      copy(reader, writer);
    }
  }
  return writer.finish();
}

TableRoot chain_term_lists(const Merge& merge, ListedTerms listed) {
  TermListShortener shortener(listed);
  return chain_tables(merge, &DatabaseHead::term_lists, kTermListsFile,
                      [&](const TableReader& reader, TableWriter& writer) {
                        const auto shorter =
                            is_key_of_document(reader.key())
                                ? shortener.shortened(reader.tag(), reader.is_deflated())
                                : std::nullopt;
                        if (shorter) {
                          writer.add(reader.key(), *shorter);
                        } else {
                          copy_entry(reader, writer);
                        }
                      });
}

// What the values in one slot come to.
struct ValueTotals {
  std::uint64_t documents = 0;
  std::string least;
  std::string greatest;

  static ValueTotals of(std::string_view tag) {
    ValueTotals totals{.documents = take_number(tag)};
    const std::uint64_t size = std::min<std::uint64_t>(take_number(tag), tag.size());
    totals.least = tag.substr(0, size);
    totals.greatest = tag.size() > size ? tag.substr(size) : totals.least;
    return totals;
  }

  void add(const ValueTotals& other) {
    documents += other.documents;
    least = std::min(least, other.least);
    greatest = std::max(greatest, other.greatest);
  }

  [[nodiscard]] std::string tag() const {
    std::string tag;
    put_number(tag, documents);
    put_bytes(tag, least);
    return greatest == least ? tag : tag + greatest;
  }
};

// Goes through the table of postings of all parts at once.
class PostingMerge {
 public:
  explicit PostingMerge(const Merge& merge) : merge_(merge), writer_(merge.to / kPostingsFile) {
    for (std::size_t part = 0; part < merge.parts.size(); ++part) {
      sources_.push_back(std::make_unique<TableReader>(merge.parts[part] / kPostingsFile,
                                                       merge.heads[part].postings));
      advance(part);
    }
  }

  TableRoot run() {
    while (!merge_.is_stopped && !waiting_.empty()) {
      take_equal();
      if (is_value_totals(key_)) {
        merge_totals();
      } else if (is_metadata(key_) || is_value_piece(key_)) {
        writer_.add(key_, sources_[equal_.front()]->tag());
        advance_equal();
      } else {
        merge_lists();
      }
    }
    return writer_.finish();
  }

 private:
  // The least key first, of equal ones the first part.
  struct IsLater {
    const std::vector<std::unique_ptr<TableReader>>& sources;

    bool operator()(std::size_t left, std::size_t right) const {
      const int order = sources[left]->key().compare(sources[right]->key());
      return order != 0 ? order > 0 : left > right;
    }
  };

  void advance(std::size_t part) {
    if (sources_[part]->next()) {
      waiting_.push(part);
    }
  }

  void take_equal() {
    key_ = sources_[waiting_.top()]->key();
    equal_.clear();
    while (!waiting_.empty() && sources_[waiting_.top()]->key() == key_) {
      equal_.push_back(waiting_.top());
      waiting_.pop();
    }
  }

  void advance_equal() {
    for (const std::size_t part : equal_) {
      advance(part);
    }
  }

  void merge_totals() {
    ValueTotals sum = ValueTotals::of(sources_[equal_.front()]->tag());
    for (const std::size_t part : std::span(equal_).subspan(1)) {
      sum.add(ValueTotals::of(sources_[part]->tag()));
    }
    writer_.add(key_, sum.tag());
    advance_equal();
  }

  void merge_lists() {
    PostingListWriter::Totals totals;
    for (const std::size_t part : equal_) {
      std::string_view tag = sources_[part]->tag();
      const ListHead head = take_list_head(tag);
      totals.documents += head.documents;
      totals.counts += head.counts;
    }
    PostingListWriter list(writer_, key_, totals);
    for (const std::size_t part : equal_) {
      copy_list(*sources_[part], list, part);
    }
    list.finish();
  }

  // All pieces of one part, and then its next key.
  void copy_list(TableReader& source, PostingListWriter& list, std::size_t part) {
    std::string_view tag = source.tag();
    std::uint32_t first = take_list_head(tag).first;
    while (true) {
      const PieceHead head = take_piece_head(tag, first);
      list.add_piece(first, head.last, tag);
      const bool is_more = source.next();
      if (head.is_last == (is_more && goes_on(key_, source.key()))) {
        throw Error(ErrorCode::kInternal, "cannot merge databases: a posting list is damaged",
                    "see what bulletin-index check finds");
      }
      if (head.is_last) {
        if (is_more) {
          waiting_.push(part);
        }
        return;
      }
      first = document_of(key_, source.key());
      tag = source.tag();
    }
  }

  const Merge& merge_;
  TableWriter writer_;
  std::vector<std::unique_ptr<TableReader>> sources_;
  std::priority_queue<std::size_t, std::vector<std::size_t>, IsLater> waiting_{IsLater{sources_}};
  std::string key_;                 // That the next have in common.
  std::vector<std::size_t> equal_;  // Parts, in their order.
};

}  // namespace

void merge_databases(Parts parts, const fs::path& to, ListedTerms listed) {
  std::error_code error;
  fs::create_directories(to, error);
  if (error) {
    throw_disk_error("make " + to.string(), error);
  }
  Merge merge{.parts = parts, .heads = {}, .to = to};
  DatabaseHead whole;
  for (const fs::path& part : parts) {
    merge.heads.push_back(read_head(part));
    whole.totals.add(merge.heads.back().totals);
  }
  const auto stopping_others = [&](auto copy) {
    try {
      copy();
    } catch (...) {
      merge.is_stopped = true;
      throw;
    }
  };
  std::future<void> beside = std::async(std::launch::async, [&] {
    stopping_others([&] {
      whole.data = chain_tables(merge, &DatabaseHead::data, kDataFile, copy_entry);
      whole.term_lists = chain_term_lists(merge, listed);
    });
  });
  stopping_others([&] { whole.postings = PostingMerge(merge).run(); });
  beside.get();
  write_head(to, whole);
}

}  // namespace bulletin
