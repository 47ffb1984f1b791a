import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { readDemoAccounts } from "../../platform/demo-accounts.ts";
import { startSystem } from "../../platform/system.ts";

/** A whole system of our own: servers, processes, the second site, accounts; no cases yet. */
export interface WholeSystem {
  readonly url: string;
  readonly databaseUrl: string;
  /** The made-up outside platform that publications are pushed to. */
  readonly secondSiteUrl: string;
  /** Where the start has written the accounts. */
  readonly dataFolder: string;
  readonly passwordOf: (account: string) => string;
  /** Holds the worker still, as if its machine hung, and lets it go on. */
  readonly pauseWorker: () => void;
  readonly resumeWorker: () => void;
  readonly stop: () => Promise<void>;
}

/** Starts a whole system in a folder of its own, on a day, the way `npm start` does. */
export async function startWholeSystem(day: string): Promise<WholeSystem> {
  const folder = mkdtempSync(join(tmpdir(), "mingdan 全系统-"));
  chmodSync(folder, 0o711);
  const lines: string[] = [];
  try {
    const system = await startSystem({
      dataFolder: join(folder, "data"),
      env: {
        HOME: homedir(),
        PATH: process.env["PATH"],
        MINGDAN_MODE: "demo",
        MINGDAN_CLOCK_START: day,
        MINGDAN_DEMO_CASES: "no",
        MINGDAN_RETRY_DISPATCH_MS: "300",
        PORT: "0",
      },
      log: (line) => lines.push(line),
      fast: true,
    });
    const worker = system.processes.find((each) => each.title.startsWith("办案后台"));
    const tellWorker = (signal: NodeJS.Signals): void => {
      process.kill(worker?.pid() ?? Number.NaN, signal);
    };
    const accounts = readDemoAccounts(system.settings.dataFolder);
    return {
      url: system.url,
      databaseUrl: system.databaseUrl,
      secondSiteUrl: system.processes.find((each) => each.title.startsWith("外部平台"))?.url ?? "",
      dataFolder: system.settings.dataFolder,
      passwordOf: (account) => findPassword(accounts, account),
      pauseWorker: () => tellWorker("SIGSTOP"),
      resumeWorker: () => tellWorker("SIGCONT"),
      stop: async () => {
        await system.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    throw new Error(`the system did not start:\n${lines.join("\n")}`, { cause: error });
  }
}

function findPassword(accounts: ReturnType<typeof readDemoAccounts>, account: string): string {
  const found = accounts.find((each) => each.account === account);
  if (found === undefined) throw new Error(`there is no demo account ${account}`);
  return found.password;
}
