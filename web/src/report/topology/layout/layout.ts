import { type Graph, neighbours } from '../graph';
import { chain } from './chain';
import { force } from './force';
import { layered } from './layered';
import { star } from './star';
import { chainOf, layersOf, type Point, structureOf, treeOf } from './structure';

/**
 * Where each node stands: chosen by what the network is, so that pairs, stars, dumbbells, trees and leaf-spines look as people draw them. The same network
 * always gets the same picture. `aspect` is the width of the picture by its height.
 */
export function layout(graph: Graph, aspect: number): Point[] {
  const structure = structureOf(graph), longest = Math.max(4, ...graph.nodes.map((node) => Math.min(18, node.label.length)));
  const space = { x: longest * 7.2 + 18, y: 52 };
  const places = shape(graph, structure, space, aspect);
  // What hangs on nothing stands in rows below the rest.
  const low = Math.max(-space.y * 2, ...[...places.values()].map((point) => point.y)), columns = Math.max(2, 2 * Math.ceil(Math.sqrt(structure.loose.length * aspect * (space.y / space.x)) / 2));
  // The two of a pair stand side by side.
  const loose = [...new Set(structure.loose.flatMap((id) => [id, ...neighbours(graph, id)]))].filter((id) => !places.has(id));
  loose.forEach((id, index) => {
    const row = Math.floor(index / columns), size = Math.min(columns, loose.length - row * columns);
    places.set(id, { x: ((index % columns) - (size - 1) / 2) * space.x * (loose.length === 2 ? 2.4 : 1.2), y: low + (row + 2) * space.y });
  });
  return graph.nodes.map((node) => places.get(node.id) ?? { x: 0, y: 0 });
}

function shape(graph: Graph, structure: ReturnType<typeof structureOf>, space: Point, aspect: number): Map<number, Point> {
  const { core, leaves } = structure;
  if (core.length === 0) return new Map();
  if (core.length === 1) {
    const mine = leaves.get(core[0]!)!;
    return mine.length === 2 ? chain([mine[0]!, core[0]!, mine[1]!], { ...structure, leaves: new Map() }, space) : star(core[0]!, mine, space);
  }
  const line = chainOf(structure);
  if (line !== null) {
    const flat = chain(line, structure, space);
    const upright = new Map([...chain(line, structure, { x: space.y * 1.5, y: space.x })].map(([id, { x, y }]) => [id, { x: y, y: x }]));
    return fit(flat, space, aspect) >= fit(upright, space, aspect) ? flat : upright;
  }
  const layers = layersOf(graph, structure) ?? treeOf(structure);
  if (layers === null || layers.length < 2) return force(structure, space);
  const rows = layered(layers, structure, space, aspect);
  return extent([...rows.values()].map((point) => point.x)) > 4 * aspect * (extent([...rows.values()].map((point) => point.y)) + space.y) ? rolled(rows, layers, space) : rows;
}

/** Rows too wide for any picture, rolled up to rings: the first row becomes the middle. */
function rolled(rows: Map<number, Point>, layers: number[][], space: Point): Map<number, Point> {
  const all = [...rows.values()], left = Math.min(...all.map((point) => point.x)), width = extent(all.map((point) => point.x)) + space.x, deepest = Math.max(...all.map((point) => point.y)), outer = width / (2 * Math.PI) / 1.6;
  return new Map([...rows].map(([id, { x, y }]) => {
    const far = layers[0]!.length === 1 ? y / deepest : 0.15 + (0.85 * y) / deepest, angle = ((x - left) / width) * 2 * Math.PI - Math.PI / 2;
    return [id, { x: Math.cos(angle) * far * outer, y: Math.sin(angle) * far * outer }];
  }));
}

/** How large nodes can be drawn in a picture of that aspect. */
function fit(places: Map<number, Point>, space: Point, aspect: number): number {
  return Math.min(aspect / (extent([...places.values()].map((point) => point.x)) + space.x), 1 / (extent([...places.values()].map((point) => point.y)) + space.y));
}

function extent(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}
