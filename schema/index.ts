export * from "./tables/accounts.ts";
export * from "./tables/case-files.ts";
export * from "./tables/clock.ts";
export * from "./tables/law.ts";
export * from "./tables/leads.ts";
export * from "./tables/papers.ts";
export * from "./tables/publication.ts";
export * from "./tables/registries.ts";
