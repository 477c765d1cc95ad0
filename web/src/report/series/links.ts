import { Chart } from '../../common/charts/chart';
import type { ChartSpec } from '../../common/charts/spec';
import { Chooser } from '../../common/chooser';
import { h } from '../../common/dom';
import { lineColour, lineDash } from '../../common/palette';
import { absent, section } from '../../common/section';
import { digits, duration, moment, plural, rate, timeTicks } from '../../common/units';
import type { Context } from '../context';
import type { DirectionData, LinkSeriesData } from '../data';
import { bands } from '../faults/bands';
import { directionName } from '../names';
import { joined, stair } from './columns';

interface Panel {
  title: string;
  values: (series: LinkSeriesData) => number[];
  scale: (series: LinkSeriesData) => number;
  format: (value: number) => string;
}

/** What is shown of a direction over time. */
export const panels: readonly Panel[] = [
  { title: 'Rate', values: (series) => series.bytes, scale: (series) => 8e9 / series.widthNs, format: rate },
  { title: 'Packets waiting in the queue', values: (series) => series.queue, scale: () => 1, format: (value) => digits(value) },
  { title: 'Packets dropped', values: (series) => series.drops, scale: () => 1, format: (value) => digits(value) },
];

/** The description of one panel's chart for some directions, each with its place in the palette. */
export function panelSpec(context: Context, panel: Panel, shown: readonly { direction: DirectionData; name: string; place: number }[], height?: number): ChartSpec {
  const widths = [...new Set(shown.map(({ direction }) => direction.series?.widthNs).filter((width) => width !== undefined))];
  const per = widths.length === 1 ? `${panel.title === 'Packets dropped' ? 'in each' : 'over bins of'} ${duration(widths[0]!)}` : '';
  const tables = shown.map(({ direction: { series } }) => (series === null ? stair(null, [], context.endNs) : stair(series, panel.values(series), context.endNs, panel.scale(series))));
  return {
    title: [panel.title, per].filter(Boolean).join(', '),
    summary: `${plural(shown.length, 'direction')} of links: ${shown.map(({ name }) => name).join(', ')}`,
    data: joined(tables),
    lines: shown.map(({ name, place }) => ({ label: name, stroke: lineColour(place), dash: lineDash(place), shape: 'step' as const })),
    format: panel.format, xTicks: timeTicks, xFormat: moment, view: context.time, under: bands(context.data.faults), height: height ?? 180, brief: panel !== panels[0],
  };
}

/** Rate, queue and drops of the chosen directions over time. */
export function links(context: Context): HTMLElement {
  const { data } = context;
  const all = data.links.flatMap((link) => ([0, 1] as const).map((side) => ({ direction: link.directions[side], name: directionName(data, link, side) })));
  const used = all.filter(({ direction }) => direction.series !== null);
  if (used.length === 0) return section('links', 'Links over time', null, absent(data.links.length === 0 ? 'There are no links in this run.' : 'No link carried a packet in this run.'));
  const idle = all.length - used.length;
  const busiest = used.map((_, index) => index).sort((a, b) => interest(used[b]!.direction) - interest(used[a]!.direction) || a - b).slice(0, 4);
  const chooser = new Chooser('Directions of links', used.map(({ name }) => name), busiest);
  const charts = panels.map((panel) => new Chart(() => {
    const chosen = [...chooser.chosen.value].map(([item, place]) => ({ ...used[item]!, place }));
    return chosen.length === 0 ? null : panelSpec(context, panel, chosen);
  }));
  chooser.chosen.follow(() => charts.forEach((chart) => chart.refresh()));
  return section('links', 'Links over time', idle > 0 ? `${plural(idle, 'direction')} carried nothing and ${idle === 1 ? 'is' : 'are'} not in the list.` : null, chooser.root, h('div', { class: 'stack' }, ...charts.map((chart) => chart.root)));
}

/** The directions to show first: those that are full, then those that carry much. */
function interest(direction: DirectionData): number {
  return direction.utilisation * 1e15 + direction.bytes;
}
