// Every distinct state of the page, by name: an address, and what is done there. One of them has all
// facets; the others are small, because axe looks at each row.
export const STATES = [
  { name: "start", path: "/" },
  { name: "results", path: "/?q=study+centre" },
  { name: "chosen", path: "/?q=kazakhstan+dec+2019&country=KZ&country=CN&date=2019-12&lang=en&page=1" },
  { name: "last page", path: "/?q=country:ZM&sort=title&limit=2&page=2" },
  { name: "why open", path: "/?q=country:KZ", act: openWhy },
  { name: "suggestions", path: "/", act: suggest, needsScript: true },
  { name: "brushed", path: "/?q=country:KZ", act: drawRange, needsScript: true },
  { name: "keys", path: "/?q=country:KZ", act: (page) => page.keyboard.press("?"), needsScript: true },
  { name: "nothing found", path: "/?q=%2Bkazakstan&country=KZ" },
  { name: "item", path: "/items/e002?q=football" },
  { name: "why", path: "/items/e002/why?q=football+-courses+date:2019" },
  { name: "map", path: "/map?q=country:ZM" },
  { name: "help", path: "/help" },
  { name: "not found", path: "/items/nothing" },
  { name: "bad address", path: "/?q=kazakhstan&date=soon" },
];

async function openWhy(page) {
  await page.locator("details.why > summary").first().click();
}

async function suggest(page) {
  await page.locator("#q").pressSequentially("uni");
  await page.getByRole("option").first().waitFor();
  await page.locator("#q").press("ArrowDown");
}

// Draws from the middle to four fifths and holds.
export async function drawRange(page) {
  const box = await page.locator(".histogram svg").first().boundingBox();
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.5, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.65, y);
  await page.mouse.move(box.x + box.width * 0.8, y);
}

export async function show(page, state) {
  await page.goto(state.path);
  await state.act?.(page);
}
