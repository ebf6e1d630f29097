// When: the tree of years, months and days, a range typed or drawn on the bars.
import assert from "node:assert/strict";
import { eitherWay, pageTest, useServer } from "./support/browser.mjs";
import { apply, countOf, parameters, search, settled, tick, total } from "./support/results.mjs";

useServer();

const dates = (p) => p.getAll("date").join(" ");

async function openYear(page, year) {
  const months = page.locator(`#filters li:has(> label input[value="${year}"]) > details`);
  if ((await months.getAttribute("open")) === null) await months.locator("summary").click();
}

pageTest("year, month, day: each step narrows and its count is what it finds", {}, async (page) => {
  await search(page, { q: "kazakhstan" });
  for (const value of ["2019", "2019-12", "2019-12-24"]) {
    if (value.length === 7) await openYear(page, "2019");
    const counted = await countOf(page, "date", value);
    await tick(page, "date", value, true);
    assert.equal(dates(await parameters(page)), value, "the narrower date takes the place of the wider");
    assert.equal(await total(page), counted);
  }
  await tick(page, "date", "2019", true);
  assert.equal(dates(await parameters(page)), "2019", "the wider date takes the place of the narrower");
});

pageTest("year, month, day without a script: a chosen month shows its days", { script: false }, async (page) => {
  await search(page, { q: "kazakhstan", sort: "-date" });
  await openYear(page, "2019");
  const inMonth = await countOf(page, "date", "2019-12");
  await tick(page, "date", "2019-12", false);
  await apply(page);
  assert.equal(await total(page), inMonth);
  const onDay = await countOf(page, "date", "2019-12-24");
  await tick(page, "date", "2019-12", false);
  await tick(page, "date", "2019-12-24", false);
  await apply(page);
  assert.equal(await total(page), onDay);
  assert.equal((await parameters(page)).get("sort"), "-date", "other choices are kept");
});

eitherWay("a range is typed in words that dates are written in", {}, async (page, script) => {
  await search(page, { q: "china" });
  await page.locator('input[name="from"]').fill("Mar 2019");
  await page.locator('input[name="to"]').fill("2020-02");
  await page.locator("fieldset.range button").click();
  const chosen = await parameters(page, (p) => p.has("date"));
  assert.equal(chosen.get("date"), "2019-03..2020-02");
  if (script) assert.equal(await page.locator('input[name="from"]').inputValue(), "");
  await page.getByRole("link", { name: /March 2019/ }).first().waitFor();
});

pageTest("a range drawn over the bars is an address, and back leads out of it", {}, async (page) => {
  await search(page, { q: "china" });
  const all = await total(page);
  const bars = page.locator(".histogram svg").first();
  const [from, to] = await bars.evaluate((drawing) => {
    const found = [...drawing.querySelectorAll("a")].map((bar) => bar.dataset.value);
    return [found[7], found[9]];
  });
  const box = await bars.boundingBox();
  const count = await bars.locator("a").count();
  const middle = (index) => box.x + (box.width * (index + 0.5)) / count;
  await page.mouse.move(middle(7), box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(middle(8), box.y + box.height / 2);
  await page.mouse.move(middle(9), box.y + box.height / 2);
  assert.equal(await page.locator(".histogram a.brushed").count(), 3);
  await page.mouse.up();
  const chosen = await parameters(page, (p) => p.has("date"));
  assert.equal(chosen.get("date"), `${from}..${to}`);
  assert.ok((await total(page)) < all);
  assert.ok((await page.locator(".histogram a.chosen").count()) >= 3);
  await page.goBack();
  await page.waitForURL((url) => !url.searchParams.has("date"));
  await page.waitForFunction((wanted) => document.getElementById("total").textContent === `${wanted} items`, all);
  await page.goForward();
  await page.waitForURL((url) => url.searchParams.get("date") === `${from}..${to}`);
  await settled(page);
});

pageTest("the same range is chosen with arrow keys", {}, async (page) => {
  await search(page, { q: "china" });
  const values = await page.locator(".histogram a").evaluateAll((bars) => bars.map((bar) => bar.dataset.value));
  const from = page.getByRole("slider", { name: "From" });
  await from.focus();
  await from.press("ArrowRight");
  const chosen = await parameters(page, (p) => p.has("date"));
  assert.equal(chosen.get("date"), `${values[1]}..${values.at(-1)}`);
  await page.waitForFunction(() => document.activeElement?.id === "brush-0");
});

eitherWay("a bar leads to its year by a click", {}, async (page) => {
  await search(page, { q: "china" });
  await page.locator('.histogram a[data-value="2019"]').click();
  await parameters(page, (p) => p.get("date") === "2019");
  const words = await page.locator("ul.chips a.chip").first().textContent();
  assert.match(words, /2019/);
});

pageTest("a date read in the query becomes a limit by 'only these', and words again", { script: false }, async (page) => {
  await search(page, { q: "kazakhstan dec 2019" });
  const wide = await total(page);
  const readings = page.getByRole("list", { name: "How the query was read" });
  assert.equal(await readings.getByRole("listitem").count(), 2);
  await readings.getByRole("link", { name: /dec 2019.*only these/ }).click();
  const chosen = await parameters(page, (p) => p.has("date"));
  assert.deepEqual([chosen.get("q"), chosen.get("date")], ["kazakhstan", "2019-12"]);
  assert.ok((await total(page)) <= wide);
  await page.goBack();
  await readings.getByRole("link", { name: /dec 2019.*plain words/ }).click();
  await page.waitForURL((url) => url.searchParams.get("q") !== "kazakhstan dec 2019");
  assert.equal(await page.getByRole("list", { name: "How the query was read" }).getByRole("listitem").count(), 1);
});

pageTest("'only these' narrows beside other limits of its kind", { script: false }, async (page) => {
  await search(page, { q: "kazakhstan", country: "CN" });
  const wide = await total(page);
  await page.getByRole("link", { name: /kazakhstan.*only these/ }).click();
  const chosen = await parameters(page, (p) => p.get("q") !== "kazakhstan");
  assert.deepEqual([chosen.get("q"), chosen.get("country")], ["country:KZ", "CN"]);
  assert.ok((await total(page)) <= wide);
});
