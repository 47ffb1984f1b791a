import type { FastifyInstance } from "fastify";
import { createElement } from "react";
import { findReadings } from "../../../api/use-cases/find-readings.ts";
import { findStatistics, type Statistics } from "../../../api/use-cases/find-statistics.ts";
import { readMoment } from "../../../api/use-cases/read-moment.ts";
import { dayOf } from "../../../domain/deadlines/calendar-day.ts";
import { FormCheck } from "../../forms/form-check.ts";
import { inputOf } from "../../forms/form-input.ts";
import { makeContext, queryText, type WebDeps } from "../../layout/make-context.ts";
import { requireOfficialPerson } from "../../layout/require-person.ts";
import { sendPage } from "../../layout/send-page.ts";
import { OversightPage } from "./page.tsx";

/** Numbers of a period, the present year unless another is asked for, and the register of looks. */
export function registerOversight(app: FastifyInstance, deps: WebDeps): void {
  app.get("/oversight", async (request, reply) => {
    const { actor } = requireOfficialPerson(request);
    const today = dayOf(await readMoment(deps.app));
    const cursor = queryText(request, "cursor");
    const input = inputOf({
      from: queryText(request, "from") || `${today.slice(0, 4)}-01-01`,
      to: queryText(request, "to") || today,
    });
    const check = new FormCheck(input);
    const from = check.day("from", "请填写起始日");
    const to = check.day("to", "请填写终止日");
    if (from !== null && to !== null && to < from) check.complain("to", "终止日早于起始日");
    const isAsked = from !== null && to !== null && check.errors.length === 0;
    const statistics: Statistics | null = isAsked
      ? await findStatistics(deps.app, actor, { from, to })
      : null;
    const page = await findReadings(deps.app, actor, cursor === "" ? {} : { cursor });
    const props = {
      context: await makeContext(deps, request, reply),
      input,
      errors: check.errors,
      statistics,
      readings: page.rows,
      nextCursor: page.nextCursor,
      isFirst: cursor === "",
    };
    const status = check.errors.length > 0 ? 422 : 200;
    return sendPage(reply, createElement(OversightPage, props), status);
  });
}
