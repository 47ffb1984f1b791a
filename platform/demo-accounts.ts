import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** An account of the demo, for the person at the terminal. */
export interface DemoAccount {
  readonly account: string;
  readonly password: string;
  /** Who this is and what they do here, in Chinese: `承办人 张示例`. */
  readonly who: string;
  /** Roles by their identifiers, for programs that act as these people. */
  readonly roles?: readonly string[];
}

/** Keeps the accounts that the demo made, for the terminal to show. */
export function writeDemoAccounts(dataFolder: string, accounts: readonly DemoAccount[]): void {
  const file = fileIn(dataFolder);
  writeFileSync(`${file}.new`, JSON.stringify(accounts, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** The demo's accounts; none when there are none. */
export function readDemoAccounts(dataFolder: string): DemoAccount[] {
  const file = fileIn(dataFolder);
  const read: unknown = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
  return Array.isArray(read) ? read.filter(isDemoAccount) : [];
}

function isDemoAccount(read: unknown): read is DemoAccount {
  if (typeof read !== "object" || read === null) return false;
  return "account" in read && "password" in read && "who" in read;
}

function fileIn(dataFolder: string): string {
  return join(dataFolder, "demo-accounts.json");
}
