import type { Client } from "@temporalio/client";
import type { Database } from "../platform/database.ts";

/** What starting and waking workflows needs. */
export interface ClientDeps {
  readonly client: Client;
  readonly database: Database;
}
