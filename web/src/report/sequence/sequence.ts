import { Chart } from '../../common/charts/chart';
import type { ChartSpec, Line } from '../../common/charts/spec';
import { h, s } from '../../common/dom';
import { absent, section } from '../../common/section';
import { Signal } from '../../common/signal';
import { colour } from '../../common/theme';
import { bytes, count, moment, plural, timeTicks } from '../../common/units';
import type { Context } from '../context';
import type { ConnectionData } from '../data';
import { bands } from '../faults/bands';
import { flowName } from '../names';
import { joined } from '../series/columns';
import { gaps, strokes } from './draw';
import { connectionPicker } from './picker';
import { busierSide, type Sequence, sequenceOf } from './points';

type Table = [number[], (number | null)[]];

/** The time-sequence plot of the chosen connection: what was sent when, how far it was acknowledged, and how far it might have gone. */
export function sequence(context: Context): HTMLElement {
  const { data } = context;
  if (data.connections.length === 0) return section('sequence', 'Time and sequence', null, absent('There is no TCP connection in this run.'));
  const side = new Signal<0 | 1>(busierSide(data.connections[0]!)), note = h('p', { class: 'muted' }), sides = h('div', { class: 'bar controls', role: 'group', 'aria-label': 'Direction' });
  const chart = new Chart(() => describe(context, data.connections[context.connection.value]!, side.value));
  const update = (): void => {
    const connection = data.connections[context.connection.value]!;
    sides.replaceChildren(...([0, 1] as const).map((which) => h('button', { type: 'button', class: 'quiet', 'aria-pressed': String(side.value === which), onclick: () => { side.value = which; } }, `${flowName(connection, which)}, ${bytes(connection.flows[which]?.bytes ?? 0)}`)));
    note.textContent = told(connection, side.value);
    chart.refresh();
  };
  context.connection.follow((value) => { side.value = busierSide(data.connections[value]!); update(); });
  side.follow(update);
  update();
  return section('sequence', 'Time and sequence', 'Each upright stroke is a segment, from its first byte to its last, at the time it was sent.', connectionPicker(context), sides, chart.root, key(), note);
}

function told(connection: ConnectionData, side: 0 | 1): string {
  const flow = connection.flows[side], log = connection.segments;
  const kept = log === null ? ' Segments of this connection were not kept: the lines are what its sender said at each sample.' : log.total > log.number.length ? ` Of ${count(log.total)} segments the page has ${count(log.number.length)}: the first, the last, and those lost or sent again; grey is where some are left out.` : '';
  if (flow === null) return `${connection.ends[side]} never sent anything, or is forgotten.`;
  return `${plural(flow.segments, 'segment')}, ${count(flow.retransmissions)} sent again; ${flow.congestionControl}, ${flow.state}.${kept}`;
}

function describe(context: Context, connection: ConnectionData, side: 0 | 1): ChartSpec {
  const flow = connection.flows[side], log = connection.segments, tables: Table[] = [], lines: Line[] = [];
  const plot: Sequence = log === null ? { marks: [], acknowledged: { timeNs: [], value: [], edge: [] }, gaps: [] } : sequenceOf(log, side);
  const add = (table: Table, line: Line): void => { if (table[0].length > 0) { tables.push(table); lines.push(line); } };
  add([plot.acknowledged.timeNs, plot.acknowledged.value], { label: 'acknowledged', stroke: colour('line-3'), shape: 'step', width: 1.5 });
  // An edge far above what is sent would press everything else flat; it is drawn where it is near, and its values stand below in any case.
  const top = Math.max(1, ...plot.marks.map((mark) => mark.to));
  add([plot.acknowledged.timeNs, plot.acknowledged.edge.map((edge) => (edge === null || edge > top * 1.6 ? null : edge))], { label: 'window’s edge', stroke: colour('line-4'), dash: [6, 3], shape: 'step', width: 1.5 });
  if (flow !== null && flow.samples !== null && (log === null || log.total > log.number.length)) {
    const { timeNs, bytesAcknowledged, bytesInFlight } = flow.samples;
    add([timeNs, bytesAcknowledged.map((value) => value + 1)], { label: 'acknowledged, sampled', stroke: colour('line-3'), dash: [2, 3], width: 1.25 });
    add([timeNs, bytesAcknowledged.map((value, index) => value + 1 + bytesInFlight[index]!)], { label: 'sent, sampled', stroke: colour('line-1'), dash: [2, 3], width: 1.25 });
  }
  add(highest(plot), { label: 'sent up to', stroke: colour('line-1'), shape: 'none' });
  const fault = bands(context.data.faults), gap = gaps(plot);
  return {
    title: `Sequence numbers of ${flowName(connection, side)}, from 0`, summary: told(connection, side), height: 420, data: joined(tables), lines: lines, format: bytes, xTicks: timeTicks, xFormat: moment, view: context.time, fitY: true,
    under: (u) => { gap(u); fault(u); }, over: strokes(plot), ...(tables.length === 0 ? { yRange: [0, 1] as [number, number] } : {}),
  };
}

/** The end of each segment by the time it was sent: not drawn, but it counts for the axis and is told at the cursor. */
function highest(plot: Sequence): Table {
  const ends = new Map<number, number>();
  for (const mark of plot.marks) ends.set(mark.sentNs, Math.max(mark.to, ends.get(mark.sentNs) ?? 0));
  const times = [...ends.keys()].sort((a, b) => a - b);
  return [times, times.map((time) => ends.get(time)!)];
}

function key(): HTMLElement {
  const mark = (...parts: SVGElement[]): SVGElement => s('svg', { width: 16, height: 20, 'aria-hidden': 'true' }, ...parts);
  const stroke = (x1: number, y1: number, x2: number, y2: number, paint: string, width: number): SVGElement => s('line', { x1, y1, x2, y2, stroke: `var(--${paint})`, 'stroke-width': width });
  return h('ul', { class: 'key' },
    h('li', {}, mark(stroke(8, 2, 8, 18, 'line-1', 2)), 'segment'),
    h('li', {}, mark(stroke(8, 2, 8, 18, 'line-2', 3), stroke(4, 2, 12, 2, 'line-2', 1.5), stroke(4, 18, 12, 18, 'line-2', 1.5)), 'sent again'),
    h('li', {}, mark(stroke(8, 2, 8, 18, 'line-1', 2), stroke(4, 6, 12, 14, 'lost', 2), stroke(4, 14, 12, 6, 'lost', 2)), 'lost on its way'));
}
