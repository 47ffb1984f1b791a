const DIGITS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** Prints 1 to 99 in Chinese: 12 is 十二, 21 is 二十一. */
export function printChineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99) {
    throw new RangeError(`只能写出 1 到 99 的序号：${value}`);
  }
  const tens = Math.floor(value / 10);
  const ten = tens === 0 ? "" : `${tens === 1 ? "" : DIGITS[tens]}十`;
  return `${ten}${DIGITS[value % 10]}`;
}
