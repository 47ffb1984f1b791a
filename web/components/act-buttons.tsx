import type { ReactNode } from "react";
import type { PossibleActView } from "../../api/use-cases/find-possible-acts.ts";

/** Acts that can be done now: first those that the stage is about, then those for which there may be a reason at any time. */
export function ActButtons(props: {
  readonly acts: readonly PossibleActView[];
  /** Under which address the forms of acts lie. */
  readonly folder: string;
}): ReactNode {
  const { acts, folder } = props;
  const ofStage = acts.filter((act) => !act.anyTime);
  const others = acts.filter((act) => act.anyTime);
  return (
    <>
      {ofStage.length === 0 ? null : <Buttons acts={ofStage} folder={folder} look="button" />}
      {others.length === 0 ? null : (
        <>
          <h3>有需要时办理</h3>
          <Buttons acts={others} folder={folder} look="button plain" />
        </>
      )}
    </>
  );
}

function Buttons(props: {
  readonly acts: readonly PossibleActView[];
  readonly folder: string;
  readonly look: string;
}): ReactNode {
  return (
    <p>
      {props.acts.map((act) => (
        <a key={act.kind} className={props.look} href={`${props.folder}/${act.kind}`}>
          {act.title}
        </a>
      ))}
    </p>
  );
}
