import { s } from '../../common/dom';
import { count, duration, moment, plural } from '../../common/units';
import type { Context } from '../context';
import type { ConnectionData, SegmentsData } from '../data';
import type { Arrow, Rows } from './rows';
import { lossOf, shortly, windowOf } from './words';

const top = 34, bottom = 26, gutter = 78, letter = 6.3;

/** The ladder as SVG: a life line for each end, and an arrow for each segment. */
export function drawLadder(context: Context, connection: ConnectionData, log: SegmentsData, rows: Rows, width: number, marked: number | null): SVGElement {
  const left = gutter, right = width - gutter, height = top + rows.height + bottom + 12;
  const svg = s('svg', { class: 'ladder', width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': `Segments between ${connection.ends[0]} and ${connection.ends[1]}, ${rows.arrows.length} of ${log.total}; the table below says the same` });
  for (const gap of rows.gaps) {
    svg.append(s('rect', { x: left, y: top + gap.at - 13, width: right - left, height: 26, class: 'left-out' }),
      s('text', { x: (left + right) / 2, y: top + gap.at + 4, 'text-anchor': 'middle', class: 'note' }, `${plural(gap.left, 'segment')} left out`));
  }
  for (const pause of rows.pauses) {
    for (const x of [left, right]) svg.append(s('path', { d: `M ${x - 6} ${top + pause.at + 3} l 12 -6 m -12 10 l 12 -6`, class: 'pause' }));
    svg.append(s('text', { x: left + 9, y: top + pause.at + 4, class: 'note' }, duration(pause.ns)));
  }
  for (const [x, name, anchor] of [[left, connection.ends[0], 'start'], [right, connection.ends[1], 'end']] as const) {
    svg.append(s('line', { x1: x, x2: x, y1: top - 8, y2: height - 6, class: 'life' }));
    svg.append(s('text', { x: anchor === 'start' ? Math.max(2, x - 60) : Math.min(width - 2, x + 60), y: 16, 'text-anchor': anchor, class: 'end' }, short(name, Math.floor(width / 2 / 7.4))));
  }
  for (const arrow of rows.arrows) svg.append(drawArrow(context, log, arrow, left, right, arrow.index === marked));
  return svg;
}

function drawArrow(context: Context, log: SegmentsData, arrow: Arrow, left: number, right: number, marked: boolean): SVGElement {
  const { index, from } = arrow, lost = lossOf(log, index, context.data.drops), start = from === 0 ? left : right, goal = from === 0 ? right : left, sign = from === 0 ? 1 : -1;
  const far = lost !== null ? 0.62 : arrow.end === null ? 0.8 : 1, stop = start + (goal - start) * far;
  const y1 = top + arrow.begin, y2 = top + (arrow.end ?? arrow.begin + 14), angle = (Math.atan2((y2 - y1) * sign, Math.abs(stop - start)) * 180) / Math.PI;
  const kind = ['segment', log.again[index] && 'again', lost !== null && 'lost', arrow.end === null && 'under-way', marked && 'marked'].filter(Boolean).join(' ');
  const group = s('g', { class: kind }, s('title', {}, told(log, index, lost)), s('line', { x1: start, y1, x2: stop, y2 }));
  const along = (from === 0 ? angle : angle + 180) * (Math.PI / 180), point = (turn: number): string => `${stop - 8 * Math.cos(along + turn)} ${y2 - 8 * Math.sin(along + turn)}`;
  if (lost === null) group.append(s('path', { class: 'head', d: `M ${stop} ${y2} L ${point(0.42)} L ${point(-0.42)} z` }));
  else {
    group.append(s('path', { class: 'cross', d: `M ${stop - 5} ${y2 - 5} l 10 10 m -10 0 l 10 -10` }));
    const room = Math.floor((Math.abs(goal - stop) - 14) / letter);
    group.append(s('text', { x: stop + 10 * sign, y: y2 + 4, 'text-anchor': from === 0 ? 'start' : 'end', class: 'why' }, short(lost.reason, Math.max(4, room))));
  }
  const room = Math.floor((Math.abs(stop - start) - 18) / letter), words = short(shortly(log, index), room);
  group.append(s('text', { transform: `translate(${start + 9 * sign} ${y1 + 9 * Math.abs(Math.tan((angle * Math.PI) / 180)) - 4}) rotate(${angle})`, 'text-anchor': from === 0 ? 'start' : 'end' }, words));
  group.append(s('text', { x: from === 0 ? left - 7 : right + 7, y: y1 + 4, 'text-anchor': from === 0 ? 'end' : 'start', class: 'when' }, moment(log.sentNs[index]!)));
  return group;
}

function told(log: SegmentsData, index: number, lost: ReturnType<typeof lossOf>): string {
  const end = log.endNs[index], way = lost !== null ? `dropped at ${moment(end ?? 0)}: ${lost.reason}, at ${lost.place}` : end == null ? 'under way when the run ended' : `arrived at ${moment(end)}, after ${duration(end - log.sentNs[index]!)}`;
  return `No. ${count(log.number[index]!)}, sent at ${moment(log.sentNs[index]!)}, ${way}. ${shortly(log, index)}, ${windowOf(log, index)}`;
}

function short(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1))}…`;
}
