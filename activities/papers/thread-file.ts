import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Loader, type Plugin, version } from "esbuild";
import { defaultFontCache } from "../../templates/fonts/open-fonts.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const ENTRY = fileURLToPath(new URL("./render-thread.ts", import.meta.url));
/** What decides, besides the sources themselves, how they are read; an installation can be without them. */
const SETTINGS = ["package-lock.json", "tsconfig.json"].map((name) => join(ROOT, name));
/** Parts of pdfkit that our files have no use for: they bring fonts, lines and pictures of their own. */
const NOT_NEEDED = /^(fontkit|linebreak|png-js)$/;
const LOADERS: Readonly<Record<string, Loader>> = { ".ts": "ts", ".json": "json" };

/** What a file for threads was made from: the content hash of every source, and its own. */
interface Made {
  readonly file: string;
  readonly hashes: Readonly<Record<string, string>>;
}

/**
 * The code of a thread that makes papers in one file, so that a thread starts in a tenth of a second instead of half of one. It is made at
 * first use into the user's cache, beside the fonts. Before it is used, everything that went into it is read and compared: where a source
 * is another one now, or the file itself, it is made anew.
 */
export async function prepareThreadFile(
  folder: string = join(dirname(defaultFontCache()), "threads"),
): Promise<string> {
  const place = join(folder, hashOf(`${ROOT}\0${process.version}\0${version}`).slice(0, 16));
  const about = join(place, "made-from.json");
  const made = await readMade(about);
  if (made !== null && (await isCurrent(made))) return made.file;
  await mkdir(place, { recursive: true });
  const fresh = await make(place);
  await writeAtomically(about, JSON.stringify(fresh));
  return fresh.file;
}

async function readMade(path: string): Promise<Made | null> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as Made; // written below, and nothing in it is believed before it is compared
  } catch {
    return null; // there is none yet
  }
}

async function isCurrent({ file, hashes }: Partial<Made>): Promise<boolean> {
  if (file === undefined || hashes?.[file] === undefined) return false;
  const same = Object.entries(hashes).map(async ([path, hash]) => (await hashFile(path)) === hash);
  return (await Promise.all(same)).every(Boolean);
}

async function make(place: string): Promise<Made> {
  const hashes: Record<string, string> = {};
  for (const path of SETTINGS) hashes[path] = await hashFile(path);
  const { outputFiles } = await build({
    ...{ absWorkingDir: ROOT, entryPoints: [ENTRY], outfile: join(place, "thread.mjs") },
    ...{ bundle: true, write: false, platform: "node", format: "esm", logLevel: "silent" },
    ...{ minifyWhitespace: true, minifySyntax: true },
    target: `node${process.versions.node}`,
    // Packages of the older kind ask for Node's own modules this way.
    banner: {
      js: `import { createRequire as toRequire } from "node:module"; const require = toRequire(${JSON.stringify(pathToFileURL(ENTRY).href)});`,
    },
    plugins: [leaveOut(), readSources(hashes)],
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error("the code of threads was not written");
  const hash = hashOf(output.contents);
  const file = join(place, `${hash}.mjs`);
  await writeAtomically(file, output.contents);
  return { file, hashes: { ...hashes, [file]: hash } };
}

/** Reads every source itself, so that what is compared later is what went in; each keeps its own address. */
function readSources(hashes: Record<string, string>): Plugin {
  return {
    name: "read-sources",
    setup({ onLoad }) {
      onLoad({ filter: /./, namespace: "file" }, async ({ path }) => {
        const content = await readFile(path, "utf8");
        hashes[path] = hashOf(content);
        const address = JSON.stringify(pathToFileURL(path).href);
        const contents = content.replaceAll("import.meta.url", address);
        return { contents, loader: LOADERS[extname(path)] ?? "js" };
      });
    },
  };
}

function leaveOut(): Plugin {
  return {
    name: "leave-out",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: NOT_NEEDED }, ({ path }) => ({ path, namespace: "not-needed" }));
      onLoad({ filter: /./, namespace: "not-needed" }, () => ({ contents: "module.exports = {}" }));
    },
  };
}

function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

const ABSENT = "absent";

async function hashFile(path: string): Promise<string> {
  const content = await readFile(path).catch(() => null);
  return content === null ? ABSENT : hashOf(content);
}

/** Writes beside and renames: two processes that make it at the same time both end with a whole file. */
async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}.${Math.trunc(performance.now() * 1000)}`;
  await writeFile(beside, content);
  await rename(beside, path);
}
