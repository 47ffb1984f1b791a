import { isResidentIdNumber } from "../../domain/parties/resident-identity-number.ts";
import { isUscc } from "../../domain/parties/unified-social-credit-code.ts";

/**
 * Made-up identifiers with valid check digits. Serial numbers are of a kind that is not given out: organization codes that begin with XX, and
 * the sequence 000 in identity numbers.
 */
export function makeUpUscc(serial: number): string {
  const body = `91450421XX${String(serial).padStart(6, "0")}`;
  return complete(`${body}0`, "0123456789ABCDEFGHJKLMNPQRTUWXY", isUscc);
}

/** A made-up identity number of an adult, region 苍梧县. */
export function makeUpResidentIdNumber(year: number): string {
  return complete(`450421${String(year)}0101000`, "0123456789X", isResidentIdNumber);
}

function complete(body: string, alphabet: string, isValid: (text: string) => boolean): string {
  const found = [...alphabet].map((last) => body + last).find(isValid);
  if (found === undefined) throw new Error("no check character makes this identifier valid");
  return found;
}
