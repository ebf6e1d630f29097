// What a reader chooses: language, colours, paper.
import assert from "node:assert/strict";
import { eitherWay, pageTest, useServer } from "./support/browser.mjs";
import { search } from "./support/results.mjs";

useServer();

const paper = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const isDark = (colour) => colour.match(/\d+/g).slice(0, 3).every((part) => Number(part) < 90);

for (const [lang, tag, name, other, otherTag] of
  [["en", "en", "Bulletin", "中文", "zh-Hans"], ["zh", "zh-Hans", "简报检索", "English", "en"]]) {
  eitherWay(`the browser's language is taken, the other one a link away and kept: ${lang}`, { lang }, async (page) => {
    await search(page, { q: "2019", country: "ZM" });
    assert.equal(await page.locator("html").getAttribute("lang"), tag);
    assert.equal(await page.locator("a.brand").textContent(), name);
    await page.getByRole("link", { name: other, exact: true }).click();
    await page.waitForURL(/ui=/);
    assert.equal(await page.locator("html").getAttribute("lang"), otherTag);
    assert.ok(page.url().includes("country=ZM"), "the search is kept");
    await page.goto("/");
    assert.equal(await page.locator("html").getAttribute("lang"), otherTag);
  });
}

eitherWay("colours follow the device until the reader chooses", { dark: true }, async (page) => {
  await page.goto("/");
  assert.ok(isDark(await paper(page)));
  await page.getByRole("link", { name: "Light", exact: true }).click();
  await page.waitForURL(/theme=light/);
  assert.ok(!isDark(await paper(page)));
  await page.goto("/help");
  assert.ok(!isDark(await paper(page)));
});

pageTest("dark is chosen on a light device", { script: false }, async (page) => {
  await page.goto("/?q=2019&theme=dark");
  assert.ok(isDark(await paper(page)));
});

pageTest("paper shows hits and no controls", { dark: true }, async (page) => {
  await search(page, { q: "study centre" });
  await page.emulateMedia({ media: "print" });
  assert.ok(!isDark(await paper(page)));
  for (const control of ["form.search", "#filters", ".paging", ".sort", "details.why"]) {
    assert.ok(await page.locator(control).first().isHidden(), control);
  }
  assert.ok(await page.locator(".hits a.title").first().isVisible());
});
