import { Type } from "typebox";
import type { AppDeps } from "../deps.ts";
import { OPEN_TO_ALL } from "../plugins/security.ts";
import { problems } from "../schemas/problem.ts";
import { listOf, orNull, whole } from "../schemas/values.ts";
import { findLists } from "../use-cases/find-lists.ts";
import type { RouteApp } from "./route-app.ts";

const LIST = Type.Object({
  listId: Type.String(),
  listName: Type.String(),
  state: Type.Enum(["open", "no-pack", "feed-only", "blocked"], {
    description: "可以立案；没有启用的规则包；由其他机关认定，仅接收；停用",
  }),
  decidedBy: orNull(Type.String({ description: "认定机关" })),
  reason: orNull(Type.String({ description: "不能立案的原因" })),
  citations: listOf(whole("依据")),
});

/** Which lists there are, and on which of them a case can be opened here. */
export function addListRoutes(app: RouteApp, deps: AppDeps): void {
  app.get(
    "/api/lists",
    {
      config: OPEN_TO_ALL,
      schema: {
        tags: ["名单规则"],
        summary: "严重失信主体名单一览",
        response: { 200: Type.Object({ rows: listOf(LIST) }), ...problems(429) },
      },
    },
    async () => ({ rows: await findLists(deps) }),
  );
}
