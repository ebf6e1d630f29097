// Input that is no news: one clear line each, the right exit status, and the good items go in.

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include <unistd.h>

#include "tests/e2e/programs.hpp"

namespace bulletin::test {
namespace {

constexpr std::uintmax_t kHuge = std::uintmax_t{200} << 20U;

std::string left_out(std::size_t added, std::size_t problems) {
  return "added " + std::to_string(added) + ", replaced 0, unchanged 0, left out " +
         std::to_string(problems) + "; the index holds " + std::to_string(added) + " items\n";
}

// Writes `head`, then NUL bytes up to `size` without storing them, then `tail`.
std::string write_sparse(const TemporaryFolder& folder, const std::string& name,
                         const std::string& head, const std::string& tail) {
  std::string path = folder.write(name, head);
  std::filesystem::resize_file(path, kHuge);
  std::ofstream(path, std::ios::binary | std::ios::app) << tail;
  return path;
}

}  // namespace

TEST_CASE("bad input: each says one line and takes nothing") {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder.at("empty"));
  folder.write("no-items/README.md", "# About\n");
  folder.write("no-items/photo.jpg", "JFIF");
  struct Case {
    std::string_view what;
    std::string path, says;
  };
  const Case cases[] = {
      {"a missing path", folder.at("missing"), ": no such file or folder"},
      {"an empty folder", folder.at("empty"), ": no items in it"},
      {"a folder without items", folder.at("no-items"), ": no items in it"},
      {"a device", "/dev/null", ": neither a file nor a folder"},
      {"an empty file", folder.write("empty.txt", ""), ": no items in it"},
      {"a white file", folder.write("white.txt", " \n\t\r\n\u3000\n"), ": no items in it"},
      {"a white Markdown file", folder.write("white.md", "\n\n"), ": no items in it"},
      {"damaged UTF-8", folder.write("damaged.txt", "访问\xE9 Café, 图书馆"),
       ":1: text is not valid UTF-8 (byte 7 of the item)"},
      {"a cut character", folder.write("cut.md", "# 访\xE4\xB8"),
       ":1: text is not valid UTF-8 (byte 4 of the item)"},
      {"NUL bytes", folder.write("nul.txt", std::string("ab\0cd", 5)),
       ":1: text holds NUL bytes: not a text file?"},
      {"a NUL byte first", folder.write("nul-first.txt", std::string("\0cd", 3)),
       ":1: text holds NUL bytes: not a text file?"},
      {"open front matter", folder.write("open.md", "---\ntitle: A\n"),
       ":1: front matter has no closing '---' line"},
      {"a header line that is none", folder.write("line.md", "---\ntitle: A\nwell\n---\nB"),
       ":3: front matter line is not 'key: value'"},
      {"an ill-formed key", folder.write("key.md", "---\nti\xFFtle: A\n---\n图书馆"),
       ":2: text is not valid UTF-8 (byte 3 of the item)"},
      {"a day that is none", folder.write("day.md", "---\npublished: 2019-02-30\n---\nB"),
       ":2: 'published' has to be a day such as 2019-12-24"},
      {"front matter only", folder.write("only.md", "---\nlang: en\n---\n"),
       ":1: item has neither title nor text"},
      {"a country that is none", folder.write("c.jsonl", R"({"text":"A","countries":["Zambia"]})"),
       ":1: 'countries' has to list ISO codes of two letters such as KZ"},
      {"a span that is none", folder.write("d.jsonl", R"({"text":"A","dates":"2020..2019"})"),
       ":1: 'dates' has to list spans such as 2019-12 or 2019-12-24..2019-12-28"},
      {"an escaped NUL", folder.write("n.jsonl", R"({"text":"A\u0000B"})"),
       ":1: text holds NUL bytes: not a text file?"},
      {"deep JSON", folder.write("deep.jsonl", "{\"a\":" + std::string(100000, '[')),
       ":1: JSON value nested deeper than 64"},
      {"a JSON object without text", folder.write("none.jsonl", "{}"),
       ":1: item has neither title nor text"},
  };
  std::size_t number = 0;
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const Finished added =
        bulletin_index({"add", "--db", folder.at("index" + std::to_string(++number)), c.path});
    CHECK_EQ(added.status, 2);
    CHECK_EQ(added.err, "bulletin-index: cannot take " + c.path + c.says + "\n");
    CHECK_EQ(added.out, "added 0, replaced 0, unchanged 0, left out 1\n");
    CHECK_FALSE(std::filesystem::exists(folder.at("index" + std::to_string(number))));
    const Finished understood = bulletin_index({"understand", c.path});
    CHECK_EQ(understood.status, 2);
    CHECK_EQ(understood.err, added.err);
    CHECK_EQ(understood.out, "");
  }
}

TEST_CASE("bad input: a broken line between two good ones is named, and the good ones go in") {
  const TemporaryFolder folder;
  const std::string path = folder.write("feed.jsonl",
                                        "{\"id\":\"one\",\"text\":\"The first lead.\"}\n"
                                        "{\"id\":\"two\",\"text\":\n"
                                        "\n"
                                        "{\"id\":\"three\",\"text\":\"The third lead.\"}\n");
  const Finished added = bulletin_index({"add", "--db", folder.at("index"), path});
  CHECK_EQ(added.status, 1);
  CHECK_EQ(added.out, left_out(2, 1));
  CHECK(added.err.starts_with("bulletin-index: cannot take " + path + ":2: broken JSON: column "));
  CHECK_EQ(std::ranges::count(added.err, '\n'), 1);
  CHECK_EQ(found_ids(folder.at("index"), {"\"the third lead\""}), "three");
}

