import type { CommandKind } from "../../domain/case-file/commands.ts";
import { dayOf, parseDay } from "../../domain/deadlines/calendar-day.ts";
import { act, EMPLOYER, letPass, type Scene } from "./case-builder.ts";
import {
  ALL_PAID,
  annulledAt,
  caseAt,
  harmSettled,
  HEARING_WORLD,
  repairApplication,
  repairedByFalsehood,
  reviewedRestoration,
  scheduleOn,
  serve,
  DECISION_CLOCK_WORLD,
} from "./case-stages.ts";
import { type ACTORS, moment } from "./case-world.ts";
import { FILLED_REVIEWS } from "./filled-forms-of-reviews.ts";
import { OTHER_FILLED_FORMS } from "./filled-forms-of-hands.ts";
import { playSamples } from "./sample-commands.ts";

/** The id of every file that is handed in. */
export const UPLOAD = "11111111-1111-4111-8111-111111111111";

/** A form as a person fills it in: where the case stands, who acts, what is typed over what is there, which files. */
export interface Filled {
  readonly scene: () => Scene;
  readonly day: string;
  readonly by: keyof typeof ACTORS;
  readonly texts?: Readonly<Record<string, string | readonly string[]>>;
  readonly files?: readonly string[];
}

const OPINION = { opinion: "主体、事实、证据、依据、程序、措施均无误，同意" };
const REASONS = { reasons: "理由充分" };

const objected = (): Scene =>
  letPass(
    act(caseAt("defense"), "party", "2026-03-18", {
      kind: "state-defense",
      form: "portal",
      points: ["项目款尚未结算", "人数有误"],
      evidence: [],
      final: false,
    }),
    "2026-03-24",
  );
/** A person who is listed, but shown to nobody but the implementers unless it consents. */
const PERSON = { ...EMPLOYER, partyKind: "natural-person" } as const;

const paid = (): Scene => act(caseAt("published"), "case-officer", "2026-04-22", ALL_PAID);
const chosen = (): Scene =>
  act(paid(), "legal-officer", "2026-10-22", {
    kind: "choose-conflicting-source",
    sourceId: "order45",
    reasons: "示例",
  });
const applied = (): Scene => act(chosen(), "party", "2026-10-23", repairApplication());
const accepted = (): Scene =>
  act(applied(), "case-officer", "2026-10-26", { kind: "accept-repair", opinion: "受理" });
const counting = (): Scene => caseAt("defense", EMPLOYER, DECISION_CLOCK_WORLD);
const attempted = (): Scene =>
  act(caseAt("notice-service"), "case-officer", "2026-03-16", {
    kind: "record-service-attempt",
    method: "in-person",
    attemptedOn: dayOf(moment("2026-03-16")),
    result: "登记住所无人",
  });

const scheduled = (): Scene => {
  const scene = caseAt("hearing");
  const fixed = act(
    scene,
    "legal-reviewer",
    "2026-03-24",
    scheduleOn(parseDay("2026-04-13"), scene),
  );
  return serve(fixed, "2026-03-25");
};
const objectedTo = (): Scene =>
  act(scheduled(), "party", "2026-03-26", { kind: "object-to-presider", reasons: "有亲属关系" });

const challenged = (): Scene =>
  playSamples(caseAt("published"), [["case-officer", "2026-05-11", "register-remedy"]]);
const stopped = (): Scene =>
  playSamples(challenged(), [["case-officer", "2026-05-12", "suspend-enforcement"]]);

const disputed = (): Scene =>
  playSamples(caseAt("published"), [["party", "2026-05-11", "object-to-record"]]);
const verified = (): Scene =>
  playSamples(disputed(), [["case-officer", "2026-05-12", "verify-objection"]]);

