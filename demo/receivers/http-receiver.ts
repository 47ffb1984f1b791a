import { setTimeout as pause } from "node:timers/promises";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { Webhook } from "standardwebhooks";
import { machineNow } from "../../platform/clock.ts";
import { hashOf, openHoldings, type Held, type Holdings } from "./holdings.ts";

/** A receiver of pushes: takes signed forms, answers with signed receipts, and tells what it shows. */
export interface HttpReceiver {
  readonly holdings: Holdings;
  readonly site: FastifyInstance;
}

/** Builds a receiver that holds these secrets; a push under any of them is taken. */
export function buildHttpReceiver(
  secrets: readonly string[],
  before: readonly Held[] = [],
): HttpReceiver {
  const holdings = openHoldings(before);
  const webhooks = secrets.map((secret) => new Webhook(secret));
  const site = Fastify({ bodyLimit: 2_000_000 });
  site.removeAllContentTypeParsers();
  site.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) =>
    done(null, body),
  );
  site.addHook("onRequest", async (request, reply) => {
    if (holdings.temper.slowMs > 0) await pause(holdings.temper.slowMs);
    if (holdings.temper.isDown) {
      request.raw.socket.destroy();
      return reply.hijack();
    }
    return undefined;
  });
  site.post("/push", async (request, reply) => receive(holdings, webhooks, request, reply));
  site.get<{ Querystring: { entry?: string | string[] } }>("/holdings", (request) => {
    const asked = request.query.entry;
    const wanted = asked === undefined ? null : [asked].flat();
    const rows = holdings.list().filter((row) => wanted === null || wanted.includes(row.entryId));
    return { entries: rows.map(({ parcelId: _parcelId, ...row }) => row) };
  });
  return { holdings, site };
}

async function receive(
  holdings: Holdings,
  webhooks: readonly Webhook[],
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const body = request.body as string; // the parser hands every JSON body over as text
  const webhook = webhooks.find((each) => holds(each, body, request.headers));
  if (webhook === undefined) return reply.code(401).send();
  const parcelId = String(request.headers["webhook-id"]);
  const form = JSON.parse(body) as Pick<Held, "entryId" | "version" | "state">; // signed by the sender we trust
  const { entryId, version, state } = form;
  const receiptId = holdings.take({
    ...{ entryId, version, state, parcelId, body: JSON.parse(body) as Held["body"] },
    signature: String(request.headers["mingdan-signature"] ?? ""),
    sealSignature: String(request.headers["mingdan-seal-signature"] ?? ""),
  });
  if (receiptId === null) return reply.code(422).send();
  if (holdings.temper.answersLate) {
    holdings.temper.answersLate = false;
    request.raw.socket.destroy();
    return reply.hijack();
  }
  const receipt = JSON.stringify({ receiptId, parcelId, bodyHash: hashOf(body) });
  const now = machineNow();
  return reply
    .type("application/json")
    .header("webhook-id", receiptId)
    .header("webhook-timestamp", String(Math.floor(now.getTime() / 1000)))
    .header("webhook-signature", webhook.sign(receiptId, now, receipt))
    .send(receipt);
}

function holds(
  webhook: Webhook,
  body: string,
  headers: Record<string, string | string[] | undefined>,
): boolean {
  const single = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  try {
    webhook.verify(body, Object.fromEntries(single));
    return true;
  } catch {
    return false;
  }
}
