import { Chart } from '../../common/charts/chart';
import type { ChartSpec, Line } from '../../common/charts/spec';
import { h } from '../../common/dom';
import { distinct, lineColour, lineDash } from '../../common/palette';
import { absent, section } from '../../common/section';
import { Signal } from '../../common/signal';
import { inUnit, percent } from '../../common/units';
import { aggregate } from '../aggregate';
import { classesOf } from '../classes';
import type { Context } from '../context';
import { Fixed, parameterSelect } from '../fixed';

/** The metric by one parameter, with a line for each value of another, in bands of confidence. */
export function curves(context: Context): HTMLElement {
  const { data } = context;
  const wide = data.parameters.map((_, index) => index).filter((index) => data.parameters[index]!.values.length > 1);
  if (wide.length === 0) return section('curves', 'Curves', null, absent('A curve needs a parameter with several values; this sweep has none.'));
  const along = new Signal(wide[0]!), by = new Signal(wide[1] ?? -1), fixed = new Fixed(data), note = h('p', { class: 'muted' });
  const chart = new Chart(() => describe(context, along.value, by.value, fixed));
  const update = (): void => {
    const many = by.value < 0 ? 0 : classesOf(data.parameters[by.value]!).labels.length;
    note.textContent = many > distinct ? `Only the first ${distinct} of ${many} values are drawn.` : '';
    fixed.offer([along.value, by.value]);
    chart.refresh();
  };
  along.follow((value) => { if (by.value === value) by.value = -1; update(); });
  by.follow((value) => { if (along.value === value) by.value = -1; update(); });
  fixed.changed.follow(() => chart.refresh());
  context.metric.follow(() => chart.refresh());
  update();
  return section('curves', 'Curves', `Bands are intervals of ${percent(data.confidence)} confidence over seeds.`, h('div', { class: 'bar controls' }, parameterSelect(data, 'Along', along), data.parameters.length > 1 && parameterSelect(data, 'a line for each', by, 'nothing')), fixed.root, chart.root, note);
}

function describe(context: Context, along: number, by: number, fixed: Fixed): ChartSpec | null {
  const { data } = context, metric = context.shown, parameter = data.parameters[along]!;
  if (metric === undefined) return null;
  const classes = classesOf(parameter), numbers = classes.numbers, at = numbers ?? classes.labels.map((_, index) => index);
  const order = at.map((_, index) => index).sort((a, b) => at[a]! - at[b]!), x = order.map((index) => at[index]!);
  const others = by < 0 ? null : classesOf(data.parameters[by]!), points = fixed.points(), lines: Line[] = [], columns: (number | null)[][] = [], bands: NonNullable<ChartSpec['bands']> = [];
  (others?.labels.slice(0, distinct) ?? ['all']).forEach((label, place) => {
    const mine = others === null ? points : points.filter((point) => others.of[point.values[by]!] === place);
    const values = order.map((index) => aggregate(mine.filter((point) => classes.of[point.values[along]!] === index), context.metric.value));
    if (values.every((value) => value === null)) return;
    const stroke = lineColour(place), first = columns.length + 1, edge: Line = { label: '', stroke: 'transparent', width: 0, unnamed: true };
    columns.push(values.map((value) => value?.mean ?? null), values.map((value) => value?.high ?? null), values.map((value) => value?.low ?? null));
    lines.push({ label: others === null ? metric.name : label, stroke, dash: lineDash(place), dots: true }, edge, edge);
    bands.push({ lines: [first + 1, first + 2], fill: `${stroke}2e` });
  });
  if (columns.length === 0) return null;
  const least = Math.min(...x), most = Math.max(...x), log = numbers !== null && least > 0 && most / least >= 50, room = log ? 0 : (most - least) * 0.03 || 1;
  const name = (tick: number): string => (numbers === null ? (Number.isInteger(tick) ? classes.labels[tick] ?? '' : '') : inUnit(tick, parameter.unit || 'mean'));
  return {
    title: `${metric.name} by ${parameter.path}${others === null ? '' : `, a line for each ${data.parameters[by]!.path}`}`, height: 340, data: [x, ...columns], lines, bands,
    format: (value) => inUnit(value, metric.unit), xTicks: (ticks) => ticks.map(name), xFormat: name, xLog: log, xRange: log ? [least * 0.93, most * 1.07] : [least - room, most + room],
    summary: `${lines.filter((line) => !line.unnamed).length} lines over ${x.length} values`,
  };
}
