// Three sizes of text, remembered on this device.
import { place } from './page.js';

const sizes = ['1', '2', '3'];
const smaller = place('smaller');
const larger = place('larger');

function remembered() {
  try {
    return localStorage.getItem('onevisit-text');
  } catch {
    return null;
  }
}

function show(size, changed) {
  document.documentElement.dataset.text = size;
  smaller.disabled = size === sizes[0];
  larger.disabled = size === sizes.at(-1);
  changed?.();
}

// Kept once it is chosen: who only looked leaves nothing behind.
function choose(size, changed) {
  try {
    localStorage.setItem('onevisit-text', size);
  } catch {
    // A browser that keeps nothing still shows the size chosen.
  }
  show(size, changed);
}

export function textSize(changed) {
  show(sizes.includes(remembered()) ? remembered() : sizes[0]);
  const step = by => choose(sizes[sizes.indexOf(document.documentElement.dataset.text) + by], changed);
  smaller.addEventListener('click', () => step(-1));
  larger.addEventListener('click', () => step(1));
}
