// What a page of results says, and how it is waited for.
import assert from "node:assert/strict";

export const search = (page, parameters) => page.goto(`/?${new URLSearchParams(parameters)}`);

// The figure in `39 items`, `39 条`.
export async function total(page) {
  const words = await page.locator("#total").textContent();
  return Number(words.replace(/[^0-9]/g, ""));
}

export const titles = (page) => page.locator(".hits a.title").allTextContents();

// The parameters of the page's address, waited for until `isThere`.
export async function parameters(page, isThere = () => true) {
  await page.waitForURL((url) => isThere(url.searchParams));
  await settled(page);
  return new URL(page.url()).searchParams;
}

// No choice is on its way any more.
export async function settled(page) {
  await page.locator("html:not(.busy)").waitFor();
  await page.waitForLoadState();
}

// The figure beside a value of a facet.
export async function countOf(page, name, value) {
  const row = page.locator(`#filters label.row:has(input[name="${name}"][value="${value}"])`);
  return Number((await row.locator(".count").first().textContent()).replace(/[^0-9]/g, ""));
}

// Ticks or clears a value; without a script the form has to be sent.
export async function tick(page, name, value, hasScript) {
  const box = page.locator(`#filters input[name="${name}"][value="${value}"]`);
  const before = page.url();
  await box.click();
  if (hasScript) {
    await page.waitForURL((url) => url.href !== before);
    await settled(page);
  }
}

export async function apply(page) {
  await Promise.all([page.waitForNavigation(), page.locator("#filters button.apply").click()]);
}

export async function assertNoSidewaysScroll(page) {
  const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(inner <= outer, `${page.url()} is ${inner} wide on a screen of ${outer}`);
}
