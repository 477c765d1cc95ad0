import { type Graph, neighbours } from '../graph';

export interface Point { x: number; y: number }

/** A network without its leaves, and which leaves hang where. */
export interface Structure {
  /** Nodes with two neighbours or more. */
  core: number[];
  /** For each node of the core its leaves. */
  leaves: Map<number, number[]>;
  /** For each node of the core its neighbours in the core. */
  between: Map<number, number[]>;
  /** Nodes that are neither: alone, or in a pair. */
  loose: number[];
}

export function structureOf(graph: Graph): Structure {
  const near = graph.nodes.map((node) => neighbours(graph, node.id));
  const core = graph.nodes.map((node) => node.id).filter((id) => near[id]!.length >= 2), inCore = new Set(core);
  const leaves = new Map(core.map((id) => [id, near[id]!.filter((other) => !inCore.has(other))]));
  const between = new Map(core.map((id) => [id, near[id]!.filter((other) => inCore.has(other))]));
  const held = new Set([...leaves.values()].flat());
  return { core, leaves, between, loose: graph.nodes.map((node) => node.id).filter((id) => !inCore.has(id) && !held.has(id)) };
}

/** The core from one end to the other where it is a line of at least two; otherwise null. */
export function chainOf({ core, between }: Structure): number[] | null {
  if (core.length < 2 || core.some((id) => between.get(id)!.length > 2)) return null;
  const ends = core.filter((id) => between.get(id)!.length === 1);
  if (ends.length !== 2) return null;
  const chain = [ends[0]!];
  for (let next = between.get(ends[0]!)![0]; next !== undefined;) {
    chain.push(next);
    const before = chain[chain.length - 2];
    next = between.get(next)!.find((id) => id !== before);
  }
  return chain.length === core.length ? chain : null;
}

/**
 * The core in layers, those next to hosts last, where no two neighbours share a layer; otherwise null. Trees, leaf-spines and fat trees are such.
 */
export function layersOf(graph: Graph, { core, leaves, between }: Structure): number[][] | null {
  const height = new Map<number, number>();
  let edge = core.filter((id) => leaves.get(id)!.length > 0 || graph.nodes[id]!.kind === 'host');
  for (let level = 0; edge.length > 0; level++) {
    for (const id of edge) height.set(id, level);
    edge = [...new Set(edge.flatMap((id) => between.get(id)!))].filter((id) => !height.has(id));
  }
  if (height.size < core.length) return null;
  // A tree whose inner nodes hold hosts as well is layered from its middle.
  if (core.some((id) => between.get(id)!.some((other) => height.get(other) === height.get(id)))) return null;
  const count = Math.max(...height.values()) + 1;
  return Array.from({ length: count }, (_, level) => core.filter((id) => height.get(id) === count - 1 - level));
}

/** A core without a cycle, in layers from the node that is nearest to all others; null where it has one. */
export function treeOf({ core, between }: Structure): number[][] | null {
  const edges = core.reduce((sum, id) => sum + between.get(id)!.length, 0) / 2;
  if (core.length === 0 || edges !== core.length - 1) return null;
  let best: number[][] | null = null;
  for (const root of core.length > 300 ? core.slice(0, 1) : core) {
    const seen = new Set([root]), layers: number[][] = [];
    for (let layer = [root]; layer.length > 0;) {
      layers.push(layer);
      layer = layer.flatMap((id) => between.get(id)!.filter((other) => !seen.has(other) && seen.add(other)));
    }
    if (seen.size < core.length) return null;
    if (best === null || layers.length < best.length) best = layers;
  }
  return best;
}
