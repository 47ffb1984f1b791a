import type { ReactNode } from "react";
import type { DeliveryView } from "../../../api/use-cases/find-deliveries.ts";
import { DeliveryTable } from "../../components/delivery-table.tsx";
import { Pager } from "../../components/pager.tsx";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";

/** The distribution record (公示分发台账): which channel got which version of which listing. */
export function PublicationPage(props: {
  readonly context: PageContext;
  readonly deliveries: readonly DeliveryView[];
  readonly nextCursor: string | null;
  readonly isFirst: boolean;
}): ReactNode {
  const { context, deliveries, nextCursor, isFirst } = props;
  return (
    <Page context={context} title="公示分发">
      <h1>公示分发台账</h1>
      <p>
        列入、停止展示、移出都作为新的版本发往每个渠道，收到渠道回执才算送到；未送到的会一直再次发送。
      </p>
      <p>
        <a href="/publication/points">各对接点的状态、积压和不一致</a>
      </p>
      <DeliveryTable
        deliveries={deliveries}
        caption="各案件、各渠道的分发情况"
        empty="还没有向任何渠道分发。"
        withCase
      />
      <Pager path="/publication" query={{}} nextCursor={nextCursor} isFirst={isFirst} />
    </Page>
  );
}
