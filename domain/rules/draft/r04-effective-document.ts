import type { HeldBasisDocument } from "../../case-file/state.ts";
import { printDay, type CalendarDay } from "../../deadlines/calendar-day.ts";
import { BASIS_DOCUMENT_TITLES } from "../../glossary.ts";
import { cite } from "../../law/instruments.ts";
import type { BasisDocumentKind } from "../../packs/law-pack.ts";
import { since, type Broken, type Rule, type RuleSubject } from "../rule.ts";
import { bringsListingForward, LISTING_ACTS } from "../toward-listing.ts";

/** Documents that order something to be done by a day: before that day is over nobody is in breach. */
const ORDERS: readonly BasisDocumentKind[] = ["correction-order", "handling-decision"];

/**
 * A breach may only be found on an effective legal document (认定依据须为生效文书).
 *
 * One document that carries the listing is enough: of a kind that the list allows, in effect, proven to have reached the party,
 * with the ordered period over where it orders one, and beyond challenge where the list asks for that. The last day of the ordered
 * period is still the party's: served 2026-03-02 with a limit of 03-12, it carries a listing from 03-13 on.
 */
export const r04EffectiveDocument: Rule = {
  id: "R04",
  title: "认定失信行为须以具有法律效力的文书为依据",
  citations: [cite("wuzhou", "（四）")],
  inForce: since("2022-03-24"),
  acts: LISTING_ACTS,
  check: (subject) => {
    if (!bringsListingForward(subject)) return [];
    const { basisDocumentKinds } = subject.context.pack;
    const documents = subject.file.basisDocuments.filter((each) => each.annulledOn === null);
    const allowed = documents.filter((each) => basisDocumentKinds.includes(each.kind));
    if (allowed.length === 0) return [noDocument(basisDocumentKinds)];
    const flaws = allowed.map((document) => findFlaws(document, subject));
    return flaws.some((each) => each.length === 0) ? [] : flaws.flat();
  },
};

function noDocument(kinds: readonly BasisDocumentKind[]): Broken {
  const titles = kinds.map((kind) => BASIS_DOCUMENT_TITLES[kind]).join("、");
  return {
    missing: "案卷中没有本名单可以采用的有效依据文书",
    toDo: `请登记以下种类之一的生效文书：${titles}`,
  };
}

function findFlaws(document: HeldBasisDocument, { context }: RuleSubject): readonly Broken[] {
  const { today, pack } = context;
  const { number, effectiveOn, servedOn } = document;
  const flaws: Broken[] = [];
  if (effectiveOn > today) {
    flaws.push({
      missing: `依据文书（${number}）自${printDay(effectiveOn)}起生效，现在尚未生效`,
      toDo: "请在文书生效后再办理",
    });
  }
  if (servedOn === null || servedOn > today) {
    flaws.push({
      missing: `依据文书（${number}）没有送达当事人的证明`,
      toDo: "请补充该文书的送达回证并登记送达日期",
    });
  }
  if (pack.finalityRequired && document.finality === "open") {
    flaws.push({
      missing: `依据文书（${number}）仍可申请复议或者提起诉讼，本名单要求文书已经确定`,
      toDo: "请在复议、诉讼期限届满或者有终局结果后再办理",
    });
  }
  return [...flaws, ...findOpenPeriod(document, today)];
}

function findOpenPeriod(document: HeldBasisDocument, today: CalendarDay): readonly Broken[] {
  const { number, complianceEndsOn } = document;
  if (complianceEndsOn === null) {
    if (!ORDERS.includes(document.kind)) return [];
    return [
      {
        missing: `依据文书（${number}）没有登记责令履行的期限`,
        toDo: "请登记文书所定的履行期限届满日",
      },
    ];
  }
  if (complianceEndsOn < today) return [];
  return [
    {
      missing: `依据文书（${number}）责令履行的期限至${printDay(complianceEndsOn)}止，尚未届满`,
      toDo: "期限最后一日仍可履行，请自次日起再办理",
    },
  ];
}
