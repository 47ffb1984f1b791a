import { randomUUID } from "node:crypto";
import canonicalize from "canonicalize";
import { eq, sql } from "drizzle-orm";
import { reconcile, type ReconcileDeps } from "../../activities/publication/reconcile/reconcile.ts";
import type { HttpReceiver } from "../../demo/receivers/http-receiver.ts";
import type { ChannelId } from "../../domain/publication/channels.ts";
import type { ListingRecord } from "../../domain/publication/listing-record.ts";
import { makeParcel } from "../../records/parcels.ts";
import { deliveries, publicationRecords } from "../../schema/index.ts";

/** The point whose copies are compared. */
const POINT = "internet-supervision";
/** What the public reads, over HTTP and under the limits of everybody. */
const REGISTER = "own-register";
const ROWS_AT_ONCE = 1_000;

export interface ReconcileTiming {
  readonly entries: number;
  readonly ms: number;
  /** Fetching the same answer and reading the same rows, without comparing anything. */
  readonly bareMs: number;
  /** The own register read back over its public address and compared. */
  readonly registerMs: number;
}

/** Makes a published entry many, each a record of its own that the register and a receiver show as they should. */
export async function multiplyEntry(
  deps: ReconcileDeps,
  receiver: HttpReceiver,
  caseId: string,
  count: number,
): Promise<void> {
  const { database, encryption } = deps;
  const [stored] = await database
    .select()
    .from(publicationRecords)
    .where(eq(publicationRecords.caseId, caseId));
  if (stored === undefined) throw new Error("nothing is published yet");
  const record = JSON.parse(encryption.decryptField(stored.bodySealed)) as ListingRecord;
  for (let first = 0; first < count; first += ROWS_AT_ONCE) {
    const ids = Array.from({ length: Math.min(ROWS_AT_ONCE, count - first) }, () => randomUUID());
    await database.execute(sql`
      insert into case_files select (jsonb_populate_record(null::case_files, to_jsonb(c) ||
        jsonb_build_object('case_id', id, 'case_number', 'bench-' || id))).*
      from case_files c, unnest(${sql.param(ids)}::uuid[]) id where c.case_id = ${caseId}`);
    const entries = ids.map((entryId) => {
      const body = canonicalize({ ...record, entryId }) ?? "";
      const sealed = encryption.encryptField(body);
      const version = {
        caseId: entryId,
        version: record.version,
        sealed,
        repairs: 0,
        sealSignature: null,
        sharingBasisId: null,
      };
      return {
        ...version,
        shown: makeParcel(deps, "own-register", version),
        sent: makeParcel(deps, POINT, version),
      };
    });
    await database.insert(publicationRecords).values(
      entries.map(({ caseId: id, version, sealed }) => ({
        ...{ caseId: id, version, bodySealed: sealed, signature: "", madeAt: stored.madeAt },
      })),
    );
    await database.insert(deliveries).values(
      entries.flatMap(({ caseId: id, version }) =>
        [POINT, REGISTER].map((channel) => ({
          ...{ caseId: id, version, channel, state: "shown" as const },
          ...{ receivedAt: stored.madeAt, receiptId: "bench" },
        })),
      ),
    );
    await database.execute(sql`
      insert into register_entries select (jsonb_populate_record(null::register_entries, to_jsonb(r) ||
        jsonb_build_object('case_id', e->>'id', 'body', e->>'body', 'change_number', nextval('register_change_numbers')))).*
      from register_entries r, jsonb_array_elements(${JSON.stringify(
        entries.map(({ caseId: id, shown }) => ({ id, body: shown.body })),
      )}::jsonb) e where r.case_id = ${caseId}`);
    for (const { caseId: entryId, version, sent } of entries) {
      receiver.holdings.rows.push({
        ...{ entryId, version, state: "shown", parcelId: sent.parcelId },
        ...{ body: JSON.parse(sent.body) as Record<string, unknown>, signature: sent.signature },
      });
    }
  }
  await database.execute(sql`analyze`);
}

/** Compares everything that one point shows, as it is done at night. */
export async function timeReconcile(
  deps: ReconcileDeps,
  holdingsUrl: string,
): Promise<ReconcileTiming> {
  const { ms, compared } = await timeNight(deps, POINT);
  const register = await timeNight(deps, REGISTER);
  const bareAt = performance.now();
  await (await fetch(holdingsUrl)).json();
  await deps.database.select().from(publicationRecords);
  await deps.database.select().from(deliveries);
  const bareMs = performance.now() - bareAt;
  return { entries: compared, ms, bareMs, registerMs: register.ms };
}

async function timeNight(deps: ReconcileDeps, channel: ChannelId) {
  await reconcile(deps, channel);
  await deps.database.execute(
    sql`update reconciliations set next_due_at = case_clock_now() where channel = ${channel}`,
  );
  const startedAt = performance.now();
  await reconcile(deps, channel);
  const ms = performance.now() - startedAt;
  const { rows } = await deps.database.execute<{ compared: number; wrong: number }>(sql`
    select last_compared as compared, (select count(*) from divergences d where d.channel = ${channel} and ended_at is null)::int as wrong
    from reconciliations where channel = ${channel}`);
  const [found] = rows;
  if (found === undefined || found.wrong > 0) throw new Error("the copies were found to differ");
  return { ms, compared: found.compared };
}
