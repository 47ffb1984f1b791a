/** What a party is (当事人类别): natural person 自然人, legal person 法人, unincorporated organization 非法人组织. */
export type PartyKind = "natural-person" | "legal-person" | "unincorporated-organization";

/**
 * As what a party is listed (列入身份): the one who did it 失信行为人本身, on the wage-arrears list the employer 用人单位; its legal representative or principal 法定代表人（主要负责人）,
 * the manager directly responsible 直接负责的主管人员, or another person directly responsible 其他直接责任人员.
 * Each is a party with a case file of their own.
 */
export type PartyRole =
  "subject" | "employer" | "legal-representative" | "responsible-manager" | "other-responsible";

/**
 * The last six characters of an identifier, as a party gives them beside their code: upper case, blanks dropped.
 *
 * Example: `45040319800101123x` gives `01123X`. A shorter text is returned whole.
 */
export function lastSix(identifier: string): string {
  return identifier.replace(/\s/g, "").toUpperCase().slice(-6);
}
