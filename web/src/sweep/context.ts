import { Signal } from '../common/signal';
import type { MetricData, PointData, SweepData } from './data';

/** What the parts of the page share: the data, and what is looked at. */
export class Context {
  /** The metric that heat map, curves and colours show, by its place. */
  readonly metric: Signal<number>;
  /** The points that are left after what the reader narrowed; null for all. */
  readonly narrowed = new Signal<readonly PointData[] | null>(null);
  /** The point whose runs are shown. */
  readonly point = new Signal<PointData | null>(null);

  constructor(readonly data: SweepData) {
    const measured = data.metrics.findIndex((_, index) => data.points.some((point) => point.statistics[index] != null));
    this.metric = new Signal(Math.max(0, measured));
  }

  get shown(): MetricData | undefined {
    return this.data.metrics[this.metric.value];
  }
}
