import { Type } from "typebox";
import type { AppDeps } from "../deps.ts";
import { SIGNED_IN, SIGNED_IN_ON_PURPOSE } from "../plugins/openapi.ts";
import { SHARING_BASIS, TOLD_ANEW } from "../schemas/elsewhere.ts";
import { problems } from "../schemas/problem.ts";
import { readLawPack } from "../use-cases/law-packs.ts";
import { enterSharingBasis, readSharingBasis } from "../use-cases/sharing-bases.ts";
import { officialOf, onPurpose, type RouteApp } from "./route-app.ts";

const PATH = "/api/law-packs/:listId/sharing-basis";
const TAGS = ["名单规则"];
const PARAMS = Type.Object({ listId: Type.String({ minLength: 1, maxLength: 100 }) });

/** What lets implementers of a list that is decided here know who a person is: to be read by officials, entered by legal officers. */
export function addSharingBasisRoutes(app: RouteApp, deps: AppDeps): void {
  app.get(
    PATH,
    {
      schema: {
        tags: TAGS,
        summary: "实施单位知悉个人身份的依据",
        security: SIGNED_IN,
        params: PARAMS,
        response: {
          200: Type.Object({
            sharingBasis: Type.String({ description: "为空的，对实施单位也脱敏" }),
            basisIsEntered: Type.Boolean({ description: "依据是否由法制机构录入" }),
          }),
          ...problems(401, 403, 404),
        },
      },
    },
    async (request) => {
      officialOf(request);
      const { listId } = await readLawPack(deps, request.params.listId);
      return readSharingBasis(deps, listId);
    },
  );
  app.post(
    PATH,
    {
      ...onPurpose(app),
      schema: {
        tags: TAGS,
        summary:
          "法制机构录入实施单位知悉个人身份的依据，或者撤回；名单上公示中的自然人随即重新告知实施单位",
        security: SIGNED_IN_ON_PURPOSE,
        params: PARAMS,
        body: SHARING_BASIS,
        response: { 200: TOLD_ANEW, ...problems(400, 401, 403, 404, 409, 422) },
      },
    },
    async (request) => {
      const list = { listId: request.params.listId, decided: "here" } as const;
      return enterSharingBasis(deps, officialOf(request), list, request.body);
    },
  );
}
