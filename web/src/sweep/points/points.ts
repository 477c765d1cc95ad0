import { h } from '../../common/dom';
import { section } from '../../common/section';
import { type Column, Table } from '../../common/table';
import { count, inUnit } from '../../common/units';
import { shortPath } from '../classes';
import type { Context } from '../context';
import type { MetricData, PointData } from '../data';
import { runsCard } from './runs';

const most = 5;

/** All points with their figures, and the runs of the one that is chosen. */
export function points(context: Context): HTMLElement {
  const { data } = context, place = h('div', {}), card = h('div', { id: 'point' }), note = h('span', { class: 'muted' });
  const all = h('button', { type: 'button', class: 'quiet', onclick: () => { context.narrowed.value = null; } }, 'Show all points');
  const draw = (): void => {
    const rows = context.narrowed.value ?? data.points;
    all.hidden = context.narrowed.value === null;
    note.textContent = context.narrowed.value === null ? '' : `${count(rows.length)} of ${count(data.points.length)} points, as narrowed above.`;
    place.replaceChildren(new Table<PointData>(columns(context), rows, { caption: `Means with half the width of their intervals${data.metrics.length > most ? `; ${most} of ${data.metrics.length} metrics, the chosen one first` : ''}`, page: 25 }).root);
  };
  context.narrowed.follow(draw);
  context.metric.follow(draw);
  context.point.follow((point) => {
    card.replaceChildren();
    if (point !== null) { card.append(runsCard(context, point)); card.scrollIntoView({ block: 'nearest' }); }
  });
  draw();
  return section('points', 'Points', null, h('div', { class: 'bar controls' }, all, note), place, card);
}

function columns(context: Context): Column<PointData>[] {
  const { data } = context, first = context.metric.value, metrics = [first, ...data.metrics.map((_, index) => index).filter((index) => index !== first)].filter((index) => data.metrics[index] !== undefined).slice(0, most);
  const failed = (point: PointData): number => point.runs.filter((run) => run.status === 'failed').length;
  const told = (point: PointData): string => `${point.runs.length}${failed(point) > 0 ? `, ${failed(point)} failed` : ''}${point.stoppedEarly ? ', early' : ''}`;
  return [
    { title: 'Point', number: true, cell: (point) => String(point.id), key: (point) => point.id },
    { title: 'Runs', number: true, cell: (point) => h('button', { type: 'button', class: failed(point) > 0 ? 'link bad' : 'link', 'aria-label': `${told(point)}: runs of point ${point.id}`, onclick: () => { context.point.value = point; } }, told(point)), key: (point) => point.runs.length },
    ...data.parameters.map((parameter, index): Column<PointData> => ({ title: shortPath(parameter.path), number: true, cell: (point) => parameter.values[point.values[index]!] ?? '', key: (point) => parameter.numbers[point.values[index]!] ?? point.values[index]! })),
    ...metrics.map((index): Column<PointData> => ({ title: data.metrics[index]!.name, number: true, cell: (point) => statistic(point, index, data.metrics[index]!), key: (point) => point.statistics[index]?.mean ?? null })),
  ];
}

function statistic(point: PointData, index: number, metric: MetricData): string {
  const found = point.statistics[index];
  if (found == null) return '–';
  const mean = inUnit(found.mean, metric.unit);
  return found.low === null || found.high === null ? mean : `${mean} ± ${inUnit((found.high - found.low) / 2, metric.unit)}`;
}
