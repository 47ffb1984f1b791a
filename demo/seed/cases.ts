import type { People } from "../life/people.ts";
import type { Session } from "../life/http-session.ts";
import { act, proposeListing, serveInPerson, signDecision } from "../life/case-acts.ts";
import { seedChannels } from "./channels.ts";
import { openMatter, type MadeUpMatter } from "../life/matter.ts";

const BASE = { workers: 18, amount: 412_000, siteManager: null } as const;

/** 【示例】 matters for whoever tries the system: one in each of the stages that people ask about first. */
const MATTERS: readonly (MadeUpMatter & { readonly upTo: Step })[] = [
  matter(101, "【示例】梧州画眉样例建筑劳务有限公司", "【示例】钟画眉", "draft"),
  matter(102, "【示例】苍梧鹧鸪样例装饰工程有限公司", "【示例】邓鹧鸪", "review"),
  matter(103, "【示例】梧州翠鸟样例园林工程有限公司", "【示例】岑翠鸟", "defense"),
  matter(104, "【示例】苍梧白鹭样例市政工程有限公司", "【示例】甘白鹭", "published"),
];

type Step = "draft" | "review" | "defense" | "published";

function matter(serial: number, company: string, legalRepresentative: string, upTo: Step) {
  const days = { orderedOn: "", limitEndsOn: "" };
  return { ...BASE, ...days, serial, company, legalRepresentative, upTo };
}

/** Opens the demo's cases over the API, unless there are cases already; answers with how many matters were opened. */
export async function seedCases(people: People, today: string): Promise<number> {
  const known = await people.officer.get<{ rows: readonly unknown[] }>("/api/case-files?tab=all");
  if (known.rows.length > 0) return 0;
  await seedChannels(people);
  const days = { orderedOn: shift(today, -20), limitEndsOn: shift(today, -10) };
  for (const each of MATTERS) {
    const opened = await openMatter(people.officer, { ...each, ...days });
    for (const { caseId } of opened) await carry(people, caseId, each.upTo, today);
  }
  return MATTERS.length;
}

async function carry(people: People, caseId: string, upTo: Step, today: string): Promise<void> {
  if (upTo === "draft") return;
  await act(people.officer, caseId, "submit-for-review");
  if (upTo === "review") return;
  await act(people.reviewer, caseId, "approve-notice", { opinion: "事实清楚，同意告知" });
  await serveInPerson(people.officer, caseId, today);
  if (upTo === "defense") return;
  await waive(people.officer, caseId, today);
  await proposeListing(people.officer, caseId);
  await act(people.reviewer, caseId, "approve-decision", { opinion: "同意" });
  await signDecision(people.head, caseId);
  await serveInPerson(people.officer, caseId, today);
}

async function waive(officer: Session, caseId: string, today: string): Promise<void> {
  const bytes = new TextEncoder().encode("【示例】放弃陈述申辩声明\n");
  const uploadId = await officer.upload("放弃陈述申辩声明.txt", bytes, "text/plain");
  await act(officer, caseId, "waive-defense", {
    waivedOn: today,
    form: "signed-form",
    evidence: { uploadId, title: "放弃陈述申辩声明（签名）", kind: "statement" },
  });
}

function shift(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
