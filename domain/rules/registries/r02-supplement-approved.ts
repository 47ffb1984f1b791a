import { cite } from "../../law/instruments.ts";
import type {
  DirectoryItem,
  Edition,
  EditionProofs,
  EditionLevel,
} from "../../registries/edition.ts";
import { EDITION_PROOF_TITLES } from "../../glossary.ts";
import type { RegistryRule } from "../registry-rule.ts";
import { since, type Broken } from "../rule.ts";

/** What rules of directory and catalog look at: the edition, and the steps that are proven. */
export interface EditionSubject {
  readonly act: "enter-edition" | "approve-edition";
  readonly edition: Edition;
  readonly proofs: EditionProofs;
}

/** What a directory never holds, unless a law says so, 广西条例 20–21. */
const NEVER_HELD = /商业秘密|国家秘密|个人隐私|未成年|信访|献血|退役军人|物业服务费|物业费|养犬/u;

const SUPPLEMENTS: readonly EditionLevel[] = ["region", "city"];

/**
 * A supplement of the city is in force only after the city's government has approved it and it was published (补充目录、补充清单的编制); that
 * of the directory also needs a local regulation for its scope, public comments, and filing with the region.
 *
 * Each item of a supplement says the conduct, whether it is shown, with whom it is shared, where it comes from and how often; and no
 * directory holds trade secrets, privacy, minors, 信访, 献血 or 退役军人 matters, or petty property-fee and dog cases, unless a law is
 * named that says so.
 */
export const r02SupplementApproved: RegistryRule<EditionSubject> = {
  id: "R02",
  title: "补充目录和清单经批准、公布，不含禁止纳入的内容",
  citations: [
    cite("wuzhou", "（三）"),
    cite("wuzhou", "（十）"),
    cite("guangxi", "第十九条"),
    cite("guangxi", "第二十条"),
    cite("guangxi", "第二十一条"),
  ],
  inForce: since("2023-05-01"),
  acts: ["enter-edition", "approve-edition"],
  check: ({ act, edition, proofs }) => [
    ...(act === "approve-edition" ? findProofsMissing(edition, proofs) : []),
    ...findScopeMissing(edition),
    ...(edition.registry === "directory"
      ? edition.items.flatMap((item) => findItemFaults(item, edition.level))
      : []),
  ],
};

function findProofsMissing(edition: Edition, proofs: EditionProofs): readonly Broken[] {
  if (edition.level !== "city") return [];
  const needed =
    edition.registry === "directory"
      ? (["comments", "approval", "publication", "filing"] as const)
      : (["approval", "publication"] as const);
  const missing = needed.filter((proof) => proofs[proof] === null);
  if (missing.length === 0) return [];
  const titles = missing.map((proof) => EDITION_PROOF_TITLES[proof]).join("、");
  return [
    {
      missing: `《${edition.title}》没有以下证明：${titles}`,
      toDo: "请办理后登记文号和日期，再由另一人核准",
    },
  ];
}

function findScopeMissing(edition: Edition): readonly Broken[] {
  const needsScope = edition.level === "city" && edition.registry === "directory";
  if (!needsScope || edition.scope !== null) return [];
  return [
    {
      missing: `《${edition.title}》没有写明增加纳入范围的地方性法规`,
      toDo: "只有地方性法规增加了纳入范围的，才能编制本市补充目录。请填写法规名称和条款",
    },
  ];
}

function findItemFaults(item: DirectoryItem, level: EditionLevel): readonly Broken[] {
  const faults: Broken[] = [];
  const name = `条目“${item.conduct}”`;
  if (NEVER_HELD.test(item.conduct) && item.allowedBy === null) {
    faults.push({
      missing: `${name}属于不得纳入目录的内容`,
      toDo: "请删去；法律另有规定的，请写明该法律及条款",
    });
  }
  if (item.citations.length === 0) {
    faults.push({ missing: `${name}没有依据`, toDo: "请写明法律、法规或者政策文件及条款" });
  }
  const columns = [item.conduct, item.sharing, item.source, item.frequency];
  const isIncomplete = item.openness === null || columns.some((text) => text.trim() === "");
  if (SUPPLEMENTS.includes(level) && isIncomplete) {
    faults.push({
      missing: `${name}没有写全具体行为、公开属性、共享范围、归集来源和渠道、更新频次`,
      toDo: "请补齐五项内容",
    });
  }
  return faults;
}
