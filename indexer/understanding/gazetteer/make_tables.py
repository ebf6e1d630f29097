# Joins the public sources of the gazetteer into sorted tables. Called by scripts/make-gazetteer.
# A row: codes, kind, name, flags, source; overlay.tsv describes the columns.

import gettext, json, re, struct, sys, unicodedata
import xml.etree.ElementTree as ET
from collections import defaultdict
from pathlib import Path

sources, universities, out = (Path(p) for p in sys.argv[1:4])
LOCALE = "/usr/share/locale/{}/LC_MESSAGES/{}.mo"
HEAD = "# Made by scripts/make-gazetteer; do not edit. Columns: see overlay.tsv. Sources and licences:\n"

# Names that are also English words or parts of names of other things: a capital letter does not
# make them places, so they count only where something else in the item shows the country.
WORDS = set("""
adler ajax allen bolton clayton clinton crawley franklin jackson lawrence montgomery nelson newton stafford monroe americana andria angeles assen asti aura aurora baal bar bari bath batman bello benson best bo bor boulder
bray broome buffalo bury buy can cape carmen cary cary celle centennial central chandler chico clay clearwater clovis
cognac college colonia columbus commerce como concord concordia cork coro corona crystal david davie dax deal delta
derby dole dover eagle easton ede edison elizabeth elk enna enterprise erie essen eugene faro finch flint fort franca
gap garden gary gent gera gilbert gold gouda grand green guadalupe hahn hamm herne ho hof hope hull hyde ica imperial
independence inglewood irvine irving ita java jos katherine kent kota kure la lages lakeland lara las latina lens
leticia lima-- long lot mac magdalena man march marina markham massa mati mesa mesquite metro midland milton minna mira
mission mobile moda modesto mons moron mount much mus nancy natal neo new nice normal norman nova of ogre ok ola opera
oral orange ore oss palm palma para paradise parma pau pearl peoria perm pine pisco plano plant pleasant police pomona
poole port portal providence pueblo pula punto quality quevedo rain ray reading reggio regina reno resende reyes rich
rivas rodriguez rosario rota roth rugby ruse saga sal sale salem salinas salon salt salta salvador-- san santo santos
sari sarh serra seto sin soledad sora south split spring springs standard star stone sucre sugar sun superior sur
surprise swords takeo tama tela tema temple tempe tete tours trim tula tyler uba una union university val vale valera
vallejo valley van vaughan vera victor vigo vila villa vista vladimir volta wa warren warri waterloo well wells west
wick worth yale york young zamora zen zone academy salvatierra alma alba anna ara asa asia bata bima ambon avila
normandy tana gao osh kars van sion lome-- manta naga tanza imus gapan toledo-- cainta talisay
""".split())
WORDS = {w for w in WORDS if not w.endswith("--")}
# Given names and surnames: not a place beside another part of a person's name.
PERSONS = set("""
jordan chad israel india georgia kenya cuba malta ireland holland england france austria jamaica
sydney paris florence victoria vienna chelsea austin dallas houston lincoln washington charlotte madison
brooklyn savannah francis hamilton jackson wellington nelson cambridge kingston london boston milan
montgomery jefferson lawrence chester berlin dakota carolina virginia montana troy denver columbia
marion salem leon santiago alexandria cordoba lima roma valencia verona sofia siena aurora geneva
catalina bristol preston bolton bradford derby lancaster warwick durham york oxford kent stafford stanford
newton clayton irving gary nancy victor alma anna carter lyon lyons memphis phoenix orlando
athens tyler allen arlington houston paterson norfolk windsor surrey regina halifax wales perth adelaide
alice darwin nelson hastings napier dunedin hannover lourdes toledo trinidad guadalupe mercedes
monroe clinton madison raleigh cleveland franklin burton ashford crawley
""".split())
# Chinese words and common syllables among the cities' Chinese names.
ZH_WORDS = set("""中枢 余下 园林 城中 仙女 庙宇 关口 青年 观音 友好 光明 联合 民主 奋斗 富裕 荒地 日照 天堂 可可 淡水
团结 和平 新城 东方 文化 太平 长安 平安 永久 中山 大同 四平 开放 建设 大学 新建 南部 北部 东部 西部 中部 中央 大城 老城 港口
自由 红旗 胜利 解放 工人 学院 河口 长江 黄河 长城 大河 东城 西城 南城 北城 新区 大冶 新华 铁路 公路 机场 海口村 首都 城市 镇江村
旧金 安全 幸福 曙光 星期 前进 进步 东风 向阳 朝阳 三角 城关 合作 友谊 双城 双流 双河 高平 高要 信阳村 白马 青山 桃园村 通化村 公主 皇后 国王
玫瑰 教育 大坝 森林 阳光 银行 安静 万象更 王子 圣人 十月 一月 五月 独立 主教 省会 大都会 里程 曼联 雪梨 里程碑 蒙古 内蒙古 苏丹
莫尔 尼尔 卡特 贝尔 马丁 史密斯 亚当 彼得 玛丽 保罗 乔治 约翰 亨利 汉密尔顿 威廉 查尔斯 罗伯特 安东尼 安娜 林肯 杰克逊 华盛 卡尔 戴维
维克多 罗德 奥兰 巴里 米兰达 基尔 马尔 罗马尼 西雅 拉萨尔 阿里 阿兰 达州 美丽 大数 圣约翰斯 来宾 亚历山大 达尔文 道格拉斯 夏洛特 吉尔伯特 福尔摩沙 三角洲 芙蓉 白银 玉山 密德兰 白金 里奇蒙 伊丽莎白 京城 大野 高松 大津 清水 和光 春日 市川 三原 长滨 山口 福山 松山 高山 大田
关山 大林 东港 土库 花坛 和美 北港 新营 新市 佳里 归仁 永康 安平 大安 信义 文山 中和 三重 新店 板桥 竹山 草屯""".split())


