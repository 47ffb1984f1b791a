import type { ChannelForm } from "../../../domain/publication/listing-record.ts";

/** What is delivered to a channel. */
export interface Parcel {
  /** Stays the same however often it is sent: the receiver takes it once. */
  readonly parcelId: string;
  readonly form: ChannelForm;
  /** Canonical JSON of the form, as it is signed. */
  readonly body: string;
}

/** A channel's proof of receipt. */
export interface ChannelReceipt {
  readonly receiptId: string;
  readonly signature: string;
}

/** Why a delivery failed, as a code: what a receiver wrote is never kept. */
export type FailureCode = "unreachable" | "refused" | "bad-receipt" | "not-configured";

/** A delivery that failed. It is tried again for as long as it takes. */
export class DeliveryFailed extends Error {
  override readonly name = "DeliveryFailed";
  readonly code: FailureCode;
  constructor(code: FailureCode) {
    super(`delivery failed: ${code}`);
    this.code = code;
  }
}

/** A place that a listing goes to: it takes the newest version, removal included, and proves it. */
export interface Channel {
  readonly deliver: (parcel: Parcel) => Promise<ChannelReceipt>;
}
