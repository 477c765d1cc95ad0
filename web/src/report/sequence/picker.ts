import { h } from '../../common/dom';
import type { Context } from '../context';
import { connectionName } from '../names';

/** Chooses the connection that the time-sequence plot and the ladder show. */
export function connectionPicker(context: Context): HTMLElement {
  const { connections } = context.data;
  const select = h('select', { 'aria-label': 'Connection', onchange: () => { context.connection.value = Number(select.value); } },
    ...connections.map((connection, index) => h('option', { value: index }, `${connectionName(connection)}${connection.segments === null ? ' (segments not kept)' : ''}`)));
  const step = (by: number): void => { context.connection.value = Math.min(connections.length - 1, Math.max(0, context.connection.value + by)); };
  const previous = h('button', { type: 'button', class: 'quiet', 'aria-label': 'Previous connection', onclick: () => step(-1) }, '◀');
  const next = h('button', { type: 'button', class: 'quiet', 'aria-label': 'Next connection', onclick: () => step(1) }, '▶');
  context.connection.follow((value) => {
    select.value = String(value);
    previous.disabled = value === 0;
    next.disabled = value === connections.length - 1;
  }, true);
  return h('div', { class: 'bar controls' }, h('label', {}, 'Connection ', select), connections.length > 1 && previous, connections.length > 1 && next);
}
