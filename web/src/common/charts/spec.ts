import type uPlot from 'uplot';
import type { View } from './view';

/** A line of a chart. */
export interface Line {
  label: string;
  stroke: string;
  dash?: number[];
  width?: number;
  /** `none` draws nothing: the values count for the axis and for what stands below the chart. */
  shape?: 'line' | 'step' | 'after' | 'points' | 'none';
  fill?: string;
  /** Dots on a line where its values are. */
  dots?: boolean;
  /** Not named below the chart. */
  unnamed?: boolean;
  format?: (value: number) => string;
}

export interface ChartSpec {
  /** What is drawn; the figure's caption. */
  title: string;
  /** What a reader who sees no picture is told. */
  summary?: string;
  height?: number;
  /** Names stand below another chart of the same lines; below this one stand only values. */
  brief?: boolean;
  /** The values of x, then those of each line. */
  data: (number[] | (number | null)[])[];
  lines: Line[];
  /** Values of y and their unit, for the axis and below the chart. */
  format: (value: number) => string;
  xTicks: (ticks: readonly number[]) => string[];
  xFormat: (value: number) => string;
  xTitle?: string;
  /** A view shared with other charts; without one the chart shows all of x. */
  view?: View;
  xLog?: boolean;
  /** At least these values of x and y are shown. */
  xRange?: [number, number];
  yRange?: [number, number];
  /** Where y may not go below zero and starts there, which is the rule; otherwise it fits what is seen. */
  fitY?: boolean;
  under?: (plot: uPlot) => void;
  over?: (plot: uPlot) => void;
  /** Bands between two lines, by their places from 1, filled with the colour. */
  bands?: { lines: [number, number]; fill: string }[];
}
