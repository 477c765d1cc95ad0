import { h } from '../../common/dom';
import type { View } from '../../common/charts/view';
import { timeTicks } from '../../common/units';

/** What part of the run the charts below show, with buttons that move and zoom them all. */
export function toolbar(time: View): HTMLElement {
  const shown = h('output', { class: 'range' });
  const button = (text: string, label: string, act: () => void): HTMLElement => h('button', { type: 'button', class: 'quiet', 'aria-label': label, title: label, onclick: act }, text);
  const reset = button('Whole run', 'Show the whole run', () => time.reset()) as HTMLButtonElement;
  const say = (): void => {
    const [from = '', to = ''] = timeTicks([time.from, time.to]);
    shown.textContent = `${from} to ${to}`;
    reset.disabled = time.whole;
  };
  time.follow(say);
  say();
  return h('div', { class: 'bar sticky controls', role: 'toolbar', 'aria-label': 'Time shown in the charts' },
    h('span', { class: 'muted' }, 'Time'), shown,
    button('◀', 'Earlier', () => time.move(-0.25)), button('▶', 'Later', () => time.move(0.25)),
    button('+', 'Zoom in', () => time.zoom(0.5)), button('−', 'Zoom out', () => time.zoom(2)), reset,
    h('span', { class: 'muted hint' }, 'Drag over a chart to zoom, double-click to see all; with the keyboard ← → + − 0.'));
}