TEST_CASE("bad input: one bad paragraph, file or path does not stop the others") {
  const TemporaryFolder folder;
  const std::string page = folder.write("in/page.txt",
                                        "A good lead.\n\nA b\xFF"
                                        "d lead.\nIn two lines.\n\nAnother, 图书馆.");
  folder.write("in/good.md", "# A title\nA text.");
  const std::string missing = folder.at("missing");
  const Finished added =
      bulletin_index({"add", "--db", folder.at("index"), missing, folder.at("in")});
  CHECK_EQ(added.status, 1);
  CHECK_EQ(added.out, left_out(3, 2));
  CHECK_EQ(added.err, "bulletin-index: cannot take " + missing +
                          ": no such file or folder\n"
                          "bulletin-index: cannot take " +
                          page + ":3: text is not valid UTF-8 (byte 4 of the item)\n");
}

TEST_CASE("bad input: a file and a folder that may not be read") {
  if (geteuid() == 0) {
    MESSAGE("root reads everything: nothing to test");
    return;
  }
  const TemporaryFolder folder;
  const std::string file = folder.write("secret.txt", "A lead.");
  folder.write("closed/page.txt", "A lead.");
  std::filesystem::permissions(file, std::filesystem::perms::none);
  std::filesystem::permissions(folder.at("closed"), std::filesystem::perms::none);
  const Finished read = bulletin_index({"understand", file});
  CHECK_EQ(read.status, 2);
  CHECK_EQ(read.err,
           "bulletin-index: cannot take " + file + ": cannot read it: Permission denied\n");
  const Finished walked = bulletin_index({"understand", folder.at("closed")});
  CHECK_EQ(walked.status, 2);
  CHECK_EQ(walked.err, "bulletin-index: cannot take " + folder.at("closed") +
                           ": cannot read the folder: Permission denied\n");
  std::filesystem::permissions(folder.at("closed"), std::filesystem::perms::owner_all);
}

TEST_CASE("bad input: links that lead nowhere or in a circle end") {
  const TemporaryFolder folder;
  folder.write("in/good.txt", "A good lead.");
  std::filesystem::create_symlink("missing.txt", folder.at("in/dangling.txt"));
  std::filesystem::create_directory_symlink(".", folder.at("in/circle"));
  const Finished added = bulletin_index({"add", "--db", folder.at("index"), folder.at("in")});
  CHECK_EQ(added.status, 1);
  CHECK_EQ(added.out, left_out(1, 1));
  CHECK_EQ(added.err, "bulletin-index: cannot take " + folder.at("in/dangling.txt") +
                          ": neither a file nor a folder\n");
}

TEST_CASE("bad input: a text of 200 MB in one line is refused") {
  const TemporaryFolder folder;
  const std::string path = write_sparse(folder, "huge.txt", "A lead", "");
  const Finished added = bulletin_index({"add", "--db", folder.at("index"), path});
  CHECK_EQ(added.status, 2);
  CHECK_EQ(added.err, "bulletin-index: cannot take " + path + ": text file is larger than 64 MB\n");
}

TEST_CASE("bad input: a JSON line of 200 MB is refused and the next one read") {
  const TemporaryFolder folder;
  const std::string path = write_sparse(folder, "huge.jsonl", "{\"text\":\"A lead",
                                        "\"}\n{\"id\":\"good\",\"text\":\"A good lead.\"}\n");
  const Finished added = bulletin_index({"add", "--db", folder.at("index"), path});
  CHECK_EQ(added.status, 1);
  CHECK_EQ(added.err, "bulletin-index: cannot take " + path + ":1: line is longer than 16 MB\n");
  CHECK_EQ(added.out, left_out(1, 1));
}

TEST_CASE("bad input: an item of 9 MB is refused, one of 1 MB in one line is taken") {
  const TemporaryFolder folder;
  const std::string big = folder.write("big.txt", std::string(std::size_t{9} << 20U, 'x'));
  const Finished refused = bulletin_index({"understand", big});
  CHECK_EQ(refused.status, 2);
  CHECK_EQ(refused.err, "bulletin-index: cannot take " + big + ":1: item is longer than 8 MB\n");
  std::string words;
  while (words.size() < std::size_t{1} << 20U) {
    words += "读者reader ";
  }
  add(folder.at("index"), {folder.write("words.txt", words)});
  CHECK_EQ(search_json(folder.at("index"), {"readers"})["total"], 1);
}

TEST_CASE("bad input: a month at the end of what a number holds does not hang") {
  const TemporaryFolder folder;
  add(folder.at("index"),
      {folder.write("far.jsonl", R"({"id":"far","text":"A far day.","dates":["5461-04"]})"),
       folder.write("last.jsonl",
                    R"({"id":"last","text":"The last day.","dates":["9999-12-31"]})")});
  CHECK_EQ(found_ids(folder.at("index"), {"--date", "5461-04"}), "far");
  const auto facets = search_json(folder.at("index"), {})["facets"];
  CHECK_EQ(facets["month"].dump(),
           R"([{"value":"9999-12","count":1},{"value":"5461-04","count":1}])");
}

}  // namespace bulletin::test
