import { inUnit } from '../../common/units';
import { classesOf, shortPath } from '../classes';
import type { PointData, SweepData } from '../data';

/** An axis of the parallel coordinates: where a point stands on it, from 0 at its foot to 1 at its head, and what stands beside it. */
export interface Axis {
  title: string;
  full: string;
  place: (point: PointData) => number | null;
  ticks: { at: number; label: string }[];
  say: (at: number) => string;
}

export function parameterAxis(data: SweepData, index: number): Axis {
  const parameter = data.parameters[index]!, classes = classesOf(parameter), base = { title: shortPath(parameter.path), full: parameter.path };
  if (classes.labels.length === parameter.values.length) {
    const last = Math.max(1, classes.labels.length - 1), at = (value: number): number => (classes.labels.length === 1 ? 0.5 : value / last);
    return { ...base, place: (point) => at(point.values[index]!), ticks: classes.labels.map((label, value) => ({ at: at(value), label })), say: (where) => classes.labels[Math.round(where * last)] ?? '' };
  }
  const numbers = parameter.numbers as number[];
  return { ...base, ...linear(Math.min(...numbers), Math.max(...numbers), parameter.unit || 'mean', (point) => numbers[point.values[index]!] ?? null) };
}

export function metricAxis(data: SweepData, index: number): Axis {
  const metric = data.metrics[index]!, means = data.points.map((point) => point.statistics[index]?.mean).filter((mean) => mean !== undefined);
  return { title: metric.name, full: metric.name, ...linear(Math.min(...means), Math.max(...means), metric.unit, (point) => point.statistics[index]?.mean ?? null) };
}

function linear(least: number, most: number, unit: string, value: (point: PointData) => number | null): Omit<Axis, 'title' | 'full'> {
  const width = most - least || 1, say = (at: number): string => inUnit(least + at * width, unit);
  return {
    place: (point) => { const number = value(point); return number === null ? null : most > least ? (number - least) / width : 0.5; },
    ticks: most > least ? [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, label: say(at) })) : [{ at: 0.5, label: say(0) }], say,
  };
}
