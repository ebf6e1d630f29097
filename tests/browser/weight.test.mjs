// How much a first page is on its way, gzipped: counted by the browser, headers included.
import assert from "node:assert/strict";
import { pageTest, useServer } from "./support/browser.mjs";

useServer();

const MOST_BYTES = 60_000;

async function received(page, path) {
  const wire = await page.context().newCDPSession(page);
  await wire.send("Network.enable");
  let bytes = 0;
  wire.on("Network.loadingFinished", (done) => {
    bytes += done.encodedDataLength;
  });
  await page.goto(path, { waitUntil: "networkidle" });
  return bytes;
}

const PAGES = [["start, with its map", "/"], ["50 hits", "/?q=2019&limit=50"], ["help", "/help"]];

for (const [name, path] of PAGES) {
  pageTest(`a first page with its style and scripts is below 60 kB: ${name}`, {}, async (page) => {
    const bytes = await received(page, path);
    console.log(`${name}: ${bytes} bytes`);
    assert.ok(bytes > 5_000 && bytes < MOST_BYTES, `${bytes} bytes`);
  });
}

pageTest("what was received once is not sent again", {}, async (page) => {
  const first = await received(page, "/?q=2019");
  const again = await received(page, "/?q=2018");
  assert.ok(again < first / 2, `${again} after ${first} bytes`);
});
