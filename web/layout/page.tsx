import type { ReactNode } from "react";
import { Notice } from "../components/panel.tsx";
import { printMoment } from "../words/print-moment.ts";
import { findCurrent, findMenu } from "./navigation.ts";
import type { PageContext } from "./page-context.ts";

/** One step of the way back up. */
export interface Crumb {
  readonly title: string;
  readonly path: string;
}

interface PageProps {
  readonly context: PageContext;
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  /** Where no script runs, the page looks itself up again after so many seconds. */
  readonly refreshSeconds?: number;
  readonly children: ReactNode;
}

/** The frame of every page: head, menu, content, foot. */
export function Page(props: PageProps): ReactNode {
  const { context, title } = props;
  return (
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {props.refreshSeconds === undefined ? null : (
          <noscript>
            <meta httpEquiv="refresh" content={String(props.refreshSeconds)} />
          </noscript>
        )}
        <title>{`${title} · 名单`}</title>
        <link rel="stylesheet" href={context.assets.fonts} />
        <link rel="stylesheet" href={context.assets.style} />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <script src={context.assets.script} defer />
      </head>
      <body>
        <a className="skip-link" href="#main">
          跳到正文
        </a>
        <SiteHeader context={context} />
        <DemoBanner context={context} />
        <div className="frame">
          <SideMenu context={context} />
          <main id="main" tabIndex={-1}>
            <Crumbs crumbs={props.crumbs ?? []} />
            {context.done === null ? null : (
              <Notice kind="success" live>
                <p>{context.done}</p>
              </Notice>
            )}
            {props.children}
          </main>
        </div>
        <SiteFooter />
      </body>
    </html>
  );
}

function SiteHeader(props: { readonly context: PageContext }): ReactNode {
  const { person, csrfToken } = props.context;
  return (
    <header className="site-header">
      <div className="inner">
        <a className="brand" href={person === null ? "/" : homeOf(props.context)}>
          名单 · 严重失信主体名单办理系统
        </a>
        <span className="spring" />
        {person === null ? null : (
          <>
            <span>
              {person.displayName}
              {person.authorityName === null ? "" : `（${person.authorityName}）`}
            </span>
            <form method="post" action="/sign-out">
              <input type="hidden" name="_csrf" value={csrfToken} />
              <button type="submit">退出</button>
            </form>
          </>
        )}
      </div>
    </header>
  );
}

function homeOf(context: PageContext): string {
  return context.person?.actor.roles.includes("party") === true ? "/portal" : "/desk";
}

function DemoBanner(props: { readonly context: PageContext }): ReactNode {
  const { mode, demoNow } = props.context;
  if (mode !== "demo") return null;
  return (
    <aside className="demo-banner" aria-label="演示说明">
      <p>
        <strong>演示系统</strong>：人员、单位、案件均为虚构，文书无效力。
        {demoNow === null ? "" : `演示时钟：${printMoment(demoNow)}。`}
      </p>
    </aside>
  );
}

function SideMenu(props: { readonly context: PageContext }): ReactNode {
  const menu = findMenu(props.context);
  const current = findCurrent(menu, props.context.path);
  return (
    <nav className="side-nav" aria-label="主菜单">
      <ul>
        {menu.map((entry) => (
          <li key={entry.path}>
            <a href={entry.path} aria-current={entry.path === current ? "page" : undefined}>
              {entry.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Crumbs(props: { readonly crumbs: readonly Crumb[] }): ReactNode {
  if (props.crumbs.length === 0) return null;
  return (
    <nav aria-label="所在位置" className="no-print">
      <ol className="breadcrumb">
        {props.crumbs.map((crumb) => (
          <li key={crumb.path}>
            <a href={crumb.path}>{crumb.title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function SiteFooter(): ReactNode {
  return (
    <footer className="site-footer">
      <p>
        页面可以只用键盘操作，可以用读屏软件阅读，也可以在关闭脚本后使用。列入、移出等决定以送达的文书为准。
      </p>
    </footer>
  );
}
