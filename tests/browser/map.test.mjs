// The map: every country is a link, by pointer and by key, and a row of the table beside it.
import assert from "node:assert/strict";
import { eitherWay, pageTest, useServer } from "./support/browser.mjs";
import { parameters, total } from "./support/results.mjs";

useServer();

const shownCount = (words) => Number(words.replace(/^.*[:：]\s*/, "").replace(/[^0-9]/g, ""));

eitherWay("a country is chosen on the map by a click", {}, async (page) => {
  await page.goto("/map?q=2019");
  const country = page.getByRole("link", { name: /^Kazakhstan: / });
  const counted = shownCount(await country.getAttribute("aria-label"));
  await country.locator("path").click();
  const chosen = await parameters(page, (p) => p.has("country"));
  assert.deepEqual([chosen.get("country"), chosen.get("q")], ["KZ", "2019"]);
  assert.equal(await total(page), counted);
});

pageTest("a country is chosen on the map by the keyboard", { lang: "zh" }, async (page) => {
  await page.goto("/map");
  const country = page.getByRole("link", { name: /^赞比亚：/ });
  const counted = shownCount(await country.getAttribute("aria-label"));
  await page.locator(".world a").first().focus();
  let reached = false;
  for (let i = 0; i < 100 && !reached; ++i) {
    reached = await page.evaluate(() => document.activeElement.getAttribute("aria-label")?.startsWith("赞比亚"));
    if (!reached) await page.keyboard.press("Tab");
  }
  assert.ok(reached, "Tab reaches every country");
  await page.keyboard.press("Enter");
  await parameters(page, (p) => p.get("country") === "ZM");
  assert.equal(await total(page), counted);
});

eitherWay("the table has the countries of the map, with their counts, and can be gone to at once", {}, async (page) => {
  await page.goto("/map");
  const onMap = await page.locator(".world a").evaluateAll((all) => all.map((a) => a.getAttribute("aria-label")));
  const rows = await page.locator("table.countries tbody tr").evaluateAll((all) => all.map((row) => [
    row.querySelector("th").firstElementChild.firstChild.textContent.trim(),
    row.querySelector("td.number").textContent,
  ]));
  for (const words of onMap) {
    const name = words.slice(0, words.lastIndexOf(": "));
    const row = rows.find(([country]) => country === name);
    assert.ok(row, `${name} has a row`);
    assert.equal(Number(row[1]), shownCount(words));
  }
  await page.getByRole("link", { name: "Go to the table" }).click();
  await page.waitForURL(/#countries$/);
  await page.locator("table.countries").getByRole("link", { name: /Zambia/ }).click();
  await parameters(page, (p) => p.get("country") === "ZM");
});
