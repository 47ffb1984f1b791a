import { asc, eq, sql } from "drizzle-orm";
import { strFromU8, strToU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportArchive } from "../../api/use-cases/export-archive.ts";
import { CHAIN_START, hashLink } from "../../records/chain.ts";
import { findChainFaults, type StoredLink } from "../../records/verify-chain.ts";
import { caseEvents, caseFiles } from "../../schema/index.ts";
import { evidenceOf } from "../support/case-content.ts";
import { TEST_DRAWING } from "../support/test-drawing.ts";
import { OFFICER, startRunningCases, type RunningCases } from "../support/running-cases.ts";
import { bringTo } from "../workflows/play-story.ts";
import { WAY } from "../workflows/stories.ts";

let cases: RunningCases;
let caseId: string;
let links: readonly StoredLink[];
let head: { readonly version: number; readonly chainHead: string };

beforeAll(async () => {
  cases = await startRunningCases("2026-03-13");
  caseId = await bringTo(cases, WAY["notice-legal-review"]);
  const { database } = cases;
  const [row] = await database.select().from(caseFiles).where(eq(caseFiles.caseId, caseId));
  if (row === undefined) throw new Error("no such case");
  head = row;
  links = await readLinks();
});
afterAll(async () => {
  await cases.stop();
});

const readLinks = () =>
  cases.database
    .select()
    .from(caseEvents)
    .where(eq(caseEvents.caseId, caseId))
    .orderBy(asc(caseEvents.seq));

const faultsOf = (stored: readonly StoredLink[]) => findChainFaults(caseId, stored, head);

/** The links with one of them made different. */
function withLink(seq: number, change: (link: StoredLink) => StoredLink): readonly StoredLink[] {
  return links.map((link) => (link.seq === seq ? change(link) : link));
}

/** A link forged anew, as somebody would who knows how. */
function forge(link: StoredLink): StoredLink {
  return { ...link, hash: hashLink(caseId, link.seq, link.body, link.previousHash) };
}

/** The links with two neighbors in each other's place. */
function withSwapped(seq: number): readonly StoredLink[] {
  return links
    .map((link) => {
      if (link.seq === seq) return { ...link, seq: seq + 1 };
      return link.seq === seq + 1 ? { ...link, seq } : link;
    })
    .toSorted((one, other) => one.seq - other.seq);
}

describe("the chain of a case's events", () => {
  it("is intact as it was written, link by link up to the head", () => {
    expect(links.length).toBeGreaterThanOrEqual(7);
    expect(links.map((link) => link.seq)).toEqual(links.map((_, index) => index + 1));
    expect(links[0]?.previousHash).toBe(CHAIN_START);
    expect(links.at(-1)?.hash).toBe(head.chainHead);
    expect(faultsOf(links)).toEqual([]);
  });

  it("shows every single body that was changed, by one character", () => {
    for (const { seq } of links) {
      const changed = withLink(seq, (link) => ({ ...link, body: `${link.body} ` }));
      expect(faultsOf(changed)).toEqual([{ seq, kind: "changed" }]);
    }
  });

  it("shows a changed event whose digest was forged to fit: the next link does not", () => {
    for (const { seq } of links) {
      const forged = withLink(seq, (link) => forge({ ...link, body: "{}" }));
      const isLast = seq === links.length;
      const kind = isLast ? "missing" : "out-of-order";
      expect(faultsOf(forged)).toEqual([{ seq: seq + 1, kind }]);
    }
  });

  it("shows every event that is missing, the first and the last too", () => {
    for (const { seq } of links) {
      const rest = links.filter((link) => link.seq !== seq);
      const isLast = seq === links.length;
      expect(faultsOf(rest)[0]).toEqual({ seq: isLast ? seq : seq + 1, kind: "missing" });
    }
    expect(faultsOf([])).toEqual([{ seq: 1, kind: "missing" }]);
  });

  it("shows a missing event behind which the others moved up", () => {
    const closed = links
      .filter((link) => link.seq !== 3)
      .map((link) => (link.seq > 3 ? forge({ ...link, seq: link.seq - 1 }) : link));
    expect(faultsOf(closed)[0]).toEqual({ seq: 3, kind: "out-of-order" });
  });

  it("shows two events in each other's place, forged to fit or not", () => {
    for (const { seq } of links.slice(0, -1)) {
      const swapped = withSwapped(seq);
      const places = [seq, seq + 1];
      const changed = places.map((place) => ({ seq: place, kind: "changed" }));
      expect(faultsOf(swapped).slice(0, 2)).toEqual(changed);
      const moved = places.map((place) => ({ seq: place, kind: "out-of-order" }));
      expect(faultsOf(swapped.map(forge)).slice(0, 2)).toEqual(moved);
    }
  });

  it("shows an event of another case, and one that names another algorithm", () => {
    expect(findChainFaults("another-case", links, head)[0]).toEqual({ seq: 1, kind: "changed" });
    const renamed = withLink(2, (link) => ({ ...link, algorithm: "none" }));
    expect(faultsOf(renamed)).toEqual([{ seq: 2, kind: "unknown-algorithm" }]);
  });
});

describe("the archive of a case", () => {
  let archived: string;
  beforeAll(async () => {
    archived = await cases.openCase();
    const evidence = evidenceOf("scan");
    const blobHash = await cases.deps.blobs.put(strToU8("示例"));
    for (const evidenceId of ["first", "second", "third"]) {
      const attached = { ...evidence, evidenceId, blobHash };
      await cases.act(archived, OFFICER, { kind: "attach-evidence", evidence: attached });
    }
  });

  async function readIndexes(): Promise<{ readonly chain: unknown; readonly page: string }> {
    const { database, deps } = cases;
    const { bytes } = await exportArchive(
      { ...deps, database, drawing: TEST_DRAWING },
      OFFICER,
      archived,
    );
    const files = unzipSync(bytes, { filter: ({ name }) => name.startsWith("index.") });
    const read = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
    const { chain } = JSON.parse(read("index.json")) as { chain: unknown }; // compared as it is
    return { chain, page: read("index.html") };
  }

  it("says that the chain is intact", async () => {
    const { chain, page } = await readIndexes();
    expect(chain).toBe("intact");
    expect(page).toContain("散列链完整");
  });

  it("says where it is not, when somebody with all rights changed the table", async () => {
    await changeBody(3);
    const { chain, page } = await readIndexes();
    expect(chain).toEqual([{ seq: 3, kind: "changed" }]);
    expect(page).toContain("散列链有1处不符");
  });

  async function changeBody(seq: number): Promise<void> {
    const { database } = cases;
    await database.execute(sql`alter table case_events disable trigger user`);
    await database.execute(
      sql`update case_events set body = '{}' where case_id = ${archived} and seq = ${seq}`,
    );
    await database.execute(sql`alter table case_events enable trigger user`);
  }
});
