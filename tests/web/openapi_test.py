#!/usr/bin/env python3
"""Holds the answers of a running server against its own OpenAPI description.

    openapi_test.py PROGRAM_DIR          starts `bulletin-search serve` on the shipped corpus
    openapi_test.py http://HOST:PORT     asks a server that runs already

Exit status 77 (skipped) without a `serve` command or python3-jsonschema.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request
import xml.etree.ElementTree as xml

SKIPPED = 77
CORPUS = pathlib.Path(__file__).parents[2] / "corpus"

# Questions for each route, in both languages, and what is wrong with a question.
QUESTIONS = [
    {"q": "kazakhstan dec 2019"},
    {"q": "哈萨克斯坦 2019年12月"},
    {"q": '"学习中心" -zebra (open OR', "country": "ZM"},
    {"q": "zebra date:1901"},
    {"q": "</script><b>&\x00\x1b", "literal": "1", "translate": "0"},
    {"date": "2019..2020", "lang": "zh", "region": "中亚"},
    {"q": "learning center", "strict": "1", "sound": "0", "group": "1"},
    {"q": "zhongxin", "source": "example.org", "group": "1"},
    {},
]
WRONG = [{"date": "soon"}, {"country": "atlantis"}, {"no-such": "1"}, {"q": "\udcff", "literal": "2"}]

try:
    import jsonschema
except ImportError:
    print("skipped: no python3-jsonschema (scripts/setup tests)")
    sys.exit(SKIPPED)


class Server:
    """A server of our own over an index of the corpus, gone with the object."""

    def __init__(self, programs):
        search = programs / "bulletin-search"
        helped = subprocess.run([search, "serve", "--help"], capture_output=True, text=True, check=False)
        if "--listen" not in helped.stdout:
            print("skipped: bulletin-search has no command serve")
            sys.exit(SKIPPED)
        self.folder = tempfile.TemporaryDirectory(prefix="bulletin-openapi-")
        index = pathlib.Path(self.folder.name) / "index"
        subprocess.run([programs / "bulletin-index", "add", "--db", index, CORPUS],
                       check=True, capture_output=True)
        self.process = subprocess.Popen(
            [search, "serve", "--db", index, "--listen", "127.0.0.1:0"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self.address = None
        for line in self.process.stderr:
            if line.startswith("listening on "):
                self.address = line.split()[-1].rstrip("/")
                return
        sys.exit("the server ended before it listened")

    def close(self):
        self.process.terminate()
        self.process.wait(timeout=30)
        self.folder.cleanup()


class Checker:
    def __init__(self, address):
        self.address = address
        self.faults = []
        self.answers = 0
        self.document = json.loads(self.get("/api/v1/openapi.json", {})[2])

    def get(self, path, parameters, headers=None, method="GET"):
        query = urllib.parse.urlencode(parameters, errors="surrogateescape")
        url = self.address + urllib.parse.quote(path) + ("?" + query if query else "")
        request = urllib.request.Request(url, headers=headers or {}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read()

    def resolved(self, part):
        while "$ref" in part:
            name = part["$ref"]
            part = self.document
            for key in name.removeprefix("#/").split("/"):
                part = part[key]
        return part

    def fault(self, where, what):
        self.faults.append(f"{where}: {what}")

    def check(self, described, path, parameters):
        """Asks, holds status, type and body against `described`; returns the answer."""
        status, headers, body = self.get(path, parameters)
        where = f"{path} {parameters}"
        self.answers += 1
        responses = self.document["paths"][described]["get"]["responses"]
        if str(status) not in responses:
            self.fault(where, f"status {status} is not described")
            return status, headers, body
        content = self.resolved(responses[str(status)]).get("content", {})
        kind = (headers.get("Content-Type") or "").split(";")[0]
        if kind not in content:
            self.fault(where, f"type {kind} is not described")
        else:
            self.check_body(where, kind, content[kind]["schema"], body)
        return status, headers, body

    def check_body(self, where, kind, schema, body):
        try:
            text = body.decode("utf-8", "strict")
            if kind == "application/json":
                self.check_json(where, schema, json.loads(text))
            elif kind == "application/x-ndjson":
                for line in text.splitlines():
                    self.check_json(where, schema, json.loads(line))
            elif kind.endswith("xml"):
                xml.fromstring(text)
        except (ValueError, xml.ParseError) as error:
            self.fault(where, error)

    def check_json(self, where, schema, value):
        whole = dict(schema, components=self.document["components"])
        for error in jsonschema.Draft202012Validator(whole).iter_errors(value):
            self.fault(where, f"{list(error.absolute_path)}: {error.message[:300]}")

    def expect(self, where, holds, what):
        if not holds:
            self.fault(where, what)


def asked_by(checker, described):
    """Returns the names of the parameters that a path takes in its query string."""
    parameters = checker.document["paths"][described]["get"]["parameters"]
    found = [checker.resolved(parameter) for parameter in parameters]
    return {parameter["name"] for parameter in found if parameter["in"] == "query"}


def check_path(checker, described, some_id):
    path = described.replace("{id}", some_id)
    names = asked_by(checker, described)
    given = {"id": some_id} if "id" in names else {}
    forms = ["json", "jsonl", "csv", "tsv", "markdown", "rss", "atom", "ids"]
    for question in QUESTIONS:
        fitting = {name: value for name, value in question.items() if name in names} | given
        for form in forms if "format" in names else [None]:
            more = {"format": form} if form else {}
            status, headers, body = checker.check(described, path, fitting | more)
            checker.expect(path, status == 200, f"status {status}: {body[:200]}")
            checker.expect(path, headers.get("ETag"), "no ETag")
    for wrong in WRONG:
        if "q" in names or "no-such" in wrong:
            status, _, _ = checker.check(described, path, wrong | given)
            checker.expect(path, status == 400, f"{wrong}: status {status}, not 400")
    _, headers, body = checker.get(path, given)
    status, _, known = checker.get(path, given, {"If-None-Match": headers.get("ETag", "")})
    checker.expect(path, status == 304 and known == b"", f"a known tag: status {status}")
    status, _, nothing = checker.get(path, given, method="HEAD")
    checker.expect(path, status == 200 and nothing == b"", f"HEAD: status {status}")


# Options of the command `find` that say nothing of what is searched for, or are another thing here.
NOT_OF_A_SEARCH = {"help", "config", "db", "format", "json", "link", "labels", "pager", "no_pager",
                   "color", "budget_ms"}


def check_options(checker, programs):
    """Each option by which the command line searches has its parameter."""
    text = subprocess.run([programs / "bulletin-search", "find", "--help"], capture_output=True,
                          text=True, check=True).stdout
    options = {name.replace("-", "_") for name in re.findall(r"^ +(?:-h,)?--([a-z-]+)", text, re.M)}
    checker.expect("find --help", {"country", "exact_script"} <= options, f"only {options} is read")
    missing = options - NOT_OF_A_SEARCH - asked_by(checker, "/api/v1/search")
    checker.expect("/api/v1/search", not missing, f"no parameter for the options {missing}")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    server = None
    if sys.argv[1].startswith("http"):
        address = sys.argv[1].rstrip("/")
    else:
        server = Server(pathlib.Path(sys.argv[1]))
        address = server.address
    try:
        checker = Checker(address)
        found = json.loads(checker.get("/api/v1/search", {"limit": "1", "facets": "0"})[2])
        for described in checker.document["paths"]:
            check_path(checker, described, found["hits"][0]["id"])
            if "{id}" in described:
                status, _, _ = checker.check(described, described.replace("{id}", "no/such%id"), {})
                checker.expect(described, status == 404, f"no such item: status {status}")
        if server:
            check_options(checker, pathlib.Path(sys.argv[1]))
    finally:
        if server:
            server.close()
    for fault in checker.faults:
        print(fault)
    print(f"{checker.answers} answers, {len(checker.faults)} faults")
    return 1 if checker.faults else 0


if __name__ == "__main__":
    sys.exit(main())
