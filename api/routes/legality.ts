import { Type } from "typebox";
import { TERMS } from "../../domain/deadlines/terms.ts";
import { printCitation } from "../../domain/law/citation.ts";
import type { AppDeps } from "../deps.ts";
import { SIGNED_IN_ON_PURPOSE } from "../plugins/openapi.ts";
import { LEGALITY_ANSWER, LEGALITY_QUESTION } from "../schemas/legality.ts";
import { problems } from "../schemas/problem.ts";
import { listOf } from "../schemas/values.ts";
import { checkLegality, type LegalityAnswer } from "../use-cases/check-legality.ts";
import { viewRefusal } from "../use-cases/finding-view.ts";
import { officialOf, onPurpose, type RouteApp } from "./route-app.ts";

const MOST_QUESTIONS = 500;

/** What the law would say to an act on a described case. */
export function addLegalityRoutes(app: RouteApp, deps: AppDeps): void {
  app.post(
    "/api/legality-checks",
    {
      ...onPurpose(app),
      bodyLimit: 10_000_000,
      schema: {
        tags: ["名单规则"],
        summary: "检查一项办理是否合法",
        description:
          "按所述案情依次办理此前的事项，再检查所问事项，与实际办理适用同一套规则；不保存任何内容。可以数组检查至多 500 件",
        security: SIGNED_IN_ON_PURPOSE,
        body: Type.Union([
          LEGALITY_QUESTION,
          Type.Array(LEGALITY_QUESTION, { minItems: 1, maxItems: MOST_QUESTIONS }),
        ]),
        response: {
          200: Type.Union([LEGALITY_ANSWER, listOf(LEGALITY_ANSWER)]),
          ...problems(400, 401, 403, 422, 503),
        },
      },
    },
    async (request) => {
      officialOf(request);
      const { body } = request;
      if (!Array.isArray(body)) {
        const [answer] = await checkLegality(deps, [body]);
        if (answer === undefined) throw new Error("one question has one answer");
        return describe(answer);
      }
      const answers = await checkLegality(deps, body, (index) => `/${String(index)}`);
      return answers.map(describe);
    },
  );
}

function describe(answer: LegalityAnswer) {
  const { allowed, refusal, refusedEarlier, stage, rules, deadlines } = answer;
  return {
    allowed,
    stage,
    refusal: refusal === null ? null : viewRefusal(refusal),
    refusedEarlier:
      refusedEarlier === null
        ? null
        : { ...refusedEarlier, refusal: viewRefusal(refusedEarlier.refusal) },
    rules: rules.map((rule) => ({ ...rule, citations: rule.citations.map(printCitation) })),
    deadlines: deadlines.map(({ termId, startsOn, endsOn, status }) => ({
      termId,
      title: TERMS[termId].title,
      startsOn,
      endsOn,
      status,
    })),
  };
}
