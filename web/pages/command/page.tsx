import type { ReactNode } from "react";
import { RefusalBox, type ShownRefusal } from "../../components/findings-list.tsx";
import { Notice } from "../../components/panel.tsx";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";
import { printMoment } from "../../words/print-moment.ts";

const LOOK_AGAIN_SECONDS = 5;

/** An act that is kept and still to be ruled on; the script asks until it is, without script the page is loaded anew. */
export function PendingPage(props: {
  readonly context: PageContext;
  readonly title: string;
  readonly receivedAt: Date;
}): ReactNode {
  const { context, title, receivedAt } = props;
  return (
    <Page context={context} title="已收到，正在办理" refreshSeconds={LOOK_AGAIN_SECONDS}>
      <h1>已收到，正在办理</h1>
      <Notice live>
        <p data-await-outcome="">
          “{title}”已于{printMoment(receivedAt)}收到并保存，不会丢失，是否按期以这个时间为准。
        </p>
        <p>办理有结果后，本页会自动转到结果。您也可以先离开，稍后回来查看。</p>
      </Notice>
      <p>
        <a href={context.path}>现在刷新</a>
      </p>
    </Page>
  );
}

/** An act that was kept and then refused. */
export function RefusedPage(props: {
  readonly context: PageContext;
  readonly title: string;
  readonly refusal: ShownRefusal;
  readonly home: string;
}): ReactNode {
  return (
    <Page context={props.context} title={`没有办理：${props.title}`}>
      <h1>没有办理：{props.title}</h1>
      <RefusalBox refusal={props.refusal} />
      <p>
        <a href={props.home}>返回案件</a>
      </p>
    </Page>
  );
}
