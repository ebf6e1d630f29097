// From the start page to the last hit: asking, sorting, paging, files and feeds, nothing found.
import assert from "node:assert/strict";
import { address, eitherWay, pageTest, useServer } from "./support/browser.mjs";
import { parameters, search, settled, titles, total } from "./support/results.mjs";

useServer();

eitherWay("the start page tells what is there and leads into it", {}, async (page) => {
  await page.goto("/");
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "News bulletins in English and Chinese");
  await page.getByRole("searchbox").or(page.getByRole("combobox")).first().fill("study centre");
  await page.getByRole("button", { name: "Search" }).click();
  await parameters(page, (p) => p.get("q") === "study centre");
  assert.ok((await total(page)) > 10);
  assert.match((await titles(page))[0], /Study/);
});

eitherWay("the order is changed and kept", {}, async (page, script) => {
  await search(page, { q: "china" });
  await page.getByLabel("Sort by").selectOption("date");
  if (!script) await page.locator(".sort button").click();
  await parameters(page, (p) => p.get("sort") === "date");
  const first = await page.locator(".hits .about").first().textContent();
  assert.match(first, /2010|2011|2013/);
  await page.locator(".paging .step[rel=next]").click();
  await parameters(page, (p) => p.get("page") === "2" && p.get("sort") === "date");
});

eitherWay("paging reaches the last hit, each hit once", {}, async (page) => {
  await search(page, { q: "2019", limit: "4" });
  const all = await total(page);
  const seen = [];
  for (;;) {
    await settled(page);
    seen.push(...(await page.locator(".hits a.title").evaluateAll((found) => found.map((a) => a.pathname))));
    const next = page.locator(".paging a[rel=next]");
    if ((await next.count()) === 0) break;
    await Promise.all([page.waitForNavigation(), next.click()]);
  }
  assert.equal(seen.length, all);
  assert.equal(new Set(seen).size, all);
  assert.equal(await page.locator(".paging a[aria-current=page]").textContent(), String(Math.ceil(all / 4)));
});

pageTest("a page behind the last one leads back to it", { script: false }, async (page) => {
  await search(page, { q: "2019", page: "99" });
  await page.getByRole("link", { name: "Go to the last page" }).click();
  assert.ok((await titles(page)).length > 0);
});

pageTest("the same search as feeds and files, with the same items", { script: false }, async (page) => {
  await search(page, { q: "study centre", country: "ZM", sort: "-date" });
  const all = await total(page);
  const shown = await titles(page);
  const links = page.locator(".exports a");
  for (const [name, pattern] of [["RSS", /<item>/g], ["Atom", /<entry>/g], ["CSV", /\r?\n/g], ["JSON", /"rank":/g]]) {
    const href = await links.filter({ hasText: name }).getAttribute("href");
    const answer = await page.request.get(new URL(href, address()).href);
    assert.equal(answer.status(), 200, href);
    const text = await answer.text();
    const found = text.match(pattern)?.length ?? 0;
    assert.equal(name === "CSV" ? found - 1 : found, all, name);
    assert.ok(text.includes(shown[0].slice(0, 12)), `${name} has the first hit`);
  }
});

eitherWay("nothing found says why and how to find more", {}, async (page) => {
  await search(page, { q: "+kazakstan", country: "KZ" });
  assert.equal(await total(page), 0);
  await page.getByRole("heading", { name: "Nothing found" }).waitFor();
  await page.locator(".nothing a", { hasText: /kazakhstan/i }).first().click();
  await parameters(page, (p) => /kazakhstan/i.test(p.get("q")));
  assert.ok((await total(page)) > 0);
});

pageTest("items that tell one story lead to each other", { script: false }, async (page) => {
  await search(page, { q: "kazakhstan dec 2019" });
  const also = page.locator(".hits li").first().locator(".also a");
  const other = await also.textContent();
  await also.click();
  assert.equal(await page.locator("article.counterpart h2").textContent(), other);
});

eitherWay("each story is listed once, and every item again by its chip", {}, async (page) => {
  await search(page, { q: "kazakhstan dec 2019" });
  const all = (await titles(page)).length;
  await page.getByRole("link", { name: "Each story once" }).click();
  await parameters(page, (p) => p.get("group") === "1");
  assert.ok((await titles(page)).length < all);
  await page.getByRole("list", { name: "Chosen limits" }).getByRole("link", { name: /Each story once/ }).click();
  await parameters(page, (p) => !p.has("group"));
  assert.equal((await titles(page)).length, all);
});
