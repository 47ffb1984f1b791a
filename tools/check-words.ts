import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

// Words that official texts of this field no longer use; the product never says them of anybody.
const BANNED = ["黑名" + "单", "老" + "赖"];
/** Where a word may stand because the text is about the word itself. */
const ABOUT_WORDS = [
  /^tests\//,
  /^docs\//,
  /^domain\/rules\//,
  // The pack of this list bans the word from its papers.
  /^domain\/packs\/culture-tourism\.ts$/,
];

const files = spawnSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  encoding: "utf8",
})
  .stdout.split("\n")
  .filter((name) => /\.(ts|tsx|md|css|js|json)$/.test(name) && !name.startsWith("tests/histories/"))
  .filter((name) => !ABOUT_WORDS.some((pattern) => pattern.test(name)));
const found = files.filter((name) => {
  try {
    const text = readFileSync(name, "utf8");
    return BANNED.some((word) => text.includes(word));
  } catch {
    return false;
  }
});
for (const name of found) console.error(`${name} uses a word that official texts no longer use`);
process.exit(found.length === 0 ? 0 : 1);
