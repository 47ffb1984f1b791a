import type { Consent } from "../../case-file/content.ts";
import type { CalendarDay } from "../../deadlines/calendar-day.ts";
import { addMonths } from "../../deadlines/months.ts";
import { cite } from "../../law/instruments.ts";
import { since, type Broken, type Rule } from "../rule.ts";

/** A consent that reaches further than this is one for life. */
const LONGEST_MONTHS = 60;

/**
 * Consent to the use of personal data (本人同意) says for what it is given and until when, and is given freely: never without authority
 * (未经授权), by force (强制授权), or once for life (一次授权终身).
 *
 * What the system does on consent alone is electronic service and showing a person to the public; the party can take either back at any
 * time. A consent of more than five years counts as one for life (a reading).
 */
export const r44ConsentBounded: Rule = {
  id: "R44",
  title: "本人同意须自愿，写明目的和期限",
  citations: [
    cite("wuzhou", "（二十二）"),
    cite("product", "同意的期限超过五年的，视为一次授权终身", "reading"),
  ],
  inForce: since("2022-03-24"),
  acts: ["agree-electronic-service", "consent-to-display"],
  check: ({ command }) => {
    switch (command?.kind) {
      case "agree-electronic-service":
        return findUnbounded(command.consent, command.agreedOn, "请改用其他送达方式");
      case "consent-to-display":
        return findUnbounded(command.consent, command.consentedOn, "没有同意的，不向社会公示");
      default:
        return [];
    }
  },
};

function findUnbounded(
  consent: Consent,
  givenOn: CalendarDay,
  otherwise: string,
): readonly Broken[] {
  const broken: Broken[] = [];
  if (consent.purpose.trim() === "") {
    broken.push({ missing: "同意书没有写明目的", toDo: "请由当事人在同意书中写明同意的目的" });
  }
  if (!consent.voluntary) {
    broken.push({
      missing: "同意不是当事人自愿作出的",
      toDo: `不得以强制、捆绑的方式取得同意；${otherwise}`,
    });
  }
  if (consent.endsOn === null) {
    broken.push({ missing: "同意书没有写明期限", toDo: "请由当事人在同意书中写明截止日" });
  } else if (consent.endsOn < givenOn) {
    broken.push({ missing: "同意的截止日早于同意之日", toDo: "请核对同意书" });
  } else if (consent.endsOn > addMonths(givenOn, LONGEST_MONTHS)) {
    broken.push({
      missing: "同意的期限超过五年，等于一次授权终身",
      toDo: "请由当事人另行确定较短的期限",
    });
  }
  return broken;
}
