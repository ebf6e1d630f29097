// An index whose lists of terms are short is changed as one whose lists are whole.

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "indexer/base/error.hpp"
#include "indexer/pipeline/bulk_build.hpp"
#include "indexer/pipeline/check_index.hpp"
#include "indexer/schema/index_folder.hpp"
#include "indexer/schema/item_terms.hpp"
#include "indexer/schema/next_generation.hpp"
#include "indexer/schema/with_xapian.hpp"
#include "tests/support/index_contents.hpp"
#include "tests/support/process.hpp"

namespace bulletin {
namespace {

constexpr std::size_t kItems = 24;

struct Step {
  enum class Kind { kAdd, kRemove, kRelease, kCorrect, kFile, kCommit, kEnd, kRehearse, kCompact };
  Kind kind = Kind::kAdd;
  std::size_t item = 0;
  std::size_t variant = 0;
};

void showValue(const Step& step, std::ostream& out) {
  constexpr const char* kNames[] = {"add",    "remove", "release",  "correct", "file",
                                    "commit", "end",    "rehearse", "compact"};
  out << kNames[static_cast<std::size_t>(step.kind)] << ' ' << step.item << ' ' << step.variant;
}

rc::Gen<Step> some_step() {
  using Kind = Step::Kind;
  return rc::gen::build<Step>(
      rc::gen::set(&Step::kind, rc::gen::weightedElement<Kind>({{6, Kind::kAdd},
                                                                {4, Kind::kRemove},
                                                                {2, Kind::kRelease},
                                                                {2, Kind::kCorrect},
                                                                {2, Kind::kFile},
                                                                {2, Kind::kCommit},
                                                                {1, Kind::kEnd},
                                                                {1, Kind::kRehearse},
                                                                {1, Kind::kCompact}})),
      rc::gen::set(&Step::item, rc::gen::inRange<std::size_t>(0, kItems + 4)),
      rc::gen::set(&Step::variant, rc::gen::inRange<std::size_t>(0, 3)));
}

std::string id_of(const Step& step) {
  return "n" + std::to_string(step.item);
}

std::string file_of_variant(std::size_t variant) {
  return std::string(1, static_cast<char>('a' + variant));
}

// Every second one is in Chinese and tells what the one before does.
RawItem item_of(const Step& step) {
  const std::string count = std::to_string(step.item / 2 * 17 + 3);
  const std::string more[] = {"", " Turnips were served.", " Nobody spoke of Zambia in 2011."};
  return {.id = id_of(step),
          .text = (step.item % 2 == 0
                       ? "A delegation of " + count + " librarians from Spain came in May 2019."
                       : "2019年5月，西班牙图书馆员代表团一行" + count + "人来访。") +
                  more[step.variant]};
}

// One index and its writer, if it has one.
class Changed {
 public:
  explicit Changed(std::string index) : index_(std::move(index)) {}

  void run(const Step& step) {
    switch (step.kind) {
      case Step::Kind::kAdd:
        if (target_ && !target_->writer().find(id_of(step))) {
          target_->writer().commit();  // Else one that comes back may have its old number.
        }
        outcomes_ += std::to_string(static_cast<int>(
            *target().take(item_of(step), {.path = file_of_variant(step.variant)})));
        break;
      case Step::Kind::kRemove:
        outcomes_ += target().writer().remove(id_of(step)) ? "r" : "-";
        break;
      case Step::Kind::kRelease:
        release(step);
        break;
      case Step::Kind::kCorrect:
        target().writer().correct(id_of(step), {.title = "Title " + std::to_string(step.variant)});
        break;
      case Step::Kind::kFile:
        note_file(step);
        break;
      case Step::Kind::kCommit:
        target().writer().commit();
        break;
      case Step::Kind::kEnd:
        end();
        break;
      case Step::Kind::kRehearse:
        end();
        rehearse(step);
        break;
      case Step::Kind::kCompact:
        end();
        compact_index(index_);
        break;
    }
  }

  void end() {
    if (target_) {
      target_->writer().link_stories();
      target_->writer().refresh_suggestions();
      target_.reset();
    }
  }

  [[nodiscard]] const std::string& outcomes() const { return outcomes_; }

 private:
  IndexTarget& target() {
    if (!target_) {
      target_ = std::make_unique<IndexTarget>([this] { return IndexWriter(index_); });
    }
    return *target_;
  }

  void release(const Step& step) {
    const Released released = target().writer().release(
        file_of_variant(step.variant),
        [&](const std::string& id, const ItemSource&) { return id > id_of(step); });
    outcomes_ += " released " + std::to_string(released.removed) + " ";
    for (const Bulletin& lost : released.lost) {
      outcomes_ += lost.id + lost.text;
    }
  }

