// Debian's Chromium on pages of a running server. Whatever a test asks for, each page is watched: it
// talks to its own server only, breaks no rule of its content policy and writes no error.
import assert from "node:assert/strict";
import { test, before, after } from "node:test";
import { chromium } from "playwright-core";
import { startServer } from "./server.mjs";

// A server with sanitizers on a busy machine is slow.
const PATIENCE_MS = Number(process.env.BULLETIN_PATIENCE_MS ?? 30_000);
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const DESKTOP = { viewport: { width: 1280, height: 900 } };
const LOCALES = { en: "en-GB", zh: "zh-CN" };

let browser;
let server;

// Starts what all tests of a file share; `items` as for startServer().
export function useServer(items) {
  before(async () => {
    server = await startServer(items);
    browser = await chromium.launch({
      executablePath: process.env.BULLETIN_CHROMIUM ?? "/usr/bin/chromium",
      // Tests run as root in containers, where Chromium's own walls cannot stand.
      args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
    });
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });
}

export const address = (path = "/") => server.address + path;

// What a page may not do, in words; empty for a good one. `refused`: answers that a test asks for.
function watch(page, refused) {
  const faults = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(`${server.address}/`)) faults.push(`asks another host: ${request.url()}`);
  });
  page.on("response", (answer) => {
    if (answer.status() >= 400 && !refused.includes(answer.status())) {
      faults.push(`answered ${answer.status()}: ${answer.url()}`);
    }
  });
  page.on("console", (message) => {
    // Chromium tells each refused answer as an error, too.
    const isRefusal = message.text().startsWith("Failed to load resource") && refused.length > 0;
    if (["error", "warning"].includes(message.type()) && !isRefusal) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  return faults;
}

// A new visitor: lang `en` or `zh`; `phone`; `dark`; `script: false`; `refused: [404]`.
export async function visitor({ lang = "en", phone = false, dark = false, script = true, refused = [] } = {}) {
  const context = await browser.newContext({
    ...(phone ? PHONE : DESKTOP),
    baseURL: server.address,
    locale: LOCALES[lang],
    colorScheme: dark ? "dark" : "light",
    javaScriptEnabled: script,
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  return { page, faults: watch(page, refused), close: () => context.close() };
}

// A test of one visitor's page, which has to be without fault in the end.
export function pageTest(name, options, body) {
  test(name, async () => {
    const { page, faults, close } = await visitor(options);
    try {
      await body(page, options.script ?? true);
      assert.deepEqual(faults, []);
    } finally {
      await close();
    }
  });
}

// The same test with a script and without one; the body is told which.
export function eitherWay(name, options, body) {
  for (const script of [true, false]) {
    pageTest(`${name}, script ${script ? "on" : "off"}`, { ...options, script }, body);
  }
}
