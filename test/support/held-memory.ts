import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const SAMPLE_BYTES = 8_000_000;

/** What is held in buffers, less what is only waiting to be collected, at its highest. */
export class HeldMemory {
  highest = 0;
  private readonly collect: () => void;
  private readonly atRest: number;
  private sampledAt = 0;

  constructor() {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    // the first lets buffers go, and the next waits until they are gone
    this.collect = () => {
      collect();
      collect();
    };
    this.collect();
    this.atRest = process.memoryUsage().arrayBuffers;
  }

  /** Looks now and then, by how many bytes have passed. */
  look(passed: number): void {
    if (passed - this.sampledAt < SAMPLE_BYTES) return;
    this.sampledAt = passed;
    this.collect();
    this.highest = Math.max(this.highest, process.memoryUsage().arrayBuffers - this.atRest);
  }
}
