import { readDemoAccounts } from "../../platform/demo-accounts.ts";
import { openSession, type Session } from "./http-session.ts";

/** The people of a life, each signed in. */
export interface People {
  readonly officer: Session;
  readonly reviewer: Session;
  readonly legalOfficer: Session;
  readonly head: Session;
  readonly supervisor: Session;
}

/** Signs everybody in over the API, with the accounts that the start has written. */
export async function signEverybodyIn(url: string, dataFolder: string): Promise<People> {
  const accounts = readDemoAccounts(dataFolder);
  const as = (account: string): Promise<Session> => {
    const found = accounts.find((each) => each.account === account);
    if (found === undefined) throw new Error(`there is no demo account ${account}`);
    return openSession(url, { username: found.account, password: found.password });
  };
  return {
    officer: await as("chengban"),
    reviewer: await as("fazhi"),
    legalOfficer: await as("fazhi-fuze"),
    head: await as("juzhang"),
    supervisor: await as("xinyongban"),
  };
}
