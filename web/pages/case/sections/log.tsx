import type { ReactNode } from "react";
import type { CaseEventRow } from "../../../../api/use-cases/find-case-events.ts";
import { ROLE_TITLES } from "../../../../domain/glossary.ts";
import { Panel } from "../../../components/panel.tsx";
import { describeEvent } from "../../../words/describe-event.ts";
import { printMoment } from "../../../words/print-moment.ts";

/** Everything that happened, the newest first, each with its place in the chain of hashes (办理日志). */
export function LogSection(props: { readonly events: readonly CaseEventRow[] }): ReactNode {
  const newestFirst = [...props.events].reverse();
  return (
    <Panel id="log" title="办理日志">
      <p className="soft">每条记录都含有前一条的散列（SM3），任何改动都会使之后的散列对不上。</p>
      <ol className="timeline" reversed>
        {newestFirst.map((row) => (
          <LogEntry key={row.seq} row={row} />
        ))}
      </ol>
    </Panel>
  );
}

function LogEntry(props: { readonly row: CaseEventRow }): ReactNode {
  const { event, hash, byName, seq } = props.row;
  const { title, details } = describeEvent(event);
  return (
    <li>
      <p>
        {String(seq)}. <strong>{title}</strong>
      </p>
      {details.map((detail) => (
        <p key={detail} className="pre-line">
          {detail}
        </p>
      ))}
      <p className="small soft">
        {printMoment(event.at)}，{ROLE_TITLES[event.by.role]}
        {event.by.deputyFor === undefined ? "" : "（代理）"}
        {byName === "" ? "" : ` ${byName}`}，散列 <code>{hash.slice(0, 16)}…</code>
      </p>
    </li>
  );
}
