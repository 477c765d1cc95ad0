import type { DistributionData } from '../data';

/** The edges of bins for some distributions together, of equal width or of equal ratio. */
export function edgesOf(distributions: readonly DistributionData[], logarithmic: boolean, count = 48): number[] {
  const least = Math.min(...distributions.map((one) => one.minNs)), most = Math.max(...distributions.map((one) => one.maxNs));
  if (logarithmic) {
    const from = Math.max(1, least), ratio = Math.max(1.0001, most / from);
    return Array.from({ length: count + 1 }, (_, index) => from * ratio ** (index / count));
  }
  const width = Math.max(1, most - least);
  return Array.from({ length: count + 1 }, (_, index) => least + (width * index) / count);
}

/** The part of a distribution's values in each bin; what equals an inner edge belongs to the bin above it. */
export function partsOf(distribution: DistributionData, edges: readonly number[]): number[] {
  const parts = new Array<number>(edges.length - 1).fill(0), number = distribution.counts.reduce((sum, value) => sum + value, 0);
  let bin = 0;
  distribution.valuesNs.forEach((value, index) => {
    while (bin < parts.length - 1 && value >= edges[bin + 1]!) bin++;
    parts[bin]! += distribution.counts[index]! / number;
  });
  return parts;
}

/** The corners of the cumulative distribution: at each value the part of all that is not larger. At most so many are kept. */
export function cumulative(distribution: DistributionData, most = 800): [number[], number[]] {
  const x: number[] = [], y: number[] = [], number = distribution.counts.reduce((sum, value) => sum + value, 0);
  let below = 0, last = -1;
  distribution.valuesNs.forEach((value, index) => {
    below += distribution.counts[index]!;
    const part = below / number;
    if (index > 0 && index < distribution.valuesNs.length - 1 && part - last < 1 / most) return;
    x.push(value);
    y.push(part);
    last = part;
  });
  return [x, y];
}

/** Whether values are so far apart that only a logarithmic axis shows them. */
export function farApart(distributions: readonly DistributionData[]): boolean {
  const least = Math.min(...distributions.map((one) => Math.max(one.p50Ns, 1))), most = Math.max(...distributions.map((one) => one.maxNs));
  return distributions.every((one) => one.minNs > 0) && most / least > 30;
}
