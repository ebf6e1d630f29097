#!/usr/bin/env python3
"""Every test that THREATS.md names is one that ctest runs: threats_test.py CTEST BUILD_FOLDER"""
import pathlib
import re
import subprocess
import sys

# Not made where a package, a browser or a sanitizer build lacks what they need.
ELSEWHERE = ("browser_", "package:", "disk:", "clock:")


def named_tests(text):
    rows = [line for line in text.splitlines() if line.startswith("| ")][1:]
    return [(row.split("|")[1].strip(), name)
            for row in rows for name in re.findall(r"`([^`]+)`", row.split("|")[4])]


def main():
    ctest, folder = sys.argv[1:]
    listed = subprocess.run([ctest, "--test-dir", folder, "-N"], capture_output=True, text=True,
                            check=True).stdout
    named = named_tests(pathlib.Path(__file__).with_name("THREATS.md").read_text(encoding="utf-8"))
    if len(named) < 40:
        sys.exit(f"threats: only {len(named)} tests are named; is the table whole?")
    missing = [f"{threat}: no test is called {name!r}" for threat, name in named
               if name not in listed and not name.startswith(ELSEWHERE)]
    print(f"{len(named)} tests named")
    sys.exit("\n".join(missing) if missing else 0)


if __name__ == "__main__":
    main()
