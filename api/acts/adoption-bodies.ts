import { Type } from "typebox";
import type {
  AdoptionCommand,
  AdoptionCommandKind,
  ConsultedGroup,
  CriteriaSite,
  LegislativeMatter,
  Registration,
  RegulationOrgan,
} from "../../domain/adoption/adoption.ts";
import {
  CONSULTED_GROUP_TITLES,
  CRITERIA_SITE_TITLES,
  LEGAL_RANK_TITLES,
  LEGISLATIVE_MATTER_TITLES,
  REGULATION_ORGAN_TITLES,
} from "../../domain/glossary.ts";
import type { LegalRank } from "../../domain/packs/law-pack.ts";
import { day, dayOrNull, EVIDENCE_REF, line, oneOf, text, toDay, toDayOrNull } from "./parts.ts";
import { defineRegistryAct, type RegistryBody } from "./registry-body.ts";

const CLOSED = { additionalProperties: false } as const;

/** The words of a table of titles; the glossary has one for every word. */
const wordsOf = <Word extends string>(titles: Readonly<Record<Word, string>>): Word[] =>
  Object.keys(titles) as Word[]; // the keys of a record of words

export const GROUPS_ASKED = wordsOf<ConsultedGroup>(CONSULTED_GROUP_TITLES).filter(
  (group): group is Exclude<ConsultedGroup, "public"> => group !== "public",
);
const SITES = wordsOf<CriteriaSite>(CRITERIA_SITE_TITLES);

const BASIS = Type.Object(
  {
    name: line("设列依据名称", 300),
    number: text("公布文号", 200),
    article: line("条款"),
    rank: oneOf("效力层级", wordsOf<LegalRank>(LEGAL_RANK_TITLES)),
    organ: oneOf("制定机关", wordsOf<RegulationOrgan>(REGULATION_ORGAN_TITLES)),
    matter: oneOf("规定事项", wordsOf<LegislativeMatter>(LEGISLATIVE_MATTER_TITLES)),
    inForceFrom: dayOrNull("施行日（草案为空）"),
    inForceTo: dayOrNull("失效日"),
  },
  { ...CLOSED, title: "设列依据" },
);

/** 登记拟设的地方名单. */
export const REGISTRATION_BODY: RegistryBody<Registration> = defineRegistryAct(
  Type.Object(
    {
      code: Type.String({ title: "名单代码", pattern: "^[a-z][a-z0-9-]{1,40}$" }),
      listName: line("名单名称"),
      proposer: line("提出机关"),
      area: Type.Union(
        [Type.Literal(1), Type.Literal(2), Type.Literal(3), Type.Literal(4), Type.Null()],
        { title: "设列领域", description: "四类领域之一；不属于任何一类的为空" },
      ),
      basis: BASIS,
    },
    CLOSED,
  ),
  ({ code, listName, proposer, area, basis }) => ({
    listId: `local/${code}`,
    listName,
    proposer,
    area,
    basis: {
      ...basis,
      inForceFrom: toDayOrNull(basis.inForceFrom),
      inForceTo: toDayOrNull(basis.inForceTo),
    },
  }),
);

const CRITERION = Type.Object(
  {
    title: line("认定标准", 1_000),
    article: line("条款"),
    group: oneOf("必须符合或者符合其一", ["all", "any"]),
  },
  { ...CLOSED, title: "认定标准" },
);

const CRITERIA = Type.Object(
  {
    criteria: Type.Array(CRITERION, { title: "认定标准", maxItems: 50 }),
    removalConditions: text("移出条件"),
    removalProcedure: text("移出程序"),
    remedyMeasures: text("救济措施"),
  },
  CLOSED,
);

const CONSULTATION = Type.Object(
  {
    group: oneOf("征求意见对象类别", GROUPS_ASKED),
    consulted: line("征求对象", 1_000),
    consultedOn: day("征求意见日"),
    result: line("意见", 4_000),
    evidence: EVIDENCE_REF,
  },
  CLOSED,
);

const CLOSURE = Type.Object(
  {
    closedOn: day("截止日"),
    received: Type.Integer({ title: "收到意见数", minimum: 0, maximum: 1_000_000 }),
    digest: text("意见采纳情况"),
    evidence: EVIDENCE_REF,
  },
  CLOSED,
);

const CAPTURE = Type.Object(
  {
    site: oneOf("网站", SITES),
    url: Type.String({ title: "网址", pattern: "^https?://[^\\s]+$", maxLength: 500 }),
    capturedOn: day("核查日"),
    evidence: EVIDENCE_REF,
  },
  CLOSED,
);

/** Every act on a proposed list as it comes in. */
export const ADOPTION_BODIES: Readonly<Record<AdoptionCommandKind, RegistryBody<AdoptionCommand>>> =
  {
    "state-criteria": defineRegistryAct(CRITERIA, (criteria) => ({
      kind: "state-criteria",
      criteria,
    })),
    "record-consultation": defineRegistryAct(CONSULTATION, async (body, takeEvidence) => {
      const { consultedOn, evidence, ...said } = body;
      const consultation = {
        ...said,
        consultedOn: toDay(consultedOn),
        evidence: await takeEvidence(evidence),
      };
      return { kind: "record-consultation", consultation };
    }),
    "open-comment": defineRegistryAct(
      Type.Object({ openedOn: day("公开日"), place: line("公开网址或者载体", 500) }, CLOSED),
      ({ openedOn, place }) => ({ kind: "open-comment", openedOn: toDay(openedOn), place }),
    ),
    "close-comment": defineRegistryAct(CLOSURE, async ({ closedOn, evidence, ...said }, take) => ({
      kind: "close-comment",
      ...said,
      closedOn: toDay(closedOn),
      evidence: await take(evidence),
    })),
    "publish-criteria": defineRegistryAct(
      CAPTURE,
      async ({ capturedOn, evidence, ...said }, take) => ({
        kind: "publish-criteria",
        capture: { ...said, capturedOn: toDay(capturedOn), evidence: await take(evidence) },
      }),
    ),
    "adopt-list": defineRegistryAct(Type.Object({}, CLOSED), () => ({ kind: "adopt-list" })),
    "abandon-list": defineRegistryAct(Type.Object({ reasons: text("理由") }, CLOSED), (body) => ({
      kind: "abandon-list",
      reasons: body.reasons,
    })),
  };
