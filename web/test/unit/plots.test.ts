import { expect, test } from 'vitest';
import { View } from '../../src/common/charts/view';
import { cumulative, edgesOf, partsOf } from '../../src/report/distributions/bins';
import { rowsOf } from '../../src/report/ladder/rows';
import { sequenceOf } from '../../src/report/sequence/points';
import { aggregate } from '../../src/sweep/aggregate';
import { moved } from '../../src/sweep/parallel/brush';
import { distribution } from '../fixtures/base';
import { grid } from '../fixtures/sweeps';
import { transfer } from '../fixtures/transfer';

const flow = transfer(['client:1', 'server:2'], { beginNs: 1e7, segments: 300, rttNs: 4e7, loss: 0.03, place: 0, seed: 4, keep: 120 }), log = flow.connection.segments!;

test('arrows of the ladder run down, and their beginnings never touch', () => {
  const { arrows } = rowsOf(log, 0, 60), begins = arrows.map((arrow) => arrow.begin);
  for (const arrow of arrows) expect(arrow.end === null || arrow.end >= arrow.begin).toBe(true);
  for (let index = 1; index < begins.length; index++) expect(begins[index]! - begins[index - 1]!).toBeGreaterThanOrEqual(18);
});

test('the ladder tells how many segments are left out', () => {
  const { gaps } = rowsOf(log, 0, log.number.length);
  expect(gaps.reduce((sum, gap) => sum + gap.left, 0)).toBe(log.total - log.number.length);
});

test('the time-sequence plot has every loss, and acknowledgments only rise', () => {
  const { marks, acknowledged, gaps } = sequenceOf(log, 0);
  expect(marks.filter((mark) => mark.lost)).toHaveLength(flow.losses.length);
  const values = acknowledged.value.filter((value) => value !== null);
  expect(values).toEqual([...values].sort((a, b) => a - b));
  expect(acknowledged.value).toContain(null);
  expect(gaps.length).toBeGreaterThan(0);
});

test('bins hold all values, and the cumulative curve ends at all of them', () => {
  const one = distribution('round trip', 'x', [1e6, 2e6, 2e6, 5e6, 9e7]);
  for (const logarithmic of [false, true]) expect(partsOf(one, edgesOf([one], logarithmic)).reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 9);
  const [x, y] = cumulative(one);
  expect(x[x.length - 1]).toBe(9e7);
  expect(y[y.length - 1]).toBe(1);
});

test('a view stays within the run and goes back to what it showed first', () => {
  const view = new View({ from: 0, to: 1000 }, 2000);
  view.move(-5);
  expect([view.from, view.to]).toEqual([0, 1000]);
  view.set(1900, 2500);
  expect([view.from, view.to]).toEqual([1400, 2000]);
  view.reset();
  expect(view.whole).toBe(true);
});

test('the interval of a mean over points is narrower than that of one of them', () => {
  const points = grid().points.slice(0, 5), all = aggregate(points, 3)!, one = aggregate(points.slice(0, 1), 3)!;
  expect(all.high! - all.low!).toBeLessThan(one.high! - one.low!);
  expect(all.runs).toBe(100);
  expect(aggregate([], 0)).toBeNull();
});

test('marks on an axis stay on it', () => {
  expect(moved(null, 'ArrowUp')).toEqual([0.75, 1]);
  expect(moved([0.75, 1], 'ArrowUp')).toEqual([0.75, 1]);
  expect(moved([0, 0.25], 'ArrowDown')).toEqual([0, 0.25]);
  expect(moved([0, 0.25], 'Escape')).toBeNull();
  expect(moved([0, 0.25], 'x')).toBeUndefined();
});
