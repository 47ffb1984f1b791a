import { asc, eq } from "drizzle-orm";
import { findActivationObstacles } from "../../domain/packs/activation.ts";
import type { LawPack } from "../../domain/packs/law-pack.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { lawPacks } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { NotFoundError } from "./faults.ts";
import { readNames } from "./find-case-events.ts";
import { viewFinding, type FindingView } from "./finding-view.ts";

/** One version of a law pack. */
export interface PackVersionView {
  readonly listId: string;
  readonly version: string;
  readonly state: "draft" | "active" | "retired";
  readonly pack: LawPack;
  readonly approvedBy: readonly { readonly userId: string; readonly name: string }[];
  /** What still keeps it from being activated. */
  readonly obstacles: readonly FindingView[];
  readonly createdAt: Date;
  readonly activatedAt: Date | null;
}

/** The pack of a list: all its versions, oldest first. */
export interface LawPackView {
  readonly listId: string;
  readonly listName: string;
  /** The version that new cases are opened under; null while none is active. */
  readonly active: PackVersionView | null;
  readonly newest: PackVersionView;
  readonly versions: readonly PackVersionView[];
}

/** Every law pack there is. */
export async function findLawPacks(
  deps: Pick<AppDeps, "database">,
): Promise<readonly LawPackView[]> {
  return inTransaction(deps.database, async (tx) => {
    const rows = await tx
      .select()
      .from(lawPacks)
      .orderBy(asc(lawPacks.listId), asc(lawPacks.createdAt), asc(lawPacks.version));
    const versions = await viewVersions(tx, rows);
    const listIds = [...new Set(versions.map((each) => each.listId))];
    return listIds.map((listId) => viewPack(versions.filter((each) => each.listId === listId)));
  });
}

/** The pack of one list. */
export async function readLawPack(
  deps: Pick<AppDeps, "database">,
  listId: string,
): Promise<LawPackView> {
  return inTransaction(deps.database, async (tx) =>
    viewPack(await viewVersions(tx, await readVersions(tx, listId))),
  );
}

/** The rows of a list's pack, oldest first, locked where they are to be changed. */
export async function readVersions(
  tx: Transaction,
  listId: string,
  lock: "update" | "none" = "none",
): Promise<readonly (typeof lawPacks.$inferSelect)[]> {
  const query = tx
    .select()
    .from(lawPacks)
    .where(eq(lawPacks.listId, listId))
    .orderBy(asc(lawPacks.createdAt), asc(lawPacks.version));
  const rows = await (lock === "none" ? query : query.for(lock));
  if (rows.length === 0) throw new NotFoundError("no such pack");
  return rows;
}

async function viewVersions(
  tx: Transaction,
  rows: readonly (typeof lawPacks.$inferSelect)[],
): Promise<readonly PackVersionView[]> {
  const names = await readNames(
    tx,
    rows.flatMap((row) => row.approvedBy),
  );
  return rows.map(({ listId, version, state, body, approvedBy, createdAt, activatedAt }) => ({
    listId,
    version,
    state,
    createdAt,
    activatedAt,
    pack: body,
    approvedBy: approvedBy.map((userId) => ({ userId, name: names.get(userId) ?? userId })),
    obstacles: findActivationObstacles(body).map(viewFinding),
  }));
}

function viewPack(versions: readonly PackVersionView[]): LawPackView {
  const newest = versions.at(-1);
  if (newest === undefined) throw new NotFoundError("no such pack");
  const active = versions.find((each) => each.state === "active") ?? null;
  return { listId: newest.listId, listName: newest.pack.listName, active, newest, versions };
}
