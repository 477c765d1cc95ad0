import { bytes } from '../../common/units';
import type { DropLedgerData, SegmentsData } from '../data';

const names: readonly (readonly [number, string])[] = [[2, 'SYN'], [1, 'FIN'], [4, 'RST'], [64, 'ECE'], [128, 'CWR'], [32, 'URG']];

/** What stands on a segment's arrow: `SYN seq 0`, `seq 1 len 1460 ack 1`, `ack 1461`. */
export function shortly(log: SegmentsData, index: number): string {
  const flags = log.flags[index]!, parts = names.filter(([bit]) => (flags & bit) !== 0).map(([, name]) => name);
  const special = (flags & 7) !== 0, length = log.length[index]!, ack = log.acknowledgment[index] ?? null;
  if (log.again[index]) parts.unshift('again:');
  if (special || length > 0) parts.push(`seq ${log.sequence[index]}`);
  if (length > 0) parts.push(`len ${length}`);
  if (ack !== null) parts.push(`ack ${ack}`);
  return parts.join(' ');
}

/** Why a segment never arrived, or null. */
export function lossOf(log: SegmentsData, index: number, drops: DropLedgerData): { reason: string; place: string } | null {
  const place = log.dropped[index]!;
  if (place < 0) return null;
  const found = drops.places[place];
  return found === undefined ? { reason: 'dropped', place: 'somewhere' } : { reason: found.words, place: found.place };
}

/** What a segment says of its receiver's room: `window 65.5 KB`. */
export function windowOf(log: SegmentsData, index: number): string {
  return `window ${bytes(log.window[index]!)}`;
}
