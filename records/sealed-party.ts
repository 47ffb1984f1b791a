import type { PartyData } from "../domain/masking/profiles.ts";
import { lastSix } from "../domain/parties/party.ts";
import type { FieldEncryption } from "../platform/encryption.ts";
import type { parties } from "../schema/index.ts";

/** Seals a party for storage: every field encrypted on its own, and indexed where it is looked for. */
export function sealParty(
  encryption: FieldEncryption,
  partyId: string,
  party: PartyData,
): typeof parties.$inferInsert {
  return {
    partyId,
    kind: party.kind,
    nameSealed: encryption.encryptField(party.name),
    nameIndex: indexOfName(encryption, party.name),
    identifierSealed: encryption.encryptField(party.identifier),
    identifierIndex: indexOfIdentifier(encryption, party.identifier),
    lastSixIndex: indexOfLastSix(encryption, party.identifier),
    addressSealed: encryption.encryptField(party.address ?? ""),
    phoneSealed: encryption.encryptField(party.phone ?? ""),
  };
}

/** What the exact search for a name goes by. */
export function indexOfName(encryption: FieldEncryption, name: string): string {
  return encryption.indexOf(`name\n${toExactForm(name)}`);
}

/** What the exact search for a credit code or identity number goes by. */
export function indexOfIdentifier(encryption: FieldEncryption, identifier: string): string {
  return encryption.indexOf(`identifier\n${toExactForm(identifier)}`);
}

/** What a party's second factor is compared with. */
export function indexOfLastSix(encryption: FieldEncryption, identifier: string): string {
  return encryption.indexOf(`last-six\n${lastSix(toExactForm(identifier))}`);
}

function toExactForm(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "").toUpperCase();
}
