// A phone: nothing is wider than the screen, choices are folded away until they are asked for.
import assert from "node:assert/strict";
import { eitherWay, useServer } from "./support/browser.mjs";
import { apply, assertNoSidewaysScroll, parameters, search, tick } from "./support/results.mjs";

useServer();

const PLACES = ["/", "/?q=study+centre&country=CN&country=ZM&date=2019..2020", "/?q=kazakhstan+dec+2019",
  "/map?q=2019", "/items/e002", "/items/e002/why?q=football+courses", "/help", "/?q=zebraaa", "/?sort=title&page=3"];

for (const lang of ["en", "zh"]) {
  eitherWay(`no page scrolls sideways: ${lang}`, { lang, phone: true }, async (page) => {
    for (const place of PLACES) {
      await page.goto(place);
      await assertNoSidewaysScroll(page);
    }
  });
}

eitherWay("the first hit is on the first screen, choices one tap away", { phone: true }, async (page, script) => {
  await search(page, { q: "2019" });
  const box = await page.locator(".hits > li").first().boundingBox();
  assert.ok(box.y < 700, `the first hit begins at ${box.y}`);
  await page.getByRole("link", { name: "Narrow down" }).tap();
  const zambia = page.locator('#filters input[value="ZM"]');
  assert.equal(await zambia.isVisible(), !script, "facets are folded, where a script can");
  if (script) await page.locator("#filters summary", { hasText: "Country/Region" }).tap();
  await zambia.waitFor();
  await zambia.scrollIntoViewIfNeeded();
  const before = (await zambia.boundingBox()).y;
  await tick(page, "country", "ZM", script);
  if (script) {
    assert.ok(await zambia.isVisible(), "what was opened stays open");
    assert.ok(Math.abs((await zambia.boundingBox()).y - before) < 60, "and where it was on the screen");
  } else {
    await apply(page);
  }
  await parameters(page, (p) => p.get("country") === "ZM");
});