# Capitals and seats of universities that are small but written with two characters.
CAPITALS_ZH = set("""伯恩 苏瓦 斐济 里加 河内 安曼 多哈 达卡 廷布 马累 仰光 万象 永珍 金边 麦加 波恩 牛津 剑桥 日内 巴斯 约克 鲁汶 根特 里尔 巴黎 柏林 伦敦
罗马 洛美 班珠 维拉 帕皮 阿皮 瓦莱 坎帕 亚丁 太子 卢森 鲁塞 里昂 尼斯 都柏 海牙 首尔 釜山 大邱 大田 东京 京都 大阪 奈良 神户 名古 曼谷 清迈 巴生 怡保 新山
槟城 古晋 亚庇 万隆 泗水 棉兰 日惹 岘港 顺化 海防 大叻 班吉 麦纳 佛罗 比萨 米兰 都灵 波尔 科英 里斯 布拉 华沙 罗兹 索非 基辅 敖德 明斯 利沃 里奇 珀斯 坎培""".split())


def fold(s):
    s = unicodedata.normalize("NFKD", s.casefold())
    return "".join(c for c in s if not unicodedata.combining(c))


def catalog(locale, domain):
    with open(LOCALE.format(locale, domain), "rb") as f:
        return gettext.GNUTranslations(f)._catalog


def is_han(s):
    return any("\u3400" <= c <= "\u9fff" for c in s)


rows = defaultdict(dict)  # table -> (codes, kind, name) -> [flags, sources]


def add(table, codes, kind, name, source, flags=()):
    name = " ".join(name.replace("\u200e", "").split())
    if len(name) < 2 or "\t" in name:
        return
    row = rows[table].setdefault((codes, kind, name), [set(), set()])
    row[0].update(flags)
    row[1].add(source)


