import type { Point, Structure } from './structure';

/**
 * Nodes push each other away and links pull them together, from a circle on and always in the same way; each node's leaves then stand where its links leave
 * the most room. For networks without a plainer structure.
 */
export function force({ core: all, leaves, between }: Structure, space: Point): Map<number, Point> {
  // Along links, so that a ring begins as a ring and not as a knot.
  const core = along(all, between), count = core.length, index = new Map(core.map((id, place) => [id, place]));
  const at: Point[] = core.map((_, place) => ({ x: Math.cos((place / count) * 2 * Math.PI) * count, y: Math.sin((place / count) * 2 * Math.PI) * count }));
  const links = core.flatMap((id) => between.get(id)!.filter((other) => other > id).map((other) => [index.get(id)!, index.get(other)!] as const));
  const wish = 2, rounds = count > 200 ? 60 : 300;
  for (let round = 0; round < rounds; round++) {
    const push = at.map(() => ({ x: 0, y: 0 })), step = count * 0.1 * (1 - round / rounds) + 0.01;
    const move = (a: number, b: number, strength: (far: number) => number): void => {
      const dx = at[a]!.x - at[b]!.x || 0.01 * (a - b), dy = at[a]!.y - at[b]!.y || 0.01, far = Math.hypot(dx, dy), by = strength(far) / far;
      push[a]!.x += dx * by; push[a]!.y += dy * by;
      push[b]!.x -= dx * by; push[b]!.y -= dy * by;
    };
    for (let a = 0; a < count; a++) for (let b = a + 1; b < count; b++) move(a, b, (far) => (wish * wish) / far);
    for (const [a, b] of links) move(a, b, (far) => -(far * far) / wish);
    push.forEach((by, place) => {
      const size = Math.hypot(by.x, by.y) || 1, kept = Math.min(size, step);
      at[place]!.x += (by.x / size) * kept;
      at[place]!.y += (by.y / size) * kept;
    });
  }
  // Of whatever length the balance has made links, the usual one gets room for a label.
  const lengths = links.map(([a, b]) => Math.hypot(at[a]!.x - at[b]!.x, at[a]!.y - at[b]!.y)).sort((a, b) => a - b), usual = lengths[Math.floor(lengths.length / 2)] ?? 1;
  const fullest = Math.max(0, ...core.map((id) => leaves.get(id)!.length)), reach = space.x * (fullest === 0 ? 1.2 : 1.5 + 0.06 * Math.min(fullest, 20)), unit = reach / (usual || 1);
  const places = new Map<number, Point>();
  const middle = { x: at.reduce((sum, point) => sum + point.x, 0) / count, y: at.reduce((sum, point) => sum + point.y, 0) / count };
  core.forEach((id, place) => {
    const here = { x: (at[place]!.x - middle.x) * unit, y: (at[place]!.y - middle.y) * unit }, mine = leaves.get(id)!;
    places.set(id, here);
    const out = widest(between.get(id)!.map((other) => { const there = at[index.get(other)!]!; return Math.atan2(there.y - at[place]!.y, there.x - at[place]!.x); })), open = Math.min(2 * Math.PI, Math.max(1, mine.length) * 0.7);
    mine.forEach((leaf, order) => {
      const angle = out + (mine.length === 1 ? 0 : (order / (mine.length - 1) - 0.5) * open * ((mine.length - 1) / mine.length)), far = reach * (0.55 + 0.3 * (mine.length > 9 ? order % 2 : 0));
      places.set(leaf, { x: here.x + Math.cos(angle) * far, y: here.y + Math.sin(angle) * far });
    });
  });
  return places;
}

function along(core: readonly number[], between: Structure['between']): number[] {
  const order = new Set<number>();
  for (const start of core) {
    for (const stack = [start]; stack.length > 0;) {
      const id = stack.pop()!;
      if (order.has(id)) continue;
      order.add(id);
      stack.push(...[...between.get(id)!].reverse());
    }
  }
  return [...order];
}

/** The middle of the widest gap between some angles. */
function widest(angles: readonly number[]): number {
  const sorted = [...angles].sort((a, b) => a - b);
  let best = 0, most = -1;
  sorted.forEach((angle, index) => {
    const gap = (sorted[index + 1] ?? sorted[0]! + 2 * Math.PI) - angle;
    if (gap > most) { most = gap; best = angle + gap / 2; }
  });
  return best;
}
