import { append, h } from './dom';

/** A section with its heading, named in the page's navigation. */
export function section(id: string, title: string, lead: string | null, ...children: (Node | string | null | false)[]): HTMLElement {
  const element = h('section', { id, 'aria-labelledby': `${id}-title` }, h('h2', { id: `${id}-title` }, title));
  if (lead !== null) element.append(h('p', { class: 'lead' }, lead));
  append(element, ...children);
  return element;
}

/** Says plainly that there is nothing to show. */
export function absent(text: string): HTMLElement {
  return h('p', { class: 'absent' }, text);
}

/** Links to the sections of a page. */
export function navigation(sections: readonly HTMLElement[]): HTMLElement {
  const list = h('ul', {});
  for (const element of sections) list.append(h('li', {}, h('a', { href: `#${element.id}` }, element.querySelector('h2')?.textContent ?? element.id)));
  return h('nav', { class: 'sections', 'aria-label': 'Sections' }, list);
}

/** Pairs of a name and a value. */
export function facts(...pairs: ([string, Node | string] | null)[]): HTMLElement {
  const list = h('dl', { class: 'facts' });
  for (const pair of pairs) if (pair !== null) list.append(h('div', {}, h('dt', {}, pair[0]), h('dd', {}, pair[1])));
  return list;
}