/** Every kind of act by its form, lawfully filled in. */
export const FILLED: Readonly<Record<CommandKind, Filled>> = {
  "record-basis-document": {
    scene: () => caseAt("draft"),
    day: "2026-03-13",
    by: "case-officer",
    texts: {
      documentKind: "correction-order",
      documentNumber: "苍人社监令字〔2026〕第2号",
      issuingOrgan: "【虚构】苍梧县人力资源和社会保障局",
      issuedOn: "2026-03-02",
      effectiveOn: "2026-03-02",
      documentServedOn: "2026-03-02",
      complianceEndsOn: "2026-03-12",
      evidenceId: "order-scan",
    },
  },
  "attach-evidence": {
    scene: () => caseAt("draft"),
    day: "2026-03-13",
    by: "case-officer",
    texts: { title: "工资表" },
    files: ["file"],
  },
  "state-grounds": {
    scene: () => caseAt("draft"),
    day: "2026-03-13",
    by: "case-officer",
    texts: { reasons: "数额达到标准" },
  },
  "choose-measures": { scene: () => caseAt("draft"), day: "2026-03-13", by: "case-officer" },
  "submit-for-review": { scene: () => caseAt("draft"), day: "2026-03-13", by: "case-officer" },
  "record-service-attempt": {
    scene: () => caseAt("notice-service"),
    day: "2026-03-16",
    by: "case-officer",
    texts: { method: "post", result: "邮件退回" },
  },
  "revoke-electronic-service": {
    scene: () =>
      playSamples(caseAt("notice-service"), [
        ["case-officer", "2026-03-16", "agree-electronic-service"],
      ]),
    day: "2026-03-17",
    by: "party",
    texts: { remark: "不再同意电子送达" },
  },
  "agree-electronic-service": {
    scene: () => caseAt("notice-service"),
    day: "2026-03-16",
    by: "case-officer",
    texts: { endsOn: "2027-03-16", voluntary: "yes" },
    files: ["evidence"],
  },
  "confirm-service-address": {
    scene: () => caseAt("notice-service"),
    day: "2026-03-16",
    by: "party",
    texts: {
      recipient: "【虚构】收件人",
      address: "【虚构】示例大道1号",
      phone: "0774-0000001",
      electronic: "yes",
      electronicAddress: "party@example.com",
    },
  },
  "consent-to-display": {
    scene: () => caseAt("published", PERSON),
    day: "2026-05-11",
    by: "party",
    texts: { endsOn: "2027-05-11", voluntary: "yes" },
  },
  "revoke-display-consent": {
    scene: () =>
      playSamples(caseAt("published", PERSON), [["party", "2026-05-11", "consent-to-display"]]),
    day: "2026-05-12",
    by: "party",
  },
  "publish-service-notice": {
    scene: attempted,
    day: "2026-03-17",
    by: "case-officer",
    texts: { place: "机关公告栏", reasons: "直接送达未成" },
    files: ["evidence"],
  },
  "record-service": {
    scene: () => caseAt("decision-service"),
    day: "2026-04-01",
    by: "case-officer",
    texts: { signatory: "【虚构】收件人" },
    files: ["proof"],
  },
  "state-defense": {
    scene: () => caseAt("defense"),
    day: "2026-03-18",
    by: "party",
    texts: { point1: "项目款尚未结算", point3: "人数有误", final: "yes" },
    files: ["evidence"],
  },
  "waive-defense": {
    scene: () => caseAt("defense"),
    day: "2026-03-18",
    by: "party",
    files: ["evidence"],
  },
  "request-hearing": {
    scene: () => caseAt("defense", EMPLOYER, HEARING_WORLD),
    day: "2026-03-18",
    by: "party",
    texts: REASONS,
  },
  "waive-hearing": {
    scene: () => caseAt("hearing"),
    day: "2026-03-24",
    by: "party",
    files: ["evidence"],
  },
  "schedule-hearing": {
    scene: () => caseAt("hearing"),
    day: "2026-03-24",
    by: "legal-reviewer",
    texts: { heldOn: "2026-04-13", place: "三楼会议室", presider: "【虚构】李某" },
  },
  "object-to-presider": { scene: scheduled, day: "2026-03-26", by: "party", texts: REASONS },
  "answer-presider-objection": {
    scene: objectedTo,
    day: "2026-03-27",
    by: "head",
    texts: { outcome: "granted", ...REASONS },
  },
  "hold-hearing": {
    scene: scheduled,
    day: "2026-04-13",
    by: "legal-reviewer",
    texts: { attendees: "【虚构】代理人", investigation: "拖欠18人工资", point1: "数额有误" },
    files: ["evidence"],
  },
  "answer-defense": {
    scene: objected,
    day: "2026-03-25",
    by: "case-officer",
    texts: {
      outcome1: "not-accepted",
      reasons1: "结算争议不影响支付义务",
      outcome2: "accepted",
      reasons2: "人数已更正",
    },
  },
  "propose-decision": {
    scene: () => caseAt("verification"),
    day: "2026-03-25",
    by: "case-officer",
    texts: { outcome: "list", reasons: "符合标准" },
  },
  "record-upper-consent": {
    scene: () => caseAt("upper-consent"),
    day: "2026-03-27",
    by: "case-officer",
    texts: { organ: "【虚构】梧州市人力资源和社会保障局", number: "梧人社函〔2026〕1号" },
    files: ["evidence"],
  },
  "record-deliberation": {
    scene: () => caseAt("sign-off"),
    day: "2026-03-27",
    by: "case-officer",
    texts: {
      ...{ heldOn: "2026-03-27", attendees: "负责人、分管负责人" },
      ...{ opinions: "一致同意", conclusion: "list" },
    },
    files: ["evidence"],
  },
  "sign-decision": {
    scene: () => caseAt("sign-off"),
    day: "2026-03-27",
    by: "head",
    texts: { seen: "yes" },
  },
  "return-from-sign-off": {
    scene: () => caseAt("sign-off"),
    day: "2026-03-27",
    by: "head",
    texts: REASONS,
  },
  "record-fulfilment": {
    scene: () => caseAt("published"),
    day: "2026-04-22",
    by: "case-officer",
    texts: { remark: "工资已全部支付" },
    files: ["evidence"],
  },
  "move-to-pack-version": {
    scene: () => caseAt("defense"),
    day: "2026-03-17",
    by: "legal-officer",
    texts: { version: "next", ...REASONS },
  },
  "choose-conflicting-source": {
    scene: paid,
    day: "2026-10-22",
    by: "legal-officer",
    texts: { sourceId: "order36", reasons: "全国统一规则" },
  },
  "apply-for-repair": {
    scene: chosen,
    day: "2026-10-23",
    by: "party",
    texts: { statement: "已支付全部拖欠工资" },
    files: ["pledge", "evidence"],
  },
  "accept-repair": { scene: applied, day: "2026-10-26", by: "case-officer", texts: OPINION },
  "refuse-repair": { scene: applied, day: "2026-10-26", by: "case-officer", texts: REASONS },
  "grant-repair": { scene: accepted, day: "2026-10-27", by: "head", texts: REASONS },
  "deny-repair": { scene: accepted, day: "2026-10-27", by: "head", texts: REASONS },
  "hold-removal": {
    scene: () => caseAt("published"),
    day: "2026-04-10",
    by: "head",
    texts: REASONS,
  },
  "register-remedy": {
    scene: () => caseAt("published"),
    day: "2026-05-11",
    by: "case-officer",
    texts: { remedy: "reconsideration", organ: "【虚构】苍梧县人民政府", number: "1号" },
    files: ["evidence"],
  },
  "answer-remedy": {
    scene: challenged,
    day: "2026-05-20",
    by: "case-officer",
    files: ["evidence"],
  },
  "suspend-enforcement": {
    scene: challenged,
    day: "2026-05-12",
    by: "case-officer",
    texts: { number: "1号" },
    files: ["evidence"],
  },
  "resume-enforcement": {
    scene: stopped,
    day: "2026-06-01",
    by: "case-officer",
    texts: { number: "2号" },
    files: ["evidence"],
  },
  "record-remedy-outcome": {
    scene: challenged,
    day: "2026-07-01",
    by: "case-officer",
    texts: { outcome: "annulled", number: "3号" },
    files: ["evidence"],
  },
  "object-to-record": {
    scene: () => caseAt("published"),
    day: "2026-05-11",
    by: "party",
    texts: { item: "facts", statement: "拖欠人数有误" },
  },
  "verify-objection": {
    scene: disputed,
    day: "2026-05-12",
    by: "case-officer",
    texts: { findings: "经核对无误", outcome: "stands" },
  },
  "answer-objection": { scene: verified, day: "2026-05-13", by: "head", texts: REASONS },
  "return-objection": { scene: verified, day: "2026-05-13", by: "head", texts: REASONS },
  "record-basis-annulled": {
    scene: () => caseAt("published"),
    day: "2026-07-10",
    by: "case-officer",
    texts: {
      documentId: "order",
      organ: "【虚构】苍梧县人民政府",
      number: "苍政复决字〔2026〕第1号",
    },
    files: ["evidence"],
  },
  "sign-annulment": {
    scene: () => annulledAt("published", "2026-07-10"),
    day: "2026-07-13",
    by: "head",
    texts: REASONS,
  },
  "settle-harm-item": {
    scene: () => caseAt("harm-repair"),
    day: "2026-07-14",
    by: "case-officer",
    texts: { itemId: "clarification", result: "已在原公示渠道公开说明" },
    files: ["evidence"],
  },
  "certify-harm-repair": {
    scene: harmSettled,
    day: "2026-07-15",
    by: "head",
    texts: { statement: "列入有误，特此致歉" },
  },
  "propose-restoration": {
    scene: () => repairedByFalsehood(),
    day: "2027-05-06",
    by: "case-officer",
    texts: { reasons: "支付凭证系伪造" },
    files: ["evidence"],
  },
  "review-restoration": {
    scene: () => letPass(serve(caseAt("restoration"), "2027-05-07"), "2027-05-31"),
    day: "2027-05-31",
    by: "legal-reviewer",
    texts: { agrees: "agree", opinion: "同意" },
  },
  "restore-listing": {
    scene: () => reviewedRestoration(),
    day: "2027-06-01",
    by: "head",
    texts: REASONS,
  },
  "end-restoration": {
    scene: () => caseAt("restoration"),
    day: "2027-05-11",
    by: "head",
    texts: REASONS,
  },
  "extend-deadline": {
    scene: accepted,
    day: "2026-10-27",
    by: "legal-officer",
    texts: { termId: "repair-decision", days: "5", article: "示例条款", reasons: "须核查" },
  },
  "pause-deadline": {
    scene: counting,
    day: "2026-03-17",
    by: "legal-officer",
    texts: { termId: "decision", article: "示例条款", reasons: "等待检验" },
  },
  "resume-deadline": {
    scene: () => playSamples(counting(), [["legal-officer", "2026-03-17", "pause-deadline"]]),
    day: "2026-03-20",
    by: "legal-officer",
    texts: { termId: "decision", reasons: "检验已经完成" },
  },
  ...OTHER_FILLED_FORMS,
  ...FILLED_REVIEWS,
  "withdraw-case": {
    scene: () => caseAt("verification"),
    day: "2026-03-25",
    by: "case-officer",
    texts: REASONS,
  },
};
