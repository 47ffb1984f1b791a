import { describe, expect, it } from "vitest";
import { parseDay } from "../../domain/deadlines/calendar-day.ts";
import type { PaperKind } from "../../domain/papers.ts";
import { composePaper } from "../../templates/compose/compose-paper.ts";
import type { PaperSubject } from "../../templates/compose/subject.ts";
import { composeText, findEmptySections } from "../../templates/render.ts";
import type { ChosenMeasure } from "../../domain/case-file/content.ts";
import { act, EMPLOYER, letPass, type Scene } from "../support/case-builder.ts";
import { BIDDING_LIMIT, CIVIL_SERVICE_BAR, evidenceOf } from "../support/case-content.ts";
import { annulment, caseAt, reviewedRestoration, serve } from "../support/case-stages.ts";
import { paperSubject } from "../support/paper-subject.ts";

/** The words of a paper as the case gives them; nothing may be missing. */
function wordsOf(kind: PaperKind, scene: Scene, day: string): readonly string[] {
  const data = composePaper(kind, paperSubject(scene, day));
  expect(findEmptySections(kind, data)).toEqual([]);
  return composeText(kind, data).blocks.flatMap((block) =>
    block.kind === "row" ? block.lines.map((line) => `${block.label}：${line}`) : [block.text],
  );
}

const MINUTES = {
  place: "【虚构】接待室",
  speaker: "【虚构】覃某（法定代表人）",
  signature: "refused",
  remark: "陈述人认为记录有误，拒绝签名",
} as const;

function stated(): Scene {
  return act(caseAt("defense"), "case-officer", "2026-03-18", {
    kind: "state-defense",
    form: "oral",
    points: ["项目款尚未结算", "其中二人已经付清"],
    evidence: [evidenceOf("slip", "支付凭证")],
    final: false,
    minutes: MINUTES,
  });
}

const PERSON = { ...EMPLOYER, partyKind: "natural-person" } as const;

