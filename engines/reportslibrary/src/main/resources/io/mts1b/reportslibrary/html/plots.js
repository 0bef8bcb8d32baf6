/* What each chart shows: functions from the data of the run to a chart. */

const times = dates => dates.map(toTime);
const paired = (xs, ys) => xs.map((x, i) => [x, ys[i]]);

function line(name, colour, data, { width, ...more }) {
  return {
    name, type: 'line', data, showSymbol: false, emphasis: { disabled: true },
    itemStyle: { color: colour }, lineStyle: { color: colour, width }, ...more,
  };
}

const TICK_RULES = [
  [1], [1, 2, 5], [1, 1.5, 2, 3, 5, 7], [1, 1.2, 1.4, 1.6, 1.8, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9],
];

/* Returns the logarithms of round numbers in a range, by the coarsest rule that gives four of them, or the finest. */
function ticksBetween(least, greatest) {
  const ticks = digits => {
    const found = [];
    for (let power = Math.floor(least); power <= greatest; power++) {
      found.push(...digits.map(digit => power + Math.log10(digit)));
    }
    return found.filter(tick => tick >= least && tick <= greatest);
  };
  return TICK_RULES.map(ticks).find(found => found.length >= 4) ?? ticks(TICK_RULES.at(-1));
}

function equityChart(run, state) {
  const { nav, cash } = run.equity;
  const x = times(run.equity.session);
  const high = [];
  nav.forEach((value, i) => high.push(i === 0 ? value : Math.max(high[i - 1], value)));
  const places = run.places;

  /* On a log scale equal distances are equal growth. ECharts has one, but with ticks at powers of ten alone. */
  const scaled = values => (state.log ? values.map(Math.log10) : values);
  const logTicks = () => {
    const [from, to] = [period.start, period.end].map(percent => x[0] + (x.at(-1) - x[0]) * percent / 100);
    const seen = scaled(nav.filter((_, i) => x[i] >= from && x[i] <= to));
    const customValues = ticksBetween(
      seen.reduce((a, b) => Math.min(a, b), Infinity), seen.reduce((a, b) => Math.max(a, b), -Infinity));
    return { axisLabel: { customValues }, axisTick: { customValues, show: false } };
  };

  const chart = new Chart('equity-chart', {
    label: `Net asset value from ${run.info.start} to ${run.info.end}, at last ${amount(run, run.summary.final_nav)}`,
    points: x.length,
    overTime: true,
    legend: [{ name: 'Net asset value', colour: 'accent' }, { name: 'High so far', colour: 'second' }],
    option: colours => {
      const axis = valueAxis(colours, value => compact(state.log ? 10 ** value : value), { scale: true });
      const { axisLabel, axisTick } = state.log ? logTicks() : {};
      return {
        grid: { ...grid, bottom: 66 },
        xAxis: timeAxis(colours, x[0], x.at(-1)),
        yAxis: state.log
          ? { ...axis, min: 'dataMin', max: 'dataMax', axisTick, axisLabel: { ...axis.axisLabel, ...axisLabel } }
          : axis,
        dataZoom: [...zooming(), slider(colours)],
        tooltip: tooltip(colours, ([{ dataIndex: i }]) => tip(run.equity.session[i], [
          { name: 'Net asset value', value: decimals(nav[i], places), colour: 'accent' },
          { name: 'High so far', value: decimals(high[i], places), colour: 'second' },
          { name: 'Cash', value: decimals(cash[i], places) },
          { name: 'Below high', value: percent(nav[i] / high[i] - 1) },
        ])),
        series: [
          line('Net asset value', colours.accent, paired(x, scaled(nav)), { width: 1.6, z: 3 }),
          line('High so far', colours.second, paired(x, scaled(high)), { width: 1 }),
        ],
      };
    },
  });
  // Not at once: ECharts takes no option while it tells of a change.
  document.addEventListener('period', () => requestAnimationFrame(() => {
    if (state.log && charts.includes(chart)) {
      chart.instance.setOption({ yAxis: logTicks() });
    }
  }));
  return chart;
}

