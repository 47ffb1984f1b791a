import { inputOf, type FormInput } from "../forms/form-input.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { AppDeps } from "../../api/deps.ts";
import { readMoment } from "../../api/use-cases/read-moment.ts";
import type { AssetAddresses } from "../asset-files.ts";
import { findDoneWords } from "./done-words.ts";
import type { PageContext } from "./page-context.ts";

/** What pages are made with: the use-cases' needs, and where the assets lie. */
export interface WebDeps {
  readonly app: AppDeps;
  readonly assets: AssetAddresses;
}

/** Gathers what every page needs. A token is made only where a form asks for one: it sets a cookie. */
export async function makeContext(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<PageContext> {
  const { mode } = deps.app;
  let token: string | null = null;
  return {
    person: request.person,
    get csrfToken() {
      token ??= reply.generateCsrf();
      return token;
    },
    path: pathOf(request),
    mode,
    demoNow: mode === "demo" ? await readMoment(deps.app) : null,
    done: findDoneWords(queryText(request, "done")),
    assets: deps.assets,
  };
}

/** The address without its query. */
export function pathOf(request: FastifyRequest): string {
  return request.url.split("?")[0] ?? "/";
}

/** One value of the query; empty where there is none or several. */
export function queryText(request: FastifyRequest, name: string): string {
  const value = (request.query as Record<string, unknown>)[name]; // the query is untyped without a schema; checked here
  return typeof value === "string" ? value.trim() : "";
}

/** One part of the address. */
export function pathText(request: FastifyRequest, name: string): string {
  const value = (request.params as Record<string, unknown>)[name]; // as above
  return typeof value === "string" ? value : "";
}

/** What a form holds whose question stands in the address: what was given, and what is usual for the rest. */
export function readQueryInput(
  request: FastifyRequest,
  fields: readonly string[],
  usual: Readonly<Record<string, string>>,
): FormInput {
  const given = fields
    .map((field) => [field, queryText(request, field)] as const)
    .filter(([, text]) => text !== "");
  return inputOf({ ...usual, ...Object.fromEntries(given) });
}
