import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderPapers } from "../../activities/papers/render-papers.ts";
import type { SealEntry } from "../../platform/seals-file.ts";
import { messages, papers } from "../../schema/index.ts";
import { hashUnsigned } from "../../templates/sign-paper.ts";
import { eventTypesOf } from "../support/case-store.ts";
import { ACTORS, COUNTY_AUTHORITY } from "../support/case-world.ts";
import { readSignature } from "../../platform/signing/read-signature.ts";
import { startRunningCases, type RunningCases } from "../support/running-cases.ts";
import { bringTo } from "../workflows/play-story.ts";
import { WAY } from "../workflows/stories.ts";

let cases: RunningCases;

beforeAll(async () => {
  cases = await startRunningCases("2026-03-13");
});
afterAll(async () => {
  await cases.stop();
});

const approve = (caseId: string) =>
  cases.act(caseId, ACTORS["legal-reviewer"], { kind: "approve-notice", opinion: "同意" });

async function untilMade(caseId: string) {
  await cases.until(caseId, (file) => file.papers.every((paper) => paper.fileHash !== null));
  const [row] = await cases.database.select().from(papers).where(eq(papers.caseId, caseId));
  if (row?.servedBlob == null || row.fileBlob === null) throw new Error("no paper was made");
  return { ...row, servedBlob: row.servedBlob, fileBlob: row.fileBlob };
}

describe("a paper that an act issues", () => {
  it("is signed with the authority's seal, on both copies, at the moment of the act", async () => {
    const caseId = await bringTo(cases, WAY["notice-legal-review"]);
    await approve(caseId);
    const row = await untilMade(caseId);
    for (const blob of [row.servedBlob, row.fileBlob]) {
      const bytes = await cases.deps.blobs.get(blob);
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(blob);
      const signature = readSignature(bytes);
      expect(signature).toMatchObject({
        coversWholeFile: true,
        digestMatches: true,
        valueMatches: true,
      });
      expect(signature?.certificate.subjectNames[0]).toBe(COUNTY_AUTHORITY.name);
    }
    const served = await cases.deps.blobs.get(row.servedBlob);
    expect(hashUnsigned(served)).toBe(row.renderHash);
    expect(served.toString("latin1")).toMatch(/\/M \(D:20260313\d{6}Z\)/);
  });

  it("is signed once: made again, it keeps its bytes and nothing is recorded", async () => {
    const caseId = await bringTo(cases, WAY["notice-legal-review"]);
    await approve(caseId);
    const before = await untilMade(caseId);
    const events = await eventTypesOf(cases.database, caseId);
    await Promise.all([renderPapers(cases.deps, caseId), renderPapers(cases.deps, caseId)]);
    expect(await untilMade(caseId)).toEqual(before);
    expect(await eventTypesOf(cases.database, caseId)).toEqual(events);
  });

  it("waits while the seal is not in force, the act kept and people told; put right, it is signed by itself", async () => {
    const file = cases.settings.sealsFile;
    const good = await readFile(file, "utf8");
    const { seals } = JSON.parse(good) as { seals: SealEntry[] };
    const lapsed = seals.map((seal) => ({ ...seal, until: "2026-03-01" }));
    await writeFile(file, JSON.stringify({ seals: lapsed }));

    const caseId = await bringTo(cases, WAY["notice-legal-review"]);
    expect(await approve(caseId)).toMatchObject({ outcome: "accepted", stage: "notice-service" });
    const told = await untilTold(caseId);
    expect(told.map((each) => each.recipient).toSorted()).toEqual(
      [ACTORS["case-officer"].userId, `head/${COUNTY_AUTHORITY.authorityId}`].toSorted(),
    );
    expect(told[0]?.text).toContain("已经制发，但未能签章：登记的电子印章在文书成文日不在有效期内");
    expect((await cases.read(caseId)).papers[0]).toMatchObject({ fileHash: null });

    await writeFile(file, good);
    const row = await untilMade(caseId);
    expect(readSignature(await cases.deps.blobs.get(row.servedBlob))?.valueMatches).toBe(true);
    expect(await readTold(caseId)).toHaveLength(2);
  });
});

describe("the head's signature", () => {
  it("R55 is refused while the seal is missing or not in force, saying what is wrong; put right, it is taken", async () => {
    const file = cases.settings.sealsFile;
    const good = await readFile(file, "utf8");
    const { seals } = JSON.parse(good) as { seals: SealEntry[] };
    const caseId = await bringTo(cases, WAY["sign-off"]);
    const { proposal } = await cases.read(caseId);
    const sign = () =>
      cases.act(caseId, ACTORS.head, {
        kind: "sign-decision",
        draftHash: proposal?.draftHash ?? "",
      });
    for (const [entries, problem] of [
      [seals.map((seal) => ({ ...seal, until: "2026-03-01" })), "在文书成文日不在有效期内"],
      [seals.map((seal) => ({ ...seal, name: "另一机关" })), "登记的印章名称与机关名称不一致"],
    ] as const) {
      await writeFile(file, JSON.stringify({ seals: entries }));
      const refused = await sign();
      expect(refused).toMatchObject({ outcome: "refused" });
      expect(JSON.stringify(refused)).toContain("R55");
      expect(JSON.stringify(refused)).toContain(problem);
      expect((await cases.read(caseId)).stage).toBe("sign-off");
    }
    await writeFile(file, good);
    expect(await sign()).toMatchObject({ outcome: "accepted", stage: "decision-service" });
  });
});

async function readTold(caseId: string) {
  const rows = await cases.database.select().from(messages).where(eq(messages.caseId, caseId));
  return rows.filter((row) => row.text.includes("未能签章"));
}

async function untilTold(caseId: string) {
  for (;;) {
    const told = await readTold(caseId);
    if (told.length > 0) return told;
    await pause(25);
  }
}
