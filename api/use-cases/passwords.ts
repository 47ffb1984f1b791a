import { randomBytes } from "node:crypto";
import { hash, verify, type Options } from "@node-rs/argon2";

/** Argon2id, which is the library's own choice of algorithm, at the cost that is recommended for it. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of a password, to be stored. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** Checks a password; where there is no account, the same work is done in vain, so that the time tells nothing. */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString("hex"));
  const matches = await verify(stored ?? (await decoy), password);
  return stored !== null && matches;
}

let decoy: Promise<string> | null = null;
