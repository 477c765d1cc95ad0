import { h, s } from '../../common/dom';
import { inkOn, ramp } from '../../common/palette';
import { absent, section } from '../../common/section';
import { Signal } from '../../common/signal';
import { theme } from '../../common/theme';
import { count, inUnit, plural } from '../../common/units';
import { type Aggregate, aggregate } from '../aggregate';
import { classesOf } from '../classes';
import type { Context } from '../context';
import { Fixed, parameterSelect } from '../fixed';

/** The metric by two parameters, as a table of colours. */
export function heatmap(context: Context): HTMLElement {
  const { data } = context;
  const wide = data.parameters.map((_, index) => index).filter((index) => data.parameters[index]!.values.length > 1);
  if (wide.length < 2) return section('heatmap', 'Heat map', null, absent('A heat map needs two parameters with several values each; this sweep has fewer.'));
  const across = new Signal(wide[0]!), down = new Signal(wide[1]!), fixed = new Fixed(data), place = h('div', {});
  const draw = (): void => place.replaceChildren(grid(context, across.value, down.value, fixed));
  const axes = (): void => { fixed.offer([across.value, down.value]); draw(); };
  // The same parameter twice makes no picture: the other axis takes what this one had.
  let before: [number, number] = [across.value, down.value];
  const settle = (): void => {
    if (across.value === down.value) { if (across.value === before[0]) across.value = before[1]; else down.value = before[0]; }
    before = [across.value, down.value];
    axes();
  };
  across.follow(settle);
  down.follow(settle);
  fixed.changed.follow(draw);
  context.metric.follow(draw);
  theme.follow(draw);
  axes();
  return section('heatmap', 'Heat map', 'Each cell is a mean, with its interval where there is room. Choose a cell to see its points.', h('div', { class: 'bar controls' }, parameterSelect(data, 'Across', across), parameterSelect(data, 'Down', down)), fixed.root, place);
}

function grid(context: Context, across: number, down: number, fixed: Fixed): HTMLElement {
  const { data } = context, metric = context.shown, points = fixed.points();
  if (metric === undefined) return absent('There is no metric.');
  const columns = classesOf(data.parameters[across]!), rows = classesOf(data.parameters[down]!);
  const cells = rows.labels.map((_, row) => columns.labels.map((__, column) => aggregate(points.filter((point) => columns.of[point.values[across]!] === column && rows.of[point.values[down]!] === row), context.metric.value)));
  const means = cells.flat().filter((cell) => cell !== null).map((cell) => cell.mean), least = Math.min(...means), most = Math.max(...means);
  if (means.length === 0) return absent(`No run measured ${metric.name} here.`);
  const part = (cell: Aggregate): number => (most > least ? (cell.mean - least) / (most - least) : 0.5);
  const cell = (value: Aggregate | null, row: number, column: number): HTMLElement => {
    if (value === null) return h('td', { class: 'cell none' }, '–');
    const back = ramp(part(value)), where = `${data.parameters[across]!.path} ${columns.labels[column]}, ${data.parameters[down]!.path} ${rows.labels[row]}`;
    const interval = value.low === null || value.high === null ? null : h('small', {}, `± ${inUnit((value.high - value.low) / 2, metric.unit)}`);
    return h('td', { class: 'cell' }, h('button', { type: 'button', style: `background:${back};color:${inkOn(back)}`, title: `${where}: ${plural(value.points.length, 'point')}, ${plural(value.runs, 'run')}`,
      onclick: () => { context.narrowed.value = value.points; context.point.value = value.points.length === 1 ? value.points[0]! : null; document.getElementById('points')?.scrollIntoView(); } }, inUnit(value.mean, metric.unit), interval));
  };
  const table = h('table', { class: 'heat' },
    h('caption', {}, `${metric.name} by ${data.parameters[across]!.path} (across) and ${data.parameters[down]!.path} (down)`),
    h('thead', {}, h('tr', {}, h('td', {}), ...columns.labels.map((label) => h('th', { scope: 'col' }, label)))),
    h('tbody', {}, ...rows.labels.map((label, row) => h('tr', {}, h('th', { scope: 'row' }, label), ...cells[row]!.map((value, column) => cell(value, row, column))))));
  return h('div', {}, h('div', { class: 'table' }, h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Heat map' }, table)), scale(inUnit(least, metric.unit), inUnit(most, metric.unit), count(means.length)));
}

function scale(least: string, most: string, cells: string): HTMLElement {
  const bar = s('svg', { width: 140, height: 12, 'aria-hidden': 'true' });
  for (let part = 0; part < 28; part++) bar.append(s('rect', { x: part * 5, y: 0, width: 5.5, height: 12, fill: ramp(part / 27) }));
  return h('ul', { class: 'key' }, h('li', {}, least, bar, most), h('li', {}, `${cells} cells`));
}
