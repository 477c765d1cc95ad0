import uPlot from 'uplot';
import type { LinkSeriesData, SamplesData } from '../data';

type Column = (number | null)[];

/** Bins as the corners of a stair: each value holds from its time on, and it is 0 from the end of the last bin to the end of the run. */
export function stair(series: LinkSeriesData | null, values: readonly number[], endNs: number, scale = 1): [number[], Column] {
  if (series === null) return [[0, endNs], [0, 0]];
  const x = values.map((_, index) => index * series.widthNs), y: Column = values.map((value) => value * scale), over = values.length * series.widthNs;
  x.push(over);
  y.push(over < endNs ? 0 : y[y.length - 1] ?? 0);
  if (over < endNs) { x.push(endNs); y.push(0); }
  return [x, y];
}

/** Several columns of values over times of their own, over one column of times. */
export function joined(tables: readonly [number[], Column][]): (number[] | Column)[] {
  if (tables.length === 0) return [[0, 1]];
  // 2: a null holds for all times until the next value, so that the line really breaks there.
  return uPlot.join(tables.map(([x, y]) => [x, y]) as uPlot.AlignedData[], tables.map(() => [1, 2])) as unknown as (number[] | Column)[];
}

/** How fast payload was acknowledged, in bins of equal width over the whole run. */
export function goodput(samples: SamplesData, endNs: number, bins: number): [number[], Column] {
  const width = endNs / bins, x: number[] = [], y: Column = [];
  let at = 0, before = 0;
  for (let bin = 0; bin < bins; bin++) {
    while (at < samples.timeNs.length && samples.timeNs[at]! <= (bin + 1) * width) at++;
    const now = acknowledged(samples, at, (bin + 1) * width);
    x.push(bin * width);
    y.push(Math.max(0, ((now - before) * 8e9) / width));
    before = Math.max(before, now);
  }
  x.push(endNs);
  y.push(y[y.length - 1] ?? 0);
  return [x, y];
}

/** What had been acknowledged at a time, between the sample before `next` and that one. */
function acknowledged(samples: SamplesData, next: number, time: number): number {
  const before = samples.bytesAcknowledged[next - 1], after = samples.bytesAcknowledged[next];
  if (before === undefined) return 0;
  if (after === undefined) return before;
  const from = samples.timeNs[next - 1]!, to = samples.timeNs[next]!;
  return to <= from ? before : before + ((after - before) * (time - from)) / (to - from);
}
