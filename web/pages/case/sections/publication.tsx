import type { ReactNode } from "react";
import type { CaseFile } from "../../../../domain/case-file/state.ts";
import { printDay } from "../../../../domain/deadlines/calendar-day.ts";
import type { LawPack } from "../../../../domain/packs/law-pack.ts";
import type { DeliveryView } from "../../../../api/use-cases/find-deliveries.ts";
import { DeliveryTable } from "../../../components/delivery-table.tsx";
import { Panel } from "../../../components/panel.tsx";
import { PUBLICATION_STATE_TITLES } from "../../../words/outcome-titles.ts";

/** What the channels show, and their receipts (公示与回执). */
export function PublicationSection(props: {
  readonly file: CaseFile;
  readonly pack: LawPack;
  readonly deliveries: readonly DeliveryView[];
}): ReactNode {
  const { file, pack } = props;
  const started = file.publicationStartedOn;
  return (
    <Panel id="publication" title="公示与回执">
      <p>
        公示状态：<strong>{PUBLICATION_STATE_TITLES[file.publicationState]}</strong>
        {started === null ? "" : `，自${printDay(started)}起公示`}
        {file.publicationVersion === 0 ? "" : `，现为第${String(file.publicationVersion)}版`}
        {file.publicationState === "shown" ? (
          <>
            ，<a href={`/register/${file.caseId}`}>查看公示页</a>
          </>
        ) : null}
        {file.publicationVersion === 0 ? null : (
          <>
            ，<a href={`/publication/entries/${file.caseId}`}>查看谁仍在展示</a>
          </>
        )}
      </p>
      {file.partyKind === "natural-person" ? <p>公示范围：{printAudience(file, pack)}</p> : null}
      <DeliveryTable
        deliveries={props.deliveries}
        caption="分发台账"
        empty="还没有向任何渠道分发。"
      />
    </Panel>
  );
}

/** Who may see a person on the list, and on what that rests (细则（五）). */
function printAudience({ displayConsent }: CaseFile, pack: LawPack): string {
  if (pack.personDisplayBasis.value !== null) {
    return `向社会公示，依据${pack.personDisplayBasis.value}`;
  }
  if (displayConsent == null) return "只共享给实施措施的单位；没有本人同意，不向社会公示";
  const { consentedOn, endsOn } = displayConsent;
  return `本人${printDay(consentedOn)}同意向社会公示，至${printDay(endsOn)}`;
}
