#!/usr/bin/env python3
"""Each type is named once in its namespace: names_test.py ROOT

Two types of one name are two meanings of one symbol. The linker keeps one destructor of the two
without a word, and objects of the other type are not taken down: their memory and files leak."""
import collections
import pathlib
import re
import sys

OPEN = re.compile(r"namespace ([\w:]*) ?\{")
CLOSE = re.compile(r"\}  // namespace")  # The formatter sees to these.
TYPE = re.compile(r"(?:class|struct|union|enum class|enum) "
                  r"(?:alignas\(.*?\) |\[\[.*?\]\] )?([\w:]*\w)\b[^;]*$")


def types_of(text):
    """Names with their namespace and line; those of an unnamed namespace are seen by one file only."""
    spaces = []
    for number, line in enumerate(text.splitlines(), 1):
        if opened := OPEN.match(line):
            spaces.append(opened[1])
        elif CLOSE.match(line):
            spaces.pop()
        elif (named := TYPE.match(line)) and "" not in spaces:
            yield "::".join([*spaces, named[1]]), number


def named_twice(files):
    places = collections.defaultdict(list)
    for path, text in files.items():
        for name, line in types_of(text):
            places[name].append(f"{path}:{line}")
    return {name: found for name, found in places.items() if len(found) > 1}


def check_itself():
    """The rule sees what it has to, and no more."""
    one = "namespace a {\nstruct B {\n};\nclass C;\nclass B::D {\n};\n}  // namespace a\n"
    hidden = "namespace a {\nnamespace {\nstruct B {\n};\n}  // namespace\n}  // namespace a\n"
    other = "namespace a::b {\nclass B final : public C {\n};\n}  // namespace a::b\n"
    assert not named_twice({"one": one, "hidden": hidden, "other": other})
    assert named_twice({"one": one, "two": one}) == {
        "a::B": ["one:2", "two:2"], "a::B::D": ["one:5", "two:5"]}


def main():
    check_itself()
    root = pathlib.Path(sys.argv[1])
    files = {path.relative_to(root): path.read_text()
             for room in ("indexer", "searcher", "tests/support")
             for path in sorted((root / room).rglob("*.?pp"))}
    assert len(files) > 100, f"no sources in {root}"
    for name, places in named_twice(files).items():
        print(f"{name} is more than one type: {', '.join(places)}; give one another name")
    sys.exit(1 if named_twice(files) else 0)


if __name__ == "__main__":
    main()
