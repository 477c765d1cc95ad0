import { Chooser } from '../../common/chooser';
import { h, s } from '../../common/dom';
import { lazily } from '../../common/lazy';
import { ramp } from '../../common/palette';
import { section } from '../../common/section';
import { printing, theme } from '../../common/theme';
import { count } from '../../common/units';
import type { Context } from '../context';
import type { PointData } from '../data';
import { brush, type Range } from './brush';
import { type Axis, metricAxis, parameterAxis } from './scales';

const height = 300, top = 44, leastBetween = 104, margin = 76, paper = 660;

/** Every point as a line across its parameters and metrics; marking parts of axes leaves the points that pass through all of them. */
export function parallel(context: Context): HTMLElement {
  const { data } = context, measured = data.metrics.map((_, index) => index).filter((index) => data.points.some((point) => point.statistics[index] != null));
  const chooser = new Chooser('Metrics', measured.map((index) => data.metrics[index]!.name), measured.map((_, index) => index).slice(0, 3));
  const place = h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Parallel coordinates' }), said = h('p', { class: 'muted', role: 'status' }), ranges = new Map<string, Range>();
  const clear = h('button', { type: 'button', class: 'quiet', onclick: () => { ranges.clear(); narrow(); } }, 'Clear the marks');
  let drawn = false;
  const axes = (): Axis[] => [...data.parameters.map((_, index) => parameterAxis(data, index)), ...[...chooser.chosen.value.keys()].sort((a, b) => a - b).map((item) => metricAxis(data, measured[item]!))];
  const passing = (): PointData[] => { const all = axes(); return data.points.filter((point) => all.every((axis) => inside(axis, point, ranges.get(axis.full) ?? null))); };
  const draw = (focus?: string): void => {
    if (!drawn) return;
    const all = axes(), left = new Set(passing()), width = printing.value ? paper : Math.max(place.clientWidth - 2, (all.length - 1) * leastBetween + 2 * margin);
    place.replaceChildren(picture(context, all, left, width, ranges, (axis, range) => { if (range === null) ranges.delete(axis.full); else ranges.set(axis.full, range); narrow(axis.full); }));
    clear.disabled = ranges.size === 0;
    said.textContent = ranges.size === 0 ? '' : `${count(left.size)} of ${count(data.points.length)} points pass.`;
    if (focus !== undefined) for (const group of place.querySelectorAll<SVGElement>('.brush')) if (group.getAttribute('aria-label') === `Part of ${focus}`) group.focus();
  };
  const narrow = (focus?: string): void => { context.narrowed.value = ranges.size === 0 ? null : passing(); draw(focus); };
  chooser.chosen.follow(() => draw());
  context.metric.follow(() => draw());
  theme.follow(() => draw());
  printing.follow(() => draw());
  lazily(place, () => {
    drawn = true;
    draw();
    let width = place.clientWidth;
    new ResizeObserver(() => { if (!printing.value && place.clientWidth !== width) { width = place.clientWidth; draw(); } }).observe(place);
  });
  return section('parallel', 'Parallel coordinates', 'A line is a point, coloured by the metric chosen above. Drag along an axis, or use the arrow keys on it, to keep only the points that pass there; the table of points follows.', chooser.root, h('div', { class: 'bar controls' }, clear, said), h('div', { class: 'table' }, place));
}

function inside(axis: Axis, point: PointData, range: Range): boolean {
  if (range === null) return true;
  const at = axis.place(point);
  return at !== null && at >= range[0] - 1e-9 && at <= range[1] + 1e-9;
}

function picture(context: Context, axes: readonly Axis[], left: ReadonlySet<PointData>, width: number, ranges: ReadonlyMap<string, Range>, change: (axis: Axis, range: Range) => void): SVGElement {
  const { data } = context, between = (width - 2 * margin) / Math.max(1, axes.length - 1), x = (index: number): number => margin + index * between, y = (at: number): number => top + (1 - at) * height;
  const svg = s('svg', { class: 'parallel', width, height: top + height + 22, role: 'group', 'aria-label': `${data.points.length} points over ${axes.length} axes` });
  const colours = metricAxis(data, context.metric.value), lines = s('g', { 'aria-hidden': 'true' });
  // Those that are left are drawn last, over the others.
  for (const point of [...data.points].sort((a, b) => Number(left.has(a)) - Number(left.has(b)))) {
    const places = axes.map((axis) => axis.place(point)), at = colours.place(point);
    const path = places.map((value, index) => (value === null ? '' : `${index === 0 || places[index - 1] === null ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`)).join('');
    lines.append(s('path', { d: path, class: left.has(point) ? 'line' : 'line out', stroke: left.has(point) && at !== null ? ramp(at) : 'var(--edge)' }));
  }
  svg.append(lines);
  axes.forEach((axis, index) => {
    svg.append(s('line', { class: 'axis', x1: x(index), x2: x(index), y1: top, y2: top + height }));
    const most = Math.max(4, Math.floor(between / 7)), title = axis.title.length > most ? `…${axis.title.slice(1 - most)}` : axis.title;
    svg.append(s('text', { class: 'name', x: x(index), y: index % 2 === 0 ? 14 : 30, 'text-anchor': 'middle' }, s('title', {}, axis.full), title));
    for (const tick of axis.ticks) svg.append(s('text', { class: 'tick', x: x(index) + 6, y: y(tick.at) + 4 }, tick.label.length > 14 ? `${tick.label.slice(0, 13)}…` : tick.label));
    svg.append(brush(axis, x(index), top, height, ranges.get(axis.full) ?? null, (range) => change(axis, range)));
  });
  return svg;
}
