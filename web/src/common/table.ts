import { append, h } from './dom';

export interface Column<Row> {
  title: string;
  /** What stands in the cell. */
  cell: (row: Row, index: number) => Node | string | null;
  /** Sorting by this column is offered where given. */
  key?: (row: Row) => number | string | null;
  number?: boolean;
  /** Long texts, which may be broken anywhere. */
  wide?: boolean;
}

export interface TableOptions<Row> {
  caption: string;
  /** Rows at a time. */
  page?: number;
  /** Of the row's element. */
  classOf?: (row: Row) => string | undefined;
  /** Sorted at first by this column, falling. */
  sorted?: number;
}

/** A table that is scrolled sideways where it is too wide, sorted by its headings and shown page by page. */
export class Table<Row> {
  readonly root = h('div', { class: 'table' });
  readonly #body = h('tbody', {});
  readonly #head = h('tr', {});
  readonly #pager = h('div', { class: 'pager controls' });
  #rows: readonly Row[];
  #sorted: { column: number; rising: boolean } | null = null;
  #first = 0;

  constructor(private readonly columns: readonly Column<Row>[], rows: readonly Row[], private readonly options: TableOptions<Row>) {
    this.#rows = rows;
    if (options.sorted !== undefined) this.#sorted = { column: options.sorted, rising: false };
    const table = h('table', {}, h('caption', {}, options.caption), h('thead', {}, this.#head), this.#body);
    this.root.append(h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': options.caption }, table), this.#pager);
    this.#draw();
  }

  set rows(rows: readonly Row[]) {
    this.#rows = rows;
    this.#first = 0;
    this.#draw();
  }

  #draw(): void {
    this.#head.replaceChildren(...this.columns.map((column, index) => this.#heading(column, index)));
    const rows = this.#inOrder(), size = this.options.page ?? Number.MAX_SAFE_INTEGER;
    this.#body.replaceChildren(...rows.slice(this.#first, this.#first + size).map((row, index) => this.#row(row, this.#first + index)));
    this.#pager.replaceChildren();
    if (rows.length <= size) return;
    const go = (to: number): void => { this.#first = to; this.#draw(); };
    append(
      this.#pager,
      h('button', { type: 'button', disabled: this.#first === 0, onclick: () => go(Math.max(0, this.#first - size)) }, 'Previous'),
      h('span', {}, `${this.#first + 1} to ${Math.min(rows.length, this.#first + size)} of ${rows.length}`),
      h('button', { type: 'button', disabled: this.#first + size >= rows.length, onclick: () => go(this.#first + size) }, 'Next'),
    );
  }

  #heading(column: Column<Row>, index: number): HTMLElement {
    const sorted = this.#sorted?.column === index ? this.#sorted : null;
    const attributes = { scope: 'col', class: column.number ? 'number' : undefined, 'aria-sort': sorted === null ? undefined : sorted.rising ? 'ascending' : 'descending' };
    if (column.key === undefined) return h('th', attributes as Record<string, string>, column.title);
    const sort = (): void => {
      this.#sorted = { column: index, rising: sorted === null ? !column.number : !sorted.rising };
      this.#first = 0;
      this.#draw();
      this.#head.querySelectorAll('th')[index]?.querySelector('button')?.focus();
    };
    const mark = sorted === null ? '' : sorted.rising ? ' ▲' : ' ▼';
    return h('th', attributes as Record<string, string>, h('button', { type: 'button', class: 'sort', onclick: sort }, column.title, h('span', { 'aria-hidden': 'true' }, mark)));
  }

  #row(row: Row, index: number): HTMLElement {
    const element = h('tr', { class: this.options.classOf?.(row) ?? '' });
    this.columns.forEach((column, place) => {
      const kind = column.number ? 'number' : column.wide ? 'wide' : '';
      element.append(h(place === 0 ? 'th' : 'td', place === 0 ? { scope: 'row', class: kind } : { class: kind }, column.cell(row, index)));
    });
    return element;
  }

  #inOrder(): readonly Row[] {
    const key = this.#sorted === null ? undefined : this.columns[this.#sorted.column]?.key;
    if (key === undefined) return this.#rows;
    const sign = this.#sorted!.rising ? 1 : -1;
    return this.#rows.map((row, index) => ({ row, index, value: key(row) })).sort((a, b) => {
      // What has no value stands last whichever way.
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null) || a.index - b.index;
      const order = typeof a.value === 'number' && typeof b.value === 'number' ? a.value - b.value : String(a.value).localeCompare(String(b.value), 'en', { numeric: true });
      return order * sign || a.index - b.index;
    }).map((entry) => entry.row);
  }
}
