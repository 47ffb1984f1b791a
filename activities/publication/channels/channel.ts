import type { Parcel } from "../../../records/parcels.ts";

/** A channel's proof of receipt. */
export interface ChannelReceipt {
  readonly receiptId: string;
  readonly signature: string;
}

/** Why a delivery failed, as a code: what a receiver wrote is never kept. */
export type FailureCode =
  | "unreachable"
  | "refused"
  | "bad-receipt"
  | "not-configured"
  | "awaiting-receipt"
  | "closed-now"
  | "no-space"
  | "no-room-there"
  | "wrong-host-key";

/** A delivery that failed, or that is not proven yet. It is tried again for as long as it takes. */
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
  /** Whether parcels go one by one, so that their order counts, or together, removals in front. */
  readonly takes: "one" | "many";
  readonly deliver: (parcel: Parcel) => Promise<ChannelReceipt>;
}
