import type uPlot from 'uplot';
import { colour } from '../../common/theme';
import type { FaultData } from '../data';

/** Draws the faults behind a chart's lines: a band from begin to end, and what it is where there is room for the words. */
export function bands(faults: readonly FaultData[]): (plot: uPlot) => void {
  return (plot) => {
    if (faults.length === 0) return;
    const { ctx, bbox } = plot, ratio = devicePixelRatio, right = bbox.left + bbox.width;
    const at = (time: number): number => Math.min(right, Math.max(bbox.left, plot.valToPos(time, 'x', true)));
    ctx.save();
    ctx.font = `${11 * ratio}px system-ui, sans-serif`;
    ctx.textBaseline = 'top';
    const rows: number[] = [];
    for (const fault of faults) {
      const { max = 0, min = 0 } = plot.scales['x']!;
      if (fault.beginNs > (max ?? 0) || (fault.endNs ?? Infinity) < (min ?? 0)) continue;
      const begin = at(fault.beginNs), end = fault.endNs === null ? right : at(fault.endNs);
      ctx.fillStyle = colour('band');
      ctx.fillRect(begin, bbox.top, Math.max(end - begin, ratio), bbox.height);
      ctx.strokeStyle = colour('band-edge');
      ctx.setLineDash([3 * ratio, 3 * ratio]);
      ctx.lineWidth = ratio;
      ctx.beginPath();
      for (const edge of [begin, end]) if (edge > bbox.left && edge < right) { ctx.moveTo(edge, bbox.top); ctx.lineTo(edge, bbox.top + bbox.height); }
      ctx.stroke();
      // Words go into the first row whose last words end before them; in the fourth there is no more room.
      const words = `${fault.kind} ${fault.target}`, width = ctx.measureText(words).width, start = Math.max(bbox.left + 3 * ratio, Math.min(begin + 3 * ratio, right - width));
      let row = rows.findIndex((taken) => taken < start);
      if (row < 0) row = rows.length;
      if (row > 2) continue;
      rows[row] = start + width + 8 * ratio;
      ctx.fillStyle = colour('band-edge');
      ctx.fillText(words, start, bbox.top + (3 + row * 13) * ratio);
    }
    ctx.restore();
  };
}
