import { createHash } from "node:crypto";
import { strToU8 } from "fflate";
import type { CaseFile } from "../../domain/case-file/state.ts";
import { STAGE_TITLES } from "../../domain/glossary.ts";
import type { ChainFault } from "../../records/verify-chain.ts";

/** One file of the archive. */
export interface ArchiveEntry {
  readonly path: string;
  readonly title: string;
  readonly bytes: Uint8Array;
}

/** What the index of an archive tells. */
export interface ArchiveContents {
  readonly file: CaseFile;
  readonly entries: readonly ArchiveEntry[];
  /** Where the chain of the case's events does not hold; none in an intact one. */
  readonly chainFaults: readonly ChainFault[];
  readonly packedAt: Date;
  readonly chainHead: string;
  /** The name of the case in the anchors, and the newest anchor when it was packed. */
  readonly caseKey: string;
  readonly anchor: { readonly sequence: number; readonly hash: string } | null;
}

/** The index of an archive (案卷目录), once for people and once for programs, each entry with its digest. */
export function listArchive(contents: ArchiveContents): readonly ArchiveEntry[] {
  const { file, chainFaults, packedAt, chainHead, caseKey, anchor } = contents;
  const page: ArchiveEntry = {
    path: "index.html",
    title: "案卷目录",
    bytes: strToU8(toPage(contents, contents.entries.map(describeEntry))),
  };
  const { caseId, caseNumber, stage, version } = file;
  const index = {
    schema: "mingdan.archive/1",
    caseId,
    caseNumber,
    stage,
    chainHead,
    caseKey,
    anchor,
    events: version,
    chain: chainFaults.length === 0 ? "intact" : chainFaults,
    packedAt: packedAt.toISOString(),
    entries: [page, ...contents.entries].map(describeEntry),
  };
  const bytes = strToU8(JSON.stringify(index, null, 2));
  return [page, { path: "index.json", title: "案卷目录（机读）", bytes }];
}

function describeEntry({ path, title, bytes }: ArchiveEntry) {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { path, title, bytes: bytes.length, sha256 };
}

function toPage(
  { file, chainFaults }: ArchiveContents,
  entries: readonly { path: string; title: string; sha256: string }[],
): string {
  const rows = entries.map(
    ({ path, title, sha256 }, place) =>
      `<tr><td>${String(place + 1)}</td><td><a href="${path}">${escapeHtml(title)}</a></td><td><code>${sha256}</code></td></tr>`,
  );
  const chain =
    chainFaults.length === 0 ? "完整" : `有${String(chainFaults.length)}处不符，见机读目录`;
  const heading = `案卷目录 ${escapeHtml(file.caseNumber)}`;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${heading}</title></head>
<body><h1>${heading}</h1><p>环节：${STAGE_TITLES[file.stage]}；共${String(entries.length)}件，事件${String(file.version)}条，散列链${chain}。</p>
<table><thead><tr><th scope="col">序号</th><th scope="col">材料</th><th scope="col">SHA-256</th></tr></thead><tbody>${rows.join("")}</tbody></table></body></html>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
