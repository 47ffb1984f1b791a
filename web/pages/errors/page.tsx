import type { ReactNode } from "react";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";

/** What went wrong, in plain words, and what the person can do now. */
export interface ErrorWords {
  readonly title: string;
  readonly explanation: string;
  readonly toDo: string;
}

const WORDS: Readonly<Record<number, ErrorWords>> = {
  400: {
    title: "请求的内容不完整",
    explanation: "系统没有看懂这次请求。",
    toDo: "请返回上一页，检查后重新提交。",
  },
  403: {
    title: "不能查看或者办理",
    explanation: "您的账号没有这项权限，或者页面放置过久已经失效。没有办理任何事项。",
    toDo: "请返回上一页刷新后再试；如职责有误，请联系管理员。",
  },
  404: {
    title: "没有找到",
    explanation: "没有这个页面或者案件，或者它不属于您的办理范围。",
    toDo: "请核对地址，或者从菜单重新进入。",
  },
  409: {
    title: "与现在的状态不符",
    explanation: "同一份表单已经以另外的内容提交过，系统保留了先提交的那一份。",
    toDo: "请打开最新的页面，核对后再办理。",
  },
  410: {
    title: "已经不在",
    explanation: "这个内容已经撤下。",
    toDo: "请从菜单重新进入。",
  },
  413: {
    title: "文件太大",
    explanation: "每个文件不得超过 20 MB，一次最多 10 个文件。没有收取任何文件。",
    toDo: "请压缩或者分开上传后重新提交。",
  },
  429: {
    title: "操作过于频繁",
    explanation: "短时间内的尝试次数太多，系统暂时不再受理。",
    toDo: "请稍等几分钟再试。",
  },
  500: {
    title: "系统出了故障",
    explanation: "没有办成您的事项，故障已经记录。",
    toDo: "请稍后再试；仍不成功的，请联系管理员。已经保存的内容不会丢失。",
  },
  503: {
    title: "系统暂时不可用",
    explanation: "系统现在不能保存内容，您的事项没有受理。",
    toDo: "请稍等片刻再提交一次。",
  },
};

const FAULT: ErrorWords = {
  title: "系统出了故障",
  explanation: "没有办成您的事项，故障已经记录。",
  toDo: "请稍后再试；仍不成功的，请联系管理员。",
};

/** The words of a status. */
export function findErrorWords(status: number): ErrorWords {
  return WORDS[status] ?? (status < 500 ? (WORDS[400] ?? FAULT) : FAULT);
}

/** An error told in plain words. It never says what happened inside. */
export function ErrorPage(props: {
  readonly context: PageContext;
  readonly status: number;
  /** What contradicts the present state, where that is what went wrong. */
  readonly detail?: string | null;
}): ReactNode {
  const words = findErrorWords(props.status);
  return (
    <Page context={props.context} title={words.title}>
      <h1>{words.title}</h1>
      <p>{props.detail ?? words.explanation}</p>
      <p>{words.toDo}</p>
      <p>
        <a href="/">回到首页</a>
      </p>
    </Page>
  );
}
