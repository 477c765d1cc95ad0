import { Chart } from '../../common/charts/chart';
import { h } from '../../common/dom';
import { Table } from '../../common/table';
import { bytes, count, digits, duration, percent, rate } from '../../common/units';
import type { Context } from '../context';
import type { DirectionData, LinkData } from '../data';
import { directionName, linkName } from '../names';
import { panels, panelSpec } from '../series/links';
import { lostPart } from './figures';

/** The figures of a link and its time series, both directions in each chart. */
export function linkCard(context: Context, link: LinkData): HTMLElement {
  const names = ([0, 1] as const).map((side) => directionName(context.data, link, side));
  const rows: [string, (direction: DirectionData) => string][] = [
    ['Rate', (direction) => (direction.rateBitsPerSecond === null ? 'no limit' : rate(direction.rateBitsPerSecond))],
    ['Delay', (direction) => duration(direction.delayNs)],
    ['Sent', (direction) => `${count(direction.packets)} packets, ${bytes(direction.bytes)}`],
    ['Used', (direction) => (direction.rateBitsPerSecond === null ? '–' : percent(direction.utilisation))],
    ['Queue, mean', (direction) => `${digits(direction.meanQueuePackets)} packets`],
    ['Queue, most', (direction) => `${count(direction.largestQueuePackets)} packets`],
    ['Wait in the queue, p99', (direction) => (direction.queueWait === null || direction.queueWait.number === 0 ? '–' : duration(direction.queueWait.p99Ns))],
    ['Marked', (direction) => (direction.markedPackets === 0 ? '–' : count(direction.markedPackets))],
    ['Dropped', (direction) => (direction.droppedPackets === 0 ? 'none' : `${count(direction.droppedPackets)} (${percent(lostPart(direction.droppedPackets, direction.packets))}): ${Object.entries(direction.drops).map(([reason, number]) => `${reason} ${count(number)}`).join(', ')}`)],
  ];
  const table = new Table<(typeof rows)[number]>(
    [{ title: '', cell: (row) => row[0] }, ...([0, 1] as const).map((side) => ({ title: names[side]!, cell: (row: (typeof rows)[number]) => row[1](link.directions[side]), wide: true }))],
    rows, { caption: 'In the two directions' });
  const card = h('div', { class: 'card' }, h('h3', {}, linkName(context.data, link)), table.root);
  if (link.directions.some((direction) => direction.series !== null)) {
    const shown = ([0, 1] as const).map((side) => ({ direction: link.directions[side], name: names[side]!, place: side }));
    card.append(...panels.map((panel) => new Chart(() => panelSpec(context, panel, shown, 150)).root));
  } else card.append(h('p', { class: 'muted' }, 'It carried nothing.'));
  return card;
}

/** A device and its links. */
export function deviceCard(context: Context, devices: readonly number[]): HTMLElement {
  const { data } = context, set = new Set(devices), first = data.devices[devices[0]!]!;
  const mine = data.links.map((link, index) => ({ link, index })).filter(({ link }) => link.ends.some((end) => set.has(end)));
  const title = devices.length > 1 ? `${devices.length} devices ${first.group}` : first.name;
  return h('div', { class: 'card' }, h('h3', {}, `${title} (${first.kind})`), new Table(
    [
      { title: 'Link', cell: ({ link, index }) => h('button', { type: 'button', class: 'quiet', onclick: () => { context.link.value = index; } }, linkName(data, link)), key: ({ link }) => link.name },
      ...([0, 1] as const).flatMap((side) => [
        { title: side === 0 ? 'Used there' : 'back', number: true, cell: ({ link }: (typeof mine)[number]) => percent(link.directions[side].utilisation), key: ({ link }: (typeof mine)[number]) => link.directions[side].utilisation },
        { title: side === 0 ? 'Dropped there' : 'back', number: true, cell: ({ link }: (typeof mine)[number]) => count(link.directions[side].droppedPackets), key: ({ link }: (typeof mine)[number]) => link.directions[side].droppedPackets },
      ]),
    ], mine, { caption: 'Its links', page: 12 }).root);
}
