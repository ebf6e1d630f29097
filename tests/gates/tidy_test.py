#!/usr/bin/env python3
"""scripts/tidy on a small repository with planted faults: tidy_test.py TIDY CONFIGURATION"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

SOUND = "int sum(int a, int b) { return a + b; }\n"
FAULT = "int Sum(int a, int b) { return a + b; }\n"  # A function's name is lower case.
HEADER = "#pragma once\ninline int Twice(int a) { return a + a; }\n"


class Repository:
    def __init__(self, folder, configuration):
        self.root = pathlib.Path(folder)
        shutil.copy(configuration, self.root / ".clang-tidy")
        self.write("indexer/old.cpp", FAULT)
        self.write("indexer/sound.cpp", SOUND)
        self.write("indexer/reader.cpp", '#include "indexer/between.hpp"\n')
        self.write("indexer/between.hpp", '#pragma once\n#include "indexer/twice.hpp"\n')
        self.write("indexer/twice.hpp", "#pragma once\n")
        names = ["old", "sound", "reader"]
        (self.root / "build").mkdir()
        (self.root / "build/compile_commands.json").write_text(json.dumps([
            {"directory": str(self.root), "file": f"{self.root}/indexer/{name}.cpp",
             "command": f"g++ -std=c++20 -I. -c {self.root}/indexer/{name}.cpp"} for name in names]))
        self.git("init", "--quiet")
        self.commit()

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)

    def git(self, *arguments):
        subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *arguments],
                       cwd=self.root, check=True, capture_output=True)

    def commit(self):
        self.git("add", "indexer")
        self.git("commit", "--quiet", "--allow-empty", "-m", "x")

    def tidy(self, script, *arguments):
        answer = subprocess.run(
            [script, "--root", self.root, "--build", self.root / "build", *arguments],
            capture_output=True, text=True, check=False)
        return answer.returncode, answer.stdout + answer.stderr


def check(what, answer, status, *words):
    got, text = answer
    if got != status or not all(word in text for word in words):
        sys.exit(f"{what}: ended with {got}, wanted {status} and {words}:\n{text}")


def main():
    script, configuration = sys.argv[1:]
    if not shutil.which("clang-tidy-19") or not shutil.which("git"):
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        repository = Repository(folder, configuration)
        check("one commit only", repository.tidy(script), 2, "cannot compare with HEAD~1")
        check("a sample of one commit", repository.tidy(script, "--most", "9"), 1,
              "a sample only", "old.cpp:1:5", "3 of 3 files checked, 1 with findings")
        repository.commit()
        check("nothing differs", repository.tidy(script), 0, "0 of 3 files checked")
        repository.write("indexer/twice.hpp", HEADER)
        check("a header, through two others", repository.tidy(script), 1,
              "twice.hpp:2:12", "1 of 3 files checked, 1 with findings")
        check("all", repository.tidy(script, "--all"), 1, "3 of 3 files checked, 2 with findings")
        check("what differs comes first", repository.tidy(script, "--most", "1"), 1,
              "1 of 1 files that differ", "0 of the 2 others", "twice.hpp:2:12")
        repository.write("indexer/unread.hpp", HEADER)
        check("a header that nobody reads", repository.tidy(script), 1, "1 of 3 files checked")
        (repository.root / "indexer/unread.hpp").unlink()
        repository.write("indexer/sound.cpp", SOUND + FAULT)
        check("of others, from where they may come",
              repository.tidy(script, "--most", "9", "--among", "searcher"), 1,
              "2 of 2 files that differ", "0 of the 0 others", "sound.cpp:2:5", "twice.hpp:2:12")
        repository.commit()
        repository.commit()
        repository.write("indexer/old.cpp", FAULT + SOUND)
        check("by its lines", repository.tidy(script, "--most", "1"), 0, "1 of 3 files checked")
        check("as a whole", repository.tidy(script), 1, "1 of 3 files checked", "old.cpp:1:5")
        repository.git("checkout", "indexer/old.cpp")
        repository.write("indexer/sound.cpp", SOUND)
        check("a sound file", repository.tidy(script, str(repository.root / "indexer/sound.cpp")),
              0, "1 of 3 files checked, 0 with findings")
        check("a file nobody compiles", repository.tidy(script, str(repository.root / "x.cpp")),
              2, "cannot check x.cpp")


if __name__ == "__main__":
    main()
