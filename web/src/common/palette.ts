import { colour } from './theme';

/** Lines that stand side by side: colours that the colour-blind tell apart (after Okabe and Ito), each with a dash of its own besides. */
const dashes: readonly (readonly number[])[] = [[], [7, 3], [2, 2], [9, 3, 2, 3], [12, 4], [4, 2, 1, 2], [1, 3], [14, 3, 2, 3, 2, 3]];

/** So many lines can be told apart in one chart. */
export const distinct = dashes.length;

export function lineColour(index: number): string {
  return colour(`line-${(index % distinct) + 1}`);
}

export function lineDash(index: number): number[] {
  return [...dashes[index % distinct]!];
}

/** From little to much, readable by the colour-blind and in grey: interpolated between the stops of colours.css. */
export function ramp(part: number): string {
  const stops = [0, 1, 2, 3, 4].map((index) => channels(colour(`ramp-${index}`)));
  const place = Math.min(1, Math.max(0, part)) * 4, low = Math.min(3, Math.floor(place)), between = place - low;
  const mixed = stops[low]!.map((value, index) => Math.round(value + (stops[low + 1]![index]! - value) * between));
  return `rgb(${mixed.join(', ')})`;
}

/** Black or white, whichever is read better on a colour of the ramp. */
export function inkOn(background: string): string {
  const [red, green, blue] = (background.match(/\d+/g) ?? ['255', '255', '255']).map((value) => {
    const part = Number(value) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue! > 0.179 ? '#000' : '#fff';
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
}
