import pg from "pg";

const NAME = "mingdan_second_site";

/** Makes the second site's own database on the same server, if it is not there, and returns its address. */
export async function provideSecondSiteDatabase(serverUrl: string): Promise<string> {
  const own = new URL(serverUrl);
  const name = `${own.pathname.slice(1)}_${NAME}`;
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const known = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (known.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  own.pathname = `/${name}`;
  return own.href;
}
