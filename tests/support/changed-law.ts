import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const FOLDERS = [
  "domain",
  "workflows",
  "workflow-client",
  "activities",
  "records",
  "schema",
  "platform",
  "templates",
] as const;

/** A copy of the product with one more rule, as it would be after an update of the program. */
export interface ChangedProduct {
  readonly folder: string;
  readonly worker: URL;
  readonly remove: () => void;
}

/** Copies the product and adds a rule to it. The rule is given as the file that a developer would write. */
export function copyWithRule(name: string, file: string, exported: string): ChangedProduct {
  const folder = mkdtempSync(join(tmpdir(), "mingdan-changed-"));
  for (const each of FOLDERS) cpSync(join(PROJECT, each), join(folder, each), { recursive: true });
  for (const each of ["package.json", "tsconfig.json"]) {
    cpSync(join(PROJECT, each), join(folder, each));
  }
  symlinkSync(join(PROJECT, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "domain/rules", `${name}.ts`), file);
  const index = join(folder, "domain/rules/index.ts");
  const before = readFileSync(index, "utf8");
  const list = "export const RULES: readonly Rule[] = [";
  if (!before.includes(list)) throw new Error("the list of rules is not where it was");
  const added = before.replace(list, `${list}\n  ${exported},`);
  writeFileSync(index, `import { ${exported} } from "./${name}.ts";\n${added}`);
  const worker = new URL(`file://${join(folder, "activities/worker.ts")}`);
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, worker, remove };
}
