import { h } from '../../common/dom';
import { lazily } from '../../common/lazy';
import { absent, section } from '../../common/section';
import { plural } from '../../common/units';
import type { Context } from '../context';
import { linkName } from '../names';
import { graphOf } from './graph';
import { deviceCard, linkCard } from './inspector';
import { legend } from './legend';
import { Picture } from './picture';

/** The network as a picture, and what is known of the link that is chosen in it. */
export function topology(context: Context): HTMLElement {
  const { data } = context;
  if (data.devices.length === 0) return section('topology', 'Network', null, absent('There are no devices in this run.'));
  const graph = graphOf(data.devices, data.links), edgeOf = new Map(graph.edges.flatMap((edge) => edge.links.map((link) => [link, edge.id])));
  const said = h('p', { class: 'hover muted', role: 'status' }), card = h('div', {});
  const place = h('div', {
    class: 'picture', tabindex: 0, role: 'application', 'aria-label': `Picture of the network: ${plural(data.devices.length, 'device')}, ${plural(data.links.length, 'link')}. Arrow keys go from one to the next, Enter chooses, plus and minus zoom.`,
  });
  place.classList.toggle('large', graph.nodes.length > 60);
  place.classList.toggle('small', graph.nodes.length <= 4);
  let picture: Picture | null = null;
  const nothing = h('p', { class: 'muted only-screen' }, data.links.length === 0 ? 'There are no links.' : 'Choose a link to see its figures and its time series.');
  card.append(nothing);
  context.link.follow((link) => {
    picture?.choose(link === null ? null : edgeOf.get(link) ?? null);
    card.replaceChildren(link === null ? nothing : linkCard(context, data.links[link]!));
    select.value = link === null ? '' : String(link);
  });
  const select = h('select', { onchange: () => { context.link.value = select.value === '' ? null : Number(select.value); } }, h('option', { value: '' }, 'none'), ...data.links.map((link, index) => h('option', { value: index }, linkName(data, link))));
  lazily(place, () => {
    picture = new Picture(place, graph, data.links, (what) => {
      if (what === null) context.link.value = null;
      else if ('edge' in what && graph.edges[what.edge]!.links.length === 1) context.link.value = graph.edges[what.edge]!.links[0]!;
      else {
        context.link.value = null;
        const node = 'node' in what ? what.node : [graph.edges[what.edge]!.from, graph.edges[what.edge]!.to].find((end) => graph.nodes[end]!.devices.length > 1) ?? graph.edges[what.edge]!.from;
        card.replaceChildren(deviceCard(context, graph.nodes[node]!.devices));
      }
    }, said);
  });
  const button = (text: string, label: string, act: () => void): HTMLElement => h('button', { type: 'button', class: 'quiet', 'aria-label': label, title: label, onclick: act }, text);
  const joined = graph.nodes.length < data.devices.length ? ' Devices of a group on the same switch or router are drawn as one.' : '';
  return section('topology', 'Network', `${plural(data.devices.length, 'device')}, ${plural(data.links.length, 'link')}.${joined}`,
    h('div', { class: 'bar controls' },
      h('label', {}, 'Link ', select), button('+', 'Zoom the picture in', () => picture?.zoom(1.5)), button('−', 'Zoom the picture out', () => picture?.zoom(1 / 1.5)), button('Fit', 'Fit the whole picture', () => picture?.fit())),
    h('div', { class: 'frame' }, place), said, legend([...new Set(data.devices.map((device) => device.kind))]), card);
}
