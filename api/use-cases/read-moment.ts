import { readCaseClock } from "../../platform/clock.ts";
import type { AppDeps } from "../deps.ts";

/** The moment by which cases go now (系统时钟). */
export async function readMoment(deps: Pick<AppDeps, "database">): Promise<Date> {
  return readCaseClock(deps.database);
}
