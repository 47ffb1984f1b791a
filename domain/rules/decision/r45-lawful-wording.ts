import type { Command, CommandOf } from "../../case-file/commands.ts";
import type { CaseFile } from "../../case-file/state.ts";
import { cite } from "../../law/instruments.ts";
import { since, type Broken, type Rule, type RuleSubject } from "../rule.ts";
import { DECISION_ACTS, findProposal } from "../toward-listing.ts";

/**
 * What is written into official papers keeps to the words that may be used in public (规范用语).
 *
 * Where a list bans a word, such as 黑名单 on a list whose ministry no longer uses it, no paper of the list may carry it: neither
 * in grounds nor in reasons, conditions or answers. Where the list bans nothing the rule is silent (a reading). What a party
 * itself says is never measured by it.
 *
 * Example: on a list that bans 黑名单, grounds that speak of 列入黑名单 are sent back, with the word named.
 */
export const r45LawfulWording: Rule = {
  id: "R45",
  title: "文书用语限于可以公示的规范用语",
  citations: [
    cite("wuzhou", "（二十）"),
    cite("product", "名单规则包明确禁用的词语，该名单的文书不得使用", "reading"),
  ],
  inForce: since("2022-03-24"),
  acts: [
    "submit-for-review",
    "approve-notice",
    "answer-defense",
    ...DECISION_ACTS,
    "withdraw-case",
    "transfer-case",
    "refuse-repair",
    "grant-repair",
    "deny-repair",
    "sign-annulment",
    "verify-objection",
    "answer-objection",
    "propose-restoration",
    "restore-listing",
    "end-restoration",
  ],
  check: (subject) => {
    const { bannedWords } = subject.context.pack;
    const texts = findTexts(subject);
    return bannedWords
      .filter((word) => texts.some((text) => text.includes(word)))
      .map((word) => describe(word));
  },
};

function describe(word: string): Broken {
  return {
    missing: `文书中使用了本名单禁用的词语“${word}”`,
    toDo: `请改用规范用语（如“严重失信主体名单”），不使用“${word}”`,
  };
}

/** Every text that the act is about to put into a paper. */
function findTexts(subject: RuleSubject): readonly string[] {
  const { act, command, file } = subject;
  const isDraft = act === "submit-for-review" || act === "approve-notice";
  const grounds = isDraft || DECISION_ACTS.includes(act) ? textsOfGrounds(file) : [];
  const proposal = findProposal(subject);
  const decision =
    proposal === null
      ? []
      : [proposal.reasons, proposal.removalConditions, proposal.removalProcedure];
  return [...grounds, ...decision, ...(command === null ? [] : textsOfCommand(command))];
}

function textsOfGrounds({ grounds }: CaseFile): readonly string[] {
  return grounds === null
    ? []
    : [...grounds.criteria.map((criterion) => criterion.facts), grounds.reasons];
}

function textsOfFinding(command: CommandOf<"verify-objection">): readonly string[] {
  const { outcome, findings, corrected } = command;
  if (outcome !== "corrected") return [findings];
  const { grounds, removalConditions, removalProcedure } = corrected;
  return [findings, grounds, removalConditions, removalProcedure];
}

function textsOfCommand(command: Command): readonly string[] {
  switch (command.kind) {
    case "withdraw-case":
    case "transfer-case":
    case "refuse-repair":
    case "grant-repair":
    case "deny-repair":
    case "sign-annulment":
    case "answer-objection":
    case "propose-restoration":
    case "restore-listing":
    case "end-restoration":
      return [command.reasons];
    case "verify-objection":
      return textsOfFinding(command);
    case "answer-defense":
      return command.answers.map((answer) => answer.reasons);
    default:
      return [];
  }
}
