/** Closing marks: never at the start of a line; the right half of their cell may be given up. */
const CLOSING = new Set("、。，．：；？！）］｝〕〉》」』】〗”’");
/** Opening marks: never at the end of a line; the left half of their cell may be given up. */
const OPENING = new Set("（［｛〔〈《「『【〖“‘");
/** Further characters that never start a line. */
const NO_START = new Set("·…％‰℃－～,.;:?!)]}%/");
/** Further characters that never end a line. */
const NO_END = new Set("([{￥¥$＄№");
/** Set in a full cell even where the font's own width is smaller. */
const FULL_CELL = new Set("—…·“”‘’");

export const isClosing = (character: string): boolean => CLOSING.has(character);
export const isOpening = (character: string): boolean => OPENING.has(character);
export const isFullCell = (character: string): boolean => FULL_CELL.has(character);

/** Says whether a line may begin with this character (避头). */
export function mayStartLine(character: string): boolean {
  return !CLOSING.has(character) && !NO_START.has(character);
}

/** Says whether a line may end with this character (避尾). */
export function mayEndLine(character: string): boolean {
  return !OPENING.has(character) && !NO_END.has(character);
}
