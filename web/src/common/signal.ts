/** A value that others follow. */
export class Signal<T> {
  readonly #followers: ((value: T) => void)[] = [];
  #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  set value(value: T) {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const follower of [...this.#followers]) follower(value);
  }

  /** Calls `follower` on every change, and at once where asked. */
  follow(follower: (value: T) => void, atOnce = false): void {
    this.#followers.push(follower);
    if (atOnce) follower(this.#value);
  }
}
