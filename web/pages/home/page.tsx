import type { ReactNode } from "react";
import { SearchBar } from "../../components/search-bar.tsx";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";

/** The public entrance: what this is, and the ways in. */
export function HomePage(props: { readonly context: PageContext }): ReactNode {
  const { context } = props;
  return (
    <Page context={context} title="首页">
      <h1>严重失信主体名单办理系统</h1>
      <p>
        本系统由认定部门用来依法办理严重失信主体名单的列入和移出：事前告知、听取陈述申辩、核实、决定、送达、公示、信用修复和移出，每一步都依照规定办理并留有记录。依法不能办的，系统不予办理，并写明依据的条款。
      </p>
      <div className="columns">
        <SearchPanel />
        <CheckPanel />
      </div>
      <div className="columns">
        <section className="panel" aria-labelledby="party-title">
          <h2 id="party-title">当事人入口</h2>
          <p>收到告知书、决定书的当事人，可以凭文书上的查阅码查看案件、陈述申辩、申请信用修复。</p>
          <p>
            <a className="button" href="/portal">
              凭查阅码进入
            </a>
          </p>
        </section>
        <section className="panel" aria-labelledby="official-title">
          <h2 id="official-title">工作人员</h2>
          <p>承办人、法制审核人员、负责人和监督人员由此登录。</p>
          <p>
            <a className="button plain" href="/sign-in">
              工作人员登录
            </a>
          </p>
          {context.mode === "demo" ? (
            <p className="small">
              演示账号和口令显示在启动系统的终端里，也保存在数据文件夹的 demo-accounts.json 中。
            </p>
          ) : null}
        </section>
      </div>
      <section className="panel" aria-labelledby="rules-title">
        <h2 id="rules-title">规则公开</h2>
        <p>
          系统执行的每一条程序规则、每一种期限及其依据都公开：
          <a href="/law/rules">查看规则与期限</a>。
        </p>
      </section>
    </Page>
  );
}

function SearchPanel(): ReactNode {
  return (
    <section className="panel" aria-labelledby="search-title">
      <h2 id="search-title">名单查询</h2>
      <SearchBar
        action="/register"
        name="name"
        label="当事人名称"
        hint="至少两个字"
        submit="查询名单"
      />
    </section>
  );
}

function CheckPanel(): ReactNode {
  return (
    <section className="panel" aria-labelledby="check-title">
      <h2 id="check-title">文书核验</h2>
      <SearchBar
        action="/check"
        name="code"
        label="文书核验码"
        hint="在文书末页的二维码旁边"
        submit="核验文书"
      />
    </section>
  );
}