  void note_file(const Step& step) {
    IndexWriter& writer = target().writer();
    const std::string path = file_of_variant(step.variant);
    writer.set_fingerprint(path, FileFingerprint{.size = step.item});
    const std::optional<Bulletin> found = writer.find(id_of(step));
    outcomes_ += " " + std::to_string(writer.items_of_file(path)) + " of " +
                 std::to_string(writer.size()) + " " + (found ? found->text : "none");
  }

  void rehearse(const Step& step) {
    IndexTarget rehearsed([&] { return IndexWriter::rehearsal(index_); });
    rehearsed.take(item_of(step), {.path = file_of_variant(step.variant)});
    outcomes_ += rehearsed.writer().remove(id_of({.item = step.item / 2})) ? "r" : "-";
    rehearsed.take(item_of({.item = step.item / 2, .variant = 1}), {.path = "a"});
    rehearsed.take_correction(id_of(step), {.title = "Rehearsed"});
    rehearsed.writer().commit();
    outcomes_ += std::to_string(rehearsed.writer().size());
  }

  std::string index_;
  std::unique_ptr<IndexTarget> target_;
  std::string outcomes_;
};

// Both as they come into being: one built, one written item by item.
void make_models(const test::TemporaryFolder& folder) {
  BulkBuild build(folder.at("short"), std::nullopt, BulkBase::kNothing, {.jobs = 1});
  Changed whole(folder.at("whole"));
  for (std::size_t item = 0; item < kItems; ++item) {
    const Step step{.kind = Step::Kind::kAdd, .item = item, .variant = item / 3 % 2};
    build.take(item_of(step), {.path = file_of_variant(step.variant)});
    whole.run(step);
  }
  ItemCounts counts;
  REQUIRE_EQ(build.finish(counts), kItems);
  whole.end();
}

std::size_t faults_of(const std::string& index) {
  return check_index(index, [](std::size_t, std::size_t) {}).faults.size();
}

std::size_t short_lists_of(const std::string& index) {
  const Xapian::Database database = open_index(index);
  std::size_t count = 0;
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    count += is_short_list(database.get_document(*at).termlist_count()) ? 1 : 0;
  }
  return count;
}

}  // namespace

TEST_CASE("property: any changes leave an index of short lists as one of whole lists") {
  const test::TemporaryFolder models;
  make_models(models);
  REQUIRE_EQ(short_lists_of(models.at("short")), kItems);
  REQUIRE_EQ(short_lists_of(models.at("whole")), 0);
  const bool begin_the_same = contents_of(models.at("short")) == contents_of(models.at("whole"));
  REQUIRE(begin_the_same);
  CHECK(rc::check([&] {
    const auto steps = *rc::gen::container<std::vector<Step>>(some_step());
    const test::TemporaryFolder folder;
    for (const char* name : {"short", "whole"}) {
      std::filesystem::copy(
          models.path() / name, folder.path() / name,
          std::filesystem::copy_options::recursive | std::filesystem::copy_options::copy_symlinks);
    }
    Changed with_short(folder.at("short"));
    Changed with_whole(folder.at("whole"));
    for (const Step& step : steps) {
      with_short.run(step);
      if (step.kind != Step::Kind::kCompact) {
        with_whole.run(step);
      } else {
        with_whole.end();  // Its lists are to stay whole.
      }
    }
    with_short.end();
    with_whole.end();
    RC_ASSERT(with_short.outcomes() == with_whole.outcomes());
    const bool are_same = contents_of(folder.at("short")) == contents_of(folder.at("whole"));
    RC_ASSERT(are_same);  // Too much to be shown.
    RC_ASSERT(faults_of(folder.at("short")) == 0);
  }));
}

TEST_CASE("an item that is removed and comes back before the commit is as it came back") {
  const test::TemporaryFolder folder;
  make_models(folder);
  {
    IndexTarget target([&] { return IndexWriter(folder.at("short")); });
    CHECK(target.writer().remove("n3"));
    CHECK_FALSE(target.writer().remove("n3"));
    CHECK_EQ(target.writer().size(), kItems - 1);
    CHECK_EQ(target.take(item_of({.item = 3, .variant = 2}), {.path = "c"}), AddOutcome::kAdded);
    CHECK_EQ(target.writer().size(), kItems);
    CHECK_EQ(target.writer().items_of_file("c"), 1);
    target.writer().link_stories();
    target.writer().refresh_suggestions();
  }
  CHECK_EQ(faults_of(folder.at("short")), 0);
  CHECK_EQ(open_index(folder.at("short")).get_termfreq("Zzambia"), 1);
}

