import { problemOf } from '../problems/problem-words';

/** How long to wait before asking again, in milliseconds: soon at first, then every half minute. */
const WAITS = [1_500, 3_000, 6_000, 12_000, 30_000];

/** Whether it may work by asking again: no signal, or trouble on the server's side. */
export function isWorthAsking(failure: unknown): boolean {
  const { status } = problemOf(failure);
  return status === 0 || status >= 500;
}

/**
 * Sends until there is an answer, for what may be sent twice without being done twice. An answer that is a refusal is
 * thrown; no answer is no refusal.
 *
 * @param late is called when an answer was lost, each time
 * @param isOver asked before each further try; when it says so, it waits no more and never resolves
 */
export async function untilAnswered<T>(
  send: () => Promise<T>,
  late: () => void,
  isOver: () => boolean = () => false,
): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await send();
    } catch (failure) {
      if (!isWorthAsking(failure)) throw failure;
      if (isOver()) return new Promise<never>(() => undefined);
      late();
      await signalOr(WAITS[Math.min(tries, WAITS.length - 1)]!);
    }
  }
}

/** A while, or until the signal is back, whichever comes first. */
export function signalOr(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      removeEventListener('online', go);
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(go, milliseconds);
    addEventListener('online', go);
  });
}
