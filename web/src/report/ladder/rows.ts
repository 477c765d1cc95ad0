import type { SegmentsData } from '../data';

/** A segment's arrow: the heights at which it leaves and ends. */
export interface Arrow {
  index: number;
  from: 0 | 1;
  begin: number;
  /** Null where it was under way when the run ended. */
  end: number | null;
}

export interface Rows {
  arrows: Arrow[];
  /** Where segments are left out, and how many. */
  gaps: { at: number; left: number }[];
  /** Where time is drawn shorter than the rest, and how long the pause is. */
  pauses: { at: number; ns: number }[];
  height: number;
}

const perSegment = 26, leastBetweenSends = 18, leastOther = 5, mostForPause = 64, forGap = 40;

/**
 * Heights for some segments of a log. Time runs down in proportion, but no two begin so near that their words overlap, and long pauses are cut short.
 */
export function rowsOf(log: SegmentsData, first: number, last: number): Rows {
  const events: { time: number; order: number; index: number; kind: 'send' | 'end' }[] = [];
  for (let index = first; index < last; index++) {
    events.push({ time: log.sentNs[index]!, order: index, index, kind: 'send' });
    const end = log.endNs[index];
    if (end !== null && end !== undefined) events.push({ time: end, order: index, index, kind: 'end' });
  }
  events.sort((a, b) => a.time - b.time || Number(a.kind === 'send') - Number(b.kind === 'send') || a.order - b.order);
  const arrows = new Map<number, Arrow>(), rows: Rows = { arrows: [], gaps: [], pauses: [], height: 0 };
  const scale = scaleOf(events.map((event) => event.time), last - first);
  let y = 0, before: number | null = null, lastSend = -leastBetweenSends;
  for (const event of events) {
    const wait = before === null ? 0 : event.time - before, natural = wait * scale;
    if (natural > mostForPause) rows.pauses.push({ at: y + mostForPause / 2, ns: wait });
    y += before === null ? 0 : Math.max(event.kind === 'end' ? leastOther : 0, Math.min(natural, mostForPause));
    before = event.time;
    if (event.kind === 'end') {
      const arrow = arrows.get(event.index);
      if (arrow !== undefined) arrow.end = y;
      continue;
    }
    const left = event.index > first ? log.number[event.index]! - log.number[event.index - 1]! - 1 : 0;
    if (left > 0) { rows.gaps.push({ at: y + forGap / 2, left }); y += forGap; }
    y = Math.max(y, lastSend + leastBetweenSends);
    lastSend = y;
    arrows.set(event.index, { index: event.index, from: log.from[event.index]!, begin: y, end: null });
  }
  rows.arrows = [...arrows.values()];
  rows.height = y;
  return rows;
}

/** Pixels for a nanosecond, by the usual time between events: a long pause does not press the rest together. */
function scaleOf(times: readonly number[], segments: number): number {
  const waits = times.slice(1).map((time, index) => time - times[index]!).sort((a, b) => a - b);
  const usual = waits.slice(0, Math.max(1, Math.ceil(waits.length * 0.9))).reduce((sum, wait) => sum + wait, 0);
  return usual > 0 ? (segments * perSegment) / usual : 0;
}
