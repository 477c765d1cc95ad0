import { h } from '../../common/dom';
import { absent, section } from '../../common/section';
import { Table } from '../../common/table';
import { bytes, count, duration, inUnit, rate } from '../../common/units';
import type { ApplicationData, ReportData } from '../data';

const trip = (row: ApplicationData, pick: 'p50Ns' | 'p99Ns' | 'maxNs'): string => (row.roundTrip === null || row.roundTrip.number === 0 ? '–' : duration(row.roundTrip[pick]));

/** What each application counted. */
export function applications(data: ReportData): HTMLElement {
  if (data.applications.length === 0) return section('applications', 'Applications', null, absent('No application ran.'));
  const element = section('applications', 'Applications', null, new Table<ApplicationData>(
    [
      { title: 'On', cell: (row) => row.on, key: (row) => row.on },
      { title: 'Application', cell: (row) => (row.name === row.kind ? row.name : `${row.name} (${row.kind})`), key: (row) => row.name },
      { title: 'Counts', number: true, cell: (row) => `${count(row.count)} ${row.counts}`, key: (row) => row.count },
      { title: 'Bytes', number: true, cell: (row) => bytes(row.bytes), key: (row) => row.bytes },
      { title: 'Goodput', number: true, cell: (row) => rate(row.goodputBitsPerSecond), key: (row) => row.goodputBitsPerSecond },
      { title: 'Round trip p50', number: true, cell: (row) => trip(row, 'p50Ns'), key: (row) => row.roundTrip?.p50Ns ?? null },
      { title: 'p99', number: true, cell: (row) => trip(row, 'p99Ns'), key: (row) => row.roundTrip?.p99Ns ?? null },
      { title: 'Longest', number: true, cell: (row) => trip(row, 'maxNs'), key: (row) => row.roundTrip?.maxNs ?? null },
      { title: 'Errors', number: true, cell: (row) => h('span', { class: row.errors > 0 ? 'bad' : '' }, count(row.errors)), key: (row) => row.errors },
    ], data.applications, { caption: 'What each application did', page: 25 }).root);
  const figures = data.applications.flatMap((application) => application.figures.map((figure) => ({ application, figure })));
  if (figures.length > 0) {
    element.append(h('details', { open: figures.length <= 12 }, h('summary', {}, 'Further figures'), new Table(
      [
        { title: 'On', cell: (row) => row.application.on, key: (row) => row.application.on },
        { title: 'Application', cell: (row) => row.application.name, key: (row) => row.application.name },
        { title: 'Figure', cell: (row) => row.figure.name, key: (row) => row.figure.name },
        { title: 'Value', number: true, cell: (row) => inUnit(row.figure.value, row.figure.unit), key: (row) => row.figure.value },
        { title: 'What it is', cell: (row) => row.figure.summary, wide: true },
      ], figures, { caption: 'What applications report beside the rest', page: 25 }).root));
  }
  for (const application of data.applications) {
    if (application.firstErrors.length === 0) continue;
    element.append(h('h3', {}, `First errors of ${application.name} on ${application.on}`), h('ul', {}, ...application.firstErrors.map((error) => h('li', {}, error))));
  }
  return element;
}
