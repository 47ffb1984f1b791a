import { spawnSync } from "node:child_process";
import { createHash, generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportArchive } from "../../api/use-cases/export-archive.ts";
import { findPublicKeys, writeAnchors } from "../../api/use-cases/read-anchors.ts";
import { makeAnchor } from "../../activities/anchors/make-anchor.ts";
import { hashLink } from "../../records/chain.ts";
import { ACTORS } from "../support/case-world.ts";
import { evidenceOf } from "../support/case-content.ts";
import { ensurePython } from "../support/python.ts";
import { TEST_DRAWING } from "../support/test-drawing.ts";
import { OFFICER, startRunningCases, type RunningCases } from "../support/running-cases.ts";

/** A case file as it was downloaded: its files by their paths. */
type Files = Record<string, Uint8Array>;

interface AnchorLine {
  statement: string;
  keyId: string;
  signature: string;
  changes: { caseKey: string; leaf: string }[];
}

interface EventLine {
  seq: number;
  type: string;
  at: string;
  actId: string;
  algorithm: string;
  previousHash: string;
  hash: string;
  body: string;
}

interface Index {
  caseId: string;
  caseKey: string;
  events: number;
  chainHead: string;
  chain: unknown;
  anchor: { sequence: number; hash: string } | null;
  entries: { path: string; bytes: number; sha256: string; title: string }[];
}

let cases: RunningCases;
let python: string;
let folder: string;
let original: Files;
let anchors: readonly AnchorLine[];
let keys: string;
let signingKey: KeyObject;

