import { defineSearchAttributeKey } from "@temporalio/common";

/** For operators: which cases are in which stage. Business lists come from the database. */
export const CASE_STAGE = defineSearchAttributeKey("CaseStage", "KEYWORD");