def write(table, licences):
    path = out / f"{table}.tsv"
    with open(path, "w", encoding="utf-8") as f:
        f.write(HEAD + "".join(f"#   {line}\n" for line in licences))
        for (codes, kind, name), (flags, origins) in sorted(rows[table].items()):
            f.write("\t".join((codes, kind, name, ",".join(sorted(flags)) or "-", "+".join(sorted(origins)))) + "\n")
    print(f"{path.name}: {len(rows[table])} rows, {path.stat().st_size} bytes", file=sys.stderr)


def word_flags(name):
    key = fold(name)
    return ({"word"} if key in WORDS else set()) | ({"person"} if key in PERSONS else set())


def city_flags(name, people):
    # Most towns have lent their names to families; only large ones are surely meant themselves.
    flags = word_flags(name) | ({"word"} if name in zh_words else set())
    small = people < 500_000 and " " not in name and not is_han(name)
    return flags | {"person"} if small else flags


# Countries ----------------------------------------------------------------------------------------
iso = json.load(open("/usr/share/iso-codes/json/iso_3166-1.json"))["3166-1"]
codes = {c["alpha_2"] for c in iso}
# A name between brackets or behind a comma is a note, "Bolivia, Plurinational State of".
CUT = re.compile(r"[,，（(].*$")
# Too short or too common for a name of one country, or read in overlay.tsv.
SKIP = set("congo guinea jersey reunion korea georgia niger jordan chad turkey 刚果 剛果 朝鲜半岛 us uk gb "
           "virgin islands|saint martin|samoa|micronesia|palestinian territories".replace("|", "|").split()) | {
    "virgin islands", "saint martin", "brazzaville", "kinshasa", "科克斯", "中华民国", "中華民國"}


def country_name(code, name, source):
    for form in {name, CUT.sub("", name).strip()}:
        if fold(form) not in SKIP and len(form) > 1:
            flags = {"person"} if fold(form) in PERSONS else set()
            add("countries", code, "name", form, source, flags)


cldr = {}
for locale in ("en", "zh", "zh-Hant", "zh-Hant-HK"):
    data = json.load(open(sources / f"cldr-localenames-full/main/{locale}/territories.json"))
    cldr[locale] = data["main"][locale]["localeDisplayNames"]["territories"]
    for key, name in cldr[locale].items():
        if key[:2] in codes and (len(key) == 2 or "-alt-" in key):
            country_name(key[:2], name, "cldr")
for c in iso:
    code = c["alpha_2"]
    for key in ("name", "common_name", "official_name"):
        if key in c:
            country_name(code, c[key], "iso-codes")
            for locale in ("zh_CN", "zh_TW", "zh_HK"):
                zh = catalog(locale, "iso_3166-1").get(c[key])
                if zh and is_han(zh):
                    country_name(code, zh, "iso-codes")
    for locale, label in (("en", "label-en"), ("zh", "label-zh")):
        names = cldr[locale]
        add("countries", code, label, names.get(f"{code}-alt-short", names[code]), "cldr")
for language in ("en", "zh"):
    data = json.load(open(sources / f"i18n-iso-countries/langs/{language}.json"))["countries"]
    for code, names in data.items():
        for name in [names] if isinstance(names, str) else names:
            if code in codes:
                country_name(code, name, "i18n-iso-countries")
nationality = json.load(open(sources / "i18n-nationality/langs/en.json"))["nationalities"]
english = {fold(name) for (code, kind, name) in rows["countries"] if kind == "name"}
for code, name in nationality.items():
    # The table falls back to the country's name, or to a list, where it knows no adjective.
    if code in codes and re.fullmatch(r"[A-Z][a-z]+( [A-Z][a-z]+)?", name) and fold(name) not in english \
            and code not in ("WF", "CG", "CD", "DM", "DO", "GE", "AG", "PN", "PS"):
        add("countries", code, "demonym", name, "i18n-nationality")

