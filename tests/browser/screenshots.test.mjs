// Pictures to look at, kept in the build folder (BULLETIN_SCREENSHOTS). A test fails only where a page
// has a fault or shows nothing; whether it is pleasant is for people to say.
import assert from "node:assert/strict";
import { mkdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pageTest, useServer } from "./support/browser.mjs";
import { drawRange } from "./support/states.mjs";

const FOLDER = process.env.BULLETIN_SCREENSHOTS ?? join(tmpdir(), "bulletin-screenshots");

useServer();
mkdirSync(FOLDER, { recursive: true });

const openFirst = (selector) => async (page) => {
  await page.locator(selector).first().click();
};

const PICTURES = [
  { name: "start", path: "/", whole: true },
  { name: "results", path: "/?q=study+centre&country=CN&country=ZM&date=2019", whole: true },
  { name: "readings", path: "/?q=kazakhstan+dec+2019" },
  { name: "map", path: "/map" },
  { name: "histogram-brushed", path: "/?q=centre", act: drawRange },
  { name: "item", path: "/items/e002?q=football", whole: true },
  { name: "item-why", path: "/?q=study+centre", act: openFirst("details.why > summary") },
  { name: "why", path: "/items/e063/why?q=study+centre" },
  { name: "nothing-found", path: "/?q=%2Bkazakstan&country=KZ" },
  { name: "help", path: "/help" },
  { name: "phone-start", path: "/", phone: true },
  { name: "phone", path: "/?q=study+centre", phone: true },
  { name: "phone-item", path: "/items/e002", phone: true },
  { name: "phone-filters", path: "/?q=study+centre#filters", phone: true, whole: true },
  { name: "dark", path: "/?q=study+centre", dark: true },
  { name: "dark-map", path: "/map?q=2019", dark: true },
  { name: "dark-item", path: "/items/e002", dark: true },
  { name: "no-script", path: "/?q=study+centre", script: false },
  { name: "chinese", path: "/?q=学习中心+2019年", lang: "zh" },
  { name: "chinese-start", path: "/", lang: "zh" },
  { name: "chinese-phone", path: "/?q=学习中心+2019年", lang: "zh", phone: true },
  { name: "chinese-item", path: "/?q=哈萨克斯坦", lang: "zh", act: openFirst(".hits a.title") },
];

for (const { name, path, act, whole = false, ...options } of PICTURES) {
  pageTest(`picture: ${name}`, options, async (page) => {
    await page.goto(path);
    await act?.(page);
    await page.waitForLoadState("networkidle");
    const file = join(FOLDER, `${name}.png`);
    await page.screenshot({ path: file, fullPage: whole });
    assert.ok(statSync(file).size > 10_000, "the picture shows something");
  });
}
