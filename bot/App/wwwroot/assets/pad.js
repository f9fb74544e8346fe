// A box to write one's name in, with finger, pen or mouse. Black on nothing, whatever the colours of the page.
export class Pad {
  #canvas;
  #pen;
  #last;
  #ink = 0;

  constructor(canvas) {
    this.#canvas = canvas;
    this.#pen = canvas.getContext('2d');
    Object.assign(this.#pen, { lineWidth: 6, lineCap: 'round', lineJoin: 'round', strokeStyle: '#000' });
    canvas.addEventListener('pointerdown', event => this.#begin(event));
    canvas.addEventListener('pointermove', event => this.#draw(event));
    for (const end of ['pointerup', 'pointercancel']) canvas.addEventListener(end, () => { this.#last = undefined; });
  }

  /** A dot is not a name. */
  get isEmpty() {
    return this.#ink < 60;
  }

  clear() {
    this.#pen.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    this.#ink = 0;
  }

  /** What is written, as a PNG in base64. */
  picture() {
    return this.#canvas.toDataURL('image/png').split(',')[1];
  }

  #begin(event) {
    if (!event.isPrimary || event.button > 0) return;
    event.preventDefault();
    this.#canvas.setPointerCapture(event.pointerId);
    this.#last = this.#place(event);
  }

  #draw(event) {
    if (!this.#last) return;
    event.preventDefault();
    for (const step of event.getCoalescedEvents?.().concat(event) ?? [event]) {
      const next = this.#place(step);
      this.#pen.beginPath();
      this.#pen.moveTo(this.#last.x, this.#last.y);
      this.#pen.lineTo(next.x, next.y);
      this.#pen.stroke();
      this.#ink += Math.hypot(next.x - this.#last.x, next.y - this.#last.y);
      this.#last = next;
    }
  }

  #place(event) {
    const box = this.#canvas.getBoundingClientRect();
    return { x: (event.clientX - box.left) * this.#canvas.width / box.width, y: (event.clientY - box.top) * this.#canvas.height / box.height };
  }
}
