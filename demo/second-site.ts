import { openDatabase, closeDatabase } from "../platform/database.ts";
import { loadKeys } from "../platform/keys.ts";
import { runService, type RunningService } from "../platform/service-process.ts";
import { readSettings } from "../platform/settings.ts";
import { addReceiversPage } from "./receivers/receivers-page.ts";
import { runReceivers } from "./receivers/run-receivers.ts";
import { buildSecondSite } from "./second-site/build-second-site.ts";
import { provideSecondSiteDatabase } from "./second-site/own-database.ts";

/** The demo's second site: a program of its own with a database of its own, which receives what is published. */
async function startSecondSite(): Promise<RunningService> {
  const settings = readSettings(process.env);
  const { webhookSecrets, pointSecrets } = loadKeys(settings);
  const { dataFolder, publicUrl: systemUrl } = settings;
  const running = await runReceivers({ dataFolder, pointSecrets, systemUrl });
  if (settings.databaseUrl === null) throw new Error("the second site needs DATABASE_URL");
  const database = openDatabase(await provideSecondSiteDatabase(settings.databaseUrl));
  const site = await buildSecondSite({ database, secrets: webhookSecrets });
  addReceiversPage(site, running.receivers);
  const url = await site.listen({ host: settings.host, port: settings.port });
  return {
    url,
    async stop() {
      await running.close();
      await site.close();
      await closeDatabase(database);
    },
  };
}

await runService(startSecondSite);
