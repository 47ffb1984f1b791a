export { listAdoption } from "./list-adoption.ts";
export { listingCase } from "./listing-case.ts";
export { publication } from "./publication.ts";
