import pg from "pg";

/**
 * Makes sure that the role and the database the product uses exist. The role owns the database but is no superuser, so
 * row level security binds it; it may make databases and roles, which migrations and tests need.
 */
export async function ensureApplicationDatabase(
  administratorUrl: string,
  password: string,
): Promise<void> {
  const client = new pg.Client({ connectionString: administratorUrl });
  client.on("error", () => undefined); // the query that is under way reports it
  await client.connect();
  try {
    if (!(await exists(client, "select 1 from pg_roles where rolname = 'mingdan'"))) {
      await client.query(
        `create role mingdan login createdb createrole password ${client.escapeLiteral(password)}`,
      );
    }
    if (!(await exists(client, "select 1 from pg_database where datname = 'mingdan'"))) {
      await client.query("create database mingdan owner mingdan");
    }
  } finally {
    await client.end();
  }
}

async function exists(client: pg.Client, query: string): Promise<boolean> {
  return (await client.query(query)).rowCount === 1;
}
