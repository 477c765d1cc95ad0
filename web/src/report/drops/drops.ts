import { h } from '../../common/dom';
import { absent, section } from '../../common/section';
import { Table } from '../../common/table';
import { bytes, count, duration, moment, plural } from '../../common/units';
import type { Context } from '../context';
import type { DropPlaceData } from '../data';
import { directionName } from '../names';

/** Which packets were lost, where, for which reason, and what it cost. */
export function drops(context: Context): HTMLElement {
  const { data } = context, { drops: ledger } = data;
  if (ledger.total === 0) return section('drops', 'Lost packets', null, absent('No packet was lost in this run.'));
  return section('drops', 'Lost packets', told(context), places(context), packets(context));
}

function told(context: Context): string {
  const { drops: ledger, run } = context.data, segments = ledger.places.reduce((sum, place) => sum + place.tcpSegments, 0), repaired = ledger.places.reduce((sum, place) => sum + place.repaired, 0);
  const slowest = Math.max(0, ...ledger.places.map((place) => place.maxRepairNs ?? 0));
  const cost = segments === 0 ? 'None of them carried TCP payload.' : `${count(segments)} carried TCP payload: ${count(repaired)} of these reached the other end after all${repaired > 0 ? `, the slowest ${duration(slowest)} after it was lost` : ''}${repaired < segments ? `, and ${count(segments - repaired)} never did` : ''}.`;
  return `${plural(ledger.total, 'packet')} of ${count(run.packets)} ${ledger.total === 1 ? 'was' : 'were'} lost. ${cost}`;
}

function placeName(context: Context, place: DropPlaceData): Node | string {
  const { links } = context.data;
  if (place.link === null) return place.place;
  const [index, side] = place.link, link = links[index];
  if (link === undefined) return place.place;
  return h('button', { type: 'button', class: 'link', onclick: () => { context.link.value = index; document.getElementById('topology')?.scrollIntoView(); } }, directionName(context.data, link, side));
}

function places(context: Context): HTMLElement {
  return new Table<DropPlaceData>(
    [
      { title: 'Where', cell: (row) => placeName(context, row), key: (row) => row.place },
      { title: 'Why', cell: (row) => row.words, key: (row) => row.words },
      { title: 'Packets', number: true, cell: (row) => count(row.packets), key: (row) => row.packets },
      { title: 'Bytes', number: true, cell: (row) => bytes(row.bytes), key: (row) => row.bytes },
      { title: 'First', number: true, cell: (row) => moment(row.firstNs), key: (row) => row.firstNs },
      { title: 'Last', number: true, cell: (row) => moment(row.lastNs), key: (row) => row.lastNs },
      { title: 'With TCP payload', number: true, cell: (row) => count(row.tcpSegments), key: (row) => row.tcpSegments },
      { title: 'Made good', number: true, cell: (row) => (row.tcpSegments === 0 ? '–' : count(row.repaired)), key: (row) => row.repaired },
      { title: 'after, mean', number: true, cell: (row) => (row.meanRepairNs === null || row.repaired === 0 ? '–' : duration(row.meanRepairNs)), key: (row) => row.meanRepairNs },
      { title: 'at most', number: true, cell: (row) => (row.maxRepairNs === null || row.repaired === 0 ? '–' : duration(row.maxRepairNs)), key: (row) => row.maxRepairNs },
    ], context.data.drops.places, { caption: 'By place and reason', page: 15 }).root;
}

function packets(context: Context): HTMLElement {
  const { packets: list, places: all, total } = context.data.drops, rows = list.timeNs.map((_, index) => index);
  if (rows.length === 0) return h('p', { class: 'muted' }, 'No packet of these is listed one by one.');
  const cost = (row: number): string => (list.repairedNs[row] === null || list.repairedNs[row] === undefined ? (/\bbytes\b/.test(list.packet[row]!) ? 'never' : '–') : duration(list.repairedNs[row]! - list.timeNs[row]!));
  const table = new Table<number>(
    [
      { title: 'When', number: true, cell: (row) => moment(list.timeNs[row]!), key: (row) => list.timeNs[row]! },
      { title: 'Packet', cell: (row) => list.packet[row]!, key: (row) => list.packet[row]! },
      { title: 'Size', number: true, cell: (row) => bytes(list.bytes[row]!), key: (row) => list.bytes[row]! },
      { title: 'Where', cell: (row) => { const place = all[list.place[row]!]; return place === undefined ? '' : placeName(context, place); }, key: (row) => all[list.place[row]!]?.place ?? '' },
      { title: 'Why', cell: (row) => all[list.place[row]!]?.words ?? '', key: (row) => all[list.place[row]!]?.words ?? '' },
      { title: 'Made good after', number: true, cell: cost, key: (row) => (list.repairedNs[row] == null ? null : list.repairedNs[row]! - list.timeNs[row]!) },
      { title: '', cell: (row) => ladderButton(context, list.connection[row]!, list.timeNs[row]!) },
    ], rows, { caption: total > rows.length ? `The first ${count(rows.length)} of ${count(total)}, one by one` : 'One by one', page: 15 });
  if (all.length < 2) return table.root;
  const select = h('select', { onchange: () => { table.rows = select.value === '' ? rows : rows.filter((row) => list.place[row] === Number(select.value)); } },
    h('option', { value: '' }, 'everywhere'), ...all.map((place, index) => h('option', { value: index }, `${place.place}: ${place.words}`)));
  return h('div', {}, h('div', { class: 'bar controls' }, h('label', {}, 'Lost ', select)), table.root);
}

function ladderButton(context: Context, connection: number, timeNs: number): HTMLElement | null {
  if (context.data.connections[connection]?.segments == null) return null;
  const show = (): void => {
    context.moment.value = { connection, timeNs };
    document.getElementById('ladder')?.scrollIntoView();
  };
  return h('button', { type: 'button', class: 'quiet', onclick: show, 'aria-label': `Show the loss at ${moment(timeNs)} segment by segment` }, 'Show');
}
