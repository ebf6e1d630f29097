"""Lucene 8: StandardTokenizer, CJK bigrams, Porter stems; a thread for each core."""
import json
import pathlib
import subprocess

from engine import Answer, Engine

JARS = [f"/usr/share/java/lucene-{part}-8.7.0.jar"
        for part in ("core", "analyzers-common", "facet")]
SOURCE = pathlib.Path(__file__).with_name("LuceneBench.java")


class Lucene(Engine):
    name = "lucene"
    packages = ("liblucene8-java", "openjdk-17-jdk-headless")
    cannot = ("Traditional and Simplified as one", "a single Chinese character within a word")

    def prepare(self, inputs):
        self.table = inputs.table
        subprocess.run(["javac", "-nowarn", "-cp", ":".join(JARS), "-d", str(self.folder),
                        str(SOURCE)], check=True)

    def command(self, *arguments):
        return ["java", "-Xmx900m", "-cp", ":".join([str(self.folder), *JARS]), "LuceneBench",
                *map(str, arguments)]

    def build(self):
        return self.command("build", self.folder / "index", self.table), {}

    def ask(self, queries, repeats):
        rows = "".join("\t".join([query.id, query.kind, " ".join(query.words),
                                  *map(str, query.months)]) + "\n" for query in queries)
        done = subprocess.run(self.command("ask", self.folder / "index", repeats), input=rows,
                              capture_output=True, text=True, encoding="utf-8", check=True)
        return {row.pop("id"): Answer(**row) for row in map(json.loads, done.stdout.splitlines())}
