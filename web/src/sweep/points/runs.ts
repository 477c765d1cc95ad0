import { command, copyButton } from '../../common/copy';
import { h } from '../../common/dom';
import { absent, section } from '../../common/section';
import { type Column, Table } from '../../common/table';
import { inUnit } from '../../common/units';
import { reportAddress, runCommand } from '../commands';
import type { Context } from '../context';
import type { PointData, RunData } from '../data';

/** What every run offers: the command that does it again, and its own report where it can be had. */
function offers(context: Context, point: PointData, run: RunData): HTMLElement {
  const address = reportAddress(context.data, point, run), of = `point ${point.id}, seed ${run.seed}`;
  return h('span', { class: 'offers' }, copyButton(runCommand(context.data, point, run), `Copy the command of ${of}`),
    address !== null && h('a', { href: address, target: '_blank', rel: 'noopener', 'aria-label': `Open the report of ${of}` }, 'Report'));
}

/** The runs of a point. */
export function runsCard(context: Context, point: PointData): HTMLElement {
  const { data } = context, settings = data.parameters.map((parameter, index) => `${parameter.path} ${parameter.values[point.values[index]!] ?? ''}`).join(', ');
  const metrics = data.metrics.map((_, index) => index).filter((index) => index === context.metric.value || index < 4);
  const columns: Column<RunData>[] = [
    { title: 'Seed', number: true, cell: (run) => run.seed, key: (run) => Number(run.seed) },
    { title: 'Ended', cell: (run) => (run.status === 'failed' ? h('span', { class: 'bad' }, `✗ failed: ${run.error ?? 'for no reason given'}`) : 'completed'), key: (run) => run.status, wide: point.runs.some((run) => run.error !== null) },
    ...metrics.map((index): Column<RunData> => ({ title: data.metrics[index]!.name, number: true, cell: (run) => { const value = run.values[index]; return value == null ? '–' : inUnit(value, data.metrics[index]!.unit); }, key: (run) => run.values[index] ?? null })),
    { title: 'Again', cell: (run) => offers(context, point, run) },
  ];
  const first = point.runs[0];
  return h('div', { class: 'card' }, h('h3', {}, `Point ${point.id}: ${settings}`), first !== undefined && command(runCommand(data, point, first)), new Table(columns, point.runs, { caption: 'Its runs', page: 25 }).root);
}

/** Runs that failed, with what went wrong. */
export function failures(context: Context): HTMLElement {
  const { data } = context, failed = data.points.flatMap((point) => point.runs.filter((run) => run.status === 'failed').map((run) => ({ point, run })));
  if (failed.length === 0) return section('failures', 'Failed runs', null, absent('No run failed.'));
  return section('failures', 'Failed runs', 'They count in no figure above.', new Table<(typeof failed)[number]>(
    [
      { title: 'Point', number: true, cell: ({ point }) => String(point.id), key: ({ point }) => point.id },
      { title: 'Seed', number: true, cell: ({ run }) => run.seed, key: ({ run }) => Number(run.seed) },
      { title: 'What went wrong', cell: ({ run }) => run.error ?? '', key: ({ run }) => run.error ?? '', wide: true },
      { title: 'Settings', cell: ({ point }) => point.settings.join(' '), wide: true },
      { title: 'Again', cell: ({ point, run }) => offers(context, point, run) },
    ], failed, { caption: 'Runs that failed', page: 20 }).root);
}
