const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/**
 * Says whether a text is a well-formed unified social credit code (统一社会信用代码, GB 32100-2015): shape and check character.
 *
 * The check character is (31 − Σ value·3^place mod 31) mod 31 in an alphabet without I, O, S, V, Z; 0 is possible.
 * Old data holds wrong codes: flag such a code, keep it, do not stop the case. Lower case is not accepted.
 *
 * Example: `911522010783762860` is one, ending in 0.
 */
export function isUscc(text: string): boolean {
  return SHAPE.test(text) && checkCharacterOf(text.slice(0, 17)) === text.slice(17);
}

/** Brings a code as typed into the form that is stored: upper case, no blanks. */
export function normalizeUscc(text: string): string {
  return text.replace(/\s/g, "").toUpperCase();
}

function checkCharacterOf(body: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of body) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}
