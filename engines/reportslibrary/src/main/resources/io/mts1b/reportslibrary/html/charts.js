/* What all charts share. What each of them shows stands in plots.js. */

/* Colours come from the style sheet, so that light and dark are decided in one place. */
function palette() {
  const style = getComputedStyle(document.documentElement);
  const colour = name => style.getPropertyValue(`--${name}`).trim();
  const names = ['ink', 'muted', 'line', 'paper', 'accent', 'second', 'loss'];
  return { ...Object.fromEntries(names.map(name => [name, colour(name)])), of: colour };
}

const charts = [];

/* The part of the run that charts over time show, in percent of its length. */
const period = { start: 0, end: 100 };

function zoom(start, end, source) {
  Object.assign(period, { start, end });
  charts.filter(chart => chart.overTime && chart !== source)
    .forEach(chart => chart.instance.dispatchAction({ type: 'dataZoom', start, end }, { silent: true }));
  document.dispatchEvent(new CustomEvent('period'));
}

/*
 * One chart: an element, a legend of buttons above it, an option made anew from the palette and the names hidden
 * whenever either changes, and attributes that say how it went: data-drawn, the number of points, once all is
 * painted, or data-error.
 *
 * The legend is a list of {name, colour}; the colour is the name of one in the style sheet.
 */
class Chart {
  constructor(id, { label, option, points, empty, legend = [], overTime = false }) {
    Object.assign(this, { option, legend, overTime, box: byId(id), hidden: new Set() });
    if (points === 0) {
      this.box.classList.add('empty');
      this.box.textContent = empty;
      this.box.setAttribute('data-drawn', '0');
      return;
    }
    this.box.setAttribute('role', 'img');
    this.box.setAttribute('aria-label', label);
    if (legend.length > 0) {
      this.box.before(this.buttons());
    }
    try {
      this.start();
    } catch (error) {
      // The others may still be drawn.
      this.box.setAttribute('data-error', error.message);
      echarts.getInstanceByDom(this.box)?.dispose();
      this.box.classList.add('empty');
      this.box.textContent = 'This chart could not be drawn.';
      console.error(error);
    }
  }

  start() {
    const instance = echarts.init(this.box);
    instance.on('finished', () => this.box.setAttribute('data-drawn', this.points()));
    instance.on('datazoom', event => {
      const { start, end } = event.batch ? event.batch[0] : event;
      zoom(start, end, this);
    });
    this.instance = instance;
    this.draw();
    charts.push(this);
    new ResizeObserver(() => this.fit()).observe(this.box);
  }

  draw() {
    const colours = palette();
    const selected = Object.fromEntries(this.legend.map(({ name }) => [name, !this.hidden.has(name)]));
    this.instance.setOption({
      animation: false,
      useUTC: true,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colours.muted },
      legend: { show: false, selected },
      ...this.option(colours, this.hidden),
    }, true);
  }

  /* An observer reports the first size too, which is drawn already. */
  fit() {
    if (this.instance.getWidth() !== this.box.clientWidth || this.instance.getHeight() !== this.box.clientHeight) {
      this.instance.resize();
    }
  }

  /* How many points are drawn: those of the series that are not hidden, within the period shown. */
  points() {
    let count = 0;
    this.instance.getModel().eachSeries(series => { count += series.getData().count(); });
    return count;
  }

  buttons() {
    const group = element('div', { class: 'legend', role: 'group', 'aria-label': 'Series shown' });
    for (const { name, colour } of this.legend) {
      const button = element('button', { type: 'button', 'aria-pressed': 'true' }, swatch(colour), name);
      button.addEventListener('click', () => {
        const hides = !this.hidden.delete(name);
        if (hides) {
          this.hidden.add(name);
        }
        button.setAttribute('aria-pressed', String(!hides));
        this.draw();
      });
      group.append(button);
    }
    return group;
  }
}

function swatch(colour) {
  const box = element('span', { class: 'swatch' });
  box.style.setProperty('background', `var(--${colour})`);
  return box;
}

/* A tooltip is made of elements and not of markup, so that a name is never markup and the policy holds. */
function tip(heading, rows) {
  return element('div', { class: 'tip' },
    element('strong', {}, heading),
    element('dl', {}, ...rows.map(({ name, value, colour }) =>
      element('div', {}, element('dt', {}, colour && swatch(colour), name), element('dd', {}, value)))));
}

function tooltip(colours, formatter, trigger = 'axis') {
  return {
    trigger, formatter, confine: true, padding: 0, borderWidth: 0, backgroundColor: 'transparent',
    extraCssText: 'box-shadow:none', transitionDuration: 0,
    axisPointer: { type: 'line', lineStyle: { color: colours.muted, type: 'dashed' }, shadowStyle: { color: colours.line, opacity: 0.3 } },
  };
}

const grid = { left: 64, right: 16, top: 12, bottom: 28 };

function timeAxis(colours, first, last) {
  return {
    type: 'time', min: first, max: last,
    axisLine: { lineStyle: { color: colours.line } },
    axisTick: { show: false },
    axisLabel: {
      color: colours.muted, hideOverlap: true,
      formatter: { year: '{yyyy}', month: '{yyyy}-{MM}', day: '{yyyy}-{MM}-{dd}' },
    },
  };
}

function valueAxis(colours, formatter, more = {}) {
  return {
    type: 'value',
    axisLabel: { color: colours.muted, formatter },
    splitLine: { lineStyle: { color: colours.line } },
    ...more,
  };
}

/* Drag to move, Ctrl and the wheel to zoom; a bare wheel scrolls the page as it should. */
function zooming() {
  return [{ type: 'inside', zoomOnMouseWheel: 'ctrl', moveOnMouseWheel: false, ...period }];
}

function slider(colours) {
  return {
    type: 'slider', height: 26, bottom: 4, ...period,
    borderColor: colours.line, fillerColor: 'transparent', backgroundColor: 'transparent',
    dataBackground: { lineStyle: { color: colours.muted, opacity: 0.4 }, areaStyle: { color: colours.line } },
    selectedDataBackground: { lineStyle: { color: colours.accent }, areaStyle: { color: colours.accent, opacity: 0.25 } },
    handleStyle: { color: colours.paper, borderColor: colours.muted },
    moveHandleSize: 0, brushSelect: false, textStyle: { color: colours.muted },
    labelFormatter: time => toDate(time),
  };
}
