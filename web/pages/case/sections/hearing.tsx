import type { ReactNode } from "react";
import type { Hearing } from "../../../../domain/case-file/hearing.ts";
import type { CaseFile } from "../../../../domain/case-file/state.ts";
import { printDay } from "../../../../domain/deadlines/calendar-day.ts";
import { HEARING_ATTENDANCE_TITLES, HEARING_CLOSURE_TITLES } from "../../../../domain/glossary.ts";
import { Panel } from "../../../components/panel.tsx";

/** The hearing from request to minutes (听证); nothing where none was asked for. */
export function HearingSection(props: { readonly file: CaseFile }): ReactNode {
  const { hearing } = props.file;
  if (hearing.requestedOn === null && hearing.waivedOn === null) return null;
  return (
    <Panel id="hearing" title="听证">
      <ol>
        {describeHearing(hearing).map((line) => (
          <li key={line} className="pre-line">
            {line}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function describeHearing(hearing: Hearing): readonly string[] {
  const { requestedOn, reasons, waivedOn, schedule, objection, held } = hearing;
  const lines = [
    requestedOn === null ? "" : `${printDay(requestedOn)}申请听证。${reasons}`,
    schedule === null
      ? ""
      : `定于${printDay(schedule.heldOn)}${schedule.startsAt}在${schedule.place}举行，主持人：${schedule.presider}；${HEARING_CLOSURE_TITLES[schedule.closure]}。${schedule.reasons}`,
    objection === null ? "" : `当事人申请主持人回避，待负责人决定：${objection}`,
    waivedOn === null ? "" : `${printDay(waivedOn)}放弃或者撤回听证。`,
    held === null
      ? ""
      : `${printDay(held.heldOn)}举行听证，${HEARING_ATTENDANCE_TITLES[held.attendance]}。参加人：${held.attendees}。${held.remark}`,
  ];
  return lines.filter((line) => line !== "");
}
