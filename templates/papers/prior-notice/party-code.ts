const MASK = /[*＊•]/u;

/**
 * Refuses a prior notice whose code says more than `codeShown` allows.
 *
 * A copy for the file must not carry the clear code, neither on the page nor in the attached data.
 */
export function refuseLeakedCode(data: object): void {
  if (!("defense" in data) || typeof data.defense !== "object" || data.defense === null) return;
  const { defense } = data;
  if (!("codeShown" in defense) || !("code" in defense)) return;
  const { codeShown, code } = defense;
  const fits =
    codeShown === "none"
      ? code === null
      : typeof code === "string" && code !== "" && (codeShown === "clear" || MASK.test(code));
  if (!fits) throw new RangeError("查询码的内容与显示方式（codeShown）不符");
}
