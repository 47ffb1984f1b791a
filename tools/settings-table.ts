import { readFileSync, writeFileSync } from "node:fs";
import { describeSettings } from "../platform/settings.ts";

// The table of settings in the operations guide is made from the settings themselves.
const FILE = "docs/operations.md";
const [START, END] = ["<!-- settings:start -->", "<!-- settings:end -->"];

const rows = describeSettings().map(
  ({ name, meaning, default: standard }) =>
    `| \`${name}\` | ${meaning} | ${standard === "" ? "—" : `\`${standard}\``} |`,
);
const table = ["| 设置 | 含义 | 默认 |", "|---|---|---|", ...rows].join("\n");
const text = readFileSync(FILE, "utf8");
const [before, rest] = text.split(START);
const after = rest?.split(END)[1];
if (before === undefined || after === undefined)
  throw new Error(`${FILE} has no place for the table`);
const fresh = `${before}${START}\n\n${table}\n\n${END}${after}`;
if (!process.argv.includes("--check")) writeFileSync(FILE, fresh);
else if (fresh !== text) {
  console.error(`${FILE} is stale: run \`npx tsx tools/settings-table.ts\``);
  process.exit(1);
}
