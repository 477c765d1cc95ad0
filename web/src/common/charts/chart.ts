import uPlot from 'uplot';
import { swatch } from '../chooser';
import { h } from '../dom';
import { lazily } from '../lazy';
import { printing, theme } from '../theme';
import { options } from './options';
import type { ChartSpec } from './spec';

/** So wide are charts on paper, in CSS pixels. */
const paper = 660;

/**
 * A chart with its caption and, below, the values at the cursor. It is drawn when it comes near the window, and anew when its data, the colours
 * or the width change. `describe` gives what to draw, or null where there is nothing.
 */
export class Chart {
  readonly root = h('figure', {});
  readonly #caption = h('figcaption', {});
  readonly #place = h('div', { class: 'plot' });
  readonly #values = h('ul', { class: 'values' });
  #spec: ChartSpec | null = null;
  #plot: uPlot | null = null;
  #width = 0;
  #drawn = false;
  #pending = 0;

  constructor(private readonly describe: () => ChartSpec | null) {
    this.root.append(this.#caption, this.#place, this.#values);
    this.#place.style.minHeight = '180px';
    lazily(this.root, () => {
      this.#drawn = true;
      this.#draw();
      new ResizeObserver(() => { if (this.#available() !== this.#width) this.refresh(); }).observe(this.root);
    });
    theme.follow(() => { if (this.#drawn) this.#draw(); });
    printing.follow(() => { if (this.#drawn) this.#draw(); });
  }

  /** Draws anew, once for all changes of this moment. */
  refresh(): void {
    if (!this.#drawn || this.#pending !== 0) return;
    this.#pending = requestAnimationFrame(() => { this.#pending = 0; this.#draw(); });
  }

  #available(): number {
    return printing.value ? paper : Math.max(220, Math.floor(this.root.clientWidth));
  }

  #draw(): void {
    const followed = this.#spec?.view;
    this.#plot?.destroy();
    this.#plot = null;
    const spec = this.describe();
    this.#spec = spec;
    this.root.hidden = spec === null;
    if (spec === null) return;
    this.#width = this.#available();
    const height = spec.height ?? 190;
    this.#caption.textContent = spec.title;
    this.#place.style.minHeight = `${height}px`;
    this.#plot = new uPlot(
      options(spec, this.#width, height, (from, to) => spec.view?.set(from, to), (index) => this.#show(index)),
      spec.data as uPlot.AlignedData, this.#place);
    if (spec.view !== undefined && followed === undefined) this.#follow(spec);
    this.#place.setAttribute('role', spec.view === undefined ? 'img' : 'group');
    this.#place.setAttribute('aria-label', [spec.title, spec.summary, spec.view && 'Left and right move, plus and minus zoom, 0 shows all.'].filter(Boolean).join('. '));
    this.#show(null);
  }

  #follow(spec: ChartSpec): void {
    this.#place.tabIndex = 0;
    this.#place.addEventListener('keydown', (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.altKey && spec.view!.key(event.key)) event.preventDefault();
    });
    spec.view!.follow(() => this.#plot?.setScale('x', { min: spec.view!.from, max: spec.view!.to }));
  }

  /** Names the lines, with their values where the cursor is. */
  #show(index: number | null): void {
    const spec = this.#spec;
    if (spec === null) return;
    const brief = spec.brief === true && !printing.value;
    if (brief && index === null) {
      this.#values.replaceChildren();
      return;
    }
    const items = spec.lines.map((line, place) => ({ line, place })).filter(({ line }) => !line.unnamed).map(({ line, place }) => {
      const value = index === null ? null : valueAt(spec.data[place + 1]!, index);
      return h('li', {}, swatch(0, line.shape === 'points' ? [2, 4] : line.dash ?? [], line.stroke), !brief && h('span', { class: 'name' }, line.label), value !== null && h('b', {}, (line.format ?? spec.format)(value)));
    });
    if (index !== null) items.unshift(h('li', { class: 'muted' }, `at ${spec.xFormat(spec.data[0]![index] ?? 0)}`));
    this.#values.replaceChildren(...items);
  }
}

/** The value at an index, or the last one before it: joined lines have holes where another line has a value. */
function valueAt(values: readonly (number | null | undefined)[], index: number): number | null {
  for (let at = index; at >= 0 && at > index - 400; at--) {
    const value = values[at];
    if (value !== null && value !== undefined) return value;
  }
  return null;
}
