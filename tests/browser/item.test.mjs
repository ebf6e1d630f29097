// One item: its text with what was understood, its address to cite, its other language, and how each
// part of a query meets it.
import assert from "node:assert/strict";
import { address, eitherWay, useServer } from "./support/browser.mjs";
import { search } from "./support/results.mjs";

useServer();

eitherWay("a hit opens as an item and leads back to the search", {}, async (page) => {
  await search(page, { q: "kazakhstan dec 2019", sort: "-date" });
  const title = page.locator(".hits a.title").first();
  const words = await title.textContent();
  await title.click();
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), words);
  assert.ok((await page.locator("article.item mark.country").count()) > 0);
  assert.ok((await page.locator("article.item mark.date").count()) > 0);
  const evidence = page.locator(".evidence a[href^='#']").first();
  const anchor = await evidence.getAttribute("href");
  await evidence.click();
  await page.waitForURL((url) => url.hash === anchor);
  assert.equal(await page.locator(anchor).textContent(), await evidence.textContent());
  await page.getByRole("link", { name: /^Back to/ }).click();
  await page.waitForURL((url) => url.searchParams.get("q") === "kazakhstan dec 2019");
});

eitherWay("the citation holds an address that leads to the item", {}, async (page) => {
  await page.goto("/items/e002");
  const link = page.locator("#citation a[rel=bookmark]");
  assert.equal(await link.textContent(), address("/items/e002"));
  assert.match(await page.locator("#citation").textContent(), /looked up/);
  await link.click();
  assert.match(await page.locator("article.item").first().textContent(), /Seville/);
});

for (const [lang, also] of [["en", "The same story"], ["zh", "同一事件"]]) {
  eitherWay(`the other language stands beside the item: ${lang}`, { lang }, async (page) => {
    await search(page, { q: "kazakhstan dec 2019" });
    await page.locator(".hits a.title").first().click();
    await page.getByRole("heading", { name: also }).waitFor();
    assert.equal(await page.locator("article.item").count(), 2);
    const langs = await page.locator("article.item").evaluateAll((all) => all.map((item) => item.lang));
    assert.notEqual(langs[0], langs[1]);
  });
}

eitherWay("why: each part of the query, its score and its marks", {}, async (page) => {
  await search(page, { q: "study centre" });
  await page.locator("details.why > summary").first().click();
  await page.locator(".hits .evidence").first().waitFor();
  await page.getByRole("link", { name: "How each word of the query counts" }).first().click();
  assert.match(await page.locator(".verdict").textContent(), /A hit: number 1 of/);
  assert.match(await page.locator("table.parts tbody tr").first().textContent(), /study centre.*[1-9]/);
  const marked = await page.locator("article.item mark").allTextContents();
  assert.ok(marked.some((words) => /centre/i.test(words)));
  await page.getByLabel("Another query").fill("+zebra");
  await page.getByRole("button", { name: "Ask" }).click();
  await page.locator(".verdict.no").waitFor();
  assert.match(await page.locator("table.parts").textContent(), /This keeps the item out/);
});

eitherWay("what similar items share is said in words of the item, not in stems", {}, async (page) => {
  await page.goto("/items/e002");
  const shared = (await page.locator(".short .note").first().textContent()).replace("Both have: ", "").split(", ");
  const text = (await page.locator("article.item").first().innerText()).toLowerCase();
  const words = shared.filter((word) => /^[a-z]+$/.test(word));
  assert.ok(words.includes("football") && shared.includes("Spain"), shared.join());
  for (const word of words) assert.match(text, new RegExp(`\\b${word}\\b`));
});
