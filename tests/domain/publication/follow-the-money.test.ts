import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { describeAsMoneyEntities } from "../../../domain/publication/follow-the-money.ts";
import type { ListingRecord } from "../../../domain/publication/listing-record.ts";
import { parseDay } from "../../../domain/deadlines/calendar-day.ts";
import { makeUpUscc } from "../../../demo/life/made-up-parties.ts";
import { ensurePython } from "../../support/python.ts";

const ADDRESS = "https://mingdan.example/register/1";

const RECORD: ListingRecord = {
  schema: "mingdan.listing/1",
  entryId: "0b9f3d0c-0d3c-4d7e-8d35-000000000001",
  version: 1,
  state: "shown",
  listId: "unpaid-wages",
  listName: "拖欠农民工工资失信联合惩戒对象名单",
  authorityName: "【虚构】苍梧县人力资源和社会保障局",
  decisionNumber: "苍人社列决〔2026〕1号",
  decidedOn: parseDay("2026-03-13"),
  listedThrough: parseDay("2029-03-13"),
  party: {
    kind: "legal-person",
    role: "employer",
    name: "【虚构】梧州云雀示例劳务有限公司",
    identifier: makeUpUscc(7),
    address: null,
    phone: null,
  },
  grounds: "逾期未支付",
  legalBasis: [],
  basisDocuments: [],
  measures: [{ rowId: "M03", title: "限制投标", article: "", implementers: [], term: "" }],
  removalConditions: "",
  removalProcedure: "",
  reconsiderationOrgan: "",
  court: "",
  removal: null,
  disputedSince: null,
  corrections: [],
};

function validate(entities: readonly object[]) {
  const input = entities.map((entity) => JSON.stringify(entity)).join("\n");
  const python = ensurePython();
  return spawnSync(python, ["tests/python/validate_ftm.py"], { input, encoding: "utf8" });
}

describe("entries in the FollowTheMoney model", { timeout: 120_000 }, () => {
  it("are taken by the model's own library, of organizations and of persons", () => {
    const person = {
      ...RECORD,
      entryId: "0b9f3d0c-0d3c-4d7e-8d35-000000000002",
      party: { ...RECORD.party, kind: "natural-person" as const, name: "欧阳**" },
    };
    const entities = [RECORD, person].flatMap((each) => describeAsMoneyEntities(each, ADDRESS));
    const { status, stdout, stderr } = validate(entities);
    expect([status, stdout.trim()], stderr).toEqual([0, "4"]);
  });

  it("would not be taken with a property that the model lacks, or a value it does not know", () => {
    const [subject] = describeAsMoneyEntities(RECORD, ADDRESS);
    const odd = { ...subject, properties: { ...subject.properties, oddity: ["x"] } };
    const wrong = { ...subject, properties: { ...subject.properties, country: ["nowhere"] } };
    expect(validate([odd]).stderr).toContain("no property oddity");
    expect(validate([wrong]).stderr).toContain("Entity validation failed");
  });
});
