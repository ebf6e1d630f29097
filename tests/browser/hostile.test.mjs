// Items and queries that try to be more than text.
import assert from "node:assert/strict";
import { eitherWay, useServer } from "./support/browser.mjs";
import { search, titles, total } from "./support/results.mjs";

const TITLES = [
  "<script>document.title='broken'</script> delegation",
  "<img src=x onerror=\"document.title='broken'\"> delegation",
  "\"><svg onload=document.title='broken'> delegation '&amp;",
  "</title></style><base href=//example.org> delegation",
];

useServer(TITLES.map((title, i) => ({
  id: i === 0 ? "a/../b?c#d<e>\"" : `hostile-${i}`,
  title,
  text: `${title} The delegation came to Zambia on 5 March 2019. {{q}} \${7*7} <a href="javascript:alert(1)">here</a>`,
  lang: "en",
  url: "javascript:document.title='broken'",
  source: "<b>bold</b>",
})));

async function assertPlain(page) {
  assert.notEqual(await page.title(), "broken");
  assert.equal(await page.locator("main script, main img, main base, svg[onload], a[href^='javascript:']").count(), 0);
}

eitherWay("markup in items is shown as the text it is", {}, async (page) => {
  await search(page, { q: "delegation" });
  assert.equal(await total(page), TITLES.length);
  const shown = await titles(page);
  assert.deepEqual([...shown].sort(), [...TITLES].sort());
  await assertPlain(page);
  for (let i = 0; i < TITLES.length; ++i) {
    await search(page, { q: "delegation" });
    await page.locator(".hits a.title").nth(i).click();
    await page.waitForURL(/\/items\//);
    assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), shown[i]);
    await assertPlain(page);
  }
});

eitherWay("markup in the address is shown as the text it is", {}, async (page) => {
  for (const q of [TITLES[1], "\"><script>document.title='broken'</script>", "<b>delegation</b>"]) {
    await search(page, { q });
    assert.equal(await page.locator("#q").inputValue(), q);
    await assertPlain(page);
  }
  await page.goto(`/map?${new URLSearchParams({ q: TITLES[1] })}`);
  await assertPlain(page);
});
