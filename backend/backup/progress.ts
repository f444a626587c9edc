/** Called with how many bytes are done, of about how many. */
export type Progress = (done: number, of: number) => void;

const EVERY_MS = 200;

/** A line with a number that is written over itself; nothing where nobody looks on (cron, a pipe). */
export function progressOn(terminal: NodeJS.WriteStream, doing: string): { progress: Progress; end(): void } {
  let last = 0;
  return {
    progress: (done, of) => {
      if (!terminal.isTTY || Date.now() - last < EVERY_MS) return;
      last = Date.now();
      // a database grows while it is copied
      const percent = of > 0 ? Math.min(99, Math.floor((done / of) * 100)) : 0;
      terminal.write(`\r${doing}: ${percent} % of ${megabytes(of)}\x1b[K`);
    },
    end: () => void (terminal.isTTY && terminal.write('\r\x1b[K')),
  };
}

/** 12.3 MB, 1,234 MB */
export function megabytes(bytes: number): string {
  const count = bytes / 1_000_000;
  return `${count.toLocaleString('en', { maximumFractionDigits: count < 100 ? 1 : 0 })} MB`;
}
