import { MM } from "./grid.ts";
import { type Draw, RED } from "./page-model.ts";

/** A round seal (印章): 42 mm across, a five-point star, the name on the arc. */
const DIAMETER = 42 * MM;
const STROKE = 1.2 * MM;
const STAR_RADIUS = 7 * MM;
const NAME_SIZE = 17;
const NAME_RADIUS = DIAMETER / 2 - STROKE - NAME_SIZE * 0.98 - 1;
const NARROWING = 0.78;
const MAX_DEGREES_PER_CHARACTER = 34;
const MAX_DEGREES = 270;

/** Half the seal's width: how far it reaches from its center. */
export const SEAL_RADIUS = DIAMETER / 2;

/** Draws a seal around a center. A specimen (样章) says so across its middle. */
export function drawSeal(
  name: string,
  specimen: boolean,
  center: readonly [number, number],
): Draw[] {
  const ring: Draw = {
    kind: "ring",
    color: RED,
    thickness: STROKE,
    center,
    radius: (DIAMETER - STROKE) / 2,
  };
  const star: Draw = { kind: "polygon", color: RED, points: starPoints(center) };
  return [ring, star, ...drawArc(name, center), ...(specimen ? drawSpecimenMark(center) : [])];
}

function starPoints([x, y]: readonly [number, number]): (readonly [number, number])[] {
  const inner = (STAR_RADIUS * Math.sin(Math.PI / 10)) / Math.sin((3 * Math.PI) / 10);
  return Array.from({ length: 10 }, (_, i) => {
    const radius = i % 2 === 0 ? STAR_RADIUS : inner;
    const angle = (i * Math.PI) / 5;
    return [x + radius * Math.sin(angle), y - radius * Math.cos(angle)] as const;
  });
}

function drawArc(name: string, [x, y]: readonly [number, number]): Draw[] {
  const characters = Array.from(name);
  const step = Math.min(
    MAX_DEGREES_PER_CHARACTER,
    MAX_DEGREES / Math.max(1, characters.length - 1),
  );
  // The arc of one character must hold its narrowed width; long names are narrowed further.
  const room = (NAME_RADIUS * step * Math.PI) / 180;
  const narrowing = Math.min(NARROWING, (room * 0.98) / NAME_SIZE);
  return characters.map((character, i) => {
    const angle = ((i - (characters.length - 1) / 2) * step * Math.PI) / 180;
    const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
    const back = (narrowing * NAME_SIZE) / 2;
    return {
      kind: "turned",
      slot: "body",
      size: NAME_SIZE,
      color: RED,
      character,
      x: x + NAME_RADIUS * sin - back * cos,
      y: y - NAME_RADIUS * cos - back * sin,
      matrix: [narrowing * cos, -narrowing * sin, sin, cos],
    };
  });
}

function drawSpecimenMark([x, y]: readonly [number, number]): Draw[] {
  const size = 15;
  const glyphs = Array.from("样章", (character, i) => ({ character, x: i * size, fill: false }));
  const line = { text: "样章", glyphs, right: glyphs.length * size, forced: false };
  const [left, baseline] = [x - size, y + STAR_RADIUS + size * 0.95];
  return [{ kind: "text", slot: "heading", size, cell: size, color: RED, line, left, y: baseline }];
}
