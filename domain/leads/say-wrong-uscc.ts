import { normalizeUscc } from "../parties/unified-social-credit-code.ts";

/** What is wrong with a unified social credit code (统一社会信用代码), in words that never repeat it. */
export function sayWrongUscc(text: string): string {
  const code = normalizeUscc(text);
  if (code.length !== 18) return `统一社会信用代码应为18位，现为${String(code.length)}位`;
  if (/[IOSVZ]/.test(code))
    return "统一社会信用代码不含字母 I、O、S、V、Z，请核对是否为数字 1、0、5、2";
  return "统一社会信用代码的校验码不符";
}
