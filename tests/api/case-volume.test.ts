import { sql } from "drizzle-orm";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMPANY_CODE } from "../support/matter-bodies.ts";
import { publishCase } from "../support/published-case.ts";
import { startRunningApi, STRANGER, type Caller, type RunningApi } from "../support/running-api.ts";
import { type ReadElement, readPdf } from "../templates/read-pdf.ts";

const DAY = "2026-03-13";
let api: RunningApi;
let officer: Caller;
let caseId: string;

beforeAll(async () => {
  api = await startRunningApi(DAY);
  officer = await api.as("case-officer");
  caseId = await publishCase(api, DAY);
});
afterAll(async () => {
  await api.stop();
});

interface Line {
  readonly place: string;
  readonly number: string | null;
  readonly author: string;
  readonly title: string;
  readonly pages: string | null;
}

const sheetOf = (caller: Caller, sheet: string) =>
  caller.get(`/api/case-files/${caseId}/volume/${sheet}`);

/** The data inside a sheet, as a program takes them out. */
function dataOf(bytes: Uint8Array, sheet: string): Record<string, unknown> {
  const twin: unknown = JSON.parse(
    readPdf(bytes).attachments.get(`${sheet}.json`)?.toString("utf8") ?? "{}",
  );
  return (twin as { data: Record<string, unknown> }).data; // written by the template
}

const wordsOf = (bytes: Uint8Array): string => readPdf(bytes).elements.flatMap(textsOf).join("\n");

function textsOf(element: ReadElement): string[] {
  return element.children.length > 0 ? element.children.flatMap(textsOf) : [element.text];
}

describe("the volume of a case", () => {
  it("has a cover with number, party, both ends, the outcome and what it holds", async () => {
    const response = await sheetOf(officer, "volume-cover");
    expect(response.headers["content-type"]).toContain("application/pdf");
    const file = await api.cases.read(caseId);
    const words = wordsOf(response.rawPayload);
    const decision = file.papers.find((paper) => paper.kind === "listing-decision");
    for (const text of [
      file.caseNumber,
      "梧州云雀示例劳务有限公司",
      "2026年3月13日",
      `决定列入（${decision?.number ?? "?"}）`,
      "尚未结案",
      "【示例】officer",
    ]) {
      expect(words).toContain(text);
    }
    // What the archive of the authority decides is left to be filled in by hand.
    expect(dataOf(response.rawPayload, "volume-cover")).toMatchObject({
      retention: null,
      archivedOn: null,
      closedOn: null,
    });
  });

  it("prints how long it is kept once the authority has entered it", async () => {
    const setRetention = (value: string) =>
      api.cases.database.execute(
        sql`update authorities set profile = ${sql.raw(value)} where authority_id = 'cangwu-hrss'`,
      );
    const { authorityId } = await api.cases.read(caseId);
    expect(authorityId).toBe("cangwu-hrss");
    await setRetention(`profile || '{"archiveRetention":"【示例】三十年"}'`);
    expect(wordsOf((await sheetOf(officer, "volume-cover")).rawPayload)).toContain(
      "【示例】三十年",
    );
    await setRetention(`profile - 'archiveRetention'`);
  });

  it("lists every paper and piece of evidence with the very page on which it begins", async () => {
    const archive = await officer.get(`/api/case-files/${caseId}/archive`);
    const files = unzipSync(archive.rawPayload);
    const contents = files["volume/volume-contents.pdf"] ?? new Uint8Array();
    const lines = dataOf(contents, "volume-contents")["lines"] as readonly Line[]; // as the template has them
    const file = await api.cases.read(caseId);
    const papers = Object.keys(files).filter((path) => path.startsWith("papers/"));
    expect(papers.length).toBe(file.papers.length);
    expect(lines).toHaveLength(file.papers.length + file.evidence.length);
    expect(lines.slice(0, papers.length).map((line) => line.number)).toEqual(
      file.papers.map((paper) => paper.number),
    );
    let first = 1;
    for (const [place, path] of papers.toSorted().entries()) {
      expect(lines[place]?.pages?.split("-")[0], path).toBe(String(first));
      first += readPdf(files[path] ?? new Uint8Array()).pageCount;
    }
    const basis = file.basisDocuments[0];
    const order = lines.find((line) => line.number === basis?.number);
    expect(order?.author).toBe(basis?.issuingOrgan);
    expect(lines.map((line) => line.place)).toEqual(lines.map((_, place) => String(place + 1)));
  });

  it("closes with a sheet on which whoever bound it stands, and the last link of the chain", async () => {
    const bytes = (await sheetOf(officer, "volume-remarks")).rawPayload;
    const index = unzipSync((await officer.get(`/api/case-files/${caseId}/archive`)).rawPayload);
    const { chainHead } = JSON.parse(strFromU8(index["index.json"] ?? new Uint8Array())) as {
      chainHead: string; // written by the archive
    };
    expect(dataOf(bytes, "volume-remarks")).toMatchObject({ chainHead });
    const words = wordsOf(bytes);
    for (const text of ["【示例】officer", "逐条核对一致", "检查人", "案件尚在办理"]) {
      expect(words).toContain(text);
    }
  });

  it("is drawn for officials who may know of the case, and for nobody else", async () => {
    expect((await sheetOf(await api.signIn(STRANGER), "volume-cover")).statusCode).toBe(404);
    const party = await api.signInParty(caseId, COMPANY_CODE.slice(-6));
    expect((await sheetOf(party, "volume-cover")).statusCode).toBe(403);
    const nobody = await api.app.inject({ url: `/api/case-files/${caseId}/volume/volume-cover` });
    expect(nobody.statusCode).toBe(401);
    expect((await sheetOf(officer, "volume-back")).statusCode).toBe(400);
  });

  it("that an overseer takes out is put on record, and names nobody as its binder", async () => {
    const supervisor = await api.as("supervisor");
    const bytes = (await sheetOf(supervisor, "volume-remarks")).rawPayload;
    expect(dataOf(bytes, "volume-remarks")).toMatchObject({ binder: null });
    const { rows } = await api.cases.database.execute(
      sql`select purpose from readings where case_id = ${caseId} and user_id = 'supervisor'`,
    );
    expect(rows.map((row) => row["purpose"])).toContain("监督检查调取案卷");
  });
});
