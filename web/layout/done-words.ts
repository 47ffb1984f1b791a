import { isAdoptionAct } from "../../domain/adoption/act-table.ts";
import { ACT_TABLE, isCommandKind } from "../../domain/case-file/act-table.ts";
import { REGISTRY_ACT_TITLES } from "../../domain/glossary.ts";

const DONE_WORDS: ReadonlyMap<string, string> = new Map([
  ["opened", "已立案。每名当事人各有一份案卷"],
  ["signed-out", "您已退出"],
  ["lead-dismissed", "已登记：线索不予立案"],
  ["value-entered", "数值已录入，规则包产生了新的版本，须经两人同意后启用"],
  ["source-chosen", "依据已选定，规则包产生了新的版本，须经两人同意后启用"],
  ["notice-entered", "通知已录入，各案件中未届满的期限随即重新计算"],
  ["approved", "已登记您的同意"],
  ["list-registered", "拟设的名单已登记"],
  ["edition-entered", "版本已录入，须由另一人核准"],
  ["edition-approved", "版本已核准，各案件随即重新审视所采取的措施"],
  ["ledger-kept", "台账已登记"],
  ["incident-entered", "问责事项已登记"],
  ["incident-reported", "通报情况已登记"],
  ["incident-closed", "问责事项已办结"],
  ["deputy-appointed", "代理已登记，在期间内有效"],
  ["deputy-ended", "代理已终止"],
  ["basis-entered", "依据已登记，名单上的自然人随即重新告知实施单位"],
  ["remedies-entered", "救济途径已登记，今后制发的文书以此为准"],
  ["channels-set", "公示渠道已设定，公示中的名单信息随即补发"],
  ["sent-again", "待送达的条目已再次发送"],
  ["clock-moved", "演示时钟已前移，到期事项已经办理"],
]);

/** What the page after an act says was done; the address carries only the name of the act. */
export function findDoneWords(done: string): string | null {
  if (isAdoptionAct(done)) return `已办理：${REGISTRY_ACT_TITLES[done]}`;
  if (isCommandKind(done)) return `已办理：${ACT_TABLE[done].title}`;
  return DONE_WORDS.get(done) ?? null;
}
