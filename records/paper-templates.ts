import { eq } from "drizzle-orm";
import type { Transaction } from "../platform/database.ts";
import { paperTemplates } from "../schema/index.ts";

/** A template in one of its versions, as it is kept: its source as canonical JSON. */
export interface KeptTemplate {
  readonly version: string;
  readonly kind: string;
  readonly source: string;
}

/** Keeps a template with the first paper that is made from it (文书模板存档); it stands as it was written down. */
export async function keepTemplate(tx: Transaction, kept: KeptTemplate, at: Date): Promise<void> {
  await tx
    .insert(paperTemplates)
    .values({ ...kept, keptAt: at })
    .onConflictDoNothing();
}

/** The source of a version; null where no paper was made from it since such things are kept. */
export async function readTemplate(tx: Transaction, version: string): Promise<string | null> {
  const [row] = await tx
    .select({ source: paperTemplates.source })
    .from(paperTemplates)
    .where(eq(paperTemplates.version, version));
  return row?.source ?? null;
}
