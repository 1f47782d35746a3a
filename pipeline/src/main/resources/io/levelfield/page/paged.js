// A table that shows a page of its rows at a time and sorts by any column, so that thousands of schools stay quick.

const PAGE = 50;

/**
 * Makes a table in a place.
 *   columns: {head, figures, wide or texts: how much room for words, value(row) to sort by, show(row) a text or an element}
 *   rows: places; sort: {column, descending}
 * Gives a function that shows other rows.
 */
function pagedTable(place, caption, columns, rows, sort) {
  let order = sort || null;
  let first = 0;
  let shown = rows;
  const heads = columns.map((column, at) => {
    const button = element('button', {type: 'button', onclick: () => {
      order = {column: at, descending: order && order.column === at ? !order.descending : Boolean(column.figures)};
      first = 0;
      draw();
    }}, column.head);
    return element('th', {scope: 'col', class: column.figures ? 'figure' : null}, button);
  });
  const body = element('tbody');
  const told = element('span', {role: 'status'});
  const back = element('button', {type: 'button', onclick: () => { first = Math.max(0, first - PAGE); draw(); }}, WORDS.previous);
  const on = element('button', {type: 'button', onclick: () => { first += PAGE; draw(); }}, WORDS.next);

  function sorted() {
    if (!order) return shown;
    const value = columns[order.column].value;
    const sign = order.descending ? -1 : 1;
    return [...shown].sort((a, b) => {
      const x = value(a);
      const y = value(b);
      if (x === null || y === null) return (x === null) - (y === null) || a - b;
      const by = typeof x === 'string' ? x.localeCompare(y, DATA.language) : x - y;
      return sign * by || a - b;
    });
  }
  function draw() {
    const page = sorted().slice(first, first + PAGE);
    heads.forEach((head, at) => {
      if (order && order.column === at) head.setAttribute('aria-sort', order.descending ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    });
    body.replaceChildren(...page.map((row) => element('tr', {}, columns.map((column, at) =>
      element(at === 0 ? 'th' : 'td', {scope: at === 0 ? 'row' : null, class: column.figures ? 'figure' : column.wide ? 'wide' : column.texts ? 'texts' : null}, column.show(row))))));
    told.textContent = shown.length === 0 ? WORDS['no-rows']
      : say('rows', count(first + 1), count(first + page.length), count(shown.length));
    back.disabled = first === 0;
    on.disabled = first + PAGE >= shown.length;
    pager.hidden = rows.length <= PAGE && shown.length > 0;
  }
  const pager = element('div', {class: 'pager'}, back, on, told);
  place.replaceChildren(
    element('div', {class: 'scroll', role: 'region', tabindex: '0', 'aria-label': caption},
      element('table', {}, element('caption', {}, caption), element('thead', {}, element('tr', {}, heads)), body)),
    pager);
  draw();
  return (others) => { shown = others; first = 0; draw(); };
}
