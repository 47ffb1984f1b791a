import { createHash, randomUUID } from "node:crypto";
import Fastify, { type FastifyInstance } from "fastify";
import { sql } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { machineNow } from "../../platform/clock.ts";
import type { Database } from "../../platform/database.ts";
import { renderEntries, type ShownEntry } from "./entries-page.ts";

/** What the second site is given. */
export interface SecondSiteParts {
  readonly database: Database;
  readonly secrets: { readonly cityPlatform: string; readonly implementers: string };
}

/** What a pushed form tells; everything else of it is kept as it came. */
interface PushedForm {
  readonly entryId: string;
  readonly version: number;
  readonly state: "shown" | "suspended" | "removed";
}

const RECEIVERS = [
  { path: "city-platform", title: "市公共信用信息共享平台（演示）", secret: "cityPlatform" },
  { path: "implementers", title: "失信惩戒措施实施单位收件处（演示）", secret: "implementers" },
] as const;

/** Builds the receiving site: it takes signed pushes once each, answers with signed receipts, and shows what it holds. */
export async function buildSecondSite(parts: SecondSiteParts): Promise<FastifyInstance> {
  await makeTable(parts.database);
  const site = Fastify({ bodyLimit: 2_000_000 });
  site.removeAllContentTypeParsers();
  site.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) =>
    done(null, body),
  );
  site.get("/", async (_request, reply) =>
    reply.type("text/html").send(renderEntries("外部平台（演示）", await readAll(parts.database))),
  );
  for (const receiver of RECEIVERS) {
    const webhook = new Webhook(parts.secrets[receiver.secret]);
    addReceiver(site, parts.database, receiver.path, webhook);
    site.get(`/${receiver.path}`, async (_request, reply) => {
      const entries = await readAll(parts.database, receiver.path);
      return reply.type("text/html").send(renderEntries(receiver.title, entries));
    });
    site.get(`/${receiver.path}.json`, () => readAll(parts.database, receiver.path));
  }
  return site;
}

function addReceiver(
  site: FastifyInstance,
  database: Database,
  receiver: string,
  webhook: Webhook,
): void {
  site.post(`/${receiver}`, async (request, reply) => {
    // The parser above hands every JSON body over as text.
    const body = request.body as string;
    const form = verify(webhook, body, request.headers);
    if (form === null) return reply.code(401).send();
    const parcelId = String(request.headers["webhook-id"]);
    const receiptId = await keep(database, receiver, parcelId, form, body);
    const bodyHash = createHash("sha256").update(body).digest("hex");
    const receipt = JSON.stringify({ receiptId, parcelId, bodyHash });
    const now = machineNow();
    return reply
      .type("application/json")
      .header("webhook-id", receiptId)
      .header("webhook-timestamp", String(Math.floor(now.getTime() / 1000)))
      .header("webhook-signature", webhook.sign(receiptId, now, receipt))
      .send(receipt);
  });
}

function verify(
  webhook: Webhook,
  body: string,
  headers: Record<string, string | string[] | undefined>,
): PushedForm | null {
  const single = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  try {
    return webhook.verify(body, Object.fromEntries(single)) as PushedForm; // signed by the sender we trust
  } catch {
    return null;
  }
}

async function makeTable(database: Database): Promise<void> {
  await database.execute(sql`
    create table if not exists entries (
      receiver text not null,
      entry_id text not null,
      version int not null,
      state text not null,
      body jsonb not null,
      parcel_id text not null,
      receipt_id text not null,
      primary key (receiver, entry_id)
    )`);
}

/** Keeps the newest version of an entry and answers with the receipt of the parcel: the same parcel, the same receipt. */
async function keep(
  database: Database,
  receiver: string,
  parcelId: string,
  form: PushedForm,
  body: string,
): Promise<string> {
  const { entryId, version, state } = form;
  await database.execute(sql`
    insert into entries (receiver, entry_id, version, state, body, parcel_id, receipt_id)
    values (${receiver}, ${entryId}, ${version}, ${state}, ${body}::jsonb, ${parcelId}, ${randomUUID()})
    on conflict (receiver, entry_id) do update
      set version = excluded.version, state = excluded.state, body = excluded.body,
          parcel_id = excluded.parcel_id, receipt_id = excluded.receipt_id
      where entries.version <= excluded.version and entries.parcel_id <> excluded.parcel_id`);
  const { rows } = await database.execute<{ receipt_id: string }>(
    sql`select receipt_id from entries where receiver = ${receiver} and entry_id = ${entryId}`,
  );
  return rows[0]?.receipt_id ?? "";
}

async function readAll(database: Database, receiver?: string): Promise<ShownEntry[]> {
  const only = receiver === undefined ? sql`true` : sql`receiver = ${receiver}`;
  const { rows } = await database.execute<Record<string, unknown> & ShownEntry>(
    sql`select receiver, entry_id as "entryId", version, state, body from entries where ${only} order by entry_id`,
  );
  return rows;
}
