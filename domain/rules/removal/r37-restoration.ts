import { findListingEnd, findRunningRestoration } from "../../case-file/restoration.ts";
import { findPaper, findService } from "../../case-file/state.ts";
import { printDay } from "../../deadlines/calendar-day.ts";
import { cite } from "../../law/instruments.ts";
import { since, type Broken, type Rule, type RuleSubject } from "../rule.ts";

/**
 * A removal that was got by falsehood is revoked and the listing restored, with the old end (骗取移出的，撤销移出、恢复列入，期限不变).
 *
 * Only where the list's own rule says so, only after a removal by repair, never past the old end, and never silently: a notice of its
 * own, a defense that has ended, a legal review that agrees (readings; the order gives the consequence, not the procedure).
 *
 * Example: listed 2026-05-08 for three years, removed in 2027 on a false proof; restored, the listing ends 2029-05-08 all the same,
 * and from 2029-05-09 on nothing can be restored.
 */
export const r37Restoration: Rule = {
  id: "R37",
  title: "以虚假材料取得移出的，撤销移出、恢复列入，原期限不变",
  citations: [
    cite("order11", "关于提前移出中弄虚作假的规定", "verified-secondary"),
    cite("product", "恢复列入须另行告知、听取陈述申辩并经法制审核", "reading"),
  ],
  inForce: since("2023-10-01"),
  acts: ["propose-restoration", "restore-listing"],
  check: (subject) => [
    ...findNoBasis(subject),
    ...findOver(subject),
    ...(subject.act === "propose-restoration" ? findNoRepair(subject) : findUnheard(subject)),
  ],
};

function findNoBasis({ context }: RuleSubject): readonly Broken[] {
  if ((context.pack.restorationBasis ?? []).length > 0) return [];
  return [
    {
      missing: `“${context.pack.listName}”的规则没有关于恢复列入的规定`,
      toDo: "移出仍然有效；当事人有新的失信行为的，另行立案认定",
    },
  ];
}

function findOver({ file, context }: RuleSubject): readonly Broken[] {
  const end = findListingEnd(file);
  if (end === undefined || context.today <= end.endsOn) return [];
  return [
    {
      missing: `原列入期限已于${printDay(end.endsOn)}届满，不能恢复`,
      toDo: "无需办理；恢复列入不延长原来的期限",
    },
  ];
}

function findNoRepair({ file }: RuleSubject): readonly Broken[] {
  if (file.removal?.by === "repair") return [];
  return [
    {
      missing: "本案不是因信用修复申请移出的",
      toDo: "只有以虚假材料取得的提前移出才能撤销；列入有误的，请办理撤销",
    },
  ];
}

function findUnheard({ file }: RuleSubject): readonly Broken[] {
  const restoration = findRunningRestoration(file);
  const broken: Broken[] = [];
  if (findService(file, findPaper(file, "restoration-notice")?.paperId) === undefined) {
    const toDo = "请先送达恢复列入告知书并登记送达回证";
    broken.push({ missing: "恢复列入告知书没有送达当事人的证明", toDo });
  } else if ((restoration?.defenseEnded ?? null) === null) {
    const toDo = "请在期限届满的次日起再作决定";
    broken.push({ missing: "对恢复列入的陈述申辩期限尚未结束", toDo });
  }
  if (restoration?.review?.agrees !== true) {
    const toDo = "请先经法制审核；审核不同意的，请决定不予恢复列入";
    broken.push({ missing: "恢复列入没有经法制审核同意", toDo });
  }
  return broken;
}
