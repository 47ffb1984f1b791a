import { and, desc, eq, or, sql } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import { parseDay, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import {
  FED_LISTS,
  findFedList,
  titleOfElsewhereColumn,
  type FedList,
} from "../../domain/elsewhere/elsewhere-columns.ts";
import type { ElsewhereListed } from "../../domain/elsewhere/read-elsewhere-record.ts";
import { maskParty, STRICT_PROFILE } from "../../domain/masking/profiles.ts";
import { inTransaction } from "../../platform/database.ts";
import type { FieldEncryption } from "../../platform/encryption.ts";
import { readSharingBases } from "../../records/sharing-bases.ts";
import { indexOfIdentifier, indexOfName } from "../../records/sealed-party.ts";
import { elsewhereDeliveries, elsewhereListings, elsewhereMessages } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { requireLeadReader } from "./lead-access.ts";
import { viewSharingBasis, type SharingBasisView } from "./sharing-bases.ts";

/** How one list that others decide stands here. */
export interface ElsewhereSource extends FedList, SharingBasisView {
  /** Whether its source can push. */
  readonly isConnected: boolean;
  readonly shown: number;
  /** Changes of which implementers have given no receipt. */
  readonly untold: number;
  readonly lastReceivedAt: Date | null;
}

/** One record that came in, as officials see it; natural persons are masked. */
export interface ElsewhereListingView {
  readonly entryId: string;
  readonly listName: string;
  readonly name: string;
  readonly identifier: string;
  readonly authorityName: string;
  readonly documentNumber: string;
  readonly listedOn: CalendarDay | null;
  readonly state: "shown" | "ended" | "withdrawn";
  readonly removedOn: CalendarDay | null;
  readonly cameBy: "push" | "file";
  /** When implementers confirmed the newest version; null while they have not. */
  readonly toldAt: Date | null;
  readonly lastFailure: string | null;
}

/** A message of a source of which something was wrong. */
export interface ElsewhereMessageView {
  readonly messageId: string;
  readonly listName: string;
  readonly receivedAt: Date;
  readonly rejected: readonly { readonly index: number; readonly problems: string }[];
}

type Deps = Pick<AppDeps, "database" | "encryption" | "sourceSecrets">;

/** Every list that is only received here (只接收的名单), with how it stands. */
export async function findElsewhereSources(
  deps: Deps,
  actor: Actor,
): Promise<readonly ElsewhereSource[]> {
  requireLeadReader(actor);
  interface Found extends Record<string, unknown> {
    readonly list_id: string;
    readonly shown: number;
    readonly untold: number;
    readonly last_received: string | null;
  }
  const { rows } = await deps.database.execute<Found>(sql`
    select l.list_id, count(*) filter (where l.state = 'shown')::int as shown,
      count(*) filter (where d.entry_id is not null and d.received_at is null)::int as untold,
      max(l.updated_at)::text as last_received
    from elsewhere_listings l left join elsewhere_deliveries d using (entry_id, version)
    group by l.list_id`);
  const entered = await inTransaction(deps.database, readSharingBases, { readOnly: true });
  return FED_LISTS.map((list) => {
    const found = rows.find((row) => row.list_id === list.listId);
    const last = found?.last_received ?? null;
    return {
      ...list,
      isConnected: deps.sourceSecrets.has(list.listId),
      ...{ shown: found?.shown ?? 0, untold: found?.untold ?? 0 },
      lastReceivedAt: last === null ? null : new Date(last),
      ...viewSharingBasis(list.listId, entered),
    };
  });
}

const SHOWN_AT_MOST = 50;

/** The newest records, or those of a party by its whole name or number (at most 50). */
export async function findElsewhereListings(
  deps: Deps,
  actor: Actor,
  who = "",
): Promise<readonly ElsewhereListingView[]> {
  requireLeadReader(actor);
  const isWho =
    who.trim() === ""
      ? undefined
      : or(
          eq(elsewhereListings.nameIndex, indexOfName(deps.encryption, who)),
          eq(elsewhereListings.identifierIndex, indexOfIdentifier(deps.encryption, who)),
        );
  const rows = await deps.database
    .select({
      listing: elsewhereListings,
      toldAt: elsewhereDeliveries.receivedAt,
      lastFailure: elsewhereDeliveries.lastFailure,
    })
    .from(elsewhereListings)
    .leftJoin(
      elsewhereDeliveries,
      and(
        eq(elsewhereDeliveries.entryId, elsewhereListings.entryId),
        eq(elsewhereDeliveries.version, elsewhereListings.version),
      ),
    )
    .where(isWho)
    .orderBy(desc(elsewhereListings.updatedAt), desc(elsewhereListings.entryId))
    .limit(SHOWN_AT_MOST);
  return rows.map(({ listing, toldAt, lastFailure }) => ({
    ...viewListing(deps.encryption, listing),
    ...{ toldAt, lastFailure },
  }));
}

function viewListing(
  encryption: FieldEncryption,
  row: typeof elsewhereListings.$inferSelect,
): Omit<ElsewhereListingView, "toldAt" | "lastFailure"> {
  const { entryId, authorityName, documentNumber, state, cameBy } = row;
  const { name, identifier } = readMasked(encryption, row.bodySealed);
  return {
    ...{ entryId, name, identifier, authorityName, documentNumber, state, cameBy },
    listName: findFedList(row.listId)?.listName ?? row.listId,
    listedOn: row.listedOn === null ? null : parseDay(row.listedOn),
    removedOn: row.removedOn === null ? null : parseDay(row.removedOn),
  };
}

/** Of what is off the list, nothing tells any more who it was. */
function readMasked(
  encryption: FieldEncryption,
  sealed: string,
): { readonly name: string; readonly identifier: string } {
  if (sealed === "") return { name: "（已移出）", identifier: "" };
  // Written and sealed by this product.
  const { party } = JSON.parse(encryption.decryptField(sealed)) as ElsewhereListed;
  return maskParty({ ...party, phone: null, address: null }, STRICT_PROFILE);
}

/** The newest messages of which something was wrong, with what; never with what was sent. */
export async function findElsewhereMessages(
  deps: Deps,
  actor: Actor,
): Promise<readonly ElsewhereMessageView[]> {
  requireLeadReader(actor);
  const rows = await deps.database
    .select()
    .from(elsewhereMessages)
    .where(sql`${elsewhereMessages.rejectedSealed} is not null`)
    .orderBy(desc(elsewhereMessages.receivedAt), desc(elsewhereMessages.messageId))
    .limit(SHOWN_AT_MOST);
  return rows.map(({ messageId, listId, receivedAt, answer }) => ({
    ...{ messageId, receivedAt },
    listName: findFedList(listId)?.listName ?? listId,
    rejected: answer.rejected.map(({ index, findings }) => ({
      index,
      problems: findings
        .map(({ column, message }) => `${titleOfElsewhereColumn(column)}：${message}`)
        .join("；"),
    })),
  }));
}
