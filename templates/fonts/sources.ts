import { createRequire } from "node:module";

/** Which face a run of text is set in: 小标宋 for titles, 仿宋 for text, 黑体 for headings, 楷体 for second headings, 宋体 for page numbers. */
export type FontSlot = "title" | "body" | "heading" | "kai" | "song";

/** The slots as printers call them. */
export const SLOT_NAMES: Record<FontSlot, string> = {
  title: "小标宋",
  body: "仿宋",
  heading: "黑体",
  kai: "楷体",
  song: "宋体",
};

/** A font file that a pack is built from. */
export interface FontSource {
  /** What people call it in progress messages. */
  readonly label: string;
  /** A font file, or the style sheet that lists the pieces of one. */
  readonly path: string;
  /** Expected SHA-256; null for a file that an operator names. */
  readonly sha256: string | null;
  /** Whether outlines may be drawn with fewer points: the licences of the bundled faces allow it, that of an operator's need not. */
  readonly mayBeLightened: boolean;
}

/** The faces that come with the npm packages, pinned by content. */
export type BundledFace = "serif" | "serif-bold" | "sans" | "kai";

const BUNDLED: Record<BundledFace, { label: string; module: string; sha256: string }> = {
  serif: {
    label: "宋体（Noto Serif SC）",
    module: "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
    sha256: "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742",
  },
  "serif-bold": {
    label: "标题宋体（Noto Serif SC Bold）",
    module: "@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf",
    sha256: "9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6",
  },
  sans: {
    label: "黑体（Noto Sans SC Medium）",
    module: "@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf",
    sha256: "b30853d205f3ecdde938b1488c735ee15a2e870d31331b992fdc53971e23ec4a",
  },
  kai: {
    label: "楷体（霞鹜文楷）",
    module: "@chinese-fonts/lxgwwenkai/dist/LXGWWenKai-Regular/result.css",
    sha256: "42b5ed298d2585fad3883556d8ed914ef53270268fa4e915a273312f1eb5fa6f",
  },
};

/** Finds a bundled face where npm put it. */
export function bundledSource(face: BundledFace): FontSource {
  const { label, module, sha256 } = BUNDLED[face];
  const path = createRequire(import.meta.url).resolve(module);
  return { label, path, sha256, mayBeLightened: true };
}

/**
 * The order in which the faces are asked for a character, per slot; a file an operator names comes before them. The 宋体 that comes
 * along also stands in for 仿宋, of which no package has a usable one; 楷体 has the rarest characters and is asked last.
 */
export const FALLBACKS: Record<FontSlot, readonly BundledFace[]> = {
  title: ["serif-bold", "serif", "sans", "kai"],
  body: ["serif", "sans", "kai"],
  heading: ["sans", "serif", "kai"],
  kai: ["kai", "serif", "sans"],
  song: ["serif", "sans", "kai"],
};
