import { word } from '/demo/words.js';
import { duration, moment } from './page.js';

const svg = (tag, attributes, text) => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  return made;
};

const row = 46, top = 30, side = 1, indent = 6;

/** What a bar is called: its name and what it is. */
export const title = bar => [bar.name, word(`kind-${bar.kind}`)].filter(Boolean).join(' · ');

/** How long it took, or has taken until now; empty for what takes no time. */
export const length = (bar, now) => bar.kind === 'event' || bar.kind === 'sent' ? '' : duration(Math.max(0, new Date(bar.to ?? now) - new Date(bar.from)));

/** Bars over time, one under the other, drawn as wide as there is room. The table beside says the same. */
export function gantt(bars, now, width) {
  const from = Math.min(...bars.map(bar => +new Date(bar.from)));
  const to = Math.max(...bars.map(bar => +new Date(bar.to ?? now)), from + 1);
  const place = when => side + (new Date(when) - from) / (to - from) * (width - 2 * side);
  const picture = svg('svg', { viewBox: `0 0 ${width} ${top + bars.length * row}`, height: top + bars.length * row, role: 'img', 'aria-label': word('picture', { count: bars.length }) });
  picture.append(...axis(from, to, width, top + bars.length * row, place));
  bars.forEach((bar, number) => picture.append(...drawn(bar, top + number * row, now, width, place)));
  return picture;
}

function axis(from, to, width, height, place) {
  const style = to - from < 86400000 ? 'hour' : 'day';
  const ticks = width < 600 ? [from, to] : [from, (from + to) / 2, to];
  return ticks.flatMap((tick, number) => [
    svg('line', { x1: place(tick), x2: place(tick), y1: 20, y2: height }),
    svg('text', { x: number === ticks.length - 1 ? width : number === 0 ? 0 : place(tick), y: 14, class: 'axis', 'text-anchor': number === ticks.length - 1 ? 'end' : number === 0 ? 'start' : 'middle' }, moment(tick, style)),
  ]);
}

function drawn(bar, y, now, width, place) {
  const x = place(bar.from), end = place(bar.to ?? now);
  const label = fitting(title(bar), [length(bar, now), bar.state === 'done' ? '' : word(`state-${bar.state}`)].filter(Boolean).join(' · '), width);
  const shape = bar.kind === 'event' || bar.kind === 'sent'
    ? svg('path', { d: `M ${Math.min(Math.max(x, 7), width - 7)} ${y + 22} l 7 7 l -7 7 l -7 -7 Z`, class: bar.kind })
    : svg('rect', { x: Math.min(x, width - side - 4), y: y + 22, width: Math.max(4, end - x), height: 14, rx: 3, class: `bar ${bar.kind} ${bar.state}` });
  return [svg('text', { x: indent, y: y + 15 }, label), shape];
}

// A letter of Chinese is about 15 px wide, one of Latin script 8.
function fitting(name, rest, width) {
  let room = width - indent - wide(` · ${rest}`);
  let kept = '';
  for (const letter of name) {
    room -= wide(letter);
    if (room < 15) return `${kept}… · ${rest}`;
    kept += letter;
  }
  return rest ? `${name} · ${rest}` : name;
}

const wide = text => [...text].reduce((sum, letter) => sum + (letter.codePointAt(0) > 0x2e80 ? 15 : 8), 0);
