import { Chart } from '../../common/charts/chart';
import type { Line } from '../../common/charts/spec';
import { Chooser } from '../../common/chooser';
import { h } from '../../common/dom';
import { lineColour, lineDash } from '../../common/palette';
import { absent, section } from '../../common/section';
import { bytes, count, digits, duration, moment, plural, rate, timeTicks } from '../../common/units';
import type { Context } from '../context';
import type { FlowData, SamplesData } from '../data';
import { bands } from '../faults/bands';
import { flowName } from '../names';
import { goodput, joined } from './columns';

type Column = (number | null)[];
interface Panel {
  title: string;
  columns: (samples: SamplesData, endNs: number) => [number[], Column];
  format: (value: number) => string;
  shape: NonNullable<Line['shape']>;
  /** A second, thinner line of the same flow. */
  also?: { name: string; column: (samples: SamplesData) => Column };
}

const panels: readonly Panel[] = [
  { title: 'Congestion window (and, thin, the slow-start threshold) in segments', columns: (samples) => [samples.timeNs, samples.cwnd], also: { name: 'ssthresh', column: (samples) => samples.ssthresh }, format: (value) => digits(value), shape: 'step' },
  { title: 'Round trip, smoothed', columns: (samples) => [samples.timeNs, samples.smoothedRttNs], format: duration, shape: 'line' },
  { title: 'Bytes in flight', columns: (samples) => [samples.timeNs, samples.bytesInFlight], format: bytes, shape: 'line' },
  { title: 'Goodput', columns: (samples, endNs) => goodput(samples, endNs, 200), format: rate, shape: 'step' },
  { title: 'Segments sent again since the start', columns: (samples) => [samples.timeNs, samples.retransmissions], format: count, shape: 'step' },
];

/** The state of the chosen flows over time. */
export function connections(context: Context): HTMLElement {
  const { data } = context;
  const flows = data.connections.flatMap((connection) => ([0, 1] as const).map((side) => ({ flow: connection.flows[side], name: flowName(connection, side) })))
    .filter((entry): entry is { flow: FlowData & { samples: SamplesData }; name: string } => entry.flow !== null && entry.flow.samples !== null && entry.flow.samples.timeNs.length > 0);
  if (flows.length === 0) {
    return section('connections', 'Connections over time', null, absent(data.connections.length === 0 ? 'There is no TCP connection in this run.' : 'No TCP connection was sampled in this run.'));
  }
  const largest = flows.map((_, index) => index).sort((a, b) => flows[b]!.flow.bytes - flows[a]!.flow.bytes || a - b).slice(0, 4);
  const chooser = new Chooser('TCP flows', flows.map(({ name }) => name), largest);
  const charts = panels.map((panel) => new Chart(() => {
    const chosen = [...chooser.chosen.value].map(([item, place]) => ({ ...flows[item]!, place }));
    if (chosen.length === 0) return null;
    const tables: [number[], Column][] = [], lines: Line[] = [];
    for (const { flow, name, place } of chosen) {
      tables.push(panel.columns(flow.samples, context.endNs));
      lines.push({ label: name, stroke: lineColour(place), dash: lineDash(place), shape: panel.shape });
      if (panel.also === undefined || flow.samples.ssthresh.every((value) => value === null)) continue;
      tables.push([flow.samples.timeNs, panel.also.column(flow.samples)]);
      lines.push({ label: `${panel.also.name} of ${name}`, stroke: lineColour(place), dash: [2, 4], width: 1, shape: panel.shape, unnamed: chosen.length > 2 });
    }
    return { title: panel.title, summary: `${plural(chosen.length, 'flow')}: ${chosen.map(({ name }) => name).join(', ')}`, data: joined(tables), lines, format: panel.format, xTicks: timeTicks, xFormat: moment, view: context.time, under: bands(data.faults), height: 180, brief: panel !== panels[0] };
  }));
  chooser.chosen.follow(() => charts.forEach((chart) => chart.refresh()));
  const omitted = data.connectionsOmitted > 0 ? `${count(data.connectionsOmitted)} further connections of this run are not in the page.` : null;
  return section('connections', 'Connections over time', omitted, chooser.root, h('div', { class: 'stack' }, ...charts.map((chart) => chart.root)));
}
