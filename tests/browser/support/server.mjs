// The real programs over a small archive: indexed into a folder of its own, served on a free port of
// this machine, gone with stop(). BULLETIN_BIN names the folder of the programs.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const PROGRAMS = process.env.BULLETIN_BIN ?? fileURLToPath(new URL("../../../build/release/bin", import.meta.url));
const CORPUS = fileURLToPath(new URL("../../../corpus", import.meta.url));
const START_MS = 60_000;

function run(program, args) {
  const done = spawnSync(join(PROGRAMS, program), args, { encoding: "utf8" });
  if (done.status !== 0) {
    throw new Error(`cannot run ${program} ${args.join(" ")}: ${done.error ?? done.stderr}`);
  }
}

// The address in `listening on http://127.0.0.1:PORT/`, as the server tells it.
function addressOf(server) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("cannot start the server: it does not listen")), START_MS);
    const told = [];
    createInterface({ input: server.stderr }).on("line", (line) => {
      told.push(line);
      const found = /listening on (http:\/\/\S+?)\/?$/.exec(line);
      if (!found) return;
      clearTimeout(late);
      resolve(found[1]);
    });
    server.once("exit", (code) => {
      clearTimeout(late);
      reject(new Error(`cannot start the server: it ended with ${code}: ${told.join("\n")}`));
    });
  });
}

// Serves the shipped corpus, or `items`, objects as a feed has them. Returns {address, stop}.
export async function startServer(items) {
  const folder = mkdtempSync(join(tmpdir(), "bulletin-browser-"));
  let source = CORPUS;
  if (items) {
    source = join(folder, "items");
    mkdirSync(source);
    const lines = items.map((item) => `${JSON.stringify(item)}\n`);
    if (lines.length > 0) writeFileSync(join(source, "items.jsonl"), lines.join(""));
  }
  const index = join(folder, "index");
  run("bulletin-index", ["sync", "--db", index, source]);
  const server = spawn(join(PROGRAMS, "bulletin-search"),
    ["serve", "--quiet", "--db", index, "--listen", "127.0.0.1:0"],
    { stdio: ["ignore", "ignore", "pipe"] });
  const gone = new Promise((resolve) => server.once("close", resolve));
  const kill = () => server.kill("SIGKILL");
  process.once("exit", kill);
  const address = await addressOf(server);
  return {
    address,
    async stop() {
      server.kill("SIGTERM");
      await gone;
      process.off("exit", kill);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
