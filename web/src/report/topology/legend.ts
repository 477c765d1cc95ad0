import { h, s } from '../../common/dom';
import { ramp } from '../../common/palette';
import { theme } from '../../common/theme';

const outlines: Record<string, string> = {
  host: 'M 9 2 a 7 7 0 1 0 0.01 0 z',
  router: 'M 5 2 L 13 2 L 17 9 L 13 16 L 5 16 L 1 9 z',
  switch: 'M 2 4 h 14 v 10 h -14 z',
  nat: 'M 9 1 L 17 9 L 9 17 L 1 9 z',
  firewall: 'M 6 2 h 6 l 4 4 v 6 l -4 4 h -6 l -4 -4 v -6 z',
};

/** What colours, dashes and shapes of the picture mean. */
export function legend(kinds: readonly string[]): HTMLElement {
  const scale = h('li', {}), lost = h('li', {});
  theme.follow(() => {
    const bar = s('svg', { width: 120, height: 12, 'aria-hidden': 'true' });
    for (let part = 0; part < 24; part++) bar.append(s('rect', { x: part * 5, y: 0, width: 5.5, height: 12, fill: ramp(part / 23) }));
    scale.replaceChildren('used 0 %', bar, '100 %');
    const mark = s('svg', { width: 44, height: 16, 'aria-hidden': 'true' }, s('rect', { x: 0, y: 2, width: 44, height: 12, rx: 6, fill: 'var(--lost)', opacity: 0.55 }), s('line', { x1: 0, x2: 44, y1: 8, y2: 8, stroke: ramp(0.5), 'stroke-width': 5, 'stroke-dasharray': '7 4' }));
    lost.replaceChildren(mark, 'lost packets: dashed with a halo, wider for more, and ✕ with their part');
  }, true);
  const shapes = kinds.map((kind) => h('li', {}, s('svg', { width: 18, height: 18, 'aria-hidden': 'true' },
    s('path', { d: outlines[kind] ?? 'M 9 2 L 17 16 L 1 16 z', fill: kind === 'host' ? 'var(--raised)' : 'var(--line-6)', stroke: 'var(--text)', 'stroke-width': 1.5 })), kind));
  return h('ul', { class: 'key' }, scale, lost, h('li', {}, 'The half of a line beside a device is what that device sends.'), ...shapes);
}
