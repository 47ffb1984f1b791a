import { openDrawing } from "../../api/open-app.ts";
import type { PaperDrawing } from "../../api/deps.ts";

/** The templates behind their port, as the product opens them, for tests without an HTTP app. */
export const TEST_DRAWING: PaperDrawing = await openDrawing({
  mode: "demo",
  publicUrl: "https://mingdan.example.gov.cn",
  fontsFile: null,
});
