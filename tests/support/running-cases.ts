import { generateKeyPairSync, randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, Connection } from "@temporalio/client";
import { DefaultLogger, NativeConnection, Runtime, type Worker } from "@temporalio/worker";
import { eq, sql } from "drizzle-orm";
import type { FastifyInstance } from "fastify";
import { inject } from "vitest";
import { bundleWorkflows, createWorkers } from "../../activities/create-workers.ts";
import { assembleDeps } from "../../activities/assemble-deps.ts";
import type { ActivityDeps } from "../../activities/index.ts";
import { buildSecondSite } from "../../demo/second-site/build-second-site.ts";
import { provideSecondSiteDatabase } from "../../demo/second-site/own-database.ts";
import type { Actor } from "../../domain/case-file/actor.ts";
import type { Command } from "../../domain/case-file/commands.ts";
import { openCase } from "../../domain/case-file/open-case.ts";
import type { CaseFile } from "../../domain/case-file/state.ts";
import { STARTER_EDITION } from "../../domain/measures/starter-row.ts";
import type { PartyKind, PartyRole } from "../../domain/parties/party.ts";
import { openBlobStore } from "../../platform/blobs.ts";
import { readClockOffset } from "../../platform/clock.ts";
import { closeDatabase, inTransaction, openDatabase, type Database } from "../../platform/database.ts";
import { createFieldEncryption } from "../../platform/encryption.ts";
import type { Keys } from "../../platform/keys.ts";
import { createLogger } from "../../platform/logger.ts";
import { readSettings, type Settings } from "../../platform/settings.ts";
import { registerSearchAttributes } from "../../platform/temporal.ts";
import { makeContext } from "../../records/case-context.ts";
import { ensureClockRow } from "../../records/clock-row.ts";
import { NOTHING_RECORDED, recordEvents, rowOf } from "../../records/record-events.ts";
import { seedLaw } from "../../records/seed-law.ts";
import {
  authorities,
  caseClock,
  caseEvents,
  caseFiles,
  commands,
  deliveries,
  followUps,
  lawPacks,
  matters,
  parties,
} from "../../schema/index.ts";
import { actUpdate, listingCaseId, moveClockUpdate, publicationId, clockMovedSignal } from "../../workflows/messages.ts";
import { COUNTY_AUTHORITY, WAGES_PACK } from "./case-world.ts";
import { createTestDatabase } from "./database.ts";

/** A running backend for tests: real database, real Temporal, real workers in this process, a real second site. */
export interface RunningCases {
  readonly database: Database;
  readonly client: Client;
  readonly deps: ActivityDeps;
  readonly settings: Settings;
  readonly site: FastifyInstance;
  /** Stops and starts the workers, as a restart of their process would. */
  readonly restartWorkers: () => Promise<void>;
  readonly stopWorkers: () => Promise<void>;
  readonly startWorkers: () => Promise<void>;
  readonly openCase: (party?: Partial<TestParty>) => Promise<string>;
  /** Keeps an act and has it ruled on; answers with the verdict. */
  readonly act: (caseId: string, actor: Actor, command: Command, id?: string) => Promise<Verdict>;
  readonly keep: (caseId: string, actor: Actor, command: Command, id?: string) => Promise<string>;
  readonly send: (caseId: string, commandId: string, kind: string) => Promise<void>;
  readonly verdictOf: (commandId: string) => Promise<Verdict | null>;
  readonly read: (caseId: string) => Promise<CaseFile>;
  readonly moveClockTo: (moment: string) => Promise<void>;
  readonly until: (caseId: string, isDone: (file: CaseFile) => boolean) => Promise<CaseFile>;
  readonly stop: () => Promise<void>;
}

export interface TestParty {
  readonly kind: PartyKind;
  readonly role: PartyRole;
  readonly name: string;
  readonly identifier: string;
}

export type Verdict =
  | { readonly outcome: "accepted"; readonly version: number; readonly stage: string }
  | { readonly outcome: "refused"; readonly refusal: { readonly findings: readonly { ruleId: string }[] } };

