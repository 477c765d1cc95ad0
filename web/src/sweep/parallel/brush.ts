import { s } from '../../common/dom';
import type { Axis } from './scales';

/** A part of an axis, from its foot at 0 to its head at 1; null for all of it. */
export type Range = readonly [number, number] | null;

const step = 0.125;

/** Lets a reader mark a part of an axis: by dragging along it, or with the arrow keys; a click or Escape takes the mark away. */
export function brush(axis: Axis, x: number, top: number, height: number, range: Range, change: (range: Range) => void): SVGElement {
  const text = range === null ? 'all' : `${axis.say(range[0])} to ${axis.say(range[1])}`;
  const group = s('g', { class: 'brush', tabindex: 0, role: 'slider', 'aria-label': `Part of ${axis.full}`, 'aria-orientation': 'vertical', 'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuenow': Math.round(range === null ? 50 : (range[0] + range[1]) * 50), 'aria-valuetext': text },
    s('rect', { class: 'grip', x: x - 16, y: top - 6, width: 32, height: height + 12 }));
  if (range !== null) group.append(s('rect', { class: 'mark', x: x - 8, y: top + (1 - range[1]) * height - 3, width: 16, height: (range[1] - range[0]) * height + 6, rx: 3 }));
  const at = (event: PointerEvent): number => {
    const box = group.querySelector('.grip')!.getBoundingClientRect();
    return Math.min(1, Math.max(0, 1 - (event.clientY - box.top - 6) / (box.height - 12)));
  };
  let begin: number | null = null;
  group.addEventListener('pointerdown', (event) => { begin = at(event); group.setPointerCapture(event.pointerId); event.preventDefault(); });
  group.addEventListener('pointerup', (event) => {
    if (begin === null) return;
    const end = at(event), low = Math.min(begin, end), high = Math.max(begin, end);
    begin = null;
    change(high - low < 0.02 ? null : [low, high]);
  });
  group.addEventListener('keydown', (event) => {
    const next = moved(range, event.key);
    if (next === undefined) return;
    event.preventDefault();
    change(next);
  });
  return group;
}

/** What a key makes of a mark: arrows move it, shrink or widen with minus and plus, Escape clears; undefined for other keys. */
export function moved(range: Range, key: string): Range | undefined {
  const [low, high] = range ?? [0.75, 1], width = high - low;
  switch (key) {
    case 'ArrowUp': return range === null ? [0.75, 1] : [Math.min(1 - width, low + step), Math.min(1, high + step)];
    case 'ArrowDown': return range === null ? [0, 0.25] : [Math.max(0, low - step), Math.max(width, high - step)];
    case '+': return [Math.max(0, low - step), Math.min(1, high + step)];
    case '-': return width <= step * 2 ? [low, high] : [low + step / 2, high - step / 2];
    case 'Escape': return null;
    default: return undefined;
  }
}
