'use strict';

/* Numbers, dates and elements. The language is fixed, so that a report reads the same everywhere. */

const plain = new Map();

function decimals(value, places) {
  if (!plain.has(places)) {
    plain.set(places, new Intl.NumberFormat('en-US', { minimumFractionDigits: places, maximumFractionDigits: places }));
  }
  // Negative zero is what rounding leaves, not a loss.
  return plain.get(places).format(Number(value.toFixed(places)) || 0).replace('-', '\u2212');
}

const whole = value => decimals(value, 0);
const percent = (value, places = 2) => `${decimals(value * 100, places)}\u00a0%`;

/* Groups the digits of exact decimal text, which a number would round; pads it to some places. */
function exact(text, places = 0) {
  const [, sign, integer, , fraction = ''] = /^(-?)(\d+)(\.(\d+))?$/.exec(text);
  const digits = fraction.padEnd(places, '0');
  return (sign && '\u2212') + integer.replace(/\B(?=(\d{3})+$)/g, ',') + (digits && `.${digits}`);
}

const compactFormat = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 2 });
const compact = value => compactFormat.format(value).replace('-', '\u2212');

const DAY = 86_400_000;
const toTime = date => Date.parse(date);
const toDate = time => new Date(time).toISOString().slice(0, 10);
const toMinute = instant => instant.slice(0, 16).replace('T', ' ');

/* "order_notional" becomes "Order notional". */
function words(name) {
  const text = name.toLowerCase().replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/* Makes an element. Text is text, whatever is in it; a property named on… is a listener, others are attributes. */
function element(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith('on')) {
      node.addEventListener(key.slice(2), value);
    } else if (value !== undefined && value !== false) {
      node.setAttribute(key, value === true ? '' : value);
    }
  }
  node.append(...children.filter(child => child !== undefined && child !== null));
  return node;
}

const byId = id => document.getElementById(id);
