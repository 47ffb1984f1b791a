import { GROUPS_ASKED } from "../../../api/acts/adoption-bodies.ts";
import type {
  AdoptionCommandKind,
  CriteriaSite,
  LegislativeMatter,
  RegulationOrgan,
} from "../../../domain/adoption/adoption.ts";
import {
  CRITERIA_SITE_TITLES,
  LEGAL_RANK_TITLES,
  LEGISLATIVE_MATTER_TITLES,
  REGULATION_ORGAN_TITLES,
} from "../../../domain/glossary.ts";
import type { LegalRank } from "../../../domain/packs/law-pack.ts";
import type { FormCheck } from "../../forms/form-check.ts";

const wordsOf = <Word extends string>(titles: Readonly<Record<Word, string>>): Word[] =>
  Object.keys(titles) as Word[]; // the keys of a record of words

/** The body that registers a proposed list, from its form. */
export function readRegistration(check: FormCheck): object {
  const listName = check.text("listName", "请填写名单名称");
  const code = check.text("code", "请填写名单代码");
  if (code !== "" && !/^[a-z][a-z0-9-]{1,40}$/.test(code)) {
    check.complain("code", "名单代码由小写字母、数字和连字符组成，以字母开头");
  }
  const proposer = check.text("proposer", "请填写提出机关");
  const area = check.optionalText("area");
  const basis = {
    name: check.text("name", "请填写设列依据名称"),
    number: check.optionalText("number"),
    article: check.text("article", "请填写条款"),
    rank: check.oneOf("rank", wordsOf<LegalRank>(LEGAL_RANK_TITLES), "请选择效力层级"),
    organ: check.oneOf(
      "organ",
      wordsOf<RegulationOrgan>(REGULATION_ORGAN_TITLES),
      "请选择制定机关",
    ),
    matter: check.oneOf(
      "matter",
      wordsOf<LegislativeMatter>(LEGISLATIVE_MATTER_TITLES),
      "请选择规定事项",
    ),
    inForceFrom: check.optionalDay("inForceFrom"),
    inForceTo: check.optionalDay("inForceTo"),
  };
  return { listName, code, proposer, area: area === "" ? null : Number(area), basis };
}

/** The body of a step, from its form. Sections that are left empty are for the law to refuse. */
export function readStep(kind: AdoptionCommandKind, check: FormCheck): object {
  const proof = (title: string) => check.evidence("proof", title, "document", "请上传材料");
  switch (kind) {
    case "state-criteria":
      return {
        criteria: readCriteria(check),
        removalConditions: check.optionalText("removalConditions"),
        removalProcedure: check.optionalText("removalProcedure"),
        remedyMeasures: check.optionalText("remedyMeasures"),
      };
    case "record-consultation":
      return {
        group: check.oneOf("group", GROUPS_ASKED, "请选择方面"),
        consulted: check.text("consulted", "请填写征求对象"),
        consultedOn: check.day("consultedOn", "请填写征求意见日"),
        result: check.text("result", "请填写意见"),
        evidence: proof("征求意见材料"),
      };
    case "open-comment":
      return {
        openedOn: check.day("openedOn", "请填写公开日"),
        place: check.text("place", "请填写公开网址或者载体"),
      };
    case "close-comment":
      return {
        closedOn: check.day("closedOn", "请填写截止日"),
        received: readCount(check),
        digest: check.optionalText("digest"),
        evidence: proof("公开征求意见材料"),
      };
    case "publish-criteria":
      return {
        site: check.oneOf("site", wordsOf<CriteriaSite>(CRITERIA_SITE_TITLES), "请选择网站"),
        url: readUrl(check),
        capturedOn: check.day("capturedOn", "请填写核查日"),
        evidence: proof("网页留存件"),
      };
    case "adopt-list":
      return {};
    case "abandon-list":
      return { reasons: check.text("reasons", "请写明终止的理由") };
  }
}

function readCriteria(check: FormCheck): readonly object[] {
  const lines = check
    .optionalText("criteria")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return lines.flatMap((line) => {
    const isAny = /^或\s+/.test(line);
    const [article = "", ...rest] = line.replace(/^或\s+/, "").split(/[｜|]/);
    const title = rest.join("｜").trim();
    if (article.trim() !== "" && title !== "") {
      return [{ article: article.trim(), title, group: isAny ? "any" : "all" }];
    }
    check.complain("criteria", `“${line}”应写成：条款｜标准`);
    return [];
  });
}

function readCount(check: FormCheck): number {
  const text = check.text("received", "请填写收到意见数");
  if (text !== "" && !/^\d{1,6}$/.test(text)) check.complain("received", "应为阿拉伯数字");
  return Number(text);
}

function readUrl(check: FormCheck): string {
  const url = check.text("url", "请填写网址");
  if (url !== "" && !/^https?:\/\/\S+$/.test(url)) {
    check.complain("url", "网址应以 http:// 或者 https:// 开头，中间没有空格");
  }
  return url;
}
