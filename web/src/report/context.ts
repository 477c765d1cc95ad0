import { View } from '../common/charts/view';
import { Signal } from '../common/signal';
import type { ReportData } from './data';

/** What the parts of the page share: the data, the time that is shown, and what is looked at. */
export class Context {
  /** The time axis of all time series. */
  readonly time: View;
  /** The link that is looked at, by its place in the data. */
  readonly link = new Signal<number | null>(null);
  /** The connection that is looked at. */
  readonly connection = new Signal(0);
  /** The segment that the ladder is asked to show: of which connection, and near which time. */
  readonly moment = new Signal<{ connection: number; timeNs: number } | null>(null);
  readonly endNs: number;

  constructor(readonly data: ReportData) {
    const { simulatedNs, lastEventNs, measuredNs } = data.run;
    this.endNs = Math.max(simulatedNs, lastEventNs, measuredNs, 1000);
    this.time = new View({ from: 0, to: measuredNs > 0 ? measuredNs : this.endNs }, this.endNs);
  }
}
