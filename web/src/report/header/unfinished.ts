import { h } from '../../common/dom';
import { section } from '../../common/section';
import { Table } from '../../common/table';
import type { ReportData } from '../data';

/** What programs still wait for, and exceptions that nobody awaited; null where there is neither. */
export function unfinished(data: ReportData): HTMLElement | null {
  if (data.waiting.length === 0 && data.unobserved.length === 0) return null;
  const element = section('unfinished', 'Left unfinished', null);
  if (data.waiting.length > 0) {
    element.append(new Table(
      [
        { title: 'Host', cell: (row) => row.host, key: (row) => row.host },
        { title: 'Program', cell: (row) => row.program, key: (row) => row.program },
        { title: 'Waits for', cell: (row) => row.waitsFor, wide: true },
        { title: 'Protocol', cell: (row) => row.protocol },
        { title: 'Local', cell: (row) => row.local },
        { title: 'Remote', cell: (row) => row.remote },
        { title: 'State', cell: (row) => row.state },
      ], data.waiting, { caption: 'Programs that still waited when nothing was left to happen', page: 20 }).root);
  }
  if (data.unobserved.length > 0) {
    element.append(h('h3', {}, 'Exceptions that nobody awaited'), h('ul', {}, ...data.unobserved.map((line) => h('li', { class: 'bad' }, line))));
  }
  return element;
}
