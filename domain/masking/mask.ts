import { isResidentIdNumber } from "../parties/resident-identity-number.ts";

/** Surnames of two characters (复姓) that stay whole when a name of three or more characters is masked. */
const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  (
    "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 " +
    "慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 " +
    "轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 第五"
  ).split(" "),
);

/** Marks of made-up names in demonstrations; they are no part of the name and stay readable. */
const DEMONSTRATION_MARK = /^【(?:虚构|示例)】/;

/**
 * Masks the name of a person (姓名脱敏): the surname stays, every other character becomes a star.
 *
 * Example: 张三 → 张*, 欧阳明月 → 欧阳**, 【虚构】甘某某 → 【虚构】甘**. A name of one character is masked whole;
 * of two characters only the first stays, even where both could be a surname.
 */
export function maskPersonName(name: string): string {
  const mark = DEMONSTRATION_MARK.exec(name)?.[0] ?? "";
  const characters = Array.from(name.slice(mark.length).trim());
  const shown = surnameLength(characters);
  const masked = characters.map((character, place) => (place < shown ? character : "*"));
  return mark + masked.join("");
}

function surnameLength(characters: readonly string[]): number {
  if (characters.length < 2) return 0;
  const isCompound = COMPOUND_SURNAMES.has(characters.slice(0, 2).join(""));
  return isCompound && characters.length > 2 ? 2 : 1;
}

/**
 * Masks a resident identity number (身份证号脱敏): the first six places, which name a district, stay; the birth date never does.
 * `tail` says how many of the last places stay, none unless a list's rule needs them. Anything that is no such number is
 * masked whole.
 *
 * Example: 11010519491231002X → 110105************, with a tail of four 110105********002X.
 */
export function maskResidentIdNumber(number: string, tail: 0 | 4 = 0): string {
  if (!isResidentIdNumber(number)) return maskWhole(number);
  const end = number.length - tail;
  return number.slice(0, 6) + "*".repeat(end - 6) + number.slice(end);
}

/** Masks a telephone number (电话脱敏): 13812345678 → 138****5678; every digit of anything else becomes a star. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/[\s-]/g, "");
  if (/^1\d{10}$/.test(digits)) return `${digits.slice(0, 3)}****${digits.slice(7)}`;
  return maskWhole(phone);
}

/** Characters of streets, villages, estates: a part that holds one is no name of a district. */
const NO_DISTRICT = "[^\\d\\s路街巷道村镇乡号栋楼园社小]";

const DISTRICT = new RegExp(
  `^(?:${NO_DISTRICT}{2,8}?(?:自治区|省))?` +
    `(?:${NO_DISTRICT}{1,8}?(?:自治州|市(?![场政民])|地区|盟))?` +
    `(?:${NO_DISTRICT}{1,8}?(?:自治县|县|市(?![场政民])|区(?![间域])|旗))?`,
);

/**
 * Masks an address (地址脱敏): down to county or district, never the street.
 * Where the parts cannot be told apart, less stays rather than more.
 *
 * Example: 广西壮族自治区梧州市万秀区大中路1号 → 广西壮族自治区梧州市万秀区****.
 */
export function maskAddress(address: string): string {
  return `${DISTRICT.exec(address.trim())?.[0] ?? ""}****`;
}

/** Masks a secret code (查询码脱敏): only its shape stays, `7KQM-2XPA` → `****-****`. */
export function maskCode(code: string): string {
  return maskWhole(code);
}

/** Every letter and digit becomes a star; marks and blanks between them stay. */
function maskWhole(text: string): string {
  return text.replace(/[\p{L}\p{N}]/gu, "*");
}
