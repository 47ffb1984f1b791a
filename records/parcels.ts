import type { ListId } from "../domain/packs/list-id.ts";
import type { ChannelId } from "../domain/publication/channels.ts";
import {
  makeChannelForm,
  type ChannelForm,
  type ListingRecord,
} from "../domain/publication/listing-record.ts";
import type { FieldEncryption } from "../platform/encryption.ts";
import type { Keys } from "../platform/keys.ts";
import { signForm } from "./sign-form.ts";

/** What is delivered to a channel. */
export interface Parcel {
  /** Stays the same however often it is sent: the receiver takes it once. */
  readonly parcelId: string;
  readonly form: ChannelForm;
  /** Canonical JSON of the form, as it is signed. */
  readonly body: string;
  /** Ed25519 over the body, base64: goes along with every copy. */
  readonly signature: string;
  /** The seal of the authority over the body, where its key is one of SM2: goes along as well. */
  readonly sealSignature: string | null;
}

/** What making a parcel needs. */
export interface ParcelDeps {
  readonly encryption: FieldEncryption;
  readonly signing: Keys["signing"];
}

/** A version of a record as it is stored, and how often the channel was sent it anew. */
export interface StoredVersion {
  readonly caseId: string;
  readonly version: number;
  readonly sealed: string;
  readonly repairs: number;
  /** As it was made once for this channel; a signature of SM2 is another one each time. */
  readonly sealSignature: string | null;
  /** By which entered basis its receiver is told who a person is; null where by none. */
  readonly sharingBasisId: string | null;
}

/** Makes what a channel is sent of a stored version: its form, canonical and signed. The same version always makes the same parcel. */
export function makeParcel(deps: ParcelDeps, channel: ChannelId, stored: StoredVersion): Parcel {
  // The record was written, signed and sealed by this product.
  const record = JSON.parse(deps.encryption.decryptField(stored.sealed)) as ListingRecord;
  const listId = record.listId as ListId; // written from the case's own list
  const sharing = stored.sharingBasisId === null ? "none" : "entered";
  const form = makeChannelForm(record, listId, channel, sharing);
  return {
    parcelId: parcelIdOf(channel, stored),
    form,
    ...signForm(form, deps.signing),
    sealSignature: stored.sealSignature,
  };
}

/** Stays the same however often the parcel is sent; one that repairs a copy is another parcel. */
export function parcelIdOf(
  channel: string,
  { caseId, version, repairs }: Omit<StoredVersion, "sealed" | "sealSignature" | "sharingBasisId">,
): string {
  const parcelId = `${caseId}.${channel}.${String(version)}`;
  return repairs === 0 ? parcelId : `${parcelId}.r${String(repairs)}`;
}
