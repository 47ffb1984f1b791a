export { listAdoption } from "./list-adoption.ts";
export { dailyAnchor } from "./daily-anchor.ts";
export { elsewhereMeasures } from "./elsewhere-measures.ts";
export { leadImport } from "./lead-import.ts";
export { listingCase } from "./listing-case.ts";
export { publication } from "./publication.ts";
export { reconciliation } from "./reconciliation.ts";
