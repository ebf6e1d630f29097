// axe-core on a page as it stands. It is put in through the devtools, past the content policy, which
// stays in force for the page.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

// Returns each rule that is broken, with the first elements that break it: `color-contrast: .note`.
export async function violations(page) {
  const tools = await page.context().newCDPSession(page);
  await tools.send("Runtime.evaluate", { expression: SOURCE });
  const answer = await tools.send("Runtime.evaluate", {
    expression: `axe.run(document, ${JSON.stringify({ runOnly: WCAG_22_AA, resultTypes: ["violations"] })})
      .then((found) => JSON.stringify({ checked: found.passes.length, violations: found.violations }))`,
    awaitPromise: true,
    returnByValue: true,
  });
  await tools.detach();
  const { checked, violations: found } = JSON.parse(answer.result.value);
  if (checked < 10) throw new Error(`axe checked ${checked} rules only`);
  return found.map(({ id, nodes }) =>
    `${id}: ${nodes.slice(0, 4).map((node) => `${node.target.join(" ")} (${node.failureSummary})`).join("; ")}`);
}
