import { proxyActivities } from "@temporalio/workflow";
import type { LeadActivities } from "../activities/index.ts";
import type { LeadImportInput } from "./messages.ts";

// A worker that dies shows no more life, and another one goes on where its last batch ended.
const { takeRows } = proxyActivities<LeadActivities>({
  taskQueue: "imports",
  startToCloseTimeout: "1h",
  heartbeatTimeout: "10s",
  retry: { initialInterval: "1s", backoffCoefficient: 2, maximumInterval: "30s" },
});

/** Takes in a file of penalty records (线索导入). The file and all that comes of it lie in the database; here is only its id. */
export async function leadImport({ importId }: LeadImportInput): Promise<void> {
  await takeRows(importId);
}
