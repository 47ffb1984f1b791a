import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PaperRemaking } from "../../api/use-cases/remake-paper.ts";
import { papers, paperTemplates } from "../../schema/index.ts";
import { templateOf } from "../../templates/papers/template.ts";
import { FLAWLESS, findFlaws } from "../support/html-checks.ts";
import { startRunningApi, type RunningApi } from "../support/running-api.ts";
import { bringTo } from "../workflows/play-story.ts";
import { WAY } from "../workflows/stories.ts";

let api: RunningApi;
let paperId: string;
let decisionId: string;
beforeAll(async () => {
  api = await startRunningApi("2026-03-13");
  const { cases } = api;
  const caseId = await bringTo(cases, WAY["decision-service"]);
  await cases.until(caseId, (file) => file.papers.every((paper) => paper.fileHash !== null));
  const rows = await cases.database.select().from(papers).where(eq(papers.caseId, caseId));
  const idOf = (kind: string) => rows.find((row) => row.kind === kind)?.paperId ?? "";
  [paperId, decisionId] = [idOf("prior-notice"), idOf("listing-decision")];
});
afterAll(() => api.stop());

const remake = async (id = paperId) =>
  (await (await api.as("auditor")).get(`/api/papers/${id}/remaking`)).json<PaperRemaking>();
const change = (columns: Partial<typeof papers.$inferInsert>, id = paperId) =>
  api.cases.database.update(papers).set(columns).where(eq(papers.paperId, id));

async function readRow(id = paperId) {
  const [row] = await api.cases.database.select().from(papers).where(eq(papers.paperId, id));
  if (row === undefined) throw new Error("no paper");
  return row;
}

/** A version with another wording, kept as if papers had been made from it once. */
async function keepOldVersion(): Promise<string> {
  const { source } = templateOf("prior-notice");
  const text = source.text.replace("# 拟列入严重失信主体名单告知书", "# 拟列入名单事先告知书");
  const old = canonicalize({ ...source, text }) ?? "";
  const version = createHash("sha256").update(old).digest("hex");
  const row = { version, kind: "prior-notice", source: old, keptAt: new Date() };
  await api.cases.database.insert(paperTemplates).values(row);
  return version;
}

describe("an issued paper that is made again", () => {
  it("is the same, byte for byte, as the record and the kept file say; its template and what it was made with are kept", async () => {
    const row = await readRow();
    const remade = await remake();
    expect(remade).toMatchObject({ outcome: "same", differences: [] });
    expect(remade.recordedHash).toBe(row.renderHash);
    expect([remade.fileHash, remade.remadeHash]).toEqual([row.renderHash, row.renderHash]);
    const kept = await api.cases.database.select().from(paperTemplates);
    const template = kept.find(({ version }) => version === row.templateVersion);
    expect(
      createHash("sha256")
        .update(template?.source ?? "")
        .digest("hex"),
    ).toBe(row.templateVersion);
    expect(row.madeWith).toMatchObject({
      fonts: expect.any(Array) as unknown,
      zlib: expect.any(String) as unknown,
    });
  });

  it("is for officials, and has a page", async () => {
    const page = await (await api.as("case-officer")).get(`/papers/${paperId}/remaking`);
    expect(findFlaws(page.body)).toEqual(FLAWLESS);
    expect(page.body).toContain("逐字节相同");
    const stranger = await api.app.inject({ url: `/api/papers/${paperId}/remaking` });
    expect(stranger.statusCode).toBe(401);
  });

  it("says that fonts or renderer are other ones now, instead of differing without a word", async () => {
    const { madeWith } = await readRow();
    await change({ madeWith: { ...(madeWith as object), fonts: ["Other 00"], renderer: "1" } });
    expect(await remake()).toMatchObject({ outcome: "same", differences: ["renderer", "fonts"] });
    await change({ madeWith });
  });

  it("of another version has the words of that version, on its page as well; what the record does not bear out is said", async () => {
    const row = await readRow();
    await change({ templateVersion: await keepOldVersion() });
    const page = await (await api.as("case-officer")).get(`/papers/${paperId}`);
    expect(page.body).toContain("拟列入名单事先告知书");
    expect(await remake()).toMatchObject({ outcome: "differs", differences: [] });
    await change({ templateVersion: "0".repeat(64) });
    expect(await remake()).toMatchObject({ outcome: "not-kept", remadeHash: null });
    await change({ templateVersion: row.templateVersion });
    expect(await remake()).toMatchObject({ outcome: "same" });
  });

  it("is the one that the head signed for, as paper, signature and record say alike", async () => {
    const { outcome, signature, draft } = await remake(decisionId);
    expect([outcome, signature.state]).toEqual(["same", "holds"]);
    expect(signature.signer.join()).toContain("苍梧县人力资源和社会保障局");
    const signed = draft?.signedHash;
    expect(signed).toMatch(/^[0-9a-f]{64}$/);
    expect(draft).toEqual({
      agrees: true,
      inPaper: signed,
      signedHash: signed,
      computedHash: signed,
    });
    expect((await remake()).draft).toBeNull(); // a notice is approved by a legal reviewer
    const page = await (await api.as("case-officer")).get(`/papers/${decisionId}/remaking`);
    expect(page.body).toContain("是签发人所签的");
    expect(page.body).toContain("电子签名成立");
  });

  it("made from another draft than the signed one, or with a signature over something else, says so", async () => {
    const { encryption, blobs } = api.deps;
    const { dataSealed, servedBlob } = await readRow(decisionId);
    const data = JSON.parse(encryption.decryptField(dataSealed ?? "")) as object;
    const withHash = (draftHash?: string) =>
      change(
        { dataSealed: encryption.encryptField(JSON.stringify({ ...data, draftHash })) },
        decisionId,
      );
    await withHash("0".repeat(64));
    expect(await remake(decisionId)).toMatchObject({
      outcome: "differs",
      draft: { agrees: false },
    });
    await withHash(); // as in papers that were made before their data named the draft
    expect((await remake(decisionId)).draft).toMatchObject({ agrees: true, inPaper: null });
    await change({ dataSealed }, decisionId);

    const file = Buffer.from(await blobs.get(servedBlob ?? ""));
    file.writeUInt8(file.readUInt8(200) ^ 1, 200);
    await change({ servedBlob: await blobs.put(file) }, decisionId);
    expect(await remake(decisionId)).toMatchObject({
      outcome: "differs",
      signature: { state: "broken" },
    });
    await change({ servedBlob }, decisionId);
    expect(await remake(decisionId)).toMatchObject({ outcome: "same", draft: { agrees: true } });
  });

  it("keeps its templates as they were written down", async () => {
    const wish = api.cases.database.update(paperTemplates).set({ source: "{}" });
    await expect(wish).rejects.toThrow();
  });
});
