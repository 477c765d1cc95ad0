import type { Point, Structure } from './structure';

/** Leaves in columns beside the end of a chain, or in rows below a node of it; the first ones nearest to it. */
function block(leaves: readonly number[], perLine: number): { line: number; place: number; size: number }[] {
  const lines = Math.ceil(leaves.length / perLine), size = Math.ceil(leaves.length / Math.max(1, lines));
  return leaves.map((_, index) => ({ line: Math.floor(index / size), place: index % size, size: Math.min(size, leaves.length - Math.floor(index / size) * size) }));
}

/** A line of nodes from left to right, with the leaves of its ends in columns to the left and the right, and those of the others below. A dumbbell is such. */
export function chain(line: readonly number[], { leaves }: Structure, space: Point): Map<number, Point> {
  const places = new Map<number, Point>();
  let x = 0;
  line.forEach((node, index) => {
    const mine = leaves.get(node) ?? [], first = index === 0, last = index === line.length - 1;
    const cells = block(mine, first || last ? Math.max(8, Math.ceil(Math.sqrt(mine.length * 3))) : Math.max(2, Math.ceil(Math.sqrt(mine.length))));
    const widest = first || last ? 1 : Math.max(1, ...cells.map((cell) => cell.size));
    x += index === 0 ? 0 : space.x * Math.max(1.9, (widest + 1) / 2);
    places.set(node, { x, y: 0 });
    mine.forEach((leaf, at) => {
      const { line: row, place, size } = cells[at]!, off = place - (size - 1) / 2;
      // Columns are staggered by half a step, so that links to the outer ones pass between the inner ones.
      if (first || last) places.set(leaf, { x: x + (first ? -1 : 1) * space.x * (1.3 + row), y: (off + (row % 2) * 0.5) * space.y });
      else places.set(leaf, { x: x + (off + (row % 2) * 0.5) * space.x, y: space.y * (1.6 + row) });
    });
    if (!first && !last) x += space.x * Math.max(0, (widest - 1) / 2);
  });
  return places;
}
