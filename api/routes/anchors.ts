import { Readable } from "node:stream";
import { Type } from "typebox";
import type { AppDeps } from "../deps.ts";
import { OPEN_TO_ALL } from "../plugins/security.ts";
import { problems } from "../schemas/problem.ts";
import { FILE, listOf } from "../schemas/values.ts";
import { findPublicKeys, findSealCertificates, writeAnchors } from "../use-cases/read-anchors.ts";
import type { RouteApp } from "./route-app.ts";

const KEYS = Type.Object({
  keys: listOf(
    Type.Object({
      keyId: Type.String(),
      algorithm: Type.Literal("Ed25519"),
      publicKey: Type.String({ description: "SPKI，base64" }),
    }),
  ),
});

const CERTIFICATES = Type.Object({
  certificates: listOf(
    Type.Object({
      certificateId: Type.String({ description: "证书的 SHA-256" }),
      authorityName: Type.String(),
      pem: Type.String({ description: "印章证书及其上级证书（PEM）" }),
    }),
  ),
});

/** The daily anchors and the keys that prove them, open to all. */
export function addAnchorRoutes(app: RouteApp, deps: AppDeps): void {
  app.get(
    "/api/open-data/anchors.jsonl",
    {
      config: OPEN_TO_ALL,
      schema: {
        tags: ["开放数据"],
        summary: "每日锚：全部案件散列链的根，签名并逐日相连",
        description:
          "每行一个锚：所签的原文 statement、签名、比前一锚有变化的案件首部。案件以密钥导出的代号出现，不泄露是哪一案。since 之前的略去",
        querystring: Type.Object(
          { since: Type.Optional(Type.String({ title: "锚的序号", pattern: "^[0-9]{1,9}$" })) },
          { additionalProperties: false },
        ),
        response: { 200: FILE("application/x-ndjson", "每日锚"), ...problems(400, 429) },
      },
    },
    async (request, reply) => {
      const lines = writeAnchors(deps, Number(request.query.since ?? "0"));
      reply.header("cache-control", "no-cache").type("application/x-ndjson; charset=utf-8");
      // A stream is sent as it is; the schema speaks of the whole.
      return reply.send(Readable.from(lines) as never);
    },
  );
  app.get(
    "/api/open-data/keys.json",
    {
      config: OPEN_TO_ALL,
      schema: {
        tags: ["开放数据"],
        summary: "验证每日锚和案卷签名的公钥",
        response: { 200: KEYS, ...problems(429) },
      },
    },
    async (_request, reply) => {
      reply.header("cache-control", "no-cache");
      return { keys: await findPublicKeys(deps) };
    },
  );
  app.get(
    "/api/open-data/seal-certificates.json",
    {
      config: OPEN_TO_ALL,
      schema: {
        tags: ["开放数据"],
        summary: "验证公示记录和各渠道副本上国密签名的印章证书",
        response: { 200: CERTIFICATES, ...problems(429) },
      },
    },
    async (_request, reply) => {
      reply.header("cache-control", "no-cache");
      return { certificates: await findSealCertificates(deps) };
    },
  );
}
