import Fastify from "fastify";
import pg from "pg";

const AT_ONCE = 8;
const MEASURED_MS = 5_000;
const WARM_UP_MS = 1_000;
const PAGE = 500;

export interface FeedTiming {
  readonly readsPerSecond: number;
  readonly barePerSecond: number;
}

/** Reads pages of the change feed as fast as eight readers can, and the same rows from bare Fastify and pg, in turn. */
export async function timeFeed(url: string, databaseUrl: string): Promise<FeedTiming> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  const bare = Fastify();
  bare.get<{ Querystring: { since: string } }>("/changes", async (request) => {
    const { rows } = await pool.query(
      "select * from register_entries where change_number > $1 order by change_number limit $2",
      [request.query.since, PAGE + 1],
    );
    return { changes: rows };
  });
  const bareUrl = await bare.listen({ host: "127.0.0.1", port: 0 });
  const { rows } = await pool.query<{ last: string }>(
    "select max(change_number)::text as last from register_entries",
  );
  const last = Number(rows[0]?.last ?? 0);
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < 2; round += 1) {
    ours.push(await countReads(`${url}/api/open-data/changes`, last));
    theirs.push(await countReads(`${bareUrl}/changes`, last));
  }
  await bare.close();
  await pool.end();
  return { readsPerSecond: Math.max(...ours), barePerSecond: Math.max(...theirs) };
}

async function countReads(address: string, last: number): Promise<number> {
  await readFor(address, last, WARM_UP_MS);
  return (await readFor(address, last, MEASURED_MS)) / (MEASURED_MS / 1_000);
}

/** Each reader comes from an address of its own, as readers do: one address alone is slowed down. */
async function readFor(address: string, last: number, ms: number): Promise<number> {
  const until = performance.now() + ms;
  let count = 0;
  const read = async (reader: number): Promise<void> => {
    for (let page = 0; performance.now() < until; page += 1) {
      const since = (page * PAGE + reader) % Math.max(1, last - PAGE);
      const response = await fetch(`${address}?since=${String(since)}`, {
        headers: {
          "x-forwarded-for": `10.${String(reader)}.${String(page % 250)}.${String((page >> 8) % 250)}`,
        },
      });
      if (!response.ok) throw new Error(`the feed answered ${String(response.status)}`);
      await response.arrayBuffer();
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_each, reader) => read(reader)));
  return count;
}
