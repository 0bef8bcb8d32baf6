/*
 * A table of many rows: sorted by a click on a heading, filtered by words, shown page by page, so that the page
 * holds twenty rows and not six thousand.
 *
 * A column is {label, text(row), sort(row), numeric, tone(row)}; what is sorted by defaults to the text.
 */
class PagedTable {
  constructor({ id, caption, columns, rows, pageSize = 20, empty }) {
    Object.assign(this, { id, columns, rows, pageSize, empty });
    this.order = null;
    this.page = 0;
    this.shown = rows;
    this.texts = null;
    this.body = element('tbody');
    this.status = element('p', { class: 'status', role: 'status' });
    this.headings = columns.map((column, index) => this.heading(column, index));
    this.previous = this.pager('Previous page', '\u2190', -1);
    this.next = this.pager('Next page', '\u2192', 1);
    this.filter = element('input', {
      type: 'search', placeholder: 'Filter', 'aria-label': `Filter: ${caption}`, oninput: () => this.search(),
    });
    this.node = element('div', { class: 'paged', id: `${id}-paged` },
      element('div', { class: 'tools' }, this.filter, this.status, this.previous, this.next),
      element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
        element('table', { id },
          element('caption', {}, caption),
          element('thead', {}, element('tr', {}, ...this.headings)),
          this.body)));
    this.render();
  }

  heading(column, index) {
    const button = element('button', { type: 'button', onclick: () => this.sortBy(index) }, column.label);
    return element('th', { scope: 'col', class: column.numeric && 'number', 'aria-sort': 'none' }, button);
  }

  pager(label, text, step) {
    return element('button', { type: 'button', class: 'pager', 'aria-label': label, onclick: () => this.turn(step) }, text);
  }

  turn(step) {
    this.page += step;
    this.render();
  }

  /* Up, then down, then up again; equals stay in the order of the run. */
  sortBy(index) {
    const ascending = !(this.order && this.order.index === index && this.order.ascending);
    this.order = { index, ascending };
    this.headings.forEach((heading, i) =>
      heading.setAttribute('aria-sort', i !== index ? 'none' : ascending ? 'ascending' : 'descending'));
    this.search();
  }

  search() {
    const wanted = this.filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    if (wanted.length && !this.texts) {
      this.texts = new Map(this.rows.map(row =>
        [row, this.columns.map(column => column.text(row)).join('\n').toLowerCase()]));
    }
    this.shown = wanted.length
      ? this.rows.filter(row => wanted.every(word => this.texts.get(row).includes(word)))
      : [...this.rows];
    if (this.order) {
      const { index, ascending } = this.order;
      const key = this.columns[index].sort ?? this.columns[index].text;
      const direction = ascending ? 1 : -1;
      this.shown = this.shown
        .map(row => ({ row, key: key(row) }))
        .sort((a, b) => direction * (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
        .map(({ row }) => row);
    }
    this.page = 0;
    this.render();
  }

  render() {
    const from = this.page * this.pageSize;
    const rows = this.shown.slice(from, from + this.pageSize);
    this.body.replaceChildren(...rows.map(row => this.line(row)));
    this.status.textContent = this.told(from, rows.length);
    this.previous.disabled = this.page === 0;
    this.next.disabled = from + this.pageSize >= this.shown.length;
  }

  told(from, count) {
    if (count === 0) {
      return this.rows.length === 0 ? this.empty : 'Nothing matches';
    }
    const all = this.shown.length === this.rows.length ? '' : ` (${whole(this.rows.length)} in all)`;
    return `${whole(from + 1)}\u2013${whole(from + count)} of ${whole(this.shown.length)}${all}`;
  }

  line(row) {
    return element('tr', {}, ...this.columns.map(column => {
      const classes = [column.numeric && 'number', column.tone && column.tone(row)].filter(Boolean).join(' ');
      return element('td', { class: classes || undefined }, column.text(row));
    }));
  }
}
