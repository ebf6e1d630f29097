// What cannot be answered is answered in words, with a way on.
import assert from "node:assert/strict";
import { eitherWay, useServer } from "./support/browser.mjs";
import { search, total } from "./support/results.mjs";

useServer();

eitherWay("a part of the address that cannot be read is told and left out", { refused: [400] }, async (page) => {
  await search(page, { q: "kazakhstan", date: "soon" });
  const alert = page.getByRole("alert");
  assert.match(await alert.textContent(), /cannot read 'soon' as a date/);
  assert.ok((await total(page)) > 0);
});

for (const [lang, heading] of [["en", "There is nothing at this address"], ["zh", "此网址没有内容"]]) {
  eitherWay(`an item that is not there: ${lang}`, { lang, refused: [404] }, async (page) => {
    await page.goto("/items/no-such-item");
    assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), heading);
    await page.locator("main a").first().click();
    await page.waitForURL(/q=no-such-item/);
  });
}

eitherWay("a place that is not there", { refused: [404] }, async (page) => {
  await page.goto("/nowhere");
  await page.getByRole("link", { name: "Start page" }).click();
  await page.waitForURL(/\/$/);
});
