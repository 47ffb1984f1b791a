/** Code of SFTP for whatever has no code of its own: all that servers of version 3, which most are, say of a full disk. */
const FAILURE = 4;
/** No space on the file system, and quota exceeded: codes of later versions, sent by some servers of version 3 as well. */
const NAMED: readonly unknown[] = [14, 15];

/**
 * Whether a server lets a file not be written because it has no room for it (对方空间已满). One that has opened a file and then does not write it
 * has none; one that does not even open it may have any reason, and is only taken at its word.
 */
export function saysNoRoom(error: Error, when: "opening" | "writing"): boolean {
  if (!("code" in error)) return false;
  return NAMED.includes(error.code) || (when === "writing" && error.code === FAILURE);
}
