import { Type } from "typebox";
import { isPaperKind, PAPER_KINDS } from "../../domain/papers.ts";
import { oneOf } from "../acts/parts.ts";
import type { AppDeps } from "../deps.ts";
import { SIGNED_IN } from "../plugins/openapi.ts";
import { PAGE_QUERY, pageOf, toPageQuery } from "../schemas/paging.ts";
import { problems } from "../schemas/problem.ts";
import { DAY, UUID } from "../schemas/values.ts";
import { findNumbers } from "../use-cases/find-numbers.ts";
import { officialOf, type RouteApp } from "./route-app.ts";

const KINDS = Object.keys(PAPER_KINDS).filter(isPaperKind);

const NUMBER = Type.Object({
  number: Type.String({ description: "文号" }),
  series: Type.String({ description: "机关代字、种类代字和年份" }),
  place: Type.Integer({ description: "年度内序号" }),
  lastPlace: Type.Integer({ description: "本序列已经给到的序号" }),
  kind: Type.Enum(KINDS),
  title: Type.String(),
  authorityName: Type.String(),
  paperId: Type.String(),
  caseId: UUID,
  caseNumber: Type.String(),
  issuedOn: DAY,
  state: Type.Enum(["valid", "annulled", "replaced"], {
    description: "有效；已被撤销；已被同种新文书替换。失效的文号保留",
  }),
});

/** The register of numbers, by authority, kind and year. */
export function addNumberRoutes(app: RouteApp, deps: AppDeps): void {
  app.get(
    "/api/numbers",
    {
      schema: {
        tags: ["文书"],
        summary: "文号登记簿（本机关；牵头单位、审计为全部机关）",
        security: SIGNED_IN,
        querystring: Type.Object(
          {
            kind: Type.Optional(oneOf("文书种类", KINDS)),
            year: Type.Optional(Type.String({ title: "年份", pattern: "^[0-9]{4}$" })),
            ...PAGE_QUERY,
          },
          { additionalProperties: false },
        ),
        response: { 200: pageOf(NUMBER), ...problems(400, 401, 403, 422) },
      },
    },
    (request) => {
      const { kind, year, ...page } = request.query;
      const about = { kind, year: year === undefined ? undefined : Number(year) };
      return findNumbers(deps, officialOf(request), { ...about, ...toPageQuery(page) });
    },
  );
}
