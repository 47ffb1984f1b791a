import { isCalendarDay, printDay } from "../../../domain/deadlines/calendar-day.ts";

const MARKED = /<\w+([^>]*\sdata-field="([^"]+)"[^>]*)>([^<]*)</g;
const DATE_TIME = /\sdatetime="([^"]*)"/i;
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'" },
};

/** What an entry's page shows to people, by the names that the page gives to the texts in it. A day counts as one only if it is printed as that day. */
export function readEntryPage(html: string): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {};
  for (const [, attributes = "", field = "", content = ""] of html.matchAll(MARKED)) {
    const text = unescape(content);
    const day = DATE_TIME.exec(attributes)?.[1];
    const isPrinted = day !== undefined && isCalendarDay(day) && printDay(day) === text;
    fields[field] = isPrinted ? day : text;
  }
  return fields;
}

function unescape(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity] ?? entity);
}
