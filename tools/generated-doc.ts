import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";

/** A document in `docs/` that is made from the code, and the command that makes it. */
export interface GeneratedDoc {
  readonly file: URL;
  readonly command: string;
  readonly compose: () => Promise<string>;
}

/** Joins paragraphs, headings and table lines to Markdown as the project formats it. */
export async function formatMarkdown(lines: readonly string[], file: URL): Promise<string> {
  const joined = lines.map((line) => (line.startsWith("|") ? line : `\n${line}\n`)).join("\n");
  const config = await resolveConfig(fileURLToPath(file));
  return format(joined, { ...config, parser: "markdown" });
}

/** Writes the document; with `--check` it only says whether the one on disk is up to date. */
export async function keepDoc({ file, command, compose }: GeneratedDoc): Promise<void> {
  const fresh = await compose();
  if (!process.argv.includes("--check")) {
    writeFileSync(file, fresh);
    return;
  }
  if (existsSync(file) && readFileSync(file, "utf8") === fresh) return;
  const name = file.pathname.split("/").slice(-2).join("/");
  console.error(`${name} 已过期，请运行 ${command} 重新生成`);
  process.exitCode = 1;
}
