import { eq } from "drizzle-orm";
import type { ServiceAddress } from "../domain/case-file/content.ts";
import type { Database, Transaction } from "../platform/database.ts";
import type { FieldEncryption } from "../platform/encryption.ts";
import { serviceAddresses } from "../schema/index.ts";

/**
 * Keeps an address for service (送达地址) sealed, under an id that follows from the case and the address: handed in again, it is the
 * same row, and the command that names it stays the same too.
 */
export async function keepServiceAddress(
  database: Database,
  encryption: FieldEncryption,
  caseId: string,
  address: ServiceAddress,
): Promise<string> {
  const { recipient, phone, electronicAddress } = address;
  const body = JSON.stringify({ recipient, address: address.address, phone, electronicAddress });
  const addressId = encryption.indexOf(`service-address\n${caseId}\n${body}`);
  await database
    .insert(serviceAddresses)
    .values({ addressId, caseId, sealed: encryption.encryptField(body) })
    .onConflictDoNothing();
  return addressId;
}

/** Reads an address in clear. Who may see it, and for what purpose, is for the caller to answer. */
export async function readServiceAddress(
  tx: Transaction,
  encryption: FieldEncryption,
  addressId: string,
): Promise<ServiceAddress> {
  const [row] = await tx
    .select({ sealed: serviceAddresses.sealed })
    .from(serviceAddresses)
    .where(eq(serviceAddresses.addressId, addressId));
  if (row === undefined) throw new Error("no address of this id");
  // It was written by the function above, from four texts.
  return JSON.parse(encryption.decryptField(row.sealed)) as ServiceAddress;
}
