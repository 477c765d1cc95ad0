/** A part of an axis that several charts show together: zoomed in one of them, zoomed in all. */
export class View {
  readonly #followers: (() => void)[] = [];
  #from: number;
  #to: number;

  /** `[full.from, full.to]` is shown at first and after a reset; nothing outside of `[0, limit]` is ever shown. */
  constructor(private readonly full: { from: number; to: number }, private readonly limit: number) {
    this.#from = full.from;
    this.#to = full.to;
  }

  get from(): number {
    return this.#from;
  }

  get to(): number {
    return this.#to;
  }

  get whole(): boolean {
    return this.#from === this.full.from && this.#to === this.full.to;
  }

  set(from: number, to: number): void {
    const width = Math.min(Math.max(to - from, 10), this.limit);
    const start = Math.max(0, Math.min(from, this.limit - width));
    if (start === this.#from && start + width === this.#to) return;
    this.#from = start;
    this.#to = start + width;
    for (const follower of this.#followers) follower();
  }

  reset(): void {
    this.set(this.full.from, this.full.to);
  }

  /** Zooms by a factor about the middle: below 1 shows less. */
  zoom(factor: number): void {
    const middle = (this.#from + this.#to) / 2, half = ((this.#to - this.#from) * factor) / 2;
    this.set(middle - half, middle + half);
  }

  /** Moves by a part of what is shown. */
  move(part: number): void {
    const step = (this.#to - this.#from) * part;
    this.set(this.#from + step, this.#to + step);
  }

  follow(follower: () => void): void {
    this.#followers.push(follower);
  }

  /** What keys do on a chart; true where the key meant something. */
  key(name: string): boolean {
    switch (name) {
      case 'ArrowLeft': this.move(-0.2); return true;
      case 'ArrowRight': this.move(0.2); return true;
      case '+': case '=': this.zoom(0.5); return true;
      case '-': this.zoom(2); return true;
      case '0': case 'Home': this.reset(); return true;
      default: return false;
    }
  }
}
