import { eq } from "drizzle-orm";
import type { Citation } from "../../domain/law/citation.ts";
import { NATIONAL_LISTS } from "../../domain/packs/list-id.ts";
import { findListElsewhere } from "../../domain/packs/lists-elsewhere.ts";
import { lawPacks } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";

/** A list, and whether a case can be opened on it here. */
export interface ListView {
  readonly listId: string;
  readonly listName: string;
  /** `open`: cases are opened here; `no-pack`: its law pack is not active, or not yet written. */
  readonly state: "open" | "no-pack" | "feed-only" | "blocked";
  readonly decidedBy: string | null;
  /** Why no case can be opened; null where one can. */
  readonly reason: string | null;
  readonly citations: readonly Citation[];
}

/** Every list that is known: the national ones in their order, then local ones that have an active pack. */
export async function findLists(deps: Pick<AppDeps, "database">): Promise<readonly ListView[]> {
  const rows = await deps.database
    .select({ listId: lawPacks.listId, body: lawPacks.body })
    .from(lawPacks)
    .where(eq(lawPacks.state, "active"))
    .orderBy(lawPacks.listId);
  const active = new Map(rows.map((row) => [row.listId, row.body.listName]));
  const national = Object.entries(NATIONAL_LISTS).map(([listId, listName]) =>
    viewList(listId, listName, active.has(listId)),
  );
  const local = [...active]
    .filter(([listId]) => !Object.hasOwn(NATIONAL_LISTS, listId))
    .map(([listId, listName]) => viewList(listId, listName, true));
  return [...national, ...local];
}

function viewList(listId: string, listName: string, isActive: boolean): ListView {
  const elsewhere = findListElsewhere(listId);
  if (elsewhere !== null) {
    const { readiness, decidedBy, reason, citations } = elsewhere;
    return { listId, listName, state: readiness, decidedBy, reason, citations };
  }
  const reason = isActive ? null : "没有启用的规则包";
  const state = isActive ? "open" : "no-pack";
  return { listId, listName, state, decidedBy: null, reason, citations: [] };
}