describe("papers composed from a case", () => {
  it("列入决定书 shows a person on its own consent only, and says until when", () => {
    const silent = wordsOf("listing-decision", caseAt("decision-service", PERSON), "2026-03-27");
    expect(silent.join()).toContain("不向社会公示");
    const agreed = act(caseAt("sign-off", PERSON), "party", "2026-03-27", {
      kind: "consent-to-display",
      consentedOn: parseDay("2026-03-26"),
      consent: {
        purpose: "向社会公示本人的列入信息",
        endsOn: parseDay("2026-12-31"),
        voluntary: true,
      },
      evidence: null,
    });
    const signed = act(agreed, "head", "2026-03-27", {
      kind: "sign-decision",
      draftHash: agreed.file.proposal?.draftHash ?? "",
    });
    const words = wordsOf("listing-decision", signed, "2026-03-27").join();
    expect(words).toContain("本人2026年3月26日的同意（至2026年12月31日，可以随时撤回）");
    expect(words).toContain("脱敏后的姓名");
    expect(words).not.toContain("统一社会信用代码、");
  });

  it("公示渠道 are places that the public sees; who is only told is not among them", () => {
    const shown = wordsOf("listing-decision", caseAt("decision-service"), "2026-03-27").join();
    expect(shown).toContain("公示渠道：严重失信主体名单公示页（本系统）。");
    expect(shown).not.toContain("失信惩戒措施实施单位");
  });

  it("a paper that tells where a listing goes keeps 公示 and 共享 apart", () => {
    const firm =
      "名单信息在严重失信主体名单公示页（本系统）公示，并向梧州市公共信用信息共享平台、失信惩戒措施实施单位共享";
    const person = "名单信息仅向失信惩戒措施实施单位共享，不向社会公示";
    const noticeOf = (scene: Scene): string => wordsOf("prior-notice", scene, "2026-03-18").join();
    const repairNoticeOf = (scene: Scene): string =>
      wordsOf("repair-notice", scene, "2026-03-27").join();
    expect(noticeOf(caseAt("defense"))).toContain(firm);
    expect(noticeOf(caseAt("defense", PERSON))).toContain(person);
    expect(repairNoticeOf(caseAt("decision-service"))).toContain(firm);
    expect(repairNoticeOf(caseAt("decision-service", PERSON))).toContain(person);
    const restored = act(reviewedRestoration(), "head", "2027-06-01", {
      kind: "restore-listing",
      reasons: "移出所依据的材料不实",
    });
    const again = wordsOf("restoration-decision", restored, "2027-06-01").join();
    expect(again).toContain("恢复公示的渠道：严重失信主体名单公示页（本系统）。");
    expect(again).toContain("恢复共享的对象：梧州市公共信用信息共享平台、失信惩戒措施实施单位。");
  });

  it("到期移出证明 and 撤销决定书 of a person that was never shown say so", () => {
    const expired = letPass(caseAt("published", PERSON), "2029-03-28");
    const certificate = wordsOf("removal-certificate", expired, "2029-03-28").join();
    expect(certificate).toContain("该列入信息未曾向社会公示");
    const recorded = act(
      caseAt("published", PERSON),
      "case-officer",
      "2026-07-10",
      annulment("2026-07-10"),
    );
    const annulled = act(recorded, "head", "2026-07-10", {
      kind: "sign-annulment",
      reasons: "责令支付的文书被复议机关撤销",
    });
    const words = wordsOf("annulment-decision", annulled, "2026-07-10").join();
    expect(words).toContain("该列入信息未曾向社会公示，本机关通知全部接收单位撤回");
    expect(words).not.toContain("在全部公示渠道撤下");
  });

  it("撤销决定书 names the document that was annulled by its title, number and day", () => {
    const annulled = caseAt("harm-repair");
    const words = wordsOf("annulment-decision", annulled, "2026-07-10").join();
    expect(words).toMatch(/认定所依据的《限期改正指令书》（[^）]+号）已于2026年\d+月\d+日被撤销/);
    expect(words).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  });

  it("过惩相当 is said of every measure: once where all were judged alike, one by one where not (R30)", () => {
    const { proportionality } = BIDDING_LIMIT;
    const { file } = caseAt("decision-service");
    const measuresOf = (...measures: readonly ChosenMeasure[]): string => {
      const proposal = file.proposal === null ? null : { ...file.proposal, measures };
      const scene = { ...caseAt("decision-service"), file: { ...file, proposal } };
      return wordsOf("listing-decision", scene, "2026-03-27").join("\n");
    };
    const alike = measuresOf(BIDDING_LIMIT, { ...CIVIL_SERVICE_BAR, proportionality });
    expect(alike.split(proportionality.link)).toHaveLength(2);
    const other = {
      gravity: 2,
      link: "任职与欠薪行为有关",
      milderAlternative: "告诫不足",
    } as const;
    const apart = measuresOf(BIDDING_LIMIT, { ...CIVIL_SERVICE_BAR, proportionality: other });
    expect(apart).toContain(proportionality.link);
    expect(apart).toMatch(/”，失信程度为[^。]*任职与欠薪行为有关；较轻措施的考量：告诫不足。/);
  });

  it("陈述申辩笔录 says when, where and by whom it was stated, every point, and why it is not signed", () => {
    const words = wordsOf("defense-minutes", stated(), "2026-03-18");
    expect(words).toEqual(
      expect.arrayContaining([
        "地点：【虚构】接待室",
        "陈述人：【虚构】覃某（法定代表人）",
        "记录人：【虚构】陆某",
        "1.项目款尚未结算；",
        "2.其中二人已经付清。",
        "支付凭证。",
        "陈述人没有签名，记录人注明情况：陈述人认为记录有误，拒绝签名。",
      ]),
    );
    expect(words.join()).not.toContain("陈述完毕");
  });

  it("列入告知书 given anew says which notice it replaces, and why", () => {
    const withdrawn = act(caseAt("verification"), "case-officer", "2026-03-25", {
      kind: "withdraw-notice",
      reasons: "人数须更正",
    });
    const words = wordsOf("prior-notice", withdrawn, "2026-03-25").join();
    expect(words).toContain("已经撤回，以本告知书为准。撤回的理由：人数须更正");
    expect(wordsOf("prior-notice", caseAt("verification"), "2026-03-25").join()).not.toContain(
      "已经撤回",
    );
  });

  it("核实结果告知书 answers every point, accepted or not, with reasons (R19)", () => {
    const verifying = letPass(stated(), "2026-03-24");
    const [first, second] = verifying.file.statements.flatMap((each) => each.points);
    const answered = act(verifying, "case-officer", "2026-03-25", {
      kind: "answer-defense",
      answers: [
        { pointId: first?.pointId ?? "", outcome: "not-accepted", reasons: "结算不影响支付工资" },
        { pointId: second?.pointId ?? "", outcome: "accepted", reasons: "经核对凭证属实" },
      ],
    });
    expect(answered.file.papers.at(-1)?.kind).toBe("verification-result");
    const text = wordsOf("verification-result", answered, "2026-03-25").join("\n");
    expect(text).toContain("项目款尚未结算。核实结论：不予采纳。理由：结算不影响支付工资。");
    expect(text).toContain("其中二人已经付清。核实结论：采纳。理由：经核对凭证属实。");
    expect(text).toContain("实施细则》（九）");
  });

  it("法制审核意见书 lists what the law wants looked at, and the reviewer's own words", () => {
    const review = caseAt("notice-legal-review");
    const approved = act(review, "legal-reviewer", "2026-03-13", {
      kind: "approve-notice",
      opinion: "事实清楚\n程序合法，同意",
    });
    const words = wordsOf("legal-review-opinion", approved, "2026-03-13");
    expect(words).toContain("审核结论：同意");
    expect(words).toEqual(
      expect.arrayContaining(["审核意见：事实清楚。", "审核意见：程序合法，同意。"]),
    );
    const points = words.filter((text) => text.startsWith("审核事项"));
    expect(points.join()).toContain("《中华人民共和国行政处罚法》第五十八条");
    expect(words).toContain(
      `逐项核对情况：系统对上列${String(points.length)}项逐项核对，未发现不符合的情形。`,
    );
    const returned = act(review, "legal-reviewer", "2026-03-13", {
      kind: "return-notice",
      reasons: "证据不足",
    });
    const back = wordsOf("legal-review-opinion", returned, "2026-03-13");
    expect(back).toEqual(
      expect.arrayContaining([
        "审核结论：退回补正",
        "审核意见：证据不足。",
        "审核人员：【虚构】陆某",
      ]),
    );
    expect(back.join()).not.toContain("未发现");
  });

  it("法制审核意见书 on a decision names the decision and the notice that came before", () => {
    const approved = act(caseAt("decision-legal-review"), "legal-reviewer", "2026-03-26", {
      kind: "approve-decision",
      opinion: "同意",
    });
    const text = wordsOf("legal-review-opinion", approved, "2026-03-26").join("\n");
    expect(text).toContain("《列入严重失信主体名单决定书》草稿（告知书文号：");
  });

  it("修复受理通知书 names the last day of the answer, what was handed in, and that it costs nothing", () => {
    const applied = act(caseAt("published"), "party", "2027-03-29", {
      kind: "apply-for-repair",
      statement: "已经付清，申请移出",
      pledge: evidenceOf("pledge", "信用承诺书"),
      evidence: [evidenceOf("paid", "工资支付凭证")],
    });
    const accepted = act(applied, "case-officer", "2027-03-30", {
      kind: "accept-repair",
      opinion: "受理",
    });
    const clock = accepted.file.deadlines.findLast((each) => each.termId === "repair-decision");
    expect(clock?.endsOn).toBe("2027-04-14");
    const text = wordsOf("repair-acceptance-notice", accepted, "2027-03-30").join("\n");
    expect(text).toContain("最迟于2027年4月14日作出是否移出名单的决定");
    expect(text).toContain("1.信用承诺书；\n2.工资支付凭证。");
    expect(text).toContain("不收取任何费用");
  });

  it("送达地址确认书 shows the address, tells the consequences, and the proof of service names that address", () => {
    const serviceAddress = {
      recipient: "【虚构】覃某",
      address: "【虚构】新址2号",
      phone: "0774-0000009",
      electronicAddress: "party@example.com",
    };
    const confirm = (electronic: boolean): Scene =>
      act(caseAt("notice-service"), "party", "2026-03-16", {
        kind: "confirm-service-address",
        addressId: "address-1",
        confirmedOn: parseDay("2026-03-16"),
        electronic,
        evidence: null,
      });
    const subject = paperSubject(confirm(true), "2026-03-16", { serviceAddress });
    const data = composePaper("service-address-confirmation", subject);
    expect(findEmptySections("service-address-confirmation", data)).toEqual([]);
    expect(data).toMatchObject({
      address: "【虚构】新址2号",
      electronicAddress: "party@example.com",
      confirmedHow: "当事人凭查阅码登录后在网上确认",
    });
    const text = composeText("service-address-confirmation", data)
      .blocks.map((block) => block.text)
      .join("\n");
    expect(text).toContain("没有告知的，按本确认书载明的地址送达");
    const declined = paperSubject(confirm(false), "2026-03-16", { serviceAddress });
    expect(composePaper("service-address-confirmation", declined)).toMatchObject({
      electronic: "不同意电子送达",
      electronicAddress: null,
    });
    const served = paperSubject(serve(confirm(false), "2026-03-17"), "2026-03-17", {
      serviceAddress,
    });
    expect(composePaper("proof-of-service", served).servicePlace).toBe("【虚构】新址2号");
  });

  it("救济措施 name organ and court of the registry, count from receipt, and name the online channel where there is one", () => {
    const scene = caseAt("decision-service");
    const textWith = (authority: PaperSubject["authority"]): string =>
      composeText(
        "listing-decision",
        composePaper("listing-decision", paperSubject(scene, "2026-03-27", { authority })),
      )
        .blocks.map((block) => block.text)
        .join("\n");
    const plain = textWith(scene.world.authority);
    expect(plain).toContain("自收到本决定书之日起60日内向【虚构】苍梧县人民政府申请行政复议");
    expect(plain).toContain("6个月内直接向【虚构】苍梧县人民法院提起行政诉讼");
    expect(plain).not.toContain("在线");
    const reconsiderationOnlineChannel = "【虚构】掌上复议平台";
    const online = textWith({ ...scene.world.authority, reconsiderationOnlineChannel });
    expect(online).toContain("通过【虚构】掌上复议平台在线提出");
  });
});
