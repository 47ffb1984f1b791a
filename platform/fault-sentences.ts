import { StartFault } from "./start-fault.ts";

const BY_CODE: Readonly<Record<string, string>> = {
  ENOSPC: "磁盘空间不足：请腾出空间后重新启动，已保存的数据没有丢失。",
  EDQUOT: "磁盘配额已用完：请腾出空间后重新启动，已保存的数据没有丢失。",
  EACCES: "没有权限读写该文件或文件夹：请修改其权限，或用 MINGDAN_DATA 换一个数据文件夹。",
  EPERM: "没有权限执行该操作：请换一个有权限的用户启动，或用 MINGDAN_DATA 换一个数据文件夹。",
  EROFS: "文件系统是只读的：请用 MINGDAN_DATA 换一个可写的数据文件夹。",
  ENOTDIR: "该路径中有一段不是文件夹：请用 MINGDAN_DATA 换一个数据文件夹。",
  EEXIST: "该路径已被一个文件占用：请移走它，或用 MINGDAN_DATA 换一个数据文件夹。",
  EISDIR: "该路径是文件夹而应是文件：请移走它后重新启动。",
  EMFILE: "打开的文件太多：请用 ulimit -n 提高上限后重新启动。",
  ENOENT: "没有找到该文件或程序：请重新运行 npm ci；若是数据文件，请从备份恢复。",
  EADDRINUSE: "端口已被别的程序占用：请用 PORT 换一个端口。",
  EADDRNOTAVAIL: "HOST 所指的网络地址不是本机的：请改正 HOST。",
  ECONNREFUSED: "连接被拒绝：请确认 DATABASE_URL 与 TEMPORAL_ADDRESS 所指的服务器正在运行。",
  ENOTFOUND: "找不到该主机：请检查 DATABASE_URL 与 TEMPORAL_ADDRESS 中的主机名。",
  "28P01": "数据库拒绝了用户名或密码：请检查 DATABASE_URL。",
  "3D000": "数据库不存在：请先建立它，或检查 DATABASE_URL。",
  "42501": "数据库用户的权限不够：请让其拥有该数据库，或设置 DATABASE_OWNER_URL。",
  "53100": "数据库所在的磁盘空间不足：请腾出空间后重新启动。",
};

/** Turns whatever ended a start into sentences for the person at the terminal: what is wrong, what to do. Never a stack. */
export function explainFault(error: unknown): string {
  if (error instanceof StartFault) return error.message;
  const code = findCode(error);
  const sentence = code ? BY_CODE[code] : undefined;
  if (sentence) return `${describePlace(error)}${sentence}`;
  const firstLine = error instanceof Error ? error.message.split("\n")[0] : String(error);
  return `启动失败：${firstLine?.slice(0, 300) || "原因不明"}。请查看数据文件夹下 logs 中的日志。`;
}

function findCode(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string" && at.code in BY_CODE) return at.code;
    if (at instanceof AggregateError && at.errors[0] !== undefined) return findCode(at.errors[0]);
  }
  return null;
}

/** The file in question, when the system named one. */
function describePlace(error: unknown): string {
  const path =
    error instanceof Error && "path" in error && typeof error.path === "string" ? error.path : null;
  return path ? `${path}：` : "";
}
