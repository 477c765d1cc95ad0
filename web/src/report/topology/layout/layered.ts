import type { Point, Structure } from './structure';

/** Orders each layer by where the neighbours in the layers beside it stand, so that few links cross. */
function order(layers: number[][], between: Structure['between']): number[][] {
  const ordered = layers.map((layer) => [...layer]);
  for (let pass = 0; pass < 6; pass++) {
    const down = pass % 2 === 0;
    for (let step = 1; step < ordered.length; step++) {
      const at = down ? step : ordered.length - 1 - step, beside = ordered[down ? at - 1 : at + 1]!;
      const place = new Map(beside.map((id, index) => [id, index / Math.max(1, beside.length - 1)]));
      const mean = new Map(ordered[at]!.map((id, index) => {
        const near = between.get(id)!.map((other) => place.get(other)).filter((value) => value !== undefined);
        return [id, near.length === 0 ? index / Math.max(1, ordered[at]!.length - 1) : near.reduce((sum, value) => sum + value, 0) / near.length];
      }));
      const before = new Map(ordered[at]!.map((id, index) => [id, index]));
      ordered[at]!.sort((a, b) => mean.get(a)! - mean.get(b)! || before.get(a)! - before.get(b)!);
    }
  }
  return ordered;
}

/** Layers from top to bottom, each node's leaves in a block below it. `aspect` is the picture's width by its height: narrow pictures get narrow blocks. */
export function layered(layers: number[][], { leaves, between }: Structure, space: Point, aspect: number): Map<number, Point> {
  const ordered = order(layers, between), last = ordered[ordered.length - 1]!, places = new Map<number, Point>();
  const most = Math.max(1, ...last.map((id) => leaves.get(id)!.length));
  let columns = 1;
  // As wide as the picture allows, while the block stays wider than high.
  while (columns < most && last.length * (columns + 1) * space.x <= 2.1 * aspect * (Math.ceil(most / (columns + 1)) + 2 * ordered.length) * space.y) columns++;
  columns = Math.ceil(most / Math.ceil(most / columns));
  const slot = new Map<number, number>();
  const width = (id: number): number => Math.max(1, Math.min(columns, leaves.get(id)!.length));
  const widths = ordered.map((layer) => layer.reduce((sum, id) => sum + width(id) + 0.35, 0)), widest = Math.max(...widths);
  let y = 0;
  ordered.forEach((layer, level) => {
    const stretch = widest / widths[level]!;
    let x = -widest / 2, deepest = 0;
    for (const id of layer) {
      const room = (width(id) + 0.35) * stretch;
      slot.set(id, x + room / 2);
      places.set(id, { x: (x + room / 2) * space.x, y });
      const mine = leaves.get(id)!;
      mine.forEach((leaf, index) => {
        const row = Math.floor(index / columns), size = Math.min(columns, mine.length - row * columns);
        // A single column goes left and right, so that the links to the lower ones can be seen.
        const off = columns === 1 && mine.length > 1 ? 0.3 * (row % 2 === 0 ? -1 : 1) : (index % columns) - (size - 1) / 2;
        places.set(leaf, { x: (x + room / 2 + off) * space.x, y: y + space.y * (1.7 + row) });
        deepest = Math.max(deepest, row + 1);
      });
      x += room;
    }
    y += space.y * (2.2 + (deepest > 0 ? deepest + 0.7 : 0));
  });
  return places;
}
