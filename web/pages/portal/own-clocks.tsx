import type { ReactNode } from "react";
import type { OwnCaseView } from "../../../api/use-cases/read-own-case.ts";
import type { CalendarDay } from "../../../domain/deadlines/calendar-day.ts";
import { ClockStrip } from "../../components/clock-strip.tsx";
import { Panel } from "../../components/panel.tsx";

/** The clocks that matter to the party, each with how it was counted. */
export function OwnClocks(props: {
  readonly deadlines: OwnCaseView["deadlines"];
  readonly today: CalendarDay;
}): ReactNode {
  return (
    <Panel id="clocks" title="期限">
      <ClockStrip deadlines={props.deadlines} today={props.today} />
    </Panel>
  );
}
