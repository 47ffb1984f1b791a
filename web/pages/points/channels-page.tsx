import type { ReactNode } from "react";
import type { PointView } from "../../../api/use-cases/find-points.ts";
import type { AuthorityChannels } from "../../../api/use-cases/publication-channels.ts";
import { DEFAULT_CHANNELS } from "../../../domain/publication/channels.ts";
import { CheckboxGroup } from "../../components/choice-fields.tsx";
import { Form } from "../../components/form.tsx";
import { Panel } from "../../components/panel.tsx";
import { Table, type Column } from "../../components/table.tsx";
import type { FieldError } from "../../forms/form-check.ts";
import { inputOf } from "../../forms/form-input.ts";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";
import { describeConnection } from "./page.tsx";

interface ChannelsPageProps {
  readonly context: PageContext;
  readonly authorities: readonly AuthorityChannels[];
  readonly points: readonly PointView[];
  readonly maySet: boolean;
  /** The authority whose places are being chosen; null where only the table is looked at. */
  readonly chosen: ChosenAuthority | null;
}

/** One authority, what is ticked for it, and what is wrong with that. */
export interface ChosenAuthority {
  readonly authority: AuthorityChannels;
  readonly ticked: readonly string[];
  readonly errors: readonly FieldError[];
}

const HOME = "/publication/authorities";

/** Where the listings of each authority go out (各机关的公示、共享渠道). */
export function ChannelsPage(props: ChannelsPageProps): ReactNode {
  const { context, authorities, points, maySet, chosen } = props;
  const usual = points.filter((each) => DEFAULT_CHANNELS.includes(each.channel));
  return (
    <Page
      context={context}
      title="各机关的公示渠道"
      crumbs={[{ title: "公示对接点", path: "/publication/points" }]}
    >
      <h1>各机关的公示渠道</h1>
      <p>
        {`名单信息一律发往${usual.map((each) => each.title).join("、")}；其他对接点接通后可以选用。选用后，公示中的名单信息随即补发；不再选用的，不再发送新的名单信息，已经发送的，变更和移出仍会告知。`}
      </p>
      <Table
        caption="各机关的公示渠道"
        captionHidden
        columns={columnsFor(points, maySet)}
        rows={authorities}
        keyOf={(each) => each.authorityId}
        empty="没有机关。"
      />
      {chosen === null || !maySet ? null : (
        <ChoosingPanel context={context} points={points} chosen={chosen} />
      )}
    </Page>
  );
}

function columnsFor(
  points: readonly PointView[],
  maySet: boolean,
): readonly Column<AuthorityChannels>[] {
  return [
    {
      title: "机关",
      cell: ({ authorityId, authorityName }) =>
        maySet ? <a href={`${HOME}/${authorityId}`}>{authorityName}</a> : authorityName,
    },
    {
      title: "发往",
      cell: ({ channels }) =>
        points
          .filter((each) => channels.includes(each.channel))
          .map((each) => each.title)
          .join("、"),
    },
  ];
}

function ChoosingPanel(
  props: Pick<ChannelsPageProps, "context" | "points"> & { readonly chosen: ChosenAuthority },
): ReactNode {
  const { authority, ticked, errors } = props.chosen;
  const choices = props.points
    .filter((each) => !DEFAULT_CHANNELS.includes(each.channel))
    .map(({ channel, title, form }) => ({
      value: channel,
      label: title,
      hint: describeConnection(form),
    }));
  return (
    <Panel id="choosing" title={authority.authorityName}>
      <Form
        action={`${HOME}/${authority.authorityId}`}
        csrfToken={props.context.csrfToken}
        submit="设定渠道"
        label={`设定${authority.authorityName}的渠道`}
        errors={errors}
        input={inputOf({ channels: ticked })}
      >
        <CheckboxGroup name="channels" label="其他对接点" choices={choices} optional />
      </Form>
    </Panel>
  );
}
