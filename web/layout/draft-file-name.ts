/** Under which name a draft is saved: nobody takes it for the paper itself. */
export function draftFileName(title: string): string {
  return `草稿-${title}.pdf`;
}
