import type { FastifyInstance } from "fastify";
import { createElement } from "react";
import { officialOf } from "../../../api/routes/route-app.ts";
import type { LegalityAnswer } from "../../../api/use-cases/check-legality.ts";
import { checkUsualCourse } from "../../../api/use-cases/check-usual-course.ts";
import { BadInputError } from "../../../api/use-cases/faults.ts";
import { findLists } from "../../../api/use-cases/find-lists.ts";
import { DEFENSES, USUAL_ACTS, type UsualCourse } from "../../../api/use-cases/usual-course.ts";
import {
  AUTHORITY_LEVEL_TITLES,
  BASIS_DOCUMENT_TITLES,
  PARTY_KIND_TITLES,
  PARTY_ROLE_TITLES,
} from "../../../domain/glossary.ts";
import { FormCheck, type FieldError } from "../../forms/form-check.ts";
import type { FormInput } from "../../forms/form-input.ts";
import { makeContext, queryText, readQueryInput, type WebDeps } from "../../layout/make-context.ts";
import { sendPage } from "../../layout/send-page.ts";
import { LegalityPage } from "./page.tsx";

const FIELDS = [
  "listId",
  "level",
  "partyKind",
  "partyRole",
  "documentKind",
  "documentServedOn",
  "complianceEndsOn",
  "openedOn",
  "noticeServedOn",
  "defense",
  "proposedOn",
  "signedOn",
  "sameHands",
  "decisionServedOn",
  "act",
  "on",
] as const;

const USUAL = {
  level: "county",
  partyKind: "legal-person",
  partyRole: "employer",
  documentKind: "correction-order",
  defense: "none",
  act: "sign-decision",
};

/** The legality check along the usual course; the question is in the address and names nobody, so that it can be passed on. */
export function registerLegality(app: FastifyInstance, deps: WebDeps): void {
  app.get("/legality", async (request, reply) => {
    officialOf(request);
    const context = await makeContext(deps, request, reply);
    const open = (await findLists(deps.app)).filter((list) => list.state === "open");
    const lists = open.map(({ listId, listName }) => ({ value: listId, label: listName }));
    const asked = FIELDS.some((field) => queryText(request, field) !== "");
    const input = readQueryInput(request, FIELDS, USUAL);
    const { answer, errors } = asked ? await check(deps, input) : { answer: null, errors: [] };
    const page = createElement(LegalityPage, { context, lists, input, errors, answer });
    return sendPage(reply, page, errors.length > 0 ? 422 : 200);
  });
}

async function check(
  deps: WebDeps,
  input: FormInput,
): Promise<{ answer: LegalityAnswer | null; errors: readonly FieldError[] }> {
  const form = new FormCheck(input);
  const course = readCourse(form);
  if (course === null) return { answer: null, errors: form.errors };
  try {
    const answer = await checkUsualCourse(deps.app, course);
    if (answer !== null) return { answer, errors: [] };
    return { answer, errors: [{ field: "listId", message: "请从已启用的名单中选择" }] };
  } catch (error) {
    if (!(error instanceof BadInputError)) throw error;
    const message = "各日期应当按先后顺序：依据文书、立案、告知、拟办、签发、送达、所检查的事项";
    return { answer: null, errors: [{ field: "on", message }] };
  }
}

const CHOOSE = "请选择其中一项";

function wordsOf<Word extends string>(titles: Readonly<Record<Word, string>>): readonly Word[] {
  return Object.keys(titles) as Word[]; // the titles name every word
}

function readCourse(form: FormCheck): UsualCourse | null {
  const read = {
    listId: form.text("listId", "请选择名单"),
    level: form.oneOf("level", wordsOf(AUTHORITY_LEVEL_TITLES), CHOOSE),
    partyKind: form.oneOf("partyKind", wordsOf(PARTY_KIND_TITLES), CHOOSE),
    partyRole: form.oneOf("partyRole", wordsOf(PARTY_ROLE_TITLES), CHOOSE),
    documentKind: form.oneOf("documentKind", wordsOf(BASIS_DOCUMENT_TITLES), CHOOSE),
    documentServedOn: form.day("documentServedOn", "请填写依据文书送达之日"),
    openedOn: form.day("openedOn", "请填写立案之日"),
    noticeServedOn: form.day("noticeServedOn", "请填写告知书送达之日"),
    defense: form.oneOf("defense", DEFENSES, CHOOSE),
    proposedOn: form.day("proposedOn", "请填写拟办决定之日"),
    signedOn: form.day("signedOn", "请填写签发之日"),
    decisionServedOn: form.day("decisionServedOn", "请填写决定书送达之日"),
    act: form.oneOf("act", USUAL_ACTS, CHOOSE),
    on: form.day("on", "请填写办理之日"),
  };
  const complianceEndsOn = form.optionalDay("complianceEndsOn");
  if (form.errors.length > 0 || !isWhole(read)) return null;
  const sameHands = form.optionalText("sameHands") === "yes";
  return { ...read, complianceEndsOn, sameHands };
}

type Read = { readonly [Field in keyof UsualCourse]?: UsualCourse[Field] | null };
type Whole<Fields extends Read> = {
  readonly [Field in keyof Fields]: Exclude<Fields[Field], null>;
};

function isWhole<Fields extends Read>(read: Fields): read is Fields & Whole<Fields> {
  return Object.values(read).every((each) => each !== null);
}
