// Suggestions under the box, and input methods: nothing is asked or sent while a word is composed.
import assert from "node:assert/strict";
import { pageTest, useServer } from "./support/browser.mjs";
import { parameters } from "./support/results.mjs";

useServer();

const WAIT_MS = 600; // Longer than the pause before a question to the server.

function countRequests(page) {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  return asked;
}

pageTest("letters offer countries in both languages; arrow and Enter search for one", {}, async (page) => {
  await page.goto("/");
  const box = page.getByRole("combobox");
  await box.pressSequentially("kaz");
  const option = page.getByRole("option").first();
  assert.match(await option.textContent(), /Kazakhstan 哈萨克斯坦\s*\d/);
  assert.equal(await box.getAttribute("aria-expanded"), "true");
  await box.press("ArrowDown");
  assert.equal(await option.getAttribute("aria-selected"), "true");
  assert.equal(await box.getAttribute("aria-activedescendant"), await option.getAttribute("id"));
  await box.press("Enter");
  await parameters(page, (p) => p.get("q") === "Kazakhstan");
});

pageTest("a suggestion is taken by a click", { lang: "zh" }, async (page) => {
  await page.goto("/");
  await page.getByRole("combobox").pressSequentially("赞比");
  await page.getByRole("option").first().click();
  await parameters(page, (p) => p.get("q") === "赞比亚");
});

pageTest("Esc closes the suggestions and keeps what was typed; Enter searches it", {}, async (page) => {
  await page.goto("/");
  const box = page.getByRole("combobox");
  await box.pressSequentially("kaz");
  await page.getByRole("option").first().waitFor();
  await box.press("Escape");
  assert.equal(await page.getByRole("option").count(), 0);
  assert.equal(await box.inputValue(), "kaz");
  await box.press("Enter");
  await parameters(page, (p) => p.get("q") === "kaz");
});

pageTest("an input method composes in peace: no request, no search by its Enter", { lang: "zh" }, async (page) => {
  await page.goto("/");
  const box = page.getByRole("combobox");
  await box.focus();
  const keys = await page.context().newCDPSession(page);
  const asked = countRequests(page);
  const place = page.url();
  for (const text of ["z", "za", "zan", "zanbi"]) {
    await keys.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  }
  assert.equal(await box.inputValue(), "zanbi");
  await page.waitForTimeout(WAIT_MS);
  // The Enter that takes a word: as Chromium sends it while composing (229), and as a plain one.
  for (const windowsVirtualKeyCode of [229, 13]) {
    const key = { key: "Enter", code: "Enter", windowsVirtualKeyCode, text: "\r" };
    await keys.send("Input.dispatchKeyEvent", { type: "keyDown", ...key });
    await keys.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
  }
  await page.waitForTimeout(WAIT_MS);
  assert.deepEqual(asked, []);
  assert.equal(page.url(), place);
  await keys.send("Input.insertText", { text: "赞比亚" });
  assert.match(await box.inputValue(), /赞比亚/);
});

pageTest("what was composed is suggested for once it stands in the box", { lang: "zh" }, async (page) => {
  await page.goto("/");
  const box = page.getByRole("combobox");
  await box.focus();
  const keys = await page.context().newCDPSession(page);
  await keys.send("Input.imeSetComposition", { text: "zanbi", selectionStart: 5, selectionEnd: 5 });
  await keys.send("Input.insertText", { text: "赞比" });
  await page.getByRole("option").filter({ hasText: "赞比亚" }).waitFor();
  await box.press("Enter");
  await parameters(page, (p) => p.get("q") === "赞比");
});
