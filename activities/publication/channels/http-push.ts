import { createHash } from "node:crypto";
import { Type, type Static } from "typebox";
import { Check } from "typebox/value";
import { Webhook } from "standardwebhooks";
import { machineNow } from "../../../platform/clock.ts";
import { DeliveryFailed, type Channel, type ChannelReceipt, type Parcel } from "./channel.ts";

const TIMEOUT_MS = 20_000;

/** What a receiver answers, signed with the same secret. */
const RECEIPT = Type.Object({
  receiptId: Type.String({ minLength: 1, maxLength: 200 }),
  parcelId: Type.String(),
  bodyHash: Type.String(),
});

/** Pushes over HTTP, signed by Standard Webhooks; the answer must be a receipt that is signed the same way. */
export function pushOverHttp(url: string | null, secret: string): Channel {
  return {
    async deliver(parcel) {
      if (url === null) throw new DeliveryFailed("not-configured");
      const webhook = new Webhook(secret);
      const response = await post(url, parcel, webhook);
      if (!response.ok) throw new DeliveryFailed("refused");
      return readReceipt(await response.text(), response.headers, parcel, webhook);
    },
  };
}

async function post(url: string, parcel: Parcel, webhook: Webhook): Promise<Response> {
  const now = machineNow();
  const headers = {
    "content-type": "application/json",
    "webhook-id": parcel.parcelId,
    "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
    "webhook-signature": webhook.sign(parcel.parcelId, now, parcel.body),
  };
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    return await fetch(url, { method: "POST", body: parcel.body, headers, signal });
  } catch {
    throw new DeliveryFailed("unreachable");
  }
}

function readReceipt(
  text: string,
  headers: Headers,
  parcel: Parcel,
  webhook: Webhook,
): ChannelReceipt {
  const signature = headers.get("webhook-signature") ?? "";
  const receipt = verify(text, headers, webhook);
  const isOurs = receipt.parcelId === parcel.parcelId && receipt.bodyHash === hashOf(parcel.body);
  if (!isOurs) throw new DeliveryFailed("bad-receipt");
  return { receiptId: receipt.receiptId, signature };
}

function verify(text: string, headers: Headers, webhook: Webhook): Static<typeof RECEIPT> {
  try {
    const receipt: unknown = webhook.verify(text, Object.fromEntries(headers));
    if (Check(RECEIPT, receipt)) return receipt;
  } catch {
    // An answer that can't be verified proves nothing.
  }
  throw new DeliveryFailed("bad-receipt");
}

function hashOf(body: string): string {
  return createHash("sha256").update(body).digest("hex");
}
