import type { Point } from './layout/structure';

export const arrows: Record<string, Point> = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } };

/**
 * The nearest of some points in the direction of an arrow key, or null: what lies ahead counts once, what lies aside twice, and what lies more aside than ahead not at all.
 */
export function ahead(from: Point, points: readonly Point[], arrow: Point): number | null {
  let best: number | null = null, least = Infinity;
  points.forEach((point, index) => {
    const dx = point.x - from.x, dy = point.y - from.y, along = dx * arrow.x + dy * arrow.y, aside = Math.abs(dx * arrow.y) + Math.abs(dy * arrow.x);
    if (along <= 0.5 || aside > along * 1.5) return;
    const far = along + 2 * aside;
    if (far < least) { least = far; best = index; }
  });
  return best;
}
