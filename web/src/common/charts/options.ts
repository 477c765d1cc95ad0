import uPlot from 'uplot';
import { colour } from '../theme';
import type { ChartSpec, Line } from './spec';

const stepped = uPlot.paths.stepped!({ align: 1 });
const steppedAfter = uPlot.paths.stepped!({ align: -1 });
const font = '12px system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", "DejaVu Sans", sans-serif';

function series(line: Line): uPlot.Series {
  const shape = line.shape ?? 'line';
  const points = shape === 'points';
  return {
    label: line.label,
    stroke: line.stroke,
    width: line.width ?? 1.75,
    dash: line.dash ?? [],
    // Where joined columns have nothing, the line goes on; where a value is null, it breaks.
    spanGaps: false,
    ...(line.fill === undefined ? {} : { fill: line.fill }),
    ...(shape === 'step' ? { paths: stepped } : shape === 'after' ? { paths: steppedAfter } : shape === 'none' || points ? { paths: () => null } : {}),
    points: { show: points || line.dots === true, size: line.dots ? 7 : 5, fill: line.stroke },
  };
}

/** The y axis begins at zero unless it is asked to fit; a little room is left above. */
function yRange(spec: ChartSpec): uPlot.Range.Function {
  return (_, low, high) => {
    if (spec.yRange !== undefined && low === null) return spec.yRange;
    if (low === null || high === null) return [0, 1];
    const least = Math.min(spec.fitY ? low : 0, spec.yRange?.[0] ?? Infinity), most = Math.max(high, spec.yRange?.[1] ?? -Infinity);
    const room = (most - least) * 0.06 || Math.abs(most) * 0.1 || 1;
    return [spec.fitY && least > room ? least - room : Math.min(least, 0), most + room];
  };
}

/** What uPlot needs to know to draw a chart of ours, in the colours of the moment. */
export function options(spec: ChartSpec, width: number, height: number, zoomed: (from: number, to: number) => void, moved: (index: number | null) => void): uPlot.Options {
  const axis = { stroke: colour('muted'), grid: { stroke: colour('grid'), width: 1 }, ticks: { stroke: colour('edge'), width: 1, size: 5 }, font };
  const view = spec.view;
  return {
    width,
    height,
    scales: {
      x: { time: false, ...(spec.xLog ? { distr: 3 as const } : {}), ...(view ? { range: () => [view.from, view.to] as [number, number] } : spec.xRange ? { range: () => spec.xRange! } : {}) },
      y: { range: yRange(spec) },
    },
    axes: [
      { ...axis, space: 84, size: 34, values: (_, ticks) => spec.xTicks(ticks.map((tick) => tick ?? 0)).map((text, index) => (ticks[index] === null ? '' : text)) },
      { ...axis, space: 32, size: (_, values) => (values === null ? 50 : Math.max(46, ...values.map((text) => (text ?? '').length * 6.8 + 16))), values: (_, ticks) => ticks.map(spec.format) },
    ],
    series: [{}, ...spec.lines.map(series)],
    ...(spec.bands ? { bands: spec.bands.map((band) => ({ series: band.lines, fill: band.fill })) } : {}),
    legend: { show: false },
    cursor: {
      y: false,
      drag: { x: view !== undefined, y: false, setScale: false },
      points: { size: 7 },
      ...(view ? { sync: { key: 'time', scales: ['x', null], setSeries: false, filters: { pub: (type: string) => type === 'mousemove' || type === 'mouseleave', sub: () => true } } } : {}),
      bind: { dblclick: () => () => { view?.reset(); return null; } },
    },
    hooks: {
      drawClear: spec.under ? [spec.under] : [],
      draw: spec.over ? [spec.over] : [],
      setCursor: [(plot) => moved(plot.cursor.idx ?? null)],
      setSelect: [(plot) => {
        if (plot.select.width < 4) return;
        zoomed(plot.posToVal(plot.select.left, 'x'), plot.posToVal(plot.select.left + plot.select.width, 'x'));
        plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
      }],
    },
  };
}