# Places -------------------------------------------------------------------------------------------
geo = []  # id, name, country, population
blob = (sources / "cities.bin").read_bytes()
RECORD = re.compile(rb"(\d{4,9})\0([^\0]+)\0([^\0]*)\0([^\0]*)\0([A-Z]{2})\0([^\0]*)\0([^\0]+)\0")
for m in RECORD.finditer(blob):
    at = (m.end(7) + 1 + 3) // 4 * 4  # The number is aligned behind the last text.
    geo.append((m[1].decode(), m[2].decode(), m[5].decode(), struct.unpack_from("<I", blob, at)[0]))
geo_zh = [catalog(locale, "geonames") for locale in ("zh", "zh_CN", "zh_TW")]
population = defaultdict(dict)
for _, name, code, people in geo:
    known = population[fold(name)]
    known[code] = max(known.get(code, 0), people)
SUFFIX = re.compile(r"(特别市|廣域市|广域市|直辖市|市|州|縣|县)$")


def zh_forms(name):
    short = SUFFIX.sub("", name)
    return {name, short} if len(short) > 1 else {name}


places = defaultdict(lambda: defaultdict(lambda: [0, set()]))  # name -> code -> people, sources


zh_words = set()  # Chinese forms of towns whose English names are words or given names.


def place(name, code, people, source):
    name = CUT.sub("", name).strip()
    if code in codes and len(name) > 1 and not (is_han(name) and name in ZH_WORDS):
        entry = places[name][code]
        entry[0] = max(entry[0], people)
        entry[1].add(source)


pairs = set()  # English and Chinese name of one place: what queries are translated with.


def pair(english, chinese):
    english = CUT.sub("", english).strip()
    # A town named like a word would be found by that word.
    if fold(english) not in WORDS and not is_han(english) and is_han(chinese) \
            and len(chinese) > 1 and chinese not in ZH_WORDS and "\t" not in english + chinese:
        pairs.add((english, chinese))


for number, name, code, people in geo:
    zh = {form for cat in geo_zh for form in zh_forms(cat.get(number, "")) if is_han(form)}
    if people >= 300_000 or (people >= 100_000 and zh):
        for form in {name} | zh:
            place(form, code, people, "geonames")
        for form in zh:
            pair(name, form)
        if fold(name) in WORDS:
            zh_words |= zh
gweather_zh = [catalog(locale, "libgweather-4.0-locations") for locale in ("zh_CN", "zh_TW")]
for country in ET.parse("/usr/share/libgweather-4/Locations.xml").iter("country"):
    code = country.findtext("iso-code")
    for city in country.iter("city"):
        element = city.find("_name")
        if element is None:
            element = city.find("name")
        name, context = element.text, element.get("msgctxt")
        people = population[fold(name)].get(code, 0)
        if people < 100_000 and code in ("US", "CA"):
            continue
        place(name, code, people, "gweather")
        for cat in gweather_zh:
            zh = cat.get(f"{context}\x04{name}" if context else name) or ""
            for form in zh_forms(zh) if is_han(zh) else ():
                place(form, code, people, "gweather")
                pair(name, form)
                if fold(name) in WORDS:
                    zh_words.add(form)
# The same place may be spelled with and without accents: decide by the folded name.
by_key = defaultdict(lambda: defaultdict(int))
for name, found in places.items():
    for code, (people, _) in found.items():
        by_key[fold(name)][code] = max(by_key[fold(name)][code], people, population[fold(name)].get(code, 0))
for name, found in places.items():
    people = by_key[fold(name)]
    # Two Chinese characters are too easily something else, unless the city is large.
    if is_han(name) and len(name) == 2 and name not in CAPITALS_ZH and max(people.values()) < 250_000:
        continue
    for code, n in population[fold(name)].items():
        if n >= 50_000:
            people[code] = max(people[code], n)
    order = sorted(people, key=lambda code: (-people[code], code))
    joined = order[0]
    if len(order) > 1:
        ratio = 2.5 if people[order[0]] >= 500_000 else 4
        clear = people[order[0]] >= max(200_000, ratio * people[order[1]])
        joined = order[0] + ("!" if clear else "") + "|" + "|".join(order[1:6])
    add("places", joined, "city", name, "+".join(sorted(set().union(*(s for _, s in found.values())))),
        city_flags(name, people[order[0]]))
