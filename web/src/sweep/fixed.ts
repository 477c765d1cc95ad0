import { h } from '../common/dom';
import { Signal } from '../common/signal';
import type { PointData, SweepData } from './data';
import { classesOf, shortPath } from './classes';

/** Chooses a parameter; `none` where the choice may be left open. */
export function parameterSelect(data: SweepData, label: string, chosen: Signal<number>, none?: string): HTMLElement {
  const select = h('select', { onchange: () => { chosen.value = Number(select.value); } }, none !== undefined && h('option', { value: -1 }, none), ...data.parameters.map((parameter, index) => h('option', { value: index }, parameter.path)));
  chosen.follow((value) => { select.value = String(value); }, true);
  return h('label', {}, `${label} `, select);
}

/** What is done with the parameters that are not on an axis: each held at one value, or averaged over. */
export class Fixed {
  readonly root = h('div', { class: 'bar controls' });
  readonly changed = new Signal(0);
  readonly #held: (number | null)[];

  constructor(private readonly data: SweepData) {
    this.#held = data.parameters.map(() => null);
  }

  /** Offers the parameters that are not on an axis. */
  offer(onAxes: readonly number[]): void {
    this.root.replaceChildren();
    this.data.parameters.forEach((parameter, index) => {
      if (onAxes.includes(index)) { this.#held[index] = null; return; }
      if (parameter.values.length < 2) return;
      const select = h('select', { onchange: () => { this.#held[index] = select.value === '' ? null : Number(select.value); this.changed.value++; } }, h('option', { value: '' }, 'averaged'), ...classesOf(parameter).labels.map((value, place) => h('option', { value: place }, value)));
      select.value = this.#held[index] === null ? '' : String(this.#held[index]);
      this.root.append(h('label', {}, `${shortPath(parameter.path)} `, select));
    });
  }

  /** The points that have what is held. */
  points(): PointData[] {
    const classes = this.data.parameters.map(classesOf);
    return this.data.points.filter((point) => this.#held.every((held, index) => held === null || classes[index]!.of[point.values[index]!] === held));
  }
}
