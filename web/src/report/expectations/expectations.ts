import { h } from '../../common/dom';
import { absent, section } from '../../common/section';
import { Table } from '../../common/table';
import { inUnit } from '../../common/units';
import type { ReportData } from '../data';

/** What the scenario expects, and what was measured. */
export function expectations(data: ReportData): HTMLElement {
  if (data.expectations.length === 0) return section('expectations', 'Expectations', null, absent('The scenario states no expectations.'));
  return section('expectations', 'Expectations', null, new Table(
    [
      { title: 'Expected', cell: (row) => h('code', {}, row.text), wide: true },
      { title: 'Verdict', cell: (row) => h('span', { class: `badge ${row.holds ? 'good' : 'bad'}` }, row.holds ? '✓ holds' : '✗ failed'), key: (row) => (row.holds ? 1 : 0) },
      { title: 'Measured', number: true, cell: (row) => (row.measured === null ? 'nothing' : inUnit(row.measured, row.unit)) },
      { title: 'Bound', number: true, cell: (row) => inUnit(row.value, row.unit) },
    ], data.expectations, { caption: 'What the scenario expects of the run' }).root);
}
