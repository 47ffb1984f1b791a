import { describe, expect, it } from "vitest";
import { openCase, type CaseOpening } from "../../../domain/case-file/open-case.ts";
import { EMPLOYER, openScene } from "../../support/case-builder.ts";
import {
  ACTORS,
  contextOf,
  COUNTY_AUTHORITY,
  moment,
  WAGES_PACK,
  WORLD,
  type World,
} from "../../support/case-world.ts";
import { eventTypes, expectContentRefusal } from "../../support/judgements.ts";
import { ruleIdsOf } from "../../support/rule-check.ts";
import type { Actor } from "../../../domain/case-file/actor.ts";

function open(
  opening: Partial<CaseOpening> = {},
  actor: Actor = ACTORS["case-officer"],
  world: Partial<World> = {},
) {
  const context = contextOf({ ...WORLD, ...world }, actor, moment("2026-03-13"));
  return openCase({ ...EMPLOYER, ...opening }, context);
}

describe("opening a case", () => {
  it("when an officer opens it, then it is a draft that pins pack and catalog", () => {
    expect(eventTypes(open())).toEqual(["CaseFileOpened"]);
    expect(openScene("2026-03-13").file).toMatchObject({
      stage: "draft",
      version: 1,
      listId: "unpaid-wages",
      packVersion: WAGES_PACK.version,
      catalogEdition: EMPLOYER.catalogEdition,
      authorityId: "cangwu-hrss",
      openedOn: "2026-03-13",
      officerId: "officer",
      contributors: ["officer"],
    });
  });

  it.each(["legal-reviewer", "head", "supervisor", "party", "system"] as const)(
    "is refused to the role %s",
    (role) => {
      expect(ruleIdsOf(open({}, ACTORS[role]))).toEqual(["role"]);
    },
  );

  it("is refused to an officer of another authority", () => {
    const stranger = { ...ACTORS["case-officer"], authorityId: "elsewhere" };
    expect(ruleIdsOf(open({}, stranger))).toEqual(["role"]);
  });

  it("R12 is refused under a pack that is blocked", () => {
    const pack = { ...WAGES_PACK, readiness: "blocked" } as const;
    expect(ruleIdsOf(open({}, ACTORS["case-officer"], { pack }))).toEqual(["R12"]);
  });

  it("R25 is refused to a park office", () => {
    const authority = { ...COUNTY_AUTHORITY, level: "park" } as const;
    expect(ruleIdsOf(open({}, ACTORS["case-officer"], { authority }))).toEqual(["R25"]);
  });

  it("is refused for a kind of party or a role that the list does not know", () => {
    const pack = { ...WAGES_PACK, partyKinds: ["legal-person"], coListedRoles: [] } as const;
    expectContentRefusal(
      open({ partyKind: "natural-person" }, ACTORS["case-officer"], { pack }),
      "“拖欠农民工工资失信联合惩戒对象名单”不列入自然人（用人单位）",
    );
    expectContentRefusal(
      open({ partyRole: "responsible-manager" }, ACTORS["case-officer"], { pack }),
      "“拖欠农民工工资失信联合惩戒对象名单”不列入法人（直接负责的主管人员）",
    );
  });
});
