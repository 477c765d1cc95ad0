import type { PointData } from './data';

/** A metric over one point or several: the mean of their means, and its interval where every one of them has one. */
export interface Aggregate {
  points: PointData[];
  mean: number;
  low: number | null;
  high: number | null;
  runs: number;
}

/**
 * Several points weigh the same, however many runs each has. Their intervals are of independent means, so the squares of their half widths add up.
 */
export function aggregate(points: readonly PointData[], metric: number): Aggregate | null {
  const measured = points.flatMap((point) => { const statistic = point.statistics[metric]; return statistic == null ? [] : [{ point, statistic }]; });
  if (measured.length === 0) return null;
  const count = measured.length, mean = measured.reduce((sum, { statistic }) => sum + statistic.mean, 0) / count;
  let below: number | null = 0, above: number | null = 0;
  for (const { statistic } of measured) {
    below = below === null || statistic.low === null ? null : below + (statistic.mean - statistic.low) ** 2;
    above = above === null || statistic.high === null ? null : above + (statistic.high - statistic.mean) ** 2;
  }
  return {
    points: measured.map(({ point }) => point), mean, runs: measured.reduce((sum, { statistic }) => sum + statistic.number, 0),
    low: below === null ? null : mean - Math.sqrt(below) / count, high: above === null ? null : mean + Math.sqrt(above) / count,
  };
}