function drawdownChart(run) {
  const x = times(run.equity.session);
  const falls = run.equity.drawdown;
  const worst = run.summary.worst_drawdown;
  return new Chart('drawdown-chart', {
    label: worst ? `Drawdown, at worst ${percent(worst.depth)} on ${worst.valley}` : 'Drawdown, none',
    points: falls.length,
    empty: 'The fund lost everything, so a fall below its high has no measure.',
    overTime: true,
    option: colours => ({
      grid,
      xAxis: timeAxis(colours, x[0], x.at(-1)),
      yAxis: valueAxis(colours, value => percent(value, 0), { max: 0 }),
      dataZoom: zooming(),
      tooltip: tooltip(colours, ([{ dataIndex: i }]) =>
        tip(run.equity.session[i], [{ name: 'Below high', value: percent(falls[i]), colour: 'loss' }])),
      series: [{
        ...line('Drawdown', colours.loss, paired(x, falls), { width: 1 }),
        areaStyle: { color: colours.loss, opacity: 0.22 },
        markArea: worst && {
          silent: true,
          itemStyle: { color: colours.loss, opacity: 0.1 },
          data: [[{ xAxis: toTime(worst.peak) }, { xAxis: worst.recovery ? toTime(worst.recovery) : x.at(-1) }]],
        },
        markPoint: worst && {
          silent: true,
          symbol: 'circle', symbolSize: 7, itemStyle: { color: colours.loss },
          label: { formatter: percent(worst.depth, 1), color: colours.ink, position: 'right', distance: 8 },
          data: [{ coord: [toTime(worst.valley), worst.depth] }],
        },
      }],
    }),
  });
}

/*
 * Weights stack up from zero, long ones above and short ones below, and hold until the next are told. Each area
 * reaches from zero to its sum and is painted over by those nearer to zero, because areas that touch leave seams.
 */
function stacked(weight, visible) {
  const sums = [];
  for (const sign of [1, -1]) {
    const sum = weight[0].map(() => 0);
    for (const i of visible) {
      weight[i].forEach((value, t) => { sum[t] += sign * Math.max(0, sign * value); });
      if (weight[i].some(value => sign * value > 0)) {
        sums.push({ instrument: i, values: [...sum] });
      }
    }
  }
  return sums.reverse();
}

function weightsChart(run) {
  const { session, instrument, weight } = run.weights;
  const x = times(session);
  const colour = i => `series-${i % 20 + 1}`;
  return new Chart('weights-chart', {
    label: `Weights of ${instrument.length} instruments after ${session.length} sessions`,
    points: x.length,
    empty: 'No weights were recorded.',
    overTime: true,
    legend: instrument.map((name, i) => ({ name, colour: colour(i) })),
    option: (colours, hidden) => {
      const visible = [...instrument.keys()].filter(i => !hidden.has(instrument[i]));
      return {
        grid,
        xAxis: timeAxis(colours, toTime(run.equity.session[0]), toTime(run.equity.session.at(-1))),
        yAxis: valueAxis(colours, value => percent(value, 0)),
        dataZoom: zooming(),
        tooltip: tooltip(colours, ([{ dataIndex: t }]) => tip(session[t], visible
          .map(i => ({ name: instrument[i], size: weight[i][t], colour: colour(i) }))
          .filter(({ size }) => size !== 0)
          .sort((a, b) => b.size - a.size)
          .map(row => ({ ...row, value: percent(row.size) })))),
        series: stacked(weight, visible).map(({ instrument: i, values }) => ({
          ...line(instrument[i], colours.of(colour(i)), paired(x, values), { width: 0, symbol: 'none', step: 'end' }),
          areaStyle: { color: colours.of(colour(i)), opacity: 1 },
        })),
      };
    },
  });
}

