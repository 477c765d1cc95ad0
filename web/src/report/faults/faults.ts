import { h } from '../../common/dom';
import { absent, section } from '../../common/section';
import { Table } from '../../common/table';
import { duration, moment } from '../../common/units';
import type { Context } from '../context';
import type { FaultData } from '../data';

/** What was broken on purpose, and when. */
export function faults(context: Context): HTMLElement {
  const { data, time } = context;
  if (data.faults.length === 0) return section('faults', 'Faults', null, absent('Nothing was broken on purpose in this run.'));
  const look = (fault: FaultData): void => {
    const end = fault.endNs ?? context.endNs, room = Math.max((end - fault.beginNs) * 0.3, context.endNs * 0.01);
    time.set(fault.beginNs - room, end + room);
    document.getElementById('links')?.scrollIntoView();
  };
  return section('faults', 'Faults', 'Each is a band in the time series above.', new Table<FaultData>(
    [
      { title: 'What', cell: (row) => row.kind, key: (row) => row.kind },
      { title: 'Of', cell: (row) => row.target, key: (row) => row.target },
      { title: 'Begins', number: true, cell: (row) => moment(row.beginNs), key: (row) => row.beginNs },
      { title: 'Ends', number: true, cell: (row) => (row.endNs === null ? 'never' : moment(row.endNs)), key: (row) => row.endNs },
      { title: 'Lasts', number: true, cell: (row) => (row.endNs === null ? '–' : duration(row.endNs - row.beginNs)), key: (row) => (row.endNs === null ? null : row.endNs - row.beginNs) },
      { title: 'Details', cell: (row) => row.details ?? '', wide: true },
      { title: 'In the charts', cell: (row) => h('button', { type: 'button', class: 'quiet', 'aria-label': `Show ${row.kind} of ${row.target} in the charts`, onclick: () => look(row) }, 'Show') },
    ], data.faults, { caption: 'What was broken on purpose', page: 25 }).root);
}
