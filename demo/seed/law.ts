import { DEMONSTRATION_VALUES } from "../demonstration-values.ts";
import type { People } from "../life/people.ts";

/** What the API answers of a law pack. */
interface PackAnswer {
  readonly state: "draft" | "active" | "retired";
  readonly version: string;
}

/** Has the demo's legal officer enter what the shipped pack lacks, and two people approve it. */
export async function seedLaw(people: People): Promise<void> {
  const path = "/api/law-packs/unpaid-wages";
  const known = await people.legalOfficer.get<PackAnswer>(path);
  if (known.state === "active") return;
  for (const { field, value, citation } of DEMONSTRATION_VALUES) {
    await people.legalOfficer.post(`${path}/values`, { field, value, ...citation });
  }
  const { version } = await people.legalOfficer.get<PackAnswer>(path);
  await people.legalOfficer.post(`${path}/approvals`, { version });
  await people.reviewer.post(`${path}/approvals`, { version });
}
