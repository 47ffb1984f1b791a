import { sql } from "drizzle-orm";
import { Type } from "typebox";
import type { AppDeps } from "../deps.ts";
import { UnavailableError } from "../use-cases/faults.ts";
import type { RouteApp } from "./route-app.ts";

const OK = { 200: Type.Object({ status: Type.Literal("ok") }) };

/** Whether the process lives, and whether it can keep acts. Temporal is not asked: acts are kept without it. */
export function addHealthRoutes(app: RouteApp, deps: AppDeps): void {
  app.get("/healthz", { schema: { response: OK } }, () => ({ status: "ok" as const }));
  app.get("/readyz", { schema: { response: OK } }, async () => {
    await deps.database.execute(sql`select 1`).catch(() => {
      throw new UnavailableError("the database does not answer");
    });
    return { status: "ok" as const };
  });
}
