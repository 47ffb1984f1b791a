import { inTransaction } from "../../platform/database.ts";
import type { AppDeps } from "../deps.ts";
import { checkLegality, type LegalityAnswer } from "./check-legality.ts";
import { findActivePack } from "./find-active-pack.ts";
import { describeUsualCourse, type UsualCourse } from "./usual-course.ts";

/** Checks an act along the usual course of a listing, under the pack in force; null where the list has none. */
export async function checkUsualCourse(
  deps: Pick<AppDeps, "database" | "law">,
  course: UsualCourse,
): Promise<LegalityAnswer | null> {
  const pack = await inTransaction(deps.database, (tx) => findActivePack(tx, course.listId), {
    readOnly: true,
  });
  if ("findings" in pack) return null;
  const [answer = null] = await checkLegality(deps, [describeUsualCourse(course, pack)]);
  return answer;
}
