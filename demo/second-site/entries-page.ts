/** An entry as the second site holds it. */
export interface ShownEntry {
  readonly receiver: string;
  readonly entryId: string;
  readonly version: number;
  readonly state: "shown" | "suspended" | "removed";
  readonly body: {
    readonly listName?: string;
    readonly party?: { readonly name?: string; readonly identifier?: string };
    readonly decisionNumber?: string;
    readonly disputedSince?: string | null;
    readonly removal?: { readonly removedOn?: string } | null;
  };
}

const STATES = { shown: "列入", suspended: "暂停公示", removed: "已移出" } as const;

/** The page on which the second site shows what it has received. */
export function renderEntries(title: string, entries: readonly ShownEntry[]): string {
  const rows = entries.map((entry) => {
    const cells = [
      entry.receiver,
      entry.body.listName ?? "",
      entry.body.party?.name ?? "—",
      entry.body.decisionNumber ?? "—",
      `${STATES[entry.state]}${entry.body.disputedSince ? "（异议处理中）" : ""}${entry.body.removal?.removedOn ? ` ${entry.body.removal.removedOn}` : ""}`,
      String(entry.version),
    ];
    return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join("")}</tr>`;
  });
  const heads = ["接收方", "名单", "名称", "决定文号", "状态", "版本"];
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>
<body><h1>${escapeHtml(title)}</h1><p>本页是演示用的外部平台，显示它收到的名单信息，共${String(entries.length)}条。</p>
<table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead><tbody>${rows.join("")}</tbody></table></body></html>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
