const FAILURES: Readonly<Record<string, string>> = {
  unreachable: "对方没有应答",
  refused: "对方拒收",
  "bad-receipt": "回执不可信",
  "not-configured": "渠道没有接通",
  "awaiting-receipt": "已送出，等待对方回执",
  "closed-now": "对方不在接收时段",
  "no-space": "存放位置已满，请清理后自动再送",
  "no-room-there":
    "对方服务器存不下文件，多为空间已满或者超出配额：请通知对方腾出空间，之后自动重新发送，不会丢失",
  "wrong-host-key": "对方服务器的主机密钥与约定的不符，没有发送任何内容，请与对方核实",
};

/** Why something was not delivered, from its code. */
export function describeFailure(code: string): string {
  return FAILURES[code] ?? "发送失败";
}
