import type { ConnectionData, LinkData, ReportData } from './data';

/** A direction of a link as people say it: `client → server`, with the link's name where that says more. */
export function directionName(data: ReportData, link: LinkData, direction: 0 | 1): string {
  const from = data.devices[link.ends[direction]]?.name ?? '?', to = data.devices[link.ends[1 - direction]!]?.name ?? '?';
  return plainly(link.name, from, to) ? `${from} → ${to}` : `${from} → ${to} (${link.name})`;
}

/** A link as people say it. */
export function linkName(data: ReportData, link: LinkData): string {
  const [from, to] = link.ends.map((end) => data.devices[end]?.name ?? '?') as [string, string];
  return plainly(link.name, from, to) ? link.name : `${link.name} (${from} – ${to})`;
}

/** A flow: what one end of a connection sends. */
export function flowName(connection: ConnectionData, side: 0 | 1): string {
  return `${connection.ends[side]} → ${connection.ends[1 - side]}`;
}

export function connectionName(connection: ConnectionData): string {
  return `${connection.ends[0]} – ${connection.ends[1]}`;
}

function plainly(name: string, from: string, to: string): boolean {
  return name === `${from}-${to}` || name === `${to}-${from}`;
}
