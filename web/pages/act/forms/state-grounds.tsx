import type { ActForm, ActSubject } from "../act-form.ts";
import { GroundsFields, readGrounds } from "./grounds-fields.tsx";

/** 填写事由与认定标准; what was written before is there to be mended. */
export const stateGrounds: ActForm = {
  start: startGrounds,
  fields: ({ file, pack }) => (
    <GroundsFields
      pack={pack}
      evidence={file.evidence.map((each) => ({ value: each.evidenceId, label: each.title }))}
    />
  ),
  read: (check, { pack }) => ({ grounds: readGrounds(check, pack) }),
};

function startGrounds({ file }: ActSubject): Record<string, string | readonly string[]> {
  const { grounds } = file;
  if (grounds === null) return {};
  const fields = grounds.criteria.flatMap((each): [string, string | readonly string[]][] => [
    [`met.${each.criterionId}`, "yes"],
    [`facts.${each.criterionId}`, each.facts],
    [`evidence.${each.criterionId}`, each.evidenceIds],
  ]);
  return { ...Object.fromEntries(fields), reasons: grounds.reasons };
}
