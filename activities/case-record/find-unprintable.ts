import type { Command } from "../../domain/case-file/commands.ts";
import type { UnprintableCharacter } from "../../domain/case-file/context.ts";
import type { CaseFile } from "../../domain/case-file/state.ts";
import type { Transaction } from "../../platform/database.ts";
import type { FieldEncryption } from "../../platform/encryption.ts";
import { readParty } from "../../records/party-rows.ts";
import { readServiceAddress } from "../../records/service-addresses.ts";
import { findMissingGlyphs } from "../../templates/fonts/missing-glyphs.ts";
import { normalizeData } from "../../templates/wording/normalize-text.ts";
import type { Fonts } from "../../templates/fonts/open-fonts.ts";

/**
 * Finds characters that no font can print in what an act would put on paper, so that a paper never stops on its way: in whatever is
 * written into an act, in the whole draft before it goes to legal review, and in all that a decision prints before it is drafted.
 */
export function findUnprintable(fonts: Fonts, encryption: FieldEncryption) {
  return async (
    tx: Transaction,
    file: CaseFile,
    command: Command,
  ): Promise<readonly UnprintableCharacter[]> => {
    if (command.kind === "submit-for-review") {
      const party = await readParty(tx, encryption, file.partyId);
      return findInPrinted(fonts, { ...textsOfCase(file), ...textsOfParty(party) });
    }
    if (command.kind === "confirm-service-address") {
      const address = await readServiceAddress(tx, encryption, command.addressId);
      return findInPrinted(fonts, { 送达地址: findTexts(address).join("\n") });
    }
    if (command.kind !== "propose-decision") {
      return findInPrinted(fonts, { 填报内容: findTexts(command).join("\n") });
    }
    const { reasons, removalConditions, removalProcedure } = command.proposal;
    const answers = file.answers.map((answer) => answer.reasons).join("\n");
    const points = file.statements.flatMap((each) => each.points.map((point) => point.text));
    return findInPrinted(fonts, {
      拟办理由: reasons,
      移出条件: removalConditions,
      移出程序: removalProcedure,
      核实答复: answers,
      陈述申辩: points.join("\n"),
    });
  };
}

/** Looks at texts as they are printed: line ends, blanks and look-alikes brought to one form first. */
function findInPrinted(
  fonts: Fonts,
  texts: Readonly<Record<string, string>>,
): readonly UnprintableCharacter[] {
  return findMissingGlyphs(fonts, normalizeData(texts));
}

/** Every text that was handed in with an act; of a file only the title by which people call it. */
function findTexts(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(findTexts);
  if (typeof value !== "object" || value === null) return [];
  if ("blobHash" in value) return "title" in value ? findTexts(value.title) : [];
  return Object.values(value).flatMap(findTexts);
}

function textsOfCase(file: CaseFile): Record<string, string> {
  const criteria = file.grounds?.criteria ?? [];
  return {
    事实: criteria.map((each) => each.facts).join("\n"),
    理由: file.grounds?.reasons ?? "",
    证据名称: file.evidence.map((each) => each.title).join("\n"),
    依据文书: file.basisDocuments.map((each) => `${each.number}${each.issuingOrgan}`).join("\n"),
    措施: file.measures.map((each) => JSON.stringify(each.proportionality)).join("\n"),
  };
}

function textsOfParty(party: Awaited<ReturnType<typeof readParty>>): Record<string, string> {
  return {
    当事人名称: party.name,
    当事人证件号码: party.identifier,
    当事人住址: party.address ?? "",
    当事人电话: party.phone ?? "",
  };
}
