import { Type } from "typebox";
import type { AppDeps } from "../deps.ts";
import { SIGNED_IN, SIGNED_IN_ON_PURPOSE } from "../plugins/openapi.ts";
import { AT_THE_DOOR } from "../plugins/security.ts";
import { endSession, startSession } from "../plugins/sessions.ts";
import { problems } from "../schemas/problem.ts";
import { listOf, orNull, UUID } from "../schemas/values.ts";
import type { Person } from "../use-cases/person.ts";
import { signInParty } from "../use-cases/sign-in-party.ts";
import { signIn } from "../use-cases/sign-in.ts";
import { personOf, onPurpose, type RouteApp } from "./route-app.ts";

const SESSION = Type.Object({
  username: Type.String(),
  displayName: Type.String(),
  roles: listOf(Type.String()),
  authorityId: orNull(Type.String()),
  authorityName: orNull(Type.String()),
  partyCaseId: orNull(UUID),
  csrfToken: Type.String({ description: "写入请求须附在 x-csrf-token 中" }),
});

const CREDENTIALS = Type.Object(
  {
    username: Type.String({ title: "账号", minLength: 1, maxLength: 100 }),
    password: Type.String({ title: "口令", minLength: 1, maxLength: 200 }),
  },
  { additionalProperties: false },
);

const PARTY_CREDENTIALS = Type.Object(
  {
    code: Type.String({ title: "查阅码", minLength: 4, maxLength: 40 }),
    factor: Type.String({ title: "证件号码后六位", minLength: 6, maxLength: 40 }),
  },
  { additionalProperties: false },
);

const TAGS = ["登录"];

/** Signing in and out. */
export function addSessionRoutes(app: RouteApp, deps: AppDeps): void {
  app.post(
    "/api/session",
    {
      config: AT_THE_DOOR,
      schema: {
        tags: TAGS,
        summary: "机关工作人员登录",
        body: CREDENTIALS,
        response: { 200: SESSION, ...problems(400, 401, 429, 503) },
      },
    },
    async (request, reply) => {
      const person = await signIn(deps, request.body.username, request.body.password);
      await startSession(request, person);
      return describe(person, reply.generateCsrf());
    },
  );
  app.post(
    "/api/party-session",
    {
      config: AT_THE_DOOR,
      schema: {
        tags: TAGS,
        summary: "当事人凭查阅码登录",
        body: PARTY_CREDENTIALS,
        response: { 200: SESSION, ...problems(400, 401, 429, 503) },
      },
    },
    async (request, reply) => {
      const person = await signInParty(deps, request.body.code, request.body.factor);
      await startSession(request, person);
      return describe(person, reply.generateCsrf());
    },
  );
  addOwnSession(app);
}

function addOwnSession(app: RouteApp): void {
  app.get(
    "/api/session",
    {
      schema: {
        tags: TAGS,
        summary: "当前登录的人员",
        security: SIGNED_IN,
        response: { 200: SESSION, ...problems(401) },
      },
    },
    (request, reply) => describe(personOf(request), reply.generateCsrf()),
  );
  app.delete(
    "/api/session",
    {
      ...onPurpose(app),
      schema: {
        tags: TAGS,
        summary: "退出登录",
        security: SIGNED_IN_ON_PURPOSE,
        response: { 204: Type.Null(), ...problems(401, 403) },
      },
    },
    async (request, reply) => {
      personOf(request);
      await endSession(request);
      return reply.code(204).send(null);
    },
  );
}

function describe({ actor, username, displayName, authorityName }: Person, csrfToken: string) {
  const { roles, authorityId, partyCaseId } = actor;
  return { username, displayName, roles, authorityId, authorityName, partyCaseId, csrfToken };
}
