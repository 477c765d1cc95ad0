import type { DirectionData, LinkData } from '../data';
import type { Edge, Graph } from './graph';

/** What a line of the picture tells of one direction: the fullest of its links, and what all of them lost. */
export interface EdgeFigures {
  utilisation: number;
  /** Packets dropped, as a part of those that were offered. */
  lost: number;
  dropped: number;
}

/** From the edge's first node to its second, and back. */
export function edgeFigures(graph: Graph, edge: Edge, links: readonly LinkData[]): [EdgeFigures, EdgeFigures] {
  const sums: [DirectionData[], DirectionData[]] = [[], []];
  for (const index of edge.links) {
    const link = links[index]!, forward = graph.nodes[edge.from]!.devices.includes(link.ends[0]);
    sums[0].push(link.directions[forward ? 0 : 1]);
    sums[1].push(link.directions[forward ? 1 : 0]);
  }
  return sums.map((directions) => {
    const dropped = directions.reduce((sum, direction) => sum + direction.droppedPackets, 0), sent = directions.reduce((sum, direction) => sum + direction.packets, 0);
    return { utilisation: Math.max(0, ...directions.map((direction) => direction.utilisation)), dropped, lost: lostPart(dropped, sent) };
  }) as [EdgeFigures, EdgeFigures];
}

/** Dropped packets as a part of all that were offered. */
export function lostPart(dropped: number, sent: number): number {
  return dropped === 0 ? 0 : dropped / (dropped + sent);
}

/** How wide the mark of loss is drawn: more for more, and never too little to be seen. */
export function lossWidth(part: number): number {
  return part === 0 ? 0 : part < 0.001 ? 4 : part < 0.01 ? 6 : part < 0.05 ? 8 : 11;
}
