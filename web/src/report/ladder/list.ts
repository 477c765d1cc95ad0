import { Table } from '../../common/table';
import { bytes, count, duration, moment } from '../../common/units';
import type { Context } from '../context';
import type { ConnectionData, SegmentsData } from '../data';
import { lossOf, shortly } from './words';

/** The segments of the ladder as a table, for those who would rather read, or cannot see it. */
export function segmentTable(context: Context, connection: ConnectionData, log: SegmentsData, first: number, last: number): HTMLElement {
  const rows = Array.from({ length: last - first }, (_, offset) => first + offset);
  return new Table<number>(
    [
      { title: 'No.', number: true, cell: (index) => count(log.number[index]!) },
      { title: 'Sent', number: true, cell: (index) => moment(log.sentNs[index]!) },
      { title: 'From', cell: (index) => connection.ends[log.from[index]!] },
      { title: 'Segment', cell: (index) => shortly(log, index) },
      { title: 'Window', number: true, cell: (index) => bytes(log.window[index]!) },
      { title: 'What became of it', cell: (index) => {
        const lost = lossOf(log, index, context.data.drops), end = log.endNs[index];
        return lost !== null ? `dropped: ${lost.reason}, at ${lost.place}` : end == null ? 'under way at the end' : `arrived after ${duration(end - log.sentNs[index]!)}`;
      } },
    ], rows, { caption: 'The segments of the ladder' }).root;
}
