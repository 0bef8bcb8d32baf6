/* Puts the run on the page. */

function tradesTable(run) {
  const { name, instrument, at, order, side, quantity, price, value, fee, gain } = run.trades;
  const number = (label, column, places) => ({
    label, numeric: true, text: i => exact(column[i], places), sort: i => Number(column[i]),
  });
  return new PagedTable({
    id: 'trades-list',
    caption: 'All trades',
    rows: at.map((_, i) => i),
    empty: 'Nothing was traded.',
    columns: [
      { label: 'Filled at (UTC)', text: i => toMinute(at[i]), sort: i => at[i] },
      { label: 'Instrument', text: i => name[instrument[i]] },
      { label: 'Side', text: i => words(side[i]) },
      number('Quantity', quantity),
      number('Price', price, run.places),
      number('Value', value, run.places),
      number('Fee', fee, run.places),
      { ...number('Realized gain', gain, run.places), tone: i => ({ '-1': 'loss', 1: 'gain' }[Math.sign(gain[i])]) },
      { label: 'Order', text: i => order[i] },
    ],
  });
}

function denialsTable(run) {
  return new PagedTable({
    id: 'denials-list',
    caption: 'What was denied and why',
    rows: run.denials,
    pageSize: 10,
    empty: 'Nothing was denied.',
    columns: [
      { label: 'Decided at (UTC)', text: row => toMinute(row.at), sort: row => row.at },
      { label: 'Order', text: row => row.order },
      { label: 'Instrument', text: row => row.instrument },
      { label: 'Side', text: row => words(row.side) },
      { label: 'Quantity', numeric: true, text: row => exact(row.quantity), sort: row => Number(row.quantity) },
      { label: 'Gate', text: row => gateName(row.gate) },
      { label: 'Reason', text: row => words(row.code) },
      { label: 'Numbers', text: row => row.numbers },
    ],
  });
}

/* The buttons above the first chart: how long a period to show, and on which scale. */
function showTools(run, state, equity) {
  const { session } = run.equity;
  const span = (toTime(session.at(-1)) - toTime(session[0])) / DAY;
  const choices = [['1Y', 365.25], ['3Y', 1095.75], ['5Y', 1826.25], ['10Y', 3652.5], ['All', Infinity]]
    .filter(([, days]) => days === Infinity || days < span)
    .map(([label, days]) => ({ label, start: days === Infinity ? 0 : 100 * (1 - days / span) }));
  const buttons = choices.map(({ label, start }) =>
    element('button', { type: 'button', onclick: () => zoom(start, 100) }, label));
  const press = () => buttons.forEach((button, i) => button.setAttribute('aria-pressed',
    String(Math.abs(period.start - choices[i].start) < 0.01 && period.end === 100)));
  document.addEventListener('period', press);
  press();
  byId('ranges').append(...buttons);
  const log = byId('log-scale');
  log.disabled = !state.logPossible || !charts.includes(equity);
  log.setAttribute('aria-pressed', String(state.log));
  log.addEventListener('click', () => {
    state.log = !state.log;
    log.setAttribute('aria-pressed', String(state.log));
    equity.draw();
  });
}

function show() {
  const run = JSON.parse(byId('data').textContent);
  run.words = new Map(run.figures.map(figure => [figure.name, figure]));
  const { nav } = run.equity;
  const logPossible = nav.every(value => value > 0);
  // Beyond a tenfold growth the early years would be a flat line.
  const state = { logPossible, log: logPossible && nav.at(-1) > 10 * nav[0] };
  showMasthead(run);
  showFigures(run);
  showLeads(run);
  const equity = equityChart(run, state);
  showTools(run, state, equity);
  drawdownChart(run);
  showMonths(run);
  weightsChart(run);
  flowsChart(run);
  byId('trades-table').append(tradesTable(run).node);
  gatesChart(run);
  byId('denials-table').append(denialsTable(run).node);
  showAbout(run);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => charts.forEach(chart => chart.draw()));
}

show();
