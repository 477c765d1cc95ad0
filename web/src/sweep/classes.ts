import { inUnit } from '../common/units';
import type { ParameterData } from './data';

/** The values of a parameter as an axis shows them: each by itself, or where there are too many, ranges of them. */
export interface Classes {
  labels: string[];
  /** For each value of the parameter its class. */
  of: number[];
  /** A number for each class; null where the values are words. */
  numbers: number[] | null;
}

const most = 12, ranges = 8;

export function classesOf(parameter: ParameterData): Classes {
  const { values, numbers, unit } = parameter, numeric = numbers.every((number) => number !== null) ? (numbers as number[]) : null;
  if (values.length <= most || numeric === null) return { labels: [...values], of: values.map((_, index) => index), numbers: numeric };
  const least = Math.min(...numeric), width = (Math.max(...numeric) - least) / ranges || 1;
  const of = numeric.map((number) => Math.min(ranges - 1, Math.floor((number - least) / width)));
  const labels = Array.from({ length: ranges }, (_, index) => `${inUnit(least + index * width, unit || 'mean')} – ${inUnit(least + (index + 1) * width, unit || 'mean')}`);
  return { labels, of, numbers: labels.map((_, index) => least + (index + 0.5) * width) };
}

/** The last part of a path says most: `rate` of `links.bottleneck.rate`, with the part before. */
export function shortPath(path: string): string {
  return path.split('.').slice(-2).join('.');
}
