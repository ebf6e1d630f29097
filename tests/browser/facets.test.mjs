// Facets beside the hits: countries, regions and kinds, in both languages, with a script and without.
import assert from "node:assert/strict";
import { eitherWay, pageTest, useServer } from "./support/browser.mjs";
import { apply, countOf, parameters, search, tick, total } from "./support/results.mjs";

const AFRICA_EAST = "014"; // UN M49

useServer();

for (const [lang, q, facet] of [["en", "study centre", "Country/Region"], ["zh", "学习中心", "国家/地区"]]) {
  eitherWay(`two countries are chosen together and found together: ${lang}`, { lang }, async (page, script) => {
    await search(page, { q });
    await page.getByRole("heading", { name: facet, exact: true }).waitFor();
    const all = await total(page);
    const counts = [await countOf(page, "country", "ZM"), await countOf(page, "country", "VN")];
    await tick(page, "country", "ZM", script);
    if (script) assert.equal(await total(page), counts[0], "the count beside a value is what it finds");
    await tick(page, "country", "VN", script);
    if (!script) await apply(page);
    const chosen = await parameters(page, (p) => p.getAll("country").length === 2);
    assert.deepEqual(chosen.getAll("country").sort(), ["VN", "ZM"]);
    assert.equal(chosen.get("q"), q);
    const found = await total(page);
    assert.ok(found >= Math.max(...counts) && found <= counts[0] + counts[1] && found < all);
    assert.equal(await page.locator("ul.chips a.chip").count(), 2);
  });
}

eitherWay("a region stands above its countries and is a limit of its own", {}, async (page, script) => {
  await search(page, { q: "2019" });
  const inRegion = await countOf(page, "region", AFRICA_EAST);
  const branch = page.locator(`#filters li:has(> label input[value="${AFRICA_EAST}"])`);
  assert.ok((await branch.locator('input[name="country"][value="ZM"]').count()) === 1);
  assert.ok(inRegion >= (await countOf(page, "country", "ZM")));
  await tick(page, "region", AFRICA_EAST, script);
  if (!script) await apply(page);
  await parameters(page, (p) => p.get("region") === AFRICA_EAST);
  assert.equal(await total(page), inRegion);
});

pageTest("letters typed above the countries leave those that have them, Enter sends nothing", {}, async (page) => {
  await search(page, { q: "2019" });
  const address = page.url();
  const rows = page.locator('#filters .filtered input[name="country"]:visible');
  const before = await rows.count();
  const box = page.getByLabel("Find a country or region");
  await box.fill("赞比");
  assert.deepEqual(await rows.evaluateAll((found) => found.map((row) => row.value)), ["ZM"]);
  await box.press("Enter");
  await box.fill("atlantis");
  assert.equal(await rows.count(), 0);
  await box.fill("");
  assert.equal(await rows.count(), before);
  assert.equal(page.url(), address);
});

eitherWay("a chosen value is taken back by its chip, all of them by one link", {}, async (page) => {
  await search(page, [["q", "2019"], ["country", "ZM"], ["country", "KZ"], ["lang", "zh"]]);
  const chips = page.getByRole("list", { name: "Chosen limits" });
  await chips.getByRole("link", { name: /Zambia/ }).click();
  const left = await parameters(page, (p) => p.getAll("country").length === 1);
  assert.equal(left.get("country"), "KZ");
  await chips.getByRole("link", { name: "Remove all limits" }).click();
  const none = await parameters(page, (p) => !p.has("country"));
  assert.deepEqual([...none.keys()], ["q"]);
});

eitherWay("kinds and languages narrow, and the counts stay true", {}, async (page, script) => {
  await search(page, { q: "2019" });
  const visits = await countOf(page, "kind", "visit");
  await tick(page, "kind", "visit", script);
  if (!script) await apply(page);
  await parameters(page, (p) => p.get("kind") === "visit");
  assert.equal(await total(page), visits);
  const inChinese = await countOf(page, "lang", "zh");
  await tick(page, "lang", "zh", script);
  if (!script) await apply(page);
  await parameters(page, (p) => p.get("lang") === "zh");
  assert.equal(await total(page), inChinese);
});
