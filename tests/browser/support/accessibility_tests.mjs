// WCAG 2.2 AA by axe-core: every state of the page in one language, light at a desk and dark on a
// phone, and as it is where no script of the page runs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useServer, visitor } from "./browser.mjs";
import { violations } from "./accessibility.mjs";
import { STATES, show } from "./states.mjs";

const VISITORS = [
  { name: "desktop, light" },
  { name: "phone, dark", dark: true, phone: true },
  { name: "no script of the page", unscripted: true },
];

// Where scripts are off altogether axe could not run either: the page gets empty ones.
const withoutScripts = (page) => page.route(/\/assets\/.*\.mjs/, (route) =>
  route.fulfill({ contentType: "text/javascript", body: "" }));

export function testAccessibility(lang) {
  useServer();
  for (const { name, unscripted = false, ...options } of VISITORS) {
    test(`no violation: ${lang}, ${name}`, async () => {
      const { page, faults, close } = await visitor({ lang, refused: [400, 404], ...options });
      if (unscripted) await withoutScripts(page);
      try {
        for (const state of STATES.filter((one) => !unscripted || !one.needsScript)) {
          await show(page, state);
          assert.deepEqual([...(await violations(page)), ...faults], [], state.name);
        }
      } finally {
        await close();
      }
    });
  }
}
