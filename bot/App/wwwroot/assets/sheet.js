// All that a page of words needs of a script: letters that grow, and a print at a press.
import { place } from './page.js';
import { textSize } from './text-size.js';

place('sizes').hidden = false;
textSize();

const print = place('printPage');
if (print) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}
