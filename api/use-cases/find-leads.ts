import { and, desc, eq, or, sql, type SQL } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import { parseDay, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import { maskParty, STRICT_PROFILE } from "../../domain/masking/profiles.ts";
import type { PartyKind } from "../../domain/parties/party.ts";
import { inTransaction } from "../../platform/database.ts";
import type { FieldEncryption } from "../../platform/encryption.ts";
import { indexOfIdentifier, indexOfName } from "../../records/sealed-party.ts";
import { leads } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { leadScopeOf } from "./lead-access.ts";
import { cutPage, limitOf, readCursor, type Page, type PageQuery } from "./paging.ts";

export const LEAD_STATES = ["pending", "used", "set-aside"] as const;
export type LeadState = (typeof LEAD_STATES)[number];

/** A lead in a list, natural persons masked. */
export interface LeadRow {
  readonly leadId: string;
  readonly partyKind: PartyKind;
  readonly name: string;
  readonly identifier: string;
  readonly documentNumber: string;
  readonly decidedOn: CalendarDay;
  readonly decidingOrgan: string;
  readonly state: LeadState;
}

/** Which leads are looked for; `who` is a whole name, credit code or identity number. */
export interface LeadQuery extends PageQuery {
  readonly state?: LeadState | undefined;
  readonly who?: string | undefined;
}

/** Leads of the own authority, newest decision first; those who oversee see all. */
export async function findLeads(
  deps: Pick<AppDeps, "database" | "encryption">,
  actor: Actor,
  query: LeadQuery = {},
): Promise<Page<LeadRow>> {
  const scope = leadScopeOf(actor, leads);
  const limit = limitOf(query);
  const cursor = readCursor(query, 2);
  const after =
    cursor === null
      ? undefined
      : sql`(${leads.decidedOn}::text, ${leads.leadId}::text) < (${cursor[0]}, ${cursor[1]})`;
  return inTransaction(
    deps.database,
    async (tx) => {
      const rows = await tx
        .select()
        .from(leads)
        .where(
          and(
            scope,
            eq(leads.state, query.state ?? "pending"),
            isWho(deps.encryption, query.who ?? ""),
            after,
          ),
        )
        .orderBy(desc(sql`${leads.decidedOn}::text`), desc(sql`${leads.leadId}::text`))
        .limit(limit + 1);
      const page = cutPage(rows, limit, (row) => [row.decidedOn, row.leadId]);
      return {
        rows: page.rows.map((row) => viewLeadRow(deps.encryption, row)),
        nextCursor: page.nextCursor,
      };
    },
    { readOnly: true },
  );
}

/** Names and numbers lie there sealed: only a whole one is found, by its index. */
function isWho(encryption: FieldEncryption, who: string): SQL | undefined {
  if (who.trim() === "") return undefined;
  return or(
    eq(leads.nameIndex, indexOfName(encryption, who)),
    eq(leads.identifierIndex, indexOfIdentifier(encryption, who)),
  );
}

/** A lead as a list shows it. */
export function viewLeadRow(encryption: FieldEncryption, row: typeof leads.$inferSelect): LeadRow {
  const { leadId, partyKind, documentNumber, decidingOrgan, state } = row;
  const { name, identifier } = maskParty(
    {
      kind: partyKind,
      name: encryption.decryptField(row.nameSealed),
      identifier: encryption.decryptField(row.identifierSealed),
      phone: null,
      address: null,
    },
    STRICT_PROFILE,
  );
  const decidedOn = parseDay(row.decidedOn);
  return { leadId, partyKind, name, identifier, documentNumber, decidedOn, decidingOrgan, state };
}
