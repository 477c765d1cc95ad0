import type { DeviceData, LinkData } from '../data';

/** What is drawn as one: a device, or many like it that hang on the same device. */
export interface Node {
  id: number;
  label: string;
  kind: string;
  devices: number[];
}

/** What is drawn as one line: a link, or those of all devices of a node. */
export interface Edge {
  id: number;
  from: number;
  to: number;
  links: number[];
}

export interface Graph {
  nodes: Node[];
  edges: Edge[];
  /** For each node the places of its edges. */
  at: number[][];
}

/** More devices than this are not drawn one by one. */
const most = 420;

/** The picture's graph: one node for each device, and where there are too many, one for all leaves of a group on the same device. */
export function graphOf(devices: readonly DeviceData[], links: readonly LinkData[], limit = most): Graph {
  const degree = devices.map(() => 0), neighbour = devices.map(() => -1);
  for (const link of links) link.ends.forEach((end, side) => { degree[end]!++; neighbour[end] = link.ends[1 - side]!; });
  const nodes: Node[] = [], nodeOf: number[] = [], together = new Map<string, Node>();
  devices.forEach((device, index) => {
    const key = devices.length > limit && degree[index]! <= 1 ? `${device.kind} ${device.group} ${neighbour[index]}` : null;
    let node = key === null ? undefined : together.get(key);
    if (node === undefined) {
      node = { id: nodes.length, label: device.name, kind: device.kind, devices: [] };
      nodes.push(node);
      if (key !== null) together.set(key, node);
    }
    node.devices.push(index);
    nodeOf[index] = node.id;
  });
  for (const node of nodes) if (node.devices.length > 1) node.label = `${devices[node.devices[0]!]!.group} × ${node.devices.length.toLocaleString('en-US')}`;
  const edges: Edge[] = [], merged = new Map<string, Edge>();
  links.forEach((link, index) => {
    const [from, to] = [nodeOf[link.ends[0]]!, nodeOf[link.ends[1]]!];
    const many = nodes[from]!.devices.length > 1 || nodes[to]!.devices.length > 1, key = `${Math.min(from, to)} ${Math.max(from, to)}`;
    const known = many ? merged.get(key) : undefined;
    if (known !== undefined) { known.links.push(index); return; }
    const edge = { id: edges.length, from, to, links: [index] };
    edges.push(edge);
    if (many) merged.set(key, edge);
  });
  const at: number[][] = nodes.map(() => []);
  for (const edge of edges) { at[edge.from]!.push(edge.id); if (edge.to !== edge.from) at[edge.to]!.push(edge.id); }
  return { nodes, edges, at };
}

/** The nodes that share an edge with a node, each once, in the order of edges. */
export function neighbours(graph: Graph, node: number): number[] {
  const found = new Set<number>();
  for (const edge of graph.at[node]!) {
    const { from, to } = graph.edges[edge]!;
    if (from !== to) found.add(from === node ? to : from);
  }
  return [...found];
}
