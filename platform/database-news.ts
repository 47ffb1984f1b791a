import pg from "pg";

/** A wait for one piece of news. */
export interface Wait {
  /** Settles when the news comes; while the connection is down it may never settle. */
  readonly arrived: Promise<void>;
  readonly forget: () => void;
}

/** News that the database sends on a channel (NOTIFY), told to whoever waits for it by name. */
export interface DatabaseNews {
  /** Waits for a piece of news by its text. It must be asked for before what it tells of can happen. */
  readonly waitFor: (text: string) => Wait;
  readonly close: () => Promise<void>;
}

const AGAIN_AFTER_MS = 1_000;

/**
 * Listens to a channel of the database, on a connection of its own. News is a comfort, never a need: it is lost while the connection is down
 * (it is opened again by itself), so whoever waits has a second way to learn the same.
 */
export function listenToDatabase(url: string, channel: string): DatabaseNews {
  const waiting = new Map<string, Set<() => void>>();
  let closed = false;
  let current: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;

  const open = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url, application_name: "mingdan-news" });
    current = client;
    client.on("error", () => undefined);
    client.on("end", openAgainLater);
    client.on("notification", ({ payload }) => {
      for (const tell of waiting.get(payload ?? "") ?? []) tell();
    });
    await client.connect();
    await client.query(`listen ${pg.escapeIdentifier(channel)}`);
  };
  const openAgainLater = (): void => {
    if (closed || timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      if (!closed) opening = open().catch(openAgainLater);
    }, AGAIN_AFTER_MS);
    timer.unref();
  };
  let opening = open().catch(openAgainLater);

  return {
    waitFor: (text) => wait(waiting, text),
    async close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      await opening;
      await current?.end().catch(() => undefined);
    },
  };
}

function wait(waiting: Map<string, Set<() => void>>, text: string): Wait {
  const tells = waiting.get(text) ?? new Set<() => void>();
  waiting.set(text, tells);
  let tell: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => {
    tell = resolve;
    tells.add(resolve);
  });
  const forget = (): void => {
    tells.delete(tell);
    if (tells.size === 0 && waiting.get(text) === tells) waiting.delete(text);
  };
  return { arrived, forget };
}
