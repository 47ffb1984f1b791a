import { createHash } from "node:crypto";
import { Type, type Static } from "typebox";
import { Check } from "typebox/value";
import { Webhook } from "standardwebhooks";
import type { SentForm } from "../../../domain/publication/reconcile/holding.ts";
import { machineNow } from "../../../platform/clock.ts";
import { DeliveryFailed, type Channel, type ChannelReceipt } from "./channel.ts";
import type { Parcel } from "../../../records/parcels.ts";

/** What a push is made of, whatever its body says. */
export interface PushParcel
  extends Pick<Parcel, "parcelId" | "body" | "signature">, Partial<Pick<Parcel, "sealSignature">> {
  readonly form: SentForm;
}

/** A channel that takes pushes one by one, listings of ours or not. */
export interface PushChannel extends Channel {
  readonly push: (parcel: PushParcel) => Promise<ChannelReceipt>;
}

const TIMEOUT_MS = 20_000;

/** What a receiver answers, signed with the same secret. */
const RECEIPT = Type.Object({
  receiptId: Type.String({ minLength: 1, maxLength: 200 }),
  parcelId: Type.String(),
  bodyHash: Type.String(),
});

/**
 * Pushes over HTTP, signed by Standard Webhooks; the answer must be a receipt that is signed the same way. While a secret is being
 * replaced there are two: a push is signed with both, and a receipt holds with either.
 */
export function pushOverHttp(url: string, secrets: readonly string[]): PushChannel {
  const webhooks = secrets.map((secret) => new Webhook(secret));
  const push = async (parcel: PushParcel): Promise<ChannelReceipt> => {
    const response = await post(url, parcel, webhooks);
    if (!response.ok) throw new DeliveryFailed("refused");
    return readReceipt(await readText(response), response.headers, parcel, webhooks);
  };
  return { takes: "one", deliver: push, push };
}

async function post(
  url: string,
  parcel: PushParcel,
  webhooks: readonly Webhook[],
): Promise<Response> {
  const now = machineNow();
  const headers = {
    "content-type": "application/json",
    "webhook-id": parcel.parcelId,
    "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
    "webhook-signature": webhooks
      .map((webhook) => webhook.sign(parcel.parcelId, now, parcel.body))
      .join(" "),
    "mingdan-signature": parcel.signature,
    ...(parcel.sealSignature == null ? {} : { "mingdan-seal-signature": parcel.sealSignature }),
  };
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    return await fetch(url, { method: "POST", body: parcel.body, headers, signal });
  } catch {
    throw new DeliveryFailed("unreachable");
  }
}

/** An answer that breaks off on the way is no answer. */
async function readText(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch {
    throw new DeliveryFailed("unreachable");
  }
}

function readReceipt(
  text: string,
  headers: Headers,
  parcel: PushParcel,
  webhooks: readonly Webhook[],
): ChannelReceipt {
  const signature = headers.get("webhook-signature") ?? "";
  const receipt = verify(text, headers, webhooks);
  const isOurs = receipt.parcelId === parcel.parcelId && receipt.bodyHash === hashOf(parcel.body);
  if (!isOurs) throw new DeliveryFailed("bad-receipt");
  return { receiptId: receipt.receiptId, signature };
}

function verify(
  text: string,
  headers: Headers,
  webhooks: readonly Webhook[],
): Static<typeof RECEIPT> {
  for (const webhook of webhooks) {
    try {
      const receipt: unknown = webhook.verify(text, Object.fromEntries(headers));
      if (Check(RECEIPT, receipt)) return receipt;
    } catch {
      // An answer that cannot be verified proves nothing; the other secret may have signed it.
    }
  }
  throw new DeliveryFailed("bad-receipt");
}

function hashOf(body: string): string {
  return createHash("sha256").update(body).digest("hex");
}
