// Keys for those who do not want to leave them, and none where something is being typed.
import assert from "node:assert/strict";
import { pageTest, useServer } from "./support/browser.mjs";
import { search, titles } from "./support/results.mjs";

useServer();

const focused = (page) => page.evaluate(() => document.activeElement.textContent || document.activeElement.id);

pageTest("j and k go through the hits, Enter opens one", {}, async (page) => {
  await search(page, { q: "study centre" });
  const all = await titles(page);
  await page.keyboard.press("j");
  assert.equal(await focused(page), all[0]);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  assert.equal(await focused(page), all[1]);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/items\//);
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), all[1]);
});

pageTest("/ goes to the box and takes its words, Esc leaves it, letters stay letters in it", {}, async (page) => {
  await search(page, { q: "study centre" });
  await page.keyboard.press("/");
  assert.equal(await focused(page), "q");
  await page.keyboard.type("jk/?");
  assert.equal(await page.locator("#q").inputValue(), "jk/?");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape"); // The first may have closed suggestions.
  assert.notEqual(await focused(page), "q");
});

pageTest("? lists the keys, Esc closes the list", { lang: "zh" }, async (page) => {
  await search(page, { q: "2019" });
  await page.keyboard.press("?");
  const list = page.getByRole("dialog");
  await list.waitFor();
  assert.equal(await list.getByRole("heading").textContent(), "键盘快捷键");
  await page.keyboard.press("j");
  assert.equal(await page.locator("li.current").count(), 0);
  await page.keyboard.press("Escape");
  await list.waitFor({ state: "hidden" });
});

pageTest("a search is made and narrowed without a pointer, the focus stays where it was", {}, async (page) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "Skip to the content");
  await page.keyboard.press("/");
  await page.keyboard.type("2019");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=2019/);
  const box = page.locator('#filters input[name="lang"][value="zh"]');
  await box.focus();
  await page.keyboard.press("Space");
  await page.waitForURL(/lang=zh/);
  await page.waitForFunction(() => document.activeElement?.value === "zh");
  await page.waitForFunction(() =>
    document.getElementById("status").textContent === document.getElementById("total").textContent);
});
