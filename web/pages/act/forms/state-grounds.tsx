import type { ActForm, ActSubject } from "../act-form.ts";
import { CheckboxGroup } from "../../../components/choice-fields.tsx";
import { GroundsFields, readGrounds } from "./grounds-fields.tsx";

/** 填写事由与认定标准; what was written before is there to be mended. */
export const stateGrounds: ActForm = {
  start: startGrounds,
  fields: ({ file, pack }) => (
    <GroundsFields
      pack={pack}
      evidenceField={(criterion, number) => (
        <CheckboxGroup
          name={`evidence.${criterion.id}`}
          label={`证明${number}的证据`}
          hint={file.evidence.length === 0 ? "案卷中还没有证据，请先补充证据" : "至少选一份"}
          optional
          choices={file.evidence.map((each) => ({ value: each.evidenceId, label: each.title }))}
        />
      )}
    />
  ),
  read: (check, { pack }) => ({
    grounds: readGrounds(check, pack, (criterion) => check.texts(`evidence.${criterion.id}`)),
  }),
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
