import { eq, sql, type SQL } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "../../platform/database.ts";
import { nextNumber } from "../../records/number-papers.ts";
import { caseFiles, papers } from "../../schema/index.ts";
import { objectionTo, openTestDatabase, storeCase, type OpenedDatabase } from "./stored-case.ts";

let opened: OpenedDatabase;

beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(async () => {
  await opened.close();
});

const take = (series: string, year = "2026"): Promise<string> =>
  inTransaction(opened.database, (tx) => nextNumber(tx, series, year));

async function takeInVain(series: string): Promise<string> {
  let taken = "";
  const failure = new Error("what was to be numbered could not be stored");
  const work = inTransaction(opened.database, async (tx) => {
    taken = await nextNumber(tx, series, "2026");
    throw failure;
  });
  await expect(work).rejects.toBe(failure);
  return taken;
}

const numbers = (count: number, series: string): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${series}〔2026〕${String(index + 1)}号`);

describe("the numbers of a series (文号)", () => {
  it("are 1 to 40 when forty papers are issued at once, each given once", async () => {
    const taken = await Promise.all(Array.from({ length: 40 }, () => take("苍人社列决")));
    expect(taken.toSorted()).toEqual(numbers(40, "苍人社列决").toSorted());
  });

  it("have no gap where a transaction failed: its number was never given", async () => {
    expect(await take("苍人社移决")).toBe("苍人社移决〔2026〕1号");
    expect(await takeInVain("苍人社移决")).toBe("苍人社移决〔2026〕2号");
    expect(await take("苍人社移决")).toBe("苍人社移决〔2026〕2号");
  });

  it("have neither gap nor double when failing and succeeding transactions mix", async () => {
    const mixed = Array.from({ length: 24 }, (_, index) =>
      index % 3 === 0 ? takeInVain("苍人社列告").then(() => null) : take("苍人社列告"),
    );
    const taken = (await Promise.all(mixed)).filter((number) => number !== null);
    expect(taken.toSorted()).toEqual(numbers(16, "苍人社列告").toSorted());
  });

  it("start at 1 in another year, and go on in the year before", async () => {
    expect(await take("苍人社修告")).toBe("苍人社修告〔2026〕1号");
    expect(await take("苍人社修告", "2027")).toBe("苍人社修告〔2027〕1号");
    expect(await take("苍人社修告")).toBe("苍人社修告〔2026〕2号");
  });
});

describe("a paper that was given a number", () => {
  it("keeps it for good, void or not: neither number nor paper is changed or deleted", async () => {
    const { database } = opened;
    const caseId = await storeCase(database);
    const [file] = await database.select().from(caseFiles).where(eq(caseFiles.caseId, caseId));
    const number = await take("苍人社送证");
    await database.insert(papers).values({
      ...{ paperId: "paper-1", caseId, partyId: file?.partyId ?? "", kind: "proof-of-service" },
      ...{ number, issuedOn: "2026-03-16", checkCode: "CODE-1", packVersion: "1" },
    });
    const forbidden = { state: "42501" };
    const attempt = (query: SQL) => objectionTo(database.execute(query));
    expect(await attempt(sql`update papers set number = 'x'`)).toMatchObject(forbidden);
    expect(await attempt(sql`update papers set kind = 'x'`)).toMatchObject(forbidden);
    expect(await attempt(sql`delete from papers`)).toMatchObject(forbidden);
    expect(await attempt(sql`truncate papers cascade`)).toMatchObject(forbidden);
    expect(await attempt(sql`update papers set render_hash = 'made'`)).toBeNull();
    const again = database.insert(papers).values({
      ...{ paperId: "paper-2", caseId, partyId: file?.partyId ?? "", kind: "proof-of-service" },
      ...{ number, issuedOn: "2026-03-16", checkCode: "CODE-2", packVersion: "1" },
    });
    expect(await objectionTo(again)).toMatchObject({ state: "23505" });
  });
});
