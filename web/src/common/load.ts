import { h } from './dom';

/** Reads the page's data and draws it; says plainly what is wrong where there is none or where it is not this page's. */
export function load<T extends { schema: string }>(schema: T['schema'], draw: (data: T, page: HTMLElement) => void): void {
  const page = document.getElementById('page');
  const text = document.getElementById('data')?.textContent;
  if (page === null || text === undefined || text === null) return;
  const data = JSON.parse(text) as T | string;
  if (typeof data === 'string') page.append(h('p', { class: 'problem' }, 'This page is a template: it holds no data.'));
  else if (data.schema !== schema) page.append(h('p', { class: 'problem' }, `This page draws ${schema}, and its data are ${data.schema}.`));
  else draw(data, page);
}
