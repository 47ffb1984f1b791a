import type { FastifyInstance } from "fastify";
import { buildSecondSite } from "../../demo/second-site/build-second-site.ts";
import { provideSecondSiteDatabase } from "../../demo/second-site/own-database.ts";
import { closeDatabase, openDatabase, type Database } from "../../platform/database.ts";
import type { Keys } from "../../platform/keys.ts";

/** The receiving site of publications: a real server with a database of its own, which can go away and come back. */
export interface SecondSite {
  readonly url: string;
  /** The site as it runs now; asked for pages without the network. */
  readonly site: () => FastifyInstance;
  readonly goAway: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts the site beside a test database. */
export async function startSecondSite(
  databaseUrl: string,
  secrets: Keys["webhookSecrets"],
): Promise<SecondSite> {
  const database = openDatabase(await provideSecondSiteDatabase(databaseUrl));
  let site = await buildSecondSite({ database, secrets });
  const url = await site.listen({ host: "127.0.0.1", port: 0 });
  return {
    url,
    site: () => site,
    goAway: () => site.close(),
    async comeBack() {
      site = await buildAgain(database, secrets, Number(new URL(url).port));
    },
    async close() {
      await site.close();
      await closeDatabase(database);
    },
  };
}

async function buildAgain(
  database: Database,
  secrets: Keys["webhookSecrets"],
  port: number,
): Promise<FastifyInstance> {
  const site = await buildSecondSite({ database, secrets });
  await site.listen({ host: "127.0.0.1", port });
  return site;
}
