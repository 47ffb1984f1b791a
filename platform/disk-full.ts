/** No space left; the quota used up; a file larger than this place takes. */
const CODES: readonly unknown[] = ["ENOSPC", "EDQUOT", "EFBIG"];

/** The disk takes no more (存储空间不足). Nothing half-written is left behind, and what was kept before is whole. */
export class DiskFull extends Error {
  override readonly name = "DiskFull";
}

/** Whether something failed because the disk takes no more. */
export function isDiskFull(error: unknown): boolean {
  if (error instanceof DiskFull) return true;
  return error instanceof Error && "code" in error && CODES.includes(error.code);
}
