import { asc, eq } from "drizzle-orm";
import { refuseByLaw } from "../../domain/case-file/judgement.ts";
import { refuseElsewhere } from "../../domain/case-file/refuse-elsewhere.ts";
import { findActivationObstacles } from "../../domain/packs/activation.ts";
import type { LawPack } from "../../domain/packs/law-pack.ts";
import { findListElsewhere } from "../../domain/packs/lists-elsewhere.ts";
import type { Refusal } from "../../domain/refusal.ts";
import type { Transaction } from "../../platform/database.ts";
import { lawPacks } from "../../schema/index.ts";

/** The active version of a list's law pack (启用的规则包), or why there is none. */
export async function findActivePack(tx: Transaction, listId: string): Promise<LawPack | Refusal> {
  const packs = await tx
    .select({ body: lawPacks.body, state: lawPacks.state })
    .from(lawPacks)
    .where(eq(lawPacks.listId, listId))
    .orderBy(asc(lawPacks.createdAt), asc(lawPacks.version));
  const active = packs.find((pack) => pack.state === "active");
  return active === undefined ? refuseInactive(listId, packs.at(-1)?.body) : active.body;
}

function refuseInactive(listId: string, pack: LawPack | undefined): Refusal {
  const elsewhere = findListElsewhere(listId);
  if (elsewhere !== null) return refuseElsewhere(elsewhere);
  const obstacles = pack === undefined ? [] : findActivationObstacles(pack);
  if (obstacles.length > 0) return refuseByLaw(obstacles);
  const about = { ruleId: "content", title: "规则包启用条件", citations: [] };
  if (pack === undefined) {
    const missing = "没有登记这一名单的规则包";
    return { kind: "content", findings: [{ ...about, missing, toDo: "请从已启用的名单中选择" }] };
  }
  const missing = `“${pack.listName}”的规则包尚未经二人核准启用`;
  const toDo = "请由二人（其中一人为法制审核人员）核准启用后再立案";
  return { kind: "law", findings: [{ ...about, missing, toDo }] };
}
