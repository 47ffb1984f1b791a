import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { SESSION_COOKIE } from "./sessions.ts";

const DESCRIPTION = `严重失信主体名单认定、公示、修复全过程的接口。

登录：POST /api/session（机关工作人员）或 POST /api/party-session（当事人）。会话保存在 cookie ${SESSION_COOKIE} 中；
凡登录后写入数据的请求，须在请求头 x-csrf-token 中附上登录时返回的 csrfToken（GET /api/session 可再次取得）。
办理动作须带请求头 Idempotency-Key：同一个键重发，只办理一次；同一个键换了内容，答复 422。
错误一律为 application/problem+json（RFC 9457）；依法不能办理的，findings 列明规则、依据条款、缺少什么、怎么办。
列表分页：nextCursor 不为空时，以 cursor 参数取下一页。`;

/** The description of the API, made from the schemas that the routes are checked with. */
export async function addOpenApi(app: FastifyInstance, publicUrl: string): Promise<void> {
  await app.register(swagger, {
    hideUntagged: true,
    openapi: {
      openapi: "3.1.0",
      info: { title: "名单系统接口", description: DESCRIPTION, version: "1" },
      servers: [{ url: publicUrl }],
      components: {
        securitySchemes: {
          session: { type: "apiKey", in: "cookie", name: SESSION_COOKIE },
          csrf: { type: "apiKey", in: "header", name: "x-csrf-token" },
        },
      },
    },
  });
  app.get("/openapi.json", () => app.swagger());
}

/** What a reading route asks for. */
export const SIGNED_IN = [{ session: [] }];

/** What a writing route asks for. */
export const SIGNED_IN_ON_PURPOSE = [{ session: [], csrf: [] }];
