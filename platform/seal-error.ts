const PROBLEMS = {
  "no-seal": "没有登记本机关的电子印章",
  "not-in-force": "登记的电子印章在文书成文日不在有效期内",
  "name-differs": "登记的印章名称与机关名称不一致",
  "certificate-of-another": "证书的主体不是本机关",
  "certificate-expired": "证书不在有效期内",
  "certificate-usage": "证书的用途不包括签名",
  "certificate-unreadable": "证书无法读取",
  "key-unusable": "私钥无法读取，或者与证书不是一对",
  "chain-too-long": "证书链太长，签名放不进文书",
  "file-unreadable": "印章登记文件或者其中列出的文件无法读取，或者别的用户也能读取",
} as const;

/** What keeps a paper from being signed. */
export type SealProblem = keyof typeof PROBLEMS;

/** A paper cannot be signed: it stays issued and waits; nothing of the act is lost. */
export class SealError extends Error {
  override readonly name = "SealError";
  readonly code: SealProblem;
  /** What is wrong, in words. */
  readonly problem: string;
  constructor(code: SealProblem) {
    super(`${PROBLEMS[code]}；请管理员检查电子印章和证书，恢复后自动签章`);
    this.code = code;
    this.problem = PROBLEMS[code];
  }
}