beforeAll(async () => {
  python = ensurePython();
  folder = mkdtempSync(join(tmpdir(), "mingdan-verify-"));
  cases = await startRunningCases("2026-03-13");
  signingKey = cases.deps.signing.privateKey;
  const caseId = await cases.openCase();
  const others = [await cases.openCase(), await cases.openCase()];
  for (const day of ["14", "15", "16"]) {
    await attach(caseId, `of-${day}`);
    await attach(others[Number(day) % 2] ?? caseId, `other-${day}`);
    await cases.moveClockTo(`2026-03-${day}T09:00:00+08:00`);
    await makeAnchor(cases.deps);
  }
  const deps = { ...cases.deps, database: cases.database, drawing: TEST_DRAWING };
  original = unzipSync((await exportArchive(deps, OFFICER, caseId)).bytes);
  const lines: AnchorLine[] = [];
  for await (const line of writeAnchors(deps, 0)) lines.push(JSON.parse(line) as AnchorLine);
  anchors = lines;
  keys = JSON.stringify({ keys: await findPublicKeys(deps) });
});
afterAll(async () => {
  await cases.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function attach(caseId: string, evidenceId: string): Promise<void> {
  const blobHash = await cases.deps.blobs.put(strToU8(`示例 ${evidenceId}`));
  const evidence = { ...evidenceOf(evidenceId), blobHash };
  await cases.act(caseId, ACTORS["case-officer"], { kind: "attach-evidence", evidence });
}

interface Input {
  readonly files?: Files;
  readonly zip?: Uint8Array;
  readonly anchors?: readonly AnchorLine[];
  readonly keys?: string;
}

function verify(input: Input, command: "case" | "anchors" = "case", more: readonly string[] = []) {
  const at = (name: string): string => join(folder, name);
  writeFileSync(at("case.zip"), input.zip ?? zipSync(input.files ?? original));
  const lines = (input.anchors ?? anchors).map((line) => JSON.stringify(line)).join("\n");
  writeFileSync(at("anchors.jsonl"), lines);
  writeFileSync(at("keys.json"), input.keys ?? keys);
  const subject =
    command === "case" ? [at("case.zip"), "--anchors", at("anchors.jsonl")] : [at("anchors.jsonl")];
  const args = ["tools/verify/verify.py", command, ...subject, "--keys", at("keys.json"), ...more];
  const { status, stdout, stderr } = spawnSync(python, args, { encoding: "utf8" });
  return { status, said: `${stdout}${stderr}` };
}

const readEvents = (files: Files): EventLine[] =>
  strFromU8(files["events.jsonl"] ?? new Uint8Array())
    .split("\n")
    .map((line) => JSON.parse(line) as EventLine);
const writeEvents = (files: Files, events: readonly EventLine[]): Files => ({
  ...files,
  "events.jsonl": strToU8(events.map((event) => JSON.stringify(event)).join("\n")),
});
const readIndex = (files: Files): Index =>
  JSON.parse(strFromU8(files["index.json"] ?? new Uint8Array())) as Index;

const evidencePath = (files: Files): string =>
  Object.keys(files).find((path) => path.startsWith("evidence/")) ?? "";

/** What somebody can do who holds the signing key and the server: the index put right and signed anew. */
function signAgain(files: Files, change: (index: Index) => Index = (index) => index): Files {
  const old = readIndex(files);
  const entries = old.entries
    .filter(({ path }) => files[path] !== undefined)
    .map((entry) => {
      const bytes = files[entry.path] ?? new Uint8Array();
      return { ...entry, bytes: bytes.length, sha256: sha256(bytes) };
    });
  const events = readEvents(files);
  const last = events.at(-1);
  const put = { ...old, entries, events: events.length, chainHead: last?.hash ?? "" };
  const bytes = strToU8(JSON.stringify(change(put)));
  const signature = sign(null, bytes, signingKey).toString("base64");
  const keyId = (JSON.parse(keys) as { keys: { keyId: string }[] }).keys[0]?.keyId;
  const text = JSON.stringify({ keyId, algorithm: "Ed25519", signature });
  return { ...files, "index.json": bytes, "index.sig.json": strToU8(text) };
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The chain forged anew over events, as the system itself would have done it. */
function forge(files: Files, events: readonly EventLine[]): EventLine[] {
  const { caseId } = readIndex(files);
  let previousHash = "0".repeat(64);
  return events.map((event, place) => {
    const seq = place + 1;
    const hash = hashLink(caseId, seq, event.body, previousHash);
    const forged = { ...event, seq, previousHash, hash };
    previousHash = hash;
    return forged;
  });
}

const editBody = (event: EventLine): EventLine => ({
  ...event,
  body: event.body.replace("示例证据", "别的证据"),
});
const edit = <Item>(items: readonly Item[], place: number, change: (item: Item) => Item): Item[] =>
  items.map((item, at) => (at === place ? change(item) : item));
const without = <Item>(items: readonly Item[], place: number): Item[] =>
  items.filter((_, at) => at !== place);
const swap = <Item>(items: readonly Item[], one: number, other: number): Item[] =>
  items.map((item, at) => (at === one ? items[other] : at === other ? items[one] : item) ?? item);
const onEvents = (change: (events: EventLine[]) => EventLine[]) => (): Input => ({
  files: writeEvents(original, change(readEvents(original))),
});
const byInsider = (change: (events: EventLine[]) => EventLine[]) => (): Input => ({
  files: signAgain(writeEvents(original, forge(original, change(readEvents(original))))),
});
const onFiles = (change: (files: Files) => Files) => (): Input => ({
  files: change({ ...original }),
});
const onAnchors = (change: (lines: AnchorLine[]) => AnchorLine[]) => (): Input => ({
  anchors: change(anchors.map((line) => ({ ...line, changes: [...line.changes] }))),
});
const onStatement = (change: (statement: Record<string, unknown>) => object) => (): Input => ({
  anchors: edit(anchors, 1, (line) => ({
    ...line,
    statement: JSON.stringify(change(JSON.parse(line.statement) as Record<string, unknown>)),
  })),
});
const strangersSignature = (text: string): string =>
  sign(null, Buffer.from(text), generateKeyPairSync("ed25519").privateKey).toString("base64");
const remove = (path: string) => (files: Files) =>
  Object.fromEntries(Object.entries(files).filter(([each]) => each !== path));

/** Everything that is tried; each must be found, whoever did it. */
const MANIPULATIONS: readonly (readonly [string, () => Input])[] = [
  ["an event's body is edited", onEvents((events) => edit(events, 3, editBody))],
  [
    "an event's body is edited and its own digest put right",
    onEvents((events) =>
      edit(events, 3, (event) => {
        const edited = editBody(event);
        const { caseId } = readIndex(original);
        return { ...edited, hash: hashLink(caseId, event.seq, edited.body, event.previousHash) };
      }),
    ),
  ],
  [
    "the moment beside an event is edited",
    onEvents((e) => edit(e, 1, (x) => ({ ...x, at: "2020-01-01T00:00:00.000Z" }))),
  ],
  [
    "the kind beside an event is edited",
    onEvents((e) => edit(e, 1, (x) => ({ ...x, type: "CaseWithdrawn" }))),
  ],
  [
    "the act beside an event is edited",
    onEvents((e) => edit(e, 1, (x) => ({ ...x, actId: "other" }))),
  ],
  ["an event in the middle is deleted", onEvents((events) => without(events, 2))],
  ["the first event is deleted", onEvents((events) => without(events, 0))],
  ["the last event is cut off", onEvents((events) => events.slice(0, -1))],
  ["half of the events are cut off", onEvents((events) => events.slice(0, 3))],
  ["all events are gone", onFiles((files) => ({ ...files, "events.jsonl": new Uint8Array() }))],
  ["two events change places", onEvents((events) => swap(events, 2, 3))],
  [
    "two events change places and numbers",
    onEvents((events) => swap(events, 2, 3).map((x, i) => ({ ...x, seq: i + 1 }))),
  ],
  [
    "an event stands there twice",
    onEvents((events) => [...events.slice(0, 3), ...events.slice(2)]),
  ],
  [
    "an event is put in between",
    onEvents((e) => [...e.slice(0, 2), { ...(e[2] as EventLine), actId: "x" }, ...e.slice(2)]),
  ],
  [
    "an event is appended",
    onEvents((e) => [...e, { ...(e.at(-1) as EventLine), seq: e.length + 1 }]),
  ],
  [
    "a line is no JSON",
    onFiles((files) => ({
      ...files,
      "events.jsonl": Buffer.concat([files["events.jsonl"] ?? Buffer.alloc(0), Buffer.from("\n{")]),
    })),
  ],
  ["the algorithm is renamed", onEvents((e) => edit(e, 1, (x) => ({ ...x, algorithm: "md5" })))],
  [
    "the whole chain is forged anew over an edited event",
    onEvents((events) => forge(original, edit(events, 3, editBody))),
  ],
  [
    "a piece of evidence is edited",
    onFiles((files) => ({ ...files, [evidencePath(files)]: strToU8("别的") })),
  ],
  ["a piece of evidence is removed", onFiles((files) => remove(evidencePath(files))(files))],
  ["a file is added", onFiles((files) => ({ ...files, "papers/99-extra.pdf": strToU8("%PDF") }))],
  [
    "two files change places",
    onFiles((files) => ({
      ...files,
      "deliveries.json": files["events.jsonl"] ?? new Uint8Array(),
      "events.jsonl": files["deliveries.json"] ?? new Uint8Array(),
    })),
  ],
  [
    "the receipts are edited",
    onFiles((files) => ({ ...files, "deliveries.json": strToU8("[{}]") })),
  ],
  [
    "the page of contents is edited",
    onFiles((files) => ({ ...files, "index.html": strToU8("<p>改</p>") })),
  ],
  [
    "the index is edited",
    onFiles((files) => ({
      ...files,
      "index.json": strToU8(
        strFromU8(files["index.json"] ?? new Uint8Array()).replace('"stage": "', '"stage": "x'),
      ),
    })),
  ],
  ["the signature is removed", onFiles(remove("index.sig.json"))],
  [
    "the signature is a stranger's",
    onFiles((files) => ({
      ...files,
      "index.sig.json": strToU8(
        JSON.stringify({
          ...(JSON.parse(strFromU8(files["index.sig.json"] ?? new Uint8Array())) as object),
          signature: strangersSignature(strFromU8(files["index.json"] ?? new Uint8Array())),
        }),
      ),
    })),
  ],
  [
    "the public key is another",
    () => ({
      keys: JSON.stringify({
        keys: [
          {
            keyId: "other",
            publicKey: generateKeyPairSync("ed25519")
              .publicKey.export({ type: "spki", format: "der" })
              .toString("base64"),
          },
        ],
      }),
    }),
  ],
  [
    "an insider forges the chain over an edited event and signs",
    byInsider((events) => edit(events, 3, editBody)),
  ],
  ["an insider leaves an event out, forges and signs", byInsider((events) => without(events, 3))],
  ["an insider cuts off the end, forges and signs", byInsider((events) => events.slice(0, 3))],
  ["an insider changes the order, forges and signs", byInsider((events) => swap(events, 2, 3))],
  [
    "an insider puts an event in between, forges and signs",
    byInsider((e) => [...e.slice(0, 3), ...e.slice(2)]),
  ],
  [
    "an insider gives the case another name in the anchors and signs",
    () => ({ files: signAgain(original, (index) => ({ ...index, caseKey: "0".repeat(64) })) }),
  ],
  [
    "an insider lends the name of another case and signs",
    () => ({
      files: signAgain(original, (index) => ({
        ...index,
        caseKey: anchors[0]?.changes.find((each) => each.caseKey !== index.caseKey)?.caseKey ?? "",
      })),
    }),
  ],
  [
    "an insider swaps a piece of evidence and signs",
    () => ({ files: signAgain({ ...original, [evidencePath(original)]: strToU8("别的") }) }),
  ],
  [
    "an insider says that the chain was broken and signs",
    () => ({ files: signAgain(original, (index) => ({ ...index, chain: [] })) }),
  ],
  ["the first anchor is deleted", onAnchors((lines) => without(lines, 0))],
  ["an anchor in the middle is deleted", onAnchors((lines) => without(lines, 1))],
  ["the last anchor is cut off", onAnchors((lines) => lines.slice(0, -1))],
  ["two anchors change places", onAnchors((lines) => swap(lines, 0, 1))],
  ["an anchor stands there twice", onAnchors((lines) => [...lines.slice(0, 2), ...lines.slice(1)])],
  [
    "the day of an anchor is edited",
    onStatement((statement) => ({ ...statement, day: "2026-03-01" })),
  ],
  [
    "the root of an anchor is edited",
    onStatement((statement) => ({ ...statement, root: "0".repeat(64) })),
  ],
  [
    "an anchor is signed by a stranger",
    onAnchors((lines) =>
      edit(lines, 1, (line) => ({ ...line, signature: strangersSignature(line.statement) })),
    ),
  ],
  [
    "a leaf of an anchor is edited",
    onAnchors((lines) =>
      edit(lines, 0, (line) => ({
        ...line,
        changes: edit(line.changes, 0, (each) => ({ ...each, leaf: "0".repeat(64) })),
      })),
    ),
  ],
  [
    "a leaf of an anchor is removed",
    onAnchors((lines) =>
      edit(lines, 0, (line) => ({ ...line, changes: without(line.changes, 0) })),
    ),
  ],
  [
    "a leaf is moved to another case",
    onAnchors((lines) =>
      edit(lines, 0, (line) => ({
        ...line,
        changes: edit(line.changes, 0, (each) => ({ ...each, leaf: line.changes[1]?.leaf ?? "" })),
      })),
    ),
  ],
];

describe("the stand-alone verifier", { timeout: 120_000 }, () => {
  it("finds nothing in a case file and anchors as they were downloaded", () => {
    expect(verify({})).toMatchObject({ status: 0, said: expect.stringContaining("完好 INTACT") });
    expect(verify({}, "anchors")).toMatchObject({ status: 0 });
    expect(anchors).toHaveLength(3);
  });

  it("knows at least thirty ways in which they can be manipulated, all different", () => {
    expect(MANIPULATIONS.length).toBeGreaterThanOrEqual(30);
    expect(new Set(MANIPULATIONS.map(([name]) => name)).size).toBe(MANIPULATIONS.length);
  });

  it.each(MANIPULATIONS)("finds that %s", (_, manipulate) => {
    const { status, said } = verify(manipulate());
    expect([status, said]).toEqual([1, expect.stringContaining("有改动 NOT INTACT")]);
  });

  it("finds that anchors were cut off, by the digest that somebody noted", () => {
    const { anchor } = readIndex(original);
    const head = ["--head", anchor?.hash ?? ""];
    expect(verify({}, "anchors", head).status).toBe(0);
    expect(verify({ anchors: anchors.slice(0, -1) }, "anchors", head).status).toBe(1);
  });

  it("says what cannot be checked at all, which is neither intact nor manipulated", () => {
    expect(verify({ zip: strToU8("no zip") }).status).toBe(2);
    expect(verify({ files: { "a.txt": strToU8("a") } }).status).toBe(2);
    expect(verify({ keys: "{}" }).status).toBe(2);
  });

  it("computes SM3 by hand where OpenSSL has none: the standard's own examples", () => {
    const code =
      "import sys; sys.path.insert(0, 'tools/verify'); from sm3 import sm3_by_hand as s; print(s(b'abc').hex(), s(b'abcd'*16).hex())";
    const { stdout } = spawnSync(python, ["-c", code], { encoding: "utf8" });
    expect(stdout.trim().split(" ")).toEqual([
      "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
      "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
    ]);
  });
});
