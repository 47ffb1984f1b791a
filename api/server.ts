import { loadKeys } from "../platform/keys.ts";
import { createLogger } from "../platform/logger.ts";
import { runService, type RunningService } from "../platform/service-process.ts";
import { addressFor, readSettings } from "../platform/settings.ts";
import { openApp } from "./open-app.ts";

/** The process that serves pages and the API. */
async function startServer(): Promise<RunningService> {
  const settings = readSettings(process.env);
  const keys = loadKeys(settings);
  const logger = createLogger({ name: "api", level: settings.logLevel });
  const { app, close } = await openApp(settings, keys, logger);
  await app.listen({ host: settings.host, port: settings.port });
  const [address] = app.addresses();
  const port = typeof address === "object" ? address.port : settings.port;
  return { url: addressFor(settings.host, port), stop: close };
}

await runService(startServer);
