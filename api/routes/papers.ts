import { Type } from "typebox";
import type { AppDeps } from "../deps.ts";
import { SIGNED_IN } from "../plugins/openapi.ts";
import { OPEN_TO_ALL } from "../plugins/security.ts";
import { problems } from "../schemas/problem.ts";
import { DAY, FILE, orNull } from "../schemas/values.ts";
import { checkPaper } from "../use-cases/check-paper.ts";
import { readPaperFile } from "../use-cases/read-paper-file.ts";
import { actorOf, fileHeaders, type RouteApp } from "./route-app.ts";

const CHECK = Type.Object({
  code: Type.String(),
  number: Type.String(),
  kind: Type.String(),
  title: Type.String(),
  authorityName: Type.String(),
  issuedOn: DAY,
  state: Type.Enum(["valid", "annulled", "replaced"]),
  renderHash: orNull(Type.String()),
});

/** The files of papers, and the check that anybody can make of one. */
export function addPaperRoutes(app: RouteApp, deps: AppDeps): void {
  app.get(
    "/api/papers/:paperId/file",
    {
      schema: {
        tags: ["文书"],
        summary: "文书文件（PDF）",
        description:
          "copy=served 为送达当事人的一份，copy=file 为存档的一份；当事人只能取得已送达本人的文书",
        security: SIGNED_IN,
        params: Type.Object({ paperId: Type.String({ minLength: 1, maxLength: 300 }) }),
        querystring: Type.Object(
          { copy: Type.Optional(Type.Enum(["served", "file"])) },
          { additionalProperties: false },
        ),
        response: {
          200: FILE("application/pdf", "文书"),
          ...problems(400, 401, 403, 404, 409),
        },
      },
    },
    async (request, reply) => {
      const copy = request.query.copy ?? "served";
      const file = await readPaperFile(deps, actorOf(request), request.params.paperId, copy);
      return reply.headers(fileHeaders(file.fileName)).type(file.mediaType).send(file.bytes);
    },
  );
  app.get(
    "/api/paper-checks/:code",
    {
      config: OPEN_TO_ALL,
      schema: {
        tags: ["公众"],
        summary: "文书核验",
        params: Type.Object({ code: Type.String({ minLength: 1, maxLength: 60 }) }),
        response: { 200: CHECK, ...problems(400, 404, 429) },
      },
    },
    async (request) => checkPaper(deps, request.params.code),
  );
}
