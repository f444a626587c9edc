/**
 * A stream of chance that is the same every time for the same name, so that the sample is too. Each participant has a
 * stream of their own: a change to one leaves the others as they were.
 */
export class Chance {
  private state: number;

  constructor(name: string) {
    // FNV-1a of the name is where the stream begins
    this.state = 0x811c9dc5;
    for (const unit of Buffer.from(name)) this.state = Math.imul(this.state ^ unit, 0x01000193) >>> 0;
  }

  /** A number from 0 to just under 1: a Weyl sequence, its steps mixed as in splitmix32. */
  next(): number {
    this.state = (this.state + 0x9e3779b9) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  }

  /** Happens in so many of a hundred cases. */
  percent(share: number): boolean {
    return this.next() * 100 < share;
  }

  /** A whole number, both ends included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  pick<T>(list: readonly T[]): T {
    return list[this.whole(0, list.length - 1)]!;
  }

  /** So many different ones, in the order of the list. */
  some<T>(list: readonly T[], count: number): T[] {
    let wanted = Math.min(count, list.length);
    return list.filter((_, index) => {
      const isTaken = this.next() * (list.length - index) < wanted;
      if (isTaken) wanted -= 1;
      return isTaken;
    });
  }

  /** One of the keys, each as often as its weight says. */
  weighed<K extends string>(weights: Partial<Record<K, number>>): K {
    const entries = Object.entries(weights) as [K, number][];
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) if ((left -= weight) < 0) return key;
    return entries.at(-1)![0];
  }

  /** A UUIDv7 made at that instant. */
  id(at: Date): string {
    const hex = (digits: number) =>
      this.whole(0, 16 ** digits - 1)
        .toString(16)
        .padStart(digits, '0');
    const time = at.getTime().toString(16).padStart(12, '0');
    const variant = (8 + this.whole(0, 3)).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(6)}${hex(6)}`;
  }
}
