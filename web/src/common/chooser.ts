import { h } from './dom';
import { distinct, lineColour, lineDash } from './palette';
import { Signal } from './signal';
import { theme } from './theme';

/** Which of many things are drawn, each with the place (colour and dash) that it keeps while it is chosen. */
export type Chosen = ReadonlyMap<number, number>;

const listed = 60;
let choosers = 0;

/**
 * Ticks to choose up to eight of many things, with a filter where they are many. The line beside a tick is drawn as in the charts.
 */
export class Chooser {
  readonly root: HTMLElement;
  readonly chosen: Signal<Chosen>;
  readonly #list = h('ul', { class: 'choices' });
  readonly #more = h('p', { class: 'more' });
  #filter = '';

  constructor(title: string, private readonly names: readonly string[], first: readonly number[]) {
    this.chosen = new Signal<Chosen>(new Map(first.slice(0, distinct).map((item, place) => [item, place])));
    const id = `chooser-${++choosers}`;
    const filter = h('input', { type: 'search', id, placeholder: 'part of a name', oninput: () => { this.#filter = filter.value.toLowerCase(); this.#draw(); } });
    const many = names.length > 12;
    const default_ = new Map(this.chosen.value);
    this.root = h('fieldset', { class: 'chooser controls' }, h('legend', {}, title),
      many && h('div', { class: 'filter' }, h('label', { for: id }, 'Find '), filter,
        h('button', { type: 'button', class: 'quiet', onclick: () => { this.chosen.value = new Map(default_); } }, 'Busiest'),
        h('button', { type: 'button', class: 'quiet', onclick: () => { this.chosen.value = new Map(); } }, 'None')),
      this.#list, this.#more);
    this.chosen.follow(() => this.#draw());
    theme.follow(() => this.#draw());
    this.#draw();
  }

  #draw(): void {
    const chosen = this.chosen.value;
    const matching = this.names.map((_, item) => item).filter((item) => this.#filter === '' || this.names[item]!.toLowerCase().includes(this.#filter));
    const shown = [...matching.filter((item) => chosen.has(item)), ...matching.filter((item) => !chosen.has(item))].slice(0, listed);
    if (this.names.length <= listed) shown.sort((a, b) => a - b);
    const focused = (document.activeElement as HTMLInputElement | null)?.dataset?.['item'];
    this.#list.replaceChildren(...shown.map((item) => this.#choice(item, chosen)));
    if (focused !== undefined) this.#list.querySelector<HTMLInputElement>(`[data-item="${focused}"]`)?.focus();
    const left = matching.length - shown.length;
    this.#more.textContent = left > 0 ? `and ${left} more: narrow them by a part of their name.` : chosen.size >= distinct ? `${distinct} can be drawn at a time.` : '';
  }

  #choice(item: number, chosen: Chosen): HTMLElement {
    const place = chosen.get(item);
    const tick = h('input', { type: 'checkbox', 'data-item': item, checked: place !== undefined, disabled: place === undefined && chosen.size >= distinct, onchange: () => this.toggle(item) });
    return h('li', {}, h('label', {}, tick, swatch(place ?? null), h('span', {}, this.names[item])));
  }

  toggle(item: number): void {
    const next = new Map(this.chosen.value);
    if (!next.delete(item)) {
      const taken = new Set(next.values());
      next.set(item, [...Array(distinct).keys()].find((place) => !taken.has(place)) ?? 0);
    }
    this.chosen.value = next;
  }
}

/** A short piece of a line as the charts draw it; empty where it is not drawn. */
export function swatch(place: number | null, dash?: number[], stroke?: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'swatch');
  svg.setAttribute('viewBox', '0 0 28 10');
  svg.setAttribute('aria-hidden', 'true');
  if (place === null) return svg;
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'line');
  const values = { x1: '0', x2: '28', y1: '5', y2: '5', stroke: stroke ?? lineColour(place), 'stroke-width': '2.5', 'stroke-dasharray': (dash ?? lineDash(place)).join(' ') };
  for (const [name, value] of Object.entries(values)) line.setAttribute(name, value);
  svg.append(line);
  return svg;
}
