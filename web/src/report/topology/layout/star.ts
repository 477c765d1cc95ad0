import type { Point } from './structure';

/**
 * Leaves around a middle. As many as do not fit on one ring stand on several, each leaf at an angle of its own, so that no link crosses a node.
 */
export function star(middle: number, leaves: readonly number[], space: Point): Map<number, Point> {
  const places = new Map<number, Point>([[middle, { x: 0, y: 0 }]]);
  const count = leaves.length;
  // A label needs its width at the ring's top and bottom, and its height at the sides.
  const need = count <= 24 ? (space.x * 0.55 + space.y * 0.55) : 26;
  let rings = count <= 24 ? 1 : Math.min(6, Math.ceil(count / 60) + 1);
  // The last leaf is not to stand beside the first on the same ring.
  if (rings > 1 && count % rings === 1) rings++;
  const radius = Math.max(space.x * 1.5, (count * need) / (2 * Math.PI) / Math.sqrt(rings));
  leaves.forEach((leaf, index) => {
    const angle = (index / count) * 2 * Math.PI - Math.PI / 2, ring = index % rings;
    const far = radius * (1 + (ring * 0.7) / Math.max(2, rings - 1));
    places.set(leaf, { x: Math.cos(angle) * far, y: Math.sin(angle) * far });
  });
  return places;
}