TEST_CASE(
    "a change of an item that would be indexed otherwise is refused, and the index as it was") {
  const test::TemporaryFolder folder;
  make_models(folder);
  const std::string database = folder.at("short/current");
  {
    Xapian::WritableDatabase changed(database, Xapian::DB_OPEN);
    Xapian::Document document = changed.get_document(4);
    Bulletin item = decode_bulletin(document.get_data());
    item.text += " More words than it was indexed by.";
    document.set_data(encode_bulletin(item));
    changed.replace_document(4, document);
    changed.commit();
  }
  {
    IndexWriter writer(folder.at("short"));
    CHECK(writer.remove("n3"));
    CHECK_THROWS_WITH_AS(
        writer.commit(),
        "cannot change item n3: it was indexed in another way than it would be now", Error);
    CHECK_THROWS_AS(writer.commit(), Error);  // As would be what came later.
  }
  CHECK_EQ(open_index(folder.at("short")).get_doccount(), kItems);
}

TEST_CASE("more items than are committed at once change, and corrections with them") {
  const test::TemporaryFolder folder;
  constexpr std::size_t kMany = 2500;
  const auto numbered = [](std::size_t number, const std::string& end) {
    return RawItem{.id = "m" + std::to_string(number),
                   .text = "The lighthouse keeper wrote letter " + std::to_string(number) + end};
  };
  {
    BulkBuild build(folder.at("index"), std::nullopt, BulkBase::kNothing, {.jobs = 1});
    for (std::size_t number = 0; number < kMany; ++number) {
      build.take(numbered(number, "."), {.path = "a"});
    }
    ItemCounts counts;
    REQUIRE_EQ(build.finish(counts), kMany);
  }
  {
    IndexTarget target([&] { return IndexWriter(folder.at("index")); });
    for (std::size_t number = 0; number < kMany; ++number) {
      if (number % 3 == 0) {
        CHECK(target.writer().remove("m" + std::to_string(number)));
      } else if (number % 3 == 1) {
        target.take(numbered(number, " by candlelight."), {.path = "a"});
      } else {
        target.take_correction("m" + std::to_string(number), {.countries = {"ES"}});
      }
    }
    target.writer().commit();
  }
  CHECK_EQ(faults_of(folder.at("index")), 0);
  const Xapian::Database database = open_index(folder.at("index"));
  CHECK_EQ(database.get_doccount(), kMany - 834);
  CHECK_EQ(database.get_termfreq("Zcandlelight"), 833);
  CHECK_EQ(database.get_termfreq("KES"), 833);
  CHECK_EQ(database.get_termfreq("Zlighthous"), kMany - 834);
}

TEST_CASE("lists are lengthened before or behind another program's commit, or not at all") {
  const test::TemporaryFolder folder;
  make_models(folder);
  const std::filesystem::path generation =
      folder.path() / "short" / generation_in_use(folder.at("short"));
  WritableIndex ours = open_existing_for_writing(folder.at("short"));
  const std::vector<DocumentTerms> lists{{5, DocumentBuilder().terms_of(ours.database, 5)}};
  std::atomic<bool> waits = false;
  std::jthread other([&] {
    waits = true;
    Xapian::WritableDatabase theirs(generation.string(), Xapian::DB_OPEN | Xapian::DB_RETRY_LOCK);
    theirs.set_metadata("theirs", "first");
    theirs.commit();
  });
  while (!waits) {
    std::this_thread::yield();
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(100));  // Now it is in line for the lock.
  try {
    with_xapian("lengthen lists",
                [&] { lengthen_lists(ours, generation, Xapian::DB_OPEN, lists); });
  } catch (const Error& error) {
    CHECK_EQ(error.code(), ErrorCode::kIndexLocked);
  }
  ours = {};  // Lets go of the lock, if it has it.
  other.join();
  CHECK_EQ(faults_of(folder.at("short")), 0);
  CHECK_GE(short_lists_of(folder.at("short")), kItems - 1);
}

TEST_CASE("an index that is a name for another changes the items of that") {
  const test::TemporaryFolder folder;
  make_models(folder);
  std::filesystem::create_directories(folder.path() / "name/generation-1");
  std::filesystem::create_directory_symlink("generation-1", folder.path() / "name/current");
  (void)folder.write("name/generation-1/XAPIANDB", "auto " + folder.at("short/current") + "\n");
  {
    IndexWriter writer(folder.at("name"));
    CHECK(writer.remove("n3"));
    writer.link_stories();
    writer.refresh_suggestions();
  }
  CHECK_EQ(open_index(folder.at("short")).get_doccount(), kItems - 1);
  CHECK_EQ(faults_of(folder.at("short")), 0);
}

TEST_CASE("a document that waits when its writer goes away is as it was") {
  const test::TemporaryFolder folder;
  make_models(folder);
  {
    IndexWriter writer(folder.at("short"));
    CHECK(writer.remove("n3"));
  }
  CHECK_EQ(open_index(folder.at("short")).get_doccount(), kItems);
  CHECK_EQ(faults_of(folder.at("short")), 0);
}

}  // namespace bulletin