const COMPANY: TestParty = {
  kind: "legal-person",
  role: "employer",
  name: "【虚构】梧州云雀示例劳务有限公司",
  identifier: "91450400MA5XXXXX0T",
};

export const OFFICER: Actor = actorOf("officer", "case-officer");

function actorOf(userId: string, role: Actor["roles"][number]): Actor {
  return { userId, roles: [role], authorityId: COUNTY_AUTHORITY.authorityId, partyCaseId: null };
}

/** Starts everything; the case clock begins at nine in the morning of the day given. */
export async function startRunningCases(startOn: string, env: NodeJS.ProcessEnv = {}): Promise<RunningCases> {
  Runtime.install({ logger: new DefaultLogger("ERROR") });
  const folder = mkdtempSync(join(tmpdir(), "mingdan-cases-"));
  const testDatabase = await createTestDatabase();
  const keys = makeKeys();
  const siteDatabase = openDatabase(await provideSecondSiteDatabase(testDatabase.url));
  const site = await buildSecondSite({ database: siteDatabase, secrets: keys.webhookSecrets });
  const siteUrl = await site.listen({ host: "127.0.0.1", port: 0 });
  const settings = readSettings({
    MINGDAN_MODE: "demo",
    MINGDAN_DATA: folder,
    DATABASE_URL: testDatabase.url,
    TEMPORAL_ADDRESS: inject("temporalAddress"),
    MINGDAN_CHANNEL_CITY_PLATFORM_URL: `${siteUrl}/city-platform`,
    MINGDAN_CHANNEL_IMPLEMENTERS_URL: `${siteUrl}/implementers`,
    MINGDAN_RETRY_DISPATCH_MS: "300",
    ...env,
  });
  const database = openDatabase(testDatabase.url);
  await ensureClockRow(database, "demo", startOn);
  await prepareLaw(database);
  const address = inject("temporalAddress");
  const connection = await Connection.connect({ address });
  const client = new Client({ connection });
  await registerSearchAttributes({ client, connection, close: () => connection.close() }, "default");
  const native = await NativeConnection.connect({ address });
  const encryption = createFieldEncryption(keys);
  const blobs = openBlobStore(join(folder, "blobs"), encryption);
  const deps = await assembleDeps({ settings, keys, database, encryption, blobs, client });
  const logger = createLogger({ name: "tests", level: "silent" });
  const bundle = await bundleWorkflows();
  let running: { workers: readonly Worker[]; done: Promise<unknown> } | null = null;

  const startWorkers = async (): Promise<void> => {
    const workers = await createWorkers({ connection: native, namespace: "default", deps, logger, bundle });
    running = { workers, done: Promise.all(workers.map((worker) => worker.run())) };
  };
  const stopWorkers = async (): Promise<void> => {
    running?.workers.forEach((worker) => worker.shutdown());
    await running?.done;
    running = null;
  };
  await startWorkers();
  const store = storeOf(database, deps, client);
  return {
    database,
    client,
    deps,
    settings,
    site,
    startWorkers,
    stopWorkers,
    restartWorkers: async () => {
      await stopWorkers();
      await startWorkers();
    },
    ...store,
    async stop() {
      await stopWorkers();
      await native.close();
      await connection.close();
      await site.close();
      await closeDatabase(siteDatabase);
      await closeDatabase(database);
      await testDatabase.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function storeOf(database: Database, deps: ActivityDeps, client: Client) {
  const read = async (caseId: string): Promise<CaseFile> => {
    const [row] = await database
      .select({ state: caseFiles.state })
      .from(caseFiles)
      .where(eq(caseFiles.caseId, caseId));
    if (row === undefined) throw new Error("no such case");
    return row.state;
  };
  const keep = async (
    caseId: string,
    actor: Actor,
    command: Command,
    commandId: string = randomUUID(),
  ): Promise<string> => {
    await database
      .insert(commands)
      .values({
        commandId,
        caseId,
        kind: command.kind,
        body: command,
        requestHash: "test",
        actor,
        receivedAt: sql`case_clock_now()`,
      })
      .onConflictDoNothing();
    return commandId;
  };
  const send = async (caseId: string, commandId: string, kind: string): Promise<void> => {
    await client.workflow
      .getHandle(listingCaseId(caseId))
      .executeUpdate(actUpdate, { updateId: commandId, args: [{ commandId, kind }] });
  };
  const verdictOf = async (commandId: string): Promise<Verdict | null> => {
    const [row] = await database.select().from(commands).where(eq(commands.commandId, commandId));
    return (row?.verdict ?? null) as Verdict | null; // written by the transaction under test
  };
  const until = async (caseId: string, isDone: (file: CaseFile) => boolean): Promise<CaseFile> => {
    for (let attempt = 0; attempt < 300; attempt += 1) {
      const file = await read(caseId);
      if (isDone(file)) return file;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error("the case did not come to what was waited for");
  };
  return {
    read,
    keep,
    send,
    verdictOf,
    until,
    openCase: (party: Partial<TestParty> = {}) => openTestCase(database, deps, client, { ...COMPANY, ...party }),
    async act(caseId: string, actor: Actor, command: Command, id?: string): Promise<Verdict> {
      const commandId = await keep(caseId, actor, command, id);
      await send(caseId, commandId, command.kind);
      const verdict = await verdictOf(commandId);
      if (verdict === null) throw new Error("the act was not ruled on");
      return verdict;
    },
    moveClockTo: (moment: string) => moveClock(database, client, new Date(moment)),
  };
}

async function prepareLaw(database: Database): Promise<void> {
  await seedLaw(database);
  await database.insert(authorities).values({ authorityId: COUNTY_AUTHORITY.authorityId, profile: COUNTY_AUTHORITY });
  await database.insert(lawPacks).values({
    listId: WAGES_PACK.listId,
    version: WAGES_PACK.version,
    body: WAGES_PACK,
    state: "active",
    approvedBy: ["legal-officer", "reviewer"],
  });
}

async function openTestCase(
  database: Database,
  deps: ActivityDeps,
  client: Client,
  party: TestParty,
): Promise<string> {
  const [caseId, matterId, partyId] = [randomUUID(), randomUUID(), randomUUID()];
  const offset = await inTransaction(database, async (tx) => {
    const now = new Date((await tx.execute<{ now: string }>(sql`select case_clock_now()::text as now`)).rows[0]?.now ?? "");
    const seal = (text: string): string => deps.encryption.encryptField(text);
    await tx.insert(parties).values({
      partyId,
      kind: party.kind,
      nameSealed: seal(party.name),
      nameIndex: deps.encryption.indexOf(party.name),
      identifierSealed: seal(party.identifier),
      identifierIndex: deps.encryption.indexOf(party.identifier),
      lastSixIndex: deps.encryption.indexOf(party.identifier.slice(-6)),
      addressSealed: seal("【虚构】苍梧县示例路2号"),
      phoneSealed: seal("13800000000"),
    });
    const { authorityId } = COUNTY_AUTHORITY;
    await tx.insert(matters).values({
      matterId,
      listId: "unpaid-wages",
      authorityId,
      openedBy: OFFICER.userId,
      openedAt: now,
      requestId: matterId,
      requestHash: "test",
    });
    const law = { authority: COUNTY_AUTHORITY, pack: WAGES_PACK, calendar: await deps.law.readCalendar(tx, "test") };
    const opening = {
      caseId,
      matterId,
      partyId,
      caseNumber: `苍人社列立〔2026〕${caseId.slice(0, 8)}号`,
      catalogEdition: STARTER_EDITION.id,
      partyKind: party.kind,
      partyRole: party.role,
    };
    const judged = openCase(opening, makeContext(law, { actId: matterId, actor: OFFICER, at: now }));
    if (judged.kind === "refused") throw new Error(JSON.stringify(judged.refusal));
    await tx.insert(caseFiles).values({
      caseId,
      matterId,
      caseNumber: opening.caseNumber,
      listId: "unpaid-wages",
      authorityId,
      partyId,
      officerId: OFFICER.userId,
      stage: "draft",
      version: 0,
      state: {} as CaseFile, // filled a few lines below, in the same transaction
      chainHead: "",
      openedAt: now,
      updatedAt: now,
    });
    const recorded = await recordEvents(tx, deps.codes, COUNTY_AUTHORITY, NOTHING_RECORDED, judged.events);
    await tx
      .update(caseFiles)
      .set(rowOf(recorded.file, recorded.chainHead))
      .where(eq(caseFiles.caseId, caseId));
    return readClockOffset(tx);
  });
  await client.workflow.start("listingCase", {
    workflowId: listingCaseId(caseId),
    taskQueue: "listing-case",
    args: [{ caseId, clockOffsetMs: offset }],
  });
  return caseId;
}

/** Moves the clock from one due instant to the next, letting every open case settle at each. */
async function moveClock(database: Database, client: Client, target: Date): Promise<void> {
  for (;;) {
    const { rows } = await database.execute<{ next: string | null; now: string }>(sql`
      select least(
        (select min(next_deadline_at) from case_files where stage <> 'closed'),
        (select min(next_attempt_at) from deliveries where received_at is null)
      )::text as next, case_clock_now()::text as now`);
    const next = rows[0]?.next ? new Date(rows[0].next) : null;
    const stop = next !== null && next < target ? next : target;
    const now = new Date(rows[0]?.now ?? "");
    if (stop > now) {
      await database.execute(
        sql`update case_clock set offset_ms = offset_ms + ${stop.getTime() - now.getTime()}, moved = true`,
      );
    }
    await settleAll(database, client);
    if (stop >= target) return;
  }
}

async function settleAll(database: Database, client: Client): Promise<void> {
  const [clock] = await database.select().from(caseClock);
  const offsetMs = clock?.offsetMs ?? 0;
  const waiting = await database.select().from(deliveries).where(sql`received_at is null`);
  for (const { caseId, channel } of waiting) {
    await client.workflow
      .getHandle(publicationId(caseId, channel))
      .signal(clockMovedSignal, { offsetMs })
      .catch(() => undefined);
  }
  const open = await database.select({ caseId: caseFiles.caseId }).from(caseFiles).where(sql`stage <> 'closed'`);
  for (const { caseId } of open) {
    await client.workflow.getHandle(listingCaseId(caseId)).executeUpdate(moveClockUpdate, { args: [{ offsetMs }] });
  }
}

/** Every event of a case by type, in order. */
export async function eventTypesOf(database: Database, caseId: string): Promise<readonly string[]> {
  const rows = await database
    .select({ type: caseEvents.type })
    .from(caseEvents)
    .where(eq(caseEvents.caseId, caseId))
    .orderBy(caseEvents.seq);
  return rows.map((row) => row.type);
}

/** How much follow-up work of a case is still open. */
export async function countOpenWork(database: Database, caseId: string): Promise<number> {
  const rows = await database
    .select({ id: followUps.followUpId })
    .from(followUps)
    .where(sql`case_id = ${caseId} and done_at is null`);
  return rows.length;
}

function makeKeys(): Keys {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const webhook = (): string => `whsec_${randomBytes(32).toString("base64")}`;
  return {
    fieldEncryption: { currentId: "test", byId: new Map([["test", randomBytes(32)]]) },
    indexKey: randomBytes(32),
    commandIdKey: randomBytes(32),
    partyCodeKey: randomBytes(32),
    sessionSecret: randomBytes(32).toString("base64"),
    webhookSecrets: { cityPlatform: webhook(), implementers: webhook() },
    signing: { id: "test", privateKey, publicKey },
  };
}
