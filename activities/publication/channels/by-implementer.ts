import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { expectForm, type SentForm } from "../../../domain/publication/reconcile/holding.ts";
import {
  OTHERS,
  partFor,
  splitByImplementer,
  type ImplementerPart,
  type ToldImplementer,
} from "../../../domain/publication/split-by-implementer.ts";
import type { ParcelDeps } from "../../../records/parcels.ts";
import { signForm } from "../../../records/sign-form.ts";
import { implementerDeliveries } from "../../../schema/index.ts";
import { sealPart, type PartSealDeps } from "../seal-parts.ts";
import { askOverHttp } from "../read-back/http-query.ts";
import type { ReadBack } from "../read-back/read-back.ts";
import { DeliveryFailed, type ChannelReceipt } from "./channel.ts";
import { pushOverHttp, type PushChannel, type PushParcel } from "./http-push.ts";

/** A place at which one implementer, or all who have none of their own, are told. */
export interface ImplementerDesk extends ToldImplementer {
  readonly url: string;
  readonly readBackUrl: string | undefined;
  readonly secrets: readonly string[];
}

export type ByImplementerDeps = ParcelDeps & PartSealDeps;

/**
 * Tells each implementer of his own measures and of nobody else's (逐个实施单位告知). Who has proven a parcel is not told it again while others are
 * still asked; the parcel is proven when all of them have.
 */
export function pushByImplementer(
  deps: ByImplementerDeps,
  desks: readonly ImplementerDesk[],
): PushChannel {
  const implementers = desks.filter((each) => each.id !== OTHERS);
  const pushers = new Map(desks.map(({ id, url, secrets }) => [id, pushOverHttp(url, secrets)]));
  const bring = async (parcel: PushParcel, part: ImplementerPart): Promise<ChannelReceipt> => {
    const pusher = pushers.get(part.receiver);
    if (pusher === undefined) throw new DeliveryFailed("not-configured");
    const parcelId = `${parcel.parcelId}.${part.receiver}`;
    const signed = signForm(part.form, deps.signing);
    const { entryId, version } = part.form;
    // Where the whole copy is sealed, each part of it is; what others decided carries no seal of ours.
    const sealSignature =
      parcel.sealSignature == null
        ? null
        : await sealPart(deps, { entryId, version, receiver: part.receiver, body: signed.body });
    const receipt = await pusher.push({ parcelId, form: part.form, ...signed, sealSignature });
    await keepReceipt(deps, parcel, part, receipt);
    return receipt;
  };
  const push = async (parcel: PushParcel): Promise<ChannelReceipt> => {
    const { told, proven } = await readLedger(deps, parcel);
    const parts = splitByImplementer(parcel.form, implementers, told);
    const brought = await Promise.allSettled(
      parts.map((part) => {
        const known = proven.get(part.receiver);
        return known === undefined ? bring(parcel, part) : Promise.resolve(known);
      }),
    );
    const receipts: ChannelReceipt[] = [];
    for (const each of brought) {
      if (each.status === "rejected") throw each.reason;
      receipts.push(each.value);
    }
    return putTogether(receipts);
  };
  return { takes: "one", deliver: push, push };
}

/** How each of them is asked what he holds; of an entry that is none of his he is to hold nothing. */
export function readBackByImplementer(
  deps: ParcelDeps,
  desks: readonly ImplementerDesk[],
): readonly ReadBack[] {
  const implementers = desks.filter((each) => each.id !== OTHERS);
  return desks.flatMap(({ id, name, readBackUrl }) => {
    if (readBackUrl === undefined) return [];
    const partOf = (form: SentForm): SentForm => partFor(form, implementers, id);
    const expect = (form: SentForm, earlier: readonly SentForm[]) => {
      const part = partOf(form);
      return expectForm({ form: part, ...signForm(part, deps.signing) }, earlier.map(partOf));
    };
    return [
      {
        ...askOverHttp(readBackUrl),
        receiver: name,
        expect: ({ form }, earlier) => expect(form, earlier),
        expectOther: ({ form }) => expect(form, []),
      } satisfies ReadBack,
    ];
  });
}

interface Ledger {
  /** Everybody who was ever told of the entry. */
  readonly told: ReadonlySet<string>;
  /** Who has proven this parcel already. */
  readonly proven: ReadonlyMap<string, ChannelReceipt>;
}

async function readLedger(
  { database }: ByImplementerDeps,
  { parcelId, form }: PushParcel,
): Promise<Ledger> {
  const rows = await database
    .select()
    .from(implementerDeliveries)
    .where(eq(implementerDeliveries.entryId, form.entryId));
  return {
    told: new Set(rows.map((row) => row.receiver)),
    proven: new Map(
      rows
        .filter((row) => row.parcelId === parcelId)
        .map(({ receiver, receiptId, receiptSignature: signature }) => [
          receiver,
          { receiptId, signature },
        ]),
    ),
  };
}

async function keepReceipt(
  { database }: ByImplementerDeps,
  { parcelId }: PushParcel,
  { receiver, form }: ImplementerPart,
  { receiptId, signature: receiptSignature }: ChannelReceipt,
): Promise<void> {
  const { entryId, version, state } = form;
  await database
    .insert(implementerDeliveries)
    .values({ parcelId, receiver, entryId, version, state, receiptId, receiptSignature })
    .onConflictDoNothing();
}

/** One proof for all of them; that of each stands in the ledger. */
function putTogether(receipts: readonly ChannelReceipt[]): ChannelReceipt {
  const [only, ...others] = receipts;
  if (only === undefined) return { receiptId: "nobody-to-tell", signature: "" };
  if (others.length === 0) return only;
  const ids = receipts.map((each) => each.receiptId).toSorted();
  const hash = createHash("sha256").update(ids.join("\n")).digest("hex");
  return { receiptId: `${String(receipts.length)}-receipts-${hash}`, signature: "" };
}
