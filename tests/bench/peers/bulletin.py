"""bulletin itself: in one process by bulletin_peer, else by the program people run."""
import json
import shutil
import subprocess

from engine import Answer, Engine


def month_text(number):
    return f"{number // 100}-{number % 100:02}"


def query_text(query):
    words = query.words
    if query.kind == "phrase":
        text = '"' + " ".join(words) + '"'
    elif query.kind == "and":
        text = " AND ".join(words)
    elif query.kind == "prefix":
        text = words[0] + "*"
    else:
        text = " ".join(words)
    if query.months:
        text += f" date:{month_text(query.months[0])}..{month_text(query.months[1])}"
    return text


class Bulletin(Engine):
    name = "bulletin"
    is_installed = False
    cannot = ("prefixes of more than 100 words: the most frequent 100 are searched",)

    def prepare(self, inputs):
        self.lines = inputs.lines

    def program(self, name):
        """A program as it is installed, like those of the others: what a linker has written lies
        in small pieces in memory, and each start takes a tenth longer."""
        place = self.folder / "installed"
        if not self.is_installed:
            shutil.rmtree(place, ignore_errors=True)
            subprocess.run(["cmake", "--install", str(self.binaries), "--prefix", str(place),
                            "--strip"], check=True, stdout=subprocess.DEVNULL)
            self.is_installed = True
        return str(place / "bin" / name)

    def build(self):
        return [self.program("bulletin-index"), "add", "--db", str(self.folder / "index"),
                str(self.lines)], {}

    def ask(self, queries, repeats):
        asked = "".join(json.dumps({"id": query.id, "text": query_text(query),
                                    "facets": query.kind == "facet"}) + "\n" for query in queries)
        done = subprocess.run([str(self.binaries / "tests" / "bench" / "bulletin_peer"), "ask",
                               str(self.folder / "index"), str(repeats)],
                              input=asked, capture_output=True, text=True, check=True)
        return {row.pop("id"): Answer(**row) for row in map(json.loads, done.stdout.splitlines())}

    def ask_alone(self, query):
        return [self.program("bulletin-search"), "--db", str(self.folder / "index"),
                "--literal", "--format", "json", "--limit", "10", "--no-facets", query_text(query)]

    def parts(self):
        """Bytes of the index by what they are spent on."""
        done = subprocess.run([str(self.binaries / "tests" / "bench" / "bulletin_peer"), "parts",
                               str(self.folder / "index")],
                              capture_output=True, text=True, check=True)
        return json.loads(done.stdout)

    def facts(self, output):
        """Writes what each item counts under, as JSON Lines in the order of documents."""
        with open(output, "wb") as file:
            subprocess.run([str(self.binaries / "tests" / "bench" / "bulletin_peer"), "facts",
                            str(self.folder / "index")], stdout=file, check=True)
