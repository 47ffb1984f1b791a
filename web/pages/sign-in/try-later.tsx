import type { ReactNode } from "react";
import { Notice } from "../../components/panel.tsx";

/** Said when too many tries have locked a door for a while. */
export function TryLater(props: { readonly seconds: number | null }): ReactNode {
  if (props.seconds === null) return null;
  return (
    <Notice kind="warning" live>
      <p>尝试次数过多，请在{String(Math.max(1, Math.ceil(props.seconds / 60)))}分钟后再试。</p>
    </Notice>
  );
}
