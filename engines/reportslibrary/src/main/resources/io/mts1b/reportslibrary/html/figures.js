/* The parts of the page that are words and figures. */

function figureText(run, name, places = 2) {
  const value = run.summary.figures[name];
  if (value === undefined) {
    return 'undefined';
  }
  return run.words.get(name).unit === 'percent' ? percent(value, places) : decimals(value, places);
}

/* An amount in whole minor units; the exact one stands in summary.json. */
const amount = (run, text) => decimals(Number(text), run.places);

/* A name that explains itself when pointed at, focused or touched. */
function term(label, explanation) {
  const id = `hint-${label.toLowerCase().replace(/\W+/g, '-')}`;
  return element('span', { class: 'term' },
    element('button', { type: 'button', 'aria-describedby': id }, label),
    element('span', { class: 'hint', role: 'tooltip', id }, explanation));
}

function entry(label, explanation, value, note) {
  return element('div', {},
    element('dt', {}, term(label, explanation)),
    element('dd', {}, value, note && element('small', {}, note)));
}

function showMasthead({ info, summary }) {
  byId('title').textContent = info.title;
  byId('eyebrow').textContent = `Fund ${info.fund} \u00b7 Strategy ${info.strategy}`;
  byId('period').textContent = [
    `${info.start} to ${info.end}`, `${whole(summary.sessions)} sessions of ${info.calendar}`, `amounts in ${info.currency}`,
  ].join(' \u00b7 ');
  byId('contents').append(...[...document.querySelectorAll('main > section')].map(section =>
    element('a', { href: `#${section.id}` }, section.dataset.name)));
}

function showFigures(run) {
  const { summary, info, words: known } = run;
  const months = run.years.flatMap(({ year, months: values }) =>
    values.map((value, i) => ({ value, month: `${year}-${String(i + 1).padStart(2, '0')}` })));
  const monthOf = name => months.find(({ value }) => value !== null && value === summary.figures[name])?.month;
  const figure = (name, places, note) =>
    entry(known.get(name).label, known.get(name).explanation, figureText(run, name, places), note);
  const error = summary.figures.sharpe_standard_error;
  byId('tiles').append(
    figure('total_return', 1),
    figure('annual_return'),
    figure('annual_volatility'),
    figure('sharpe_ratio', 2, error !== undefined && `\u00b1\u00a0${decimals(error, 2)}`),
    figure('worst_drawdown', 1, summary.worst_drawdown?.valley),
    entry('Final value', 'The net asset value after the last session: cash plus positions.',
      compact(Number(summary.final_nav)), info.currency));
  const ledger = (title, ...rows) =>
    element('div', {}, element('h3', {}, title), element('dl', { class: 'ledger' }, ...rows));
  const stopped = run.gates.reduce((sum, gate) => sum + gate.stopped, 0);
  byId('ledgers').append(
    ledger('Return', figure('best_month', 2, monthOf('best_month')), figure('worst_month', 2, monthOf('worst_month')),
      figure('hit_rate', 1),
      entry('Final NAV', 'Cash plus positions after the last session.', amount(run, summary.final_nav))),
    ledger('Risk', figure('average_drawdown'), figure('ulcer_index'), figure('value_at_risk_95'), figure('expected_shortfall_95')),
    ledger('Reward for risk', figure('sortino_ratio'), figure('calmar_ratio'), figure('sharpe_standard_error')),
    ledger('Trading',
      entry('Orders', 'How many orders the risk gates decided about.', whole(summary.orders), `${whole(stopped)} stopped`),
      entry('Fills', 'How many executions there were.', whole(summary.fills)),
      figure('annual_turnover', 0),
      entry('Fees paid', 'The fees of all fills, less rebates.', amount(run, summary.fees_paid))));
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function showMonths(run) {
  const table = byId('months-table');
  const largest = Math.max(...run.years.flatMap(({ months }) => months.map(value => Math.abs(value ?? 0))));
  const cell = value => {
    if (value === null || value === undefined) {
      return element('td', { class: 'number' }, '');
    }
    const node = element('td', { class: `number ${value < 0 ? 'loss' : 'gain'}` }, decimals(value * 100, 1));
    // The square root keeps small months apart beside a large one.
    node.style.setProperty('--heat', `${Math.round(60 * Math.sqrt(Math.abs(value) / largest))}%`);
    return node;
  };
  table.append(
    element('caption', {}, 'Returns in percent'),
    element('thead', {}, element('tr', {}, ...['Year', ...MONTHS, 'Total'].map((name, i) =>
      element('th', { scope: 'col', class: i > 0 && 'number' }, name)))),
    element('tbody', {}, ...run.years.map(({ year, months, total }) => element('tr', {},
      element('th', { scope: 'row' }, String(year)), ...months.map(cell),
      element('td', { class: 'number total' }, total === undefined || total === null ? '' : decimals(total * 100, 1))))));
  table.setAttribute('data-drawn', run.years.flatMap(({ months }) => months).filter(value => value !== null).length);
}

function showLeads(run) {
  const { summary, info } = run;
  const worst = summary.worst_drawdown;
  const days = (from, to) => whole((toTime(to) - toTime(from)) / DAY);
  byId('drawdown-lead').textContent = !worst ? 'The fund was never below an earlier high.'
    : `The deepest fall, ${percent(worst.depth)}, led from the high of ${worst.peak} to the low of ${worst.valley}. ` +
      (worst.recovery ? `The high was reached again on ${worst.recovery}, ${days(worst.peak, worst.recovery)} days later.`
        : 'The high has not been reached again.');
  byId('trades-lead').textContent =
    `${whole(summary.fills)} fills, ${amount(run, summary.fees_paid)} ${info.currency} in fees. Bars show the value by month.`;
  const stopped = run.gates.reduce((sum, gate) => sum + gate.stopped, 0);
  byId('gates-lead').textContent =
    `Every order passes seven gates before it may go to a broker. Of ${whole(summary.orders)} orders, ` +
    `${whole(summary.orders - stopped)} were approved and ${whole(stopped)} stopped; each is counted at the first gate that stopped it.`;
}

function showAbout(run) {
  const { info, summary } = run;
  const item = (...content) => element('li', {}, ...content);
  byId('understood').append(...info.understood.map(sentence => item(sentence)));
  if (info.understood.length === 0) {
    byId('understood').append(item('Nothing was noted.'));
  }
  byId('reproduce').append(
    item(info.simulated ? 'Simulate the market again, with the settings beside.' : 'Take the same data.'),
    item('Run with the same configuration', run.seed === undefined ? '.' : ` and the seed ${run.seed}.`),
    item('Compare the state hash. Equal runs have equal ones, and write equal bytes, this page included.',
      element('code', { id: 'state-hash' }, summary.state_hash)));
  byId('configuration').append(element('tbody', {}, ...info.configuration.map(({ name, value }) =>
    element('tr', {}, element('th', { scope: 'row' }, name), element('td', {}, value)))));
  byId('footer').append(element('p', {},
    info.simulated ? 'Simulated data: no real market produced these prices. ' : '',
    'Figures leave out taxes, and nothing is taken off for a riskless investment. ' +
    'The exact amounts lie beside this page in summary.json and in equity, weights, trades and decisions.parquet.'));
}
