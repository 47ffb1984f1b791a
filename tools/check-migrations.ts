import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

// The tables in code and the SQL files must say the same: generating again must yield nothing.
const FOLDER = "schema/migrations";
const META = join(FOLDER, "meta");

function list(): ReadonlySet<string> {
  return new Set([...readdirSync(FOLDER), ...readdirSync(META).map((name) => join("meta", name))]);
}

const before = list();
const generated = spawnSync("npx", ["--no-install", "drizzle-kit", "generate", "--name", "probe"], {
  encoding: "utf8",
});
const added = [...list()].filter((name) => !before.has(name));
if (generated.status !== 0) {
  console.error(generated.stderr || generated.stdout);
  process.exit(1);
}
if (added.length > 0) {
  for (const name of added) rmSync(join(FOLDER, name));
  spawnSync("git", ["checkout", "--", join(META, "_journal.json")]);
  console.error("the tables have changed: run `npx drizzle-kit generate` and review the SQL file");
  process.exit(1);
}
