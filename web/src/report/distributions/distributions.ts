import { Chart } from '../../common/charts/chart';
import type { ChartSpec, Line } from '../../common/charts/spec';
import { Chooser } from '../../common/chooser';
import { h } from '../../common/dom';
import { lineColour, lineDash } from '../../common/palette';
import { absent, section } from '../../common/section';
import { Table } from '../../common/table';
import { count, duration, percent, timeTicks } from '../../common/units';
import type { Context } from '../context';
import type { DistributionData } from '../data';
import { joined } from '../series/columns';
import { cumulative, edgesOf, farApart, partsOf } from './bins';

const titles: Record<string, string> = { 'round trip': 'Round trips', 'queue wait': 'Waits in queues', 'flow completion': 'Completion of flows' };

/** Histograms and cumulative distributions of times, of each sort in a part of its own. */
export function distributions(context: Context): HTMLElement {
  const all = context.data.distributions.filter((one) => one.number > 0);
  const element = section('distributions', 'Distributions', null);
  for (const [what, title] of Object.entries(titles)) if (!all.some((one) => one.what === what)) element.append(absent(`${title}: none were measured in this run.`));
  for (const what of [...new Set(all.map((one) => one.what))]) {
    const mine = all.filter((one) => one.what === what);
    element.append(h('h3', {}, titles[what] ?? what), part(mine));
  }
  return element;
}

function part(all: readonly DistributionData[]): HTMLElement {
  const order = all.map((_, index) => index).sort((a, b) => all[b]!.number - all[a]!.number || a - b);
  const chooser = new Chooser('Of', all.map((one) => one.of), order.slice(0, 4));
  const shown = (): [DistributionData, number][] => [...chooser.chosen.value].map(([item, place]) => [all[item]!, place]);
  const tick = h('input', { type: 'checkbox', checked: farApart(shown().map(([one]) => one)), onchange: () => charts.forEach((chart) => chart.refresh()) });
  const charts = [histogram, curve].map((draw) => new Chart(() => (shown().length === 0 ? null : draw(shown(), tick.checked))));
  chooser.chosen.follow(() => charts.forEach((chart) => chart.refresh()));
  const figure = (title: string, pick: 'minNs' | 'meanNs' | 'p50Ns' | 'p90Ns' | 'p99Ns' | 'maxNs') => ({ title, number: true, cell: (row: DistributionData) => duration(row[pick]), key: (row: DistributionData) => row[pick] });
  const table = new Table<DistributionData>(
    [{ title: 'Of', cell: (row) => row.of, key: (row) => row.of }, { title: 'Number', number: true, cell: (row) => count(row.number), key: (row) => row.number }, figure('Least', 'minNs'), figure('Mean', 'meanNs'), figure('p50', 'p50Ns'), figure('p90', 'p90Ns'), figure('p99', 'p99Ns'), figure('Most', 'maxNs')],
    all, { caption: 'All of them in figures', page: 10 });
  return h('div', {}, all.length > 1 && chooser.root, h('div', { class: 'bar controls' }, h('label', {}, tick, 'logarithmic axis')), h('div', { class: 'pair' }, ...charts.map((chart) => chart.root)), table.root);
}

type Shown = readonly [DistributionData, number][];

function histogram(shown: Shown, logarithmic: boolean): ChartSpec {
  const log = logarithmic && shown.every(([one]) => one.maxNs > 0), edges = edgesOf(shown.map(([one]) => one), log);
  const lines: Line[] = shown.map(([one, place]) => ({ label: one.of, stroke: lineColour(place), dash: lineDash(place), shape: 'step', ...(shown.length <= 2 ? { fill: `${lineColour(place)}33` } : {}) }));
  return { ...common(shown, log), title: 'How often', data: [edges, ...shown.map(([one]) => { const parts = partsOf(one, edges); return [...parts, parts[parts.length - 1]!]; })], lines };
}

function curve(shown: Shown, logarithmic: boolean): ChartSpec {
  const log = logarithmic && shown.every(([one]) => one.maxNs > 0), [least, most] = range(shown);
  const tables = shown.map(([one]): [number[], number[]] => {
    const [x, y] = cumulative(one), from = log ? Math.max(1, least) : least;
    // From nothing at the left edge to all at the right.
    return [[...(x[0]! > from ? [from] : []), ...x, ...(x[x.length - 1]! < most ? [most] : [])], [...(x[0]! > from ? [0] : []), ...y, ...(x[x.length - 1]! < most ? [1] : [])]];
  });
  const lines: Line[] = shown.map(([one, place]) => ({ label: one.of, stroke: lineColour(place), dash: lineDash(place), shape: 'step' }));
  return { ...common(shown, log), title: 'Part that took no longer', data: joined(tables), lines, yRange: [0, 1] };
}

function common(shown: Shown, log: boolean): Omit<ChartSpec, 'title' | 'data' | 'lines'> {
  const [least, most] = range(shown), room = log ? 0 : (most - least) * 0.01;
  return { summary: shown.map(([one]) => `${one.of}: half within ${duration(one.p50Ns)}, 99 % within ${duration(one.p99Ns)}`).join('; '), format: percent, xTicks: log ? (ticks) => ticks.map(duration) : timeTicks, xFormat: duration, xLog: log, height: 220, xRange: [log ? Math.max(1, least) : least - room, most + room] };
}

/** From the least to the most; a single value gets room on both sides. */
function range(shown: Shown): [number, number] {
  const least = Math.min(...shown.map(([one]) => one.minNs)), most = Math.max(...shown.map(([one]) => one.maxNs));
  return most > least ? [least, most] : [least * 0.9, Math.max(most * 1.1, 1)];
}
