import { MEASURE_CATALOG } from "../measures/catalog.ts";
import { STARTER_EDITION } from "../measures/starter-row.ts";
import type { Citation } from "../law/citation.ts";
import { NATIONAL_LISTS, type ListId } from "../packs/list-id.ts";
import { LISTS_ELSEWHERE } from "../packs/lists-elsewhere.ts";
import { SHIPPED_PACKS } from "../packs/shipped.ts";
import type { CatalogEdition, DirectoryEdition, DirectoryItem, Edition } from "./edition.ts";
import { compileLawBooks } from "./law-books.ts";

/**
 * The directory to begin with (起步目录): 严重失信主体名单信息 of the lists for which a text was read or quoted; every other item waits for
 * the annex of the national directory, which was not read. What the annex says of showing and sharing is therefore left empty.
 */
const STARTER_DIRECTORY: DirectoryEdition = {
  registry: "directory",
  edition: STARTER_EDITION.id,
  level: "national",
  title: "全国公共信用信息基础目录（2024年版）起步目录",
  inForceFrom: STARTER_EDITION.inForceFrom,
  inForceTo: null,
  scope: null,
  items: [
    ...SHIPPED_PACKS.map((pack) =>
      listItem(
        pack.listId,
        pack.listName,
        pack.legalBasis.map((basis) => basis.citation),
      ),
    ),
    ...LISTS_ELSEWHERE.filter((list) => list.readiness === "feed-only").map((list) =>
      listItem(list.listId, NATIONAL_LISTS[list.listId], list.citations),
    ),
  ],
};

const STARTER_CATALOG: CatalogEdition = {
  registry: "catalog",
  edition: STARTER_EDITION.id,
  level: "national",
  title: STARTER_EDITION.title,
  inForceFrom: STARTER_EDITION.inForceFrom,
  inForceTo: null,
  scope: null,
  rows: MEASURE_CATALOG,
};

/** The editions that come with the product (随产品提供的目录和清单). */
export const SHIPPED_EDITIONS: readonly Edition[] = [STARTER_DIRECTORY, STARTER_CATALOG];

/** Directory and catalog as shipped, before anybody has entered an edition. */
export const SHIPPED_BOOKS = compileLawBooks(SHIPPED_EDITIONS);

function listItem(listId: ListId, listName: string, citations: readonly Citation[]): DirectoryItem {
  return {
    id: `list/${listId}`,
    kind: "serious-list",
    listId,
    conduct: `被列入${listName}`,
    openness: null,
    sharing: "",
    source: "",
    frequency: "",
    citations,
    allowedBy: null,
  };
}
