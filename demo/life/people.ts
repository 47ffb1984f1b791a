import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openSession, type Session } from "./http-session.ts";

/** The demo's accounts, as the start writes them for whoever tries the system. */
interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly roles: readonly string[];
}

/** The people of a life, each signed in. */
export interface People {
  readonly officer: Session;
  readonly reviewer: Session;
  readonly legalOfficer: Session;
  readonly head: Session;
  readonly supervisor: Session;
}

/** Signs everybody in over the API. */
export async function signEverybodyIn(url: string, dataFolder: string): Promise<People> {
  const file = join(dataFolder, "demo-accounts.json");
  const read = JSON.parse(readFileSync(file, "utf8")) as { accounts: readonly DemoAccount[] };
  const as = async (role: string, not: string | null = null): Promise<Session> => {
    const account = read.accounts.find(
      ({ roles }) => roles.includes(role) && (not === null || !roles.includes(not)),
    );
    if (account === undefined) throw new Error(`there is no demo account for ${role}`);
    return openSession(url, { username: account.username, password: account.password });
  };
  return {
    officer: await as("case-officer"),
    reviewer: await as("legal-reviewer", "legal-officer"),
    legalOfficer: await as("legal-officer"),
    head: await as("head"),
    supervisor: await as("supervisor"),
  };
}
