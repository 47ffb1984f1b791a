import { migrateDatabase } from "./migrations.ts";
import { runToExit } from "./run-to-exit.ts";
import { readEnvironment } from "./settings-table.ts";
import { StartFault } from "./start-fault.ts";

// npm run migrate: a step of its own in every deployment, before the new API and workers start.
await runToExit(async () => {
  const { DATABASE_OWNER_URL, DATABASE_URL } = readEnvironment(process.env);
  const url = DATABASE_OWNER_URL ?? DATABASE_URL;
  if (!url) throw new StartFault("请设置 DATABASE_URL（或 DATABASE_OWNER_URL）为要迁移的数据库。");
  await migrateDatabase(url);
  console.log("✓ 数据库已是最新结构");
});
