import type { TemplateKind } from "../../domain/papers.ts";
import { type Fonts, pickPack } from "../../templates/fonts/open-fonts.ts";
import type { Measure } from "../../templates/layout/atoms.ts";
import type { ComposedBlock, PaperFrame } from "../../templates/layout/blocks.ts";
import { setLetter } from "../../templates/layout/letter.ts";
import type { PaperModel } from "../../templates/layout/page-model.ts";
import { setRuledForm } from "../../templates/layout/ruled-form.ts";
import { setVolumeSheet } from "../../templates/layout/volume-sheet.ts";
import type { PaperDataByKind } from "../../templates/papers/data-by-kind.ts";
import { LAYOUTS } from "../../templates/papers/paper-layouts.ts";
import { composeText } from "../../templates/render.ts";

/** A paper set on its pages, not yet painted: places of every character and what it belongs to. */
export interface SetPaper {
  readonly blocks: readonly ComposedBlock[];
  readonly model: PaperModel;
}

/** Sets a paper with the layout of its kind. */
export function setPaper<Kind extends TemplateKind>(
  fonts: Fonts,
  kind: Kind,
  data: PaperDataByKind[Kind] & { readonly sealName: string; readonly checkUrl: string | null },
): SetPaper {
  const frame: PaperFrame = {
    draft: false,
    specimen: true,
    sealName: data.sealName,
    checkUrl: data.checkUrl,
    draftMark: "草稿",
    sealDescription: "印章",
    qrDescription: "二维码",
  };
  const measure: Measure = (slot, codePoint) => {
    const pack = pickPack(fonts.slots[slot], codePoint);
    return pack ? pack.advanceOf(pack.glyphOf(codePoint)) : 1000;
  };
  const { blocks } = composeText(kind, data);
  const { form } = LAYOUTS[kind];
  const set = { letter: setLetter, "ruled-form": setRuledForm, "volume-sheet": setVolumeSheet }[
    form
  ];
  return { blocks, model: set(blocks, frame, measure) };
}
