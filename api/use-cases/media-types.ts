const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The types of files that are taken as evidence. */
export const MEDIA_TYPES: readonly string[] = [
  "application/pdf",
  "image/png",
  "image/jpeg",
  "text/plain",
  DOCX,
];

/** Says what a file is, by its name and its first bytes together; null where they disagree or it is nothing we take. */
export function detectMediaType(fileName: string, bytes: Uint8Array): string | null {
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase();
  switch (extension) {
    case "pdf":
      return startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d]) ? "application/pdf" : null;
    case "png":
      return startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) ? "image/png" : null;
    case "jpg":
    case "jpeg":
      return startsWith(bytes, [0xff, 0xd8, 0xff]) ? "image/jpeg" : null;
    case "docx":
      return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) ? DOCX : null;
    case "txt":
      return isText(bytes) ? "text/plain" : null;
    default:
      return null;
  }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, place) => bytes[place] === byte);
}

function isText(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder("utf-8", { fatal: true }).decode(bytes).includes("\0");
  } catch {
    return false;
  }
}
