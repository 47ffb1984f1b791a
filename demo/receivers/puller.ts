import { openHoldings, type Held, type Holdings } from "./holdings.ts";

interface FeedPage {
  readonly removals: readonly FeedEntry[];
  readonly changes: readonly FeedEntry[];
  readonly next: number;
  readonly more: boolean;
}

interface FeedEntry {
  readonly parcelId: string;
  readonly form: Held["body"] & Pick<Held, "entryId" | "version" | "state">;
  readonly signature: string;
  readonly sealSignature: string | null;
}

/** A receiver that comes and fetches what changed. */
export interface Puller {
  readonly holdings: Holdings;
  /** Fetches everything that is new and acknowledges it; answers with the cursor it has come to. */
  readonly pull: () => Promise<number>;
}

/** A receiver of the feed at this address, with this token. */
export function openPuller(feedUrl: string, token: string): Puller {
  const holdings = openHoldings();
  let cursor = 0;
  const headers = { authorization: `Bearer ${token}` };
  return {
    holdings,
    async pull() {
      for (;;) {
        const response = await fetch(`${feedUrl}/changes?since=${String(cursor)}`, { headers });
        if (!response.ok) throw new Error(`the feed answered ${String(response.status)}`);
        const page = (await response.json()) as FeedPage; // the sender's own description of its feed
        for (const entry of [...page.removals, ...page.changes]) take(holdings, entry);
        cursor = page.next;
        if (!page.more) break;
      }
      await fetch(`${feedUrl}/acknowledgement`, {
        method: "POST",
        headers: { ...headers, "content-type": "application/json" },
        body: JSON.stringify({ cursor }),
      });
      return cursor;
    },
  };
}

function take(holdings: Holdings, { parcelId, form, signature, ...entry }: FeedEntry): void {
  const { entryId, version, state } = form;
  const sealSignature = entry.sealSignature ?? "";
  holdings.take({ parcelId, entryId, version, state, signature, sealSignature, body: form });
}
