import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMAND_KINDS } from "../../domain/case-file/act-table.ts";
import { startRunningApi, type RunningApi } from "../support/running-api.ts";

interface Operation {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly object[];
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema: object }[];
  readonly requestBody?: { content: Record<string, { schema: object }> };
  readonly responses: Record<
    string,
    { description: string; content?: Record<string, { schema?: object }> }
  >;
}

interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
}

let api: RunningApi;
let document: Document;
let operations: readonly { path: string; method: string; operation: Operation }[];

beforeAll(async () => {
  api = await startRunningApi("2026-03-13", { workers: "elsewhere" });
  document = (await api.app.inject({ url: "/openapi.json" })).json<Document>();
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
});
afterAll(async () => {
  await api.stop();
});

describe("the description of the API", () => {
  it("is OpenAPI 3.1 and describes the API alone", () => {
    expect(document.openapi).toBe("3.1.0");
    expect(operations.every(({ path }) => path.startsWith("/api/"))).toBe(true);
    expect(operations.length).toBeGreaterThan(60);
  });

  it("describes every kind of act, each with its own body and the key that it needs", () => {
    for (const kind of COMMAND_KINDS) {
      const operation = document.paths[`/api/case-files/{caseId}/acts/${kind}`]?.["post"];
      expect(operation?.requestBody?.content["application/json"]?.schema, kind).toMatchObject({
        type: "object",
        additionalProperties: false,
      });
      expect(operation?.parameters).toContainEqual(
        expect.objectContaining({ name: "idempotency-key", in: "header", required: true }),
      );
      expect(Object.keys(operation?.responses ?? {})).toEqual(
        expect.arrayContaining(["200", "202", "403", "404", "409", "422", "503"]),
      );
    }
  });

  it("says in Chinese what each operation is for, and what it answers", () => {
    for (const { path, method, operation } of operations) {
      const where = `${method} ${path}`;
      expect(operation.summary, where).toMatch(/\p{Script=Han}/u);
      expect(operation.tags?.length, where).toBe(1);
      expect(
        Object.keys(operation.responses).some((status) => status.startsWith("2")),
        where,
      ).toBe(true);
    }
  });

  it("names every part of every path", () => {
    for (const { path, operation } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const described = (operation.parameters ?? []).filter((each) => each.in === "path");
      expect(described.map((each) => each.name).toSorted(), path).toEqual(named.toSorted());
    }
  });

  it("asks for the session and the token wherever something is written by who is signed in", () => {
    // The calculation and the check of a file only ask; what they ask is too large for an address.
    const open = [
      "/api/session",
      "/api/party-session",
      "/api/deadlines/calculation",
      "/api/paper-checks",
      "/api/points/{point}/acknowledgement", // by a token of its own,
      "/api/elsewhere/{listId}/records",
    ];
    for (const { path, method, operation } of operations) {
      if (method === "get" || (method === "post" && open.includes(path))) continue;
      expect(operation.security, `${method} ${path}`).toEqual([{ session: [], csrf: [] }]);
    }
  });

  it("gives errors as problem+json everywhere", () => {
    for (const { path, operation } of operations) {
      for (const [status, response] of Object.entries(operation.responses)) {
        if (Number(status) < 400) continue;
        expect(Object.keys(response.content ?? {}), `${status} ${path}`).toEqual([
          "application/problem+json",
        ]);
      }
    }
  });

  it("holds schemas that a validator of the 2020 draft takes", () => {
    const require = createRequire(import.meta.url);
    const Ajv2020 = require("ajv/dist/2020.js").default as new (options: object) => {
      compile: (schema: object) => unknown;
    }; // Fastify's own validator, in its newer draft
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    let compiled = 0;
    for (const { operation } of operations) {
      const schemas = [
        ...(operation.parameters ?? []).map((each) => each.schema),
        ...contentsOf(operation.requestBody?.content),
        ...Object.values(operation.responses).flatMap((each) => contentsOf(each.content)),
      ];
      for (const schema of schemas) {
        expect(() => ajv.compile(schema)).not.toThrow();
        compiled += 1;
      }
    }
    expect(compiled).toBeGreaterThan(300);
  });
});

function contentsOf(content: Record<string, { schema?: object }> | undefined): readonly object[] {
  return Object.values(content ?? {}).flatMap(({ schema }) =>
    schema === undefined ? [] : [schema],
  );
}
