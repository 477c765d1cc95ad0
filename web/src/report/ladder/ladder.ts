import { append, h } from '../../common/dom';
import { lazily } from '../../common/lazy';
import { absent, section } from '../../common/section';
import { printing } from '../../common/theme';
import { count } from '../../common/units';
import type { Context } from '../context';
import { connectionPicker } from '../sequence/picker';
import { drawLadder } from './draw';
import { segmentTable } from './list';
import { rowsOf } from './rows';

const perPage = 40, paper = 660;

/** The message sequence of the chosen connection, a page of segments at a time. */
export function ladder(context: Context): HTMLElement {
  const { data } = context;
  if (data.connections.length === 0) return section('ladder', 'Segment by segment', null, absent('There is no TCP connection in this run.'));
  const place = h('div', { class: 'ladder-place' }), pager = h('div', { class: 'bar controls', role: 'group', 'aria-label': 'Pages of segments' }), list = h('div', {});
  let first = 0, marked: number | null = null, drawn = false;
  const draw = (): void => {
    if (!drawn) return;
    const connection = data.connections[context.connection.value]!, log = connection.segments;
    pager.replaceChildren();
    list.replaceChildren();
    if (log === null || log.number.length === 0) {
      place.replaceChildren(absent('The segments of this connection were not kept; those of the first connections of a run are.'));
      return;
    }
    const length = log.number.length, last = Math.min(length, first + perPage);
    place.replaceChildren(drawLadder(context, connection, log, rowsOf(log, first, last), printing.value ? paper : Math.min(980, Math.max(300, place.clientWidth)), marked));
    const go = (to: number): void => { first = Math.max(0, Math.min(to, length - 1)); marked = null; draw(); };
    const button = (text: string, to: number, off: boolean): HTMLElement => h('button', { type: 'button', class: 'quiet', disabled: off, onclick: () => go(to) }, text);
    const loss = log.dropped.findIndex((dropped, index) => index > (marked ?? first - 1) && (dropped >= 0 || log.again[index] === true));
    append(pager, button('First', 0, first === 0), button('Previous', first - perPage, first === 0), h('span', {}, `${count(first + 1)} to ${count(last)} of ${count(length)}${log.total > length ? ` kept, ${count(log.total)} in all` : ''}`),
      button('Next', first + perPage, last >= length), button('Last', length - perPage, last >= length),
      h('button', { type: 'button', class: 'quiet', disabled: loss < 0, onclick: () => { show(loss); } }, 'Next loss'));
    const table = h('details', { class: 'only-screen' }, h('summary', {}, 'The same as a table'));
    table.addEventListener('toggle', () => { if (table.open && table.children.length === 1) table.append(segmentTable(context, connection, log, first, last)); });
    list.append(table);
  };
  const show = (index: number): void => { first = Math.max(0, index - 6); marked = index; draw(); };
  context.connection.follow(() => { first = 0; marked = null; draw(); });
  context.moment.follow((wish) => {
    const log = wish === null ? null : data.connections[wish.connection]?.segments ?? null;
    if (wish === null) return;
    context.connection.value = wish.connection;
    const near = log === null ? -1 : log.sentNs.reduce((best, sent, index) => (log.dropped[index]! >= 0 && sent <= wish.timeNs && (best < 0 || sent >= log.sentNs[best]!) ? index : best), -1);
    if (near >= 0) show(near);
  });
  printing.follow(draw);
  lazily(place, () => {
    drawn = true;
    draw();
    let width = place.clientWidth;
    new ResizeObserver(() => { if (!printing.value && place.clientWidth !== width) { width = place.clientWidth; draw(); } }).observe(place);
  });
  return section('ladder', 'Segment by segment', 'Time runs down, not to scale where little happens. A segment’s arrow goes from when it was sent to when it arrived; one that was lost ends in a cross.', connectionPicker(context), pager, place, list);
}
