import type uPlot from 'uplot';
import { colour } from '../../common/theme';
import type { Sequence } from './points';

/** Draws data segments as upright strokes from their first byte to their last: those sent again orange with a foot, lost ones with a cross. */
export function strokes(sequence: Sequence): (plot: uPlot) => void {
  return (plot) => {
    const { ctx, bbox } = plot, ratio = devicePixelRatio, x = plot.scales['x']!, y = plot.scales['y']!;
    if (x.min == null || x.max == null || y.min == null || y.max == null) return;
    const plain = colour('line-1'), again = colour('line-2'), lost = colour('lost');
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    for (const mark of sequence.marks) {
      if (mark.sentNs < x.min || mark.sentNs > x.max || mark.to < y.min || mark.from > y.max) continue;
      const at = plot.valToPos(mark.sentNs, 'x', true), foot = plot.valToPos(mark.from, 'y', true), head = Math.min(plot.valToPos(mark.to, 'y', true), foot - 2.5 * ratio);
      ctx.strokeStyle = mark.again ? again : plain;
      ctx.lineWidth = (mark.again ? 3 : 1.5) * ratio;
      line(ctx, at, foot, at, head);
      if (mark.again) { ctx.lineWidth = 1.5 * ratio; line(ctx, at - 4 * ratio, foot, at + 4 * ratio, foot); line(ctx, at - 4 * ratio, head, at + 4 * ratio, head); }
      if (!mark.lost) continue;
      const middle = (foot + head) / 2, arm = 4.5 * ratio;
      ctx.strokeStyle = lost;
      ctx.lineWidth = 2 * ratio;
      line(ctx, at - arm, middle - arm, at + arm, middle + arm);
      line(ctx, at - arm, middle + arm, at + arm, middle - arm);
    }
    ctx.restore();
  };
}

/** Hatches the times from which the log leaves segments out. */
export function gaps(sequence: Sequence): (plot: uPlot) => void {
  return (plot) => {
    const { ctx, bbox } = plot, right = bbox.left + bbox.width;
    ctx.save();
    ctx.fillStyle = colour('panel');
    for (const [from, to] of sequence.gaps) {
      const begin = Math.max(bbox.left, plot.valToPos(from, 'x', true)), end = Math.min(right, plot.valToPos(to, 'x', true));
      if (end > begin) ctx.fillRect(begin, bbox.top, end - begin, bbox.height);
    }
    ctx.restore();
  };
}

function line(ctx: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  ctx.stroke();
}
