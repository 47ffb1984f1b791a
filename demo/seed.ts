import { explainFault } from "../platform/fault-sentences.ts";
import { closeDatabase, openDatabase } from "../platform/database.ts";
import { readSettings } from "../platform/settings.ts";
import { StartFault } from "../platform/start-fault.ts";
import { signEverybodyIn } from "./life/people.ts";
import { seedAccounts } from "./seed/accounts.ts";
import { seedCases } from "./seed/cases.ts";
import { seedLaw } from "./seed/law.ts";

/** Puts the demo's data into a running system: accounts straight into the database, everything else over the API. */
async function seedDemo(): Promise<void> {
  const settings = readSettings(process.env);
  if (settings.mode !== "demo") throw new StartFault("示例数据只能放入演示系统。");
  if (settings.databaseUrl === null) throw new StartFault("请先设置 DATABASE_URL。");
  const database = openDatabase(settings.databaseUrl, { maxConnections: 2 });
  await seedAccounts(database, settings.dataFolder).finally(() => closeDatabase(database));
  const people = await signEverybodyIn(settings.publicUrl, settings.dataFolder);
  await seedLaw(people);
  if (!settings.demoCases) return;
  const { today } = await people.officer.get<{ today: string }>("/api/clock");
  const opened = await seedCases(people, today);
  if (opened > 0) console.log(`已放入${String(opened)}个示例事项`);
}

try {
  await seedDemo();
} catch (error) {
  console.error(explainFault(error));
  process.exit(1);
}
