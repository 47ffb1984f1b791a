import { viewDeadline } from "../../api/use-cases/deadline-view.ts";
import { viewFinding } from "../../api/use-cases/finding-view.ts";
import type { PossibleActView } from "../../api/use-cases/find-possible-acts.ts";
import type { CaseFileView } from "../../api/use-cases/read-case-file.ts";
import type { Actor } from "../../domain/case-file/actor.ts";
import { findActs, findActsElsewhere } from "../../domain/case-file/decide.ts";
import { dayOf } from "../../domain/deadlines/calendar-day.ts";
import { paperTitle } from "../../domain/papers.ts";
import { findService } from "../../domain/case-file/state.ts";
import type { CaseData } from "../../web/pages/case/case-data.ts";
import type { PageContext } from "../../web/layout/page-context.ts";
import type { Scene } from "./case-builder.ts";
import { contextOf, moment } from "./case-world.ts";

/** The frame's context for an official, or for the public. */
export function pageContextOf(actor: Actor | null, path = "/"): PageContext {
  const person =
    actor === null
      ? null
      : { actor, username: actor.userId, displayName: "示例人员", authorityName: null };
  return {
    person,
    csrfToken: "token-of-this-page",
    path,
    mode: "demo",
    demoNow: moment("2026-03-16"),
    done: null,
    assets: {
      style: "/assets/app.css",
      fonts: "/assets/fonts/index.css",
      script: "/assets/app.js",
    },
  };
}

/** What the page of a case shows, made from a case of the tests the way the use-cases make it. */
export function caseDataOf(scene: Scene, day: string, actor: Actor): CaseData {
  const { file, world, events } = scene;
  return {
    view: caseViewOf(scene, day),
    acts: actsOf(scene, day, actor),
    events: events.map((event, index) => ({
      seq: index + 1,
      event,
      algorithm: "SM3",
      previousHash: "0".repeat(64),
      hash: String(index).padStart(64, "a"),
      byName: "示例人员",
    })),
    papers: file.papers.map((paper) => ({
      paperId: paper.paperId,
      kind: paper.kind,
      title: paperTitle(paper.kind),
      number: paper.number ?? `${world.authority.shortName}〔2026〕1号`,
      issuedOn: paper.issuedOn,
      servedOn: findService(file, paper.paperId)?.servedOn ?? null,
      toServe: false,
      checkCode: `CODE${paper.paperId}`,
      rendered: true,
      state: "valid" as const,
    })),
    refusals: [],
    deliveries: [],
  };
}

/** The case itself, with its party in clear. */
export function caseViewOf(scene: Scene, day: string): CaseFileView {
  const { file, world } = scene;
  const now = moment(day);
  const today = dayOf(now);
  const { calendar, pack, catalog, authority } = world;
  return {
    file,
    pack,
    catalog,
    authority,
    now,
    today,
    officerName: "示例承办人",
    siblings: [],
    party: {
      kind: file.partyKind,
      name: "【虚构】梧州云雀示例劳务有限公司",
      identifier: "91450400MA5K000000",
      phone: null,
      address: "广西壮族自治区梧州市",
      masked: false,
    },
    deadlines: file.deadlines.map((each) =>
      viewDeadline(each, { calendar, region: pack.calendarRegion, today }),
    ),
  };
}

/** The acts of an actor, possible or not. */
export function actsOf(scene: Scene, day: string, actor: Actor): readonly PossibleActView[] {
  const context = contextOf(scene.world, actor, moment(day));
  const elsewhere = actor.roles.includes("party") ? [] : findActsElsewhere(scene.file, context);
  const acts = [...findActs(scene.file, context), ...elsewhere];
  return acts.map(({ kind, title, anyTime, findings }) => ({
    ...{ kind, title, anyTime },
    possible: findings.length === 0,
    findings: findings.map(viewFinding),
  }));
}