function flowsChart(run) {
  const middle = run.flows.map(({ month }) => toTime(`${month}-15`));
  const bar = (name, colour, values) => ({
    name, type: 'bar', stack: 'flow', data: paired(middle, values), itemStyle: { color: colour }, barMaxWidth: 18,
  });
  return new Chart('flows-chart', {
    label: `Value bought and sold in ${run.flows.length} months`,
    points: run.flows.length,
    empty: 'Nothing was traded.',
    overTime: true,
    legend: [{ name: 'Bought', colour: 'accent' }, { name: 'Sold', colour: 'second' }],
    option: colours => ({
      grid,
      xAxis: timeAxis(colours, toTime(run.equity.session[0]), toTime(run.equity.session.at(-1))),
      yAxis: valueAxis(colours, value => compact(Math.abs(value))),
      dataZoom: zooming(),
      tooltip: tooltip(colours, ([{ dataIndex: i }]) => tip(run.flows[i].month, [
        { name: 'Bought', value: decimals(run.flows[i].bought, run.places), colour: 'accent' },
        { name: 'Sold', value: decimals(run.flows[i].sold, run.places), colour: 'second' },
      ])),
      series: [
        bar('Bought', colours.accent, run.flows.map(flow => flow.bought)),
        bar('Sold', colours.second, run.flows.map(flow => -flow.sold)),
      ],
    }),
  });
}

const GATES = {
  idempotency: ['Idempotency', 'The wish was not seen before.'],
  schema: ['Schema', 'The order makes sense.'],
  static: ['Static limits', 'Broker, type, market, strategy and size are allowed.'],
  position: ['Position limits', 'The position it leads to is within limits.'],
  drawdown: ['Halts and losses', 'The fund is not halted and has not lost too much.'],
  short_side: ['Short side', 'Selling short is allowed, cheap enough and located.'],
  cro_veto: ['Risk officer', 'The chief risk officer has no objection.'],
};
const gateName = gate => GATES[gate][0];

function gatesChart(run) {
  const gates = run.gates;
  const bar = (name, colour, values, more) => ({
    name, type: 'bar', stack: 'orders', data: values, itemStyle: { color: colour }, barWidth: 12, ...more,
  });
  return new Chart('gates-chart', {
    label: gates.map(({ gate, passed, stopped }) =>
      `${gateName(gate)}: ${whole(passed)} passed, ${whole(stopped)} stopped`).join('; '),
    points: run.summary.orders && gates.length,
    empty: 'No order was decided about.',
    legend: [{ name: 'Passed', colour: 'calm' }, { name: 'Stopped', colour: 'loss' }],
    option: colours => {
      const side = (color, data) => ({
        type: 'category', inverse: true, axisLine: { show: false }, axisTick: { show: false }, axisLabel: { color, fontSize: 13 }, data,
      });
      return {
        grid: { left: 118, right: 104, top: 4, bottom: 4 },
        xAxis: { type: 'value', show: false, max: run.summary.orders * 1.01 },
        yAxis: [
          side(colours.ink, gates.map(({ gate }) => gateName(gate))),
          side(colours.muted, gates.map(({ stopped }) => (stopped ? `${whole(stopped)} stopped` : '\u2013'))),
        ],
        tooltip: {
          ...tooltip(colours, ([{ dataIndex: i }]) => tip(GATES[gates[i].gate][1], [
            { name: 'Passed', value: whole(gates[i].passed), colour: 'calm' },
            { name: 'Stopped', value: whole(gates[i].stopped), colour: 'loss' },
          ])),
          axisPointer: { type: 'none' },
        },
        series: [
          bar('Passed', colours.of('calm'), gates.map(({ passed }) => passed)),
          // A handful among thousands must still be seen.
          bar('Stopped', colours.loss, gates.map(({ stopped }) => stopped || null), { barMinHeight: 4 }),
        ],
      };
    },
  });
}
