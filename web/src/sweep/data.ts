/**
 * What a sweep's page is drawn from: the JSON in the page's element `#data`, schema `wavetank.sweep/1`. Values of metrics are in their
 * base unit: nanoseconds, bytes, bits per second, a part of 1, or a number.
 */
export interface SweepData {
  schema: 'wavetank.sweep/1';
  /** The version that ran it. */
  wavetank: string;
  scenario: { name: string; file: string };
  /** The exact command that makes the same sweep again. */
  command: string;
  /** How points were chosen. */
  design: 'grid' | 'latin-hypercube';
  parameters: ParameterData[];
  metrics: MetricData[];
  /** Of the intervals, such as 0.95. */
  confidence: number;
  points: PointData[];
  /** Where a run's own report can be had: `GET {serve}?point=3&seed=7` answers with its page; null where the page is a file and only the command can be shown. */
  serve: string | null;
}

export interface ParameterData {
  /** As `--set` names it: `links.bottleneck.rate`. */
  path: string;
  /** Every value that occurs, as written, in the order given (grid) or rising (Latin hypercube). */
  values: string[];
  /** The same as numbers in the base unit; null for words. */
  numbers: (number | null)[];
  /** `bits per second`, `ns`, `part`, `bytes`, or empty. */
  unit: string;
}

export interface MetricData {
  /** As expectations name it: `client.round-trip.p99`. */
  name: string;
  unit: 'count' | 'bytes' | 'ns' | 'bits per second' | 'part' | 'mean';
  /** What is better; null where it depends. */
  better: 'lower' | 'higher' | null;
  summary: string;
}

export interface PointData {
  /** From 1, as the database numbers it. */
  id: number;
  /** For each parameter an index into its values. */
  values: number[];
  /** `--set` arguments that give this point. */
  settings: string[];
  runs: RunData[];
  /** Whether it needed fewer seeds than it could have had. */
  stoppedEarly: boolean;
  /** For each metric; null where no run measured it. */
  statistics: (StatisticData | null)[];
}

export interface RunData {
  seed: string;
  status: 'completed' | 'failed';
  /** One line, of a run that failed. */
  error: string | null;
  /** For each metric. */
  values: (number | null)[];
}

export interface StatisticData {
  /** Runs that measured it. */
  number: number;
  mean: number;
  standardDeviation: number;
  /** The interval of the mean: Student's t; of a percentile metric by bootstrap. Null with fewer than two runs. */
  low: number | null;
  high: number | null;
  method: 'student-t' | 'bootstrap';
}