subdivisions = json.load(open("/usr/share/iso-codes/json/iso_3166-2.json"))["3166-2"]
DIVISIONS = {"US": {"State", "District"}, "CN": None, "CA": None, "AU": {"State", "Territory"}, "DE": None,
             "BR": {"State"}, "IN": {"State"}, "RU": {"Republic"}}
city_keys = set(by_key)
for sub in subdivisions:
    code, name = sub["code"][:2], sub["name"]
    kinds = DIVISIONS.get(code, ())
    if kinds == () or (kinds and sub["type"] not in kinds):
        continue
    if code == "CN" and sub["code"][3:] in ("HK", "MO", "TW"):
        continue
    zh = {catalog(locale, "iso_3166-2").get(name, "") for locale in ("zh_CN", "zh_TW")}
    for form in {re.sub(r" (Shi|Sheng|Zizhiqu)$", "", name)} | {z for z in zh if is_han(z)}:
        short = re.sub(r"(省|市|州|壮族自治区|回族自治区|维吾尔自治区|自治区)$", "", form)
        for each in {form, short}:
            if len(each) > 1 and each not in ZH_WORDS and fold(each) not in city_keys | {"georgia", "goa"}:
                add("places", code, "division", each, "iso-codes", word_flags(each))
    english = re.sub(r" (Shi|Sheng|Zizhiqu)$", "", name)
    for z in zh:
        pair(english, re.sub(r"(省|市|州|壮族自治区|回族自治区|维吾尔自治区|自治区)$", "", z))

# Institutions -------------------------------------------------------------------------------------
GENERIC = set("""a and at of the in for de la le du des university universities college colleges institute
institution school academy open national international state city central north south east west northern
southern eastern western technology technological technical science sciences polytechnic medical medicine
business management arts education teachers normal public private american european asian global world
distance virtual online christian catholic union community royal federal agricultural agriculture
engineering law economics health applied studies higher general metropolitan new modern advanced research
american global design fashion information computer systems communication universidad universite universita
universitat universitaet universidade nacional institut instituto saint st trinity columbia king kings queen queens""".split())
by_name = defaultdict(set)
for line in open(universities, encoding="utf-8"):
    name, _, code = line.rstrip("\n").partition("\t")
    if name != "name" and code in codes:
        by_name[CUT.sub("", name).strip().strip('"')].add(code)
keys = defaultdict(set)
for name, found in by_name.items():
    keys[fold(name)] |= found
for name, found in by_name.items():
    words = [w for w in re.split(r"[^\w]+", fold(name)) if w]
    distinctive = [w for w in words if w not in GENERIC and len(w) > 2]
    # One word is a word; all-generic names are used by many; acronyms are read by the item itself.
    if len(words) < 2 or not distinctive or len(name) < 8 or len(name) > 80:
        continue
    found = keys[fold(name)]
    add("institutions", "|".join(sorted(found)) , "institution", name, "universities")

write("countries", ["CLDR (cldr-localenames-full 48.2.0): Unicode-3.0", "iso-codes 4.15.0: LGPL-2.1-or-later",
                    "i18n-iso-countries 7.14.0, i18n-nationality 1.4.0: MIT"])
write("places", ["GeoNames (libgeonames0, libgeonames-common 0.3.0): CC-BY-4.0",
                 "GNOME libgweather 4.2.0: GPL-2.0-or-later", "iso-codes 4.15.0: LGPL-2.1-or-later"])
with open(out / "place_names.tsv", "w", encoding="utf-8") as f:
    f.write("# Made by scripts/make-gazetteer; do not edit. English and Chinese name of one place. Sources\n"
            "# and licences: those of places.tsv.\n")
    f.write("".join(f"{english}\t{chinese}\n" for english, chinese in sorted(pairs)))
write("institutions", ["universities.tsv (university-domains-list): MIT"])
