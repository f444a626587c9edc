import { eventReader, type StreamEvent } from './event-text';
import type { Told } from './told';

/** The server writes something every 20 seconds; after so many milliseconds of silence the way is cut. */
const SILENCE = 45_000;
/** Waits before coming back, in milliseconds; the last one repeats. */
const COME_BACK_AFTER = [300, 1_000, 2_000, 3_000, 5_000];

/**
 * Holds a stream of live events open and comes back to it by itself, from where it was, until the session has ended
 * or `stop`. Resolves then; never rejects.
 *
 * @param cursor the last event that is known, asked each time
 */
export async function listen(
  cursor: () => string,
  stop: AbortSignal,
  tell: (told: Told) => void,
): Promise<void> {
  for (let failures = 0; !stop.aborted; failures += 1) {
    const end = await listenOnce(cursor(), stop, (told) => {
      if (told.is === 'live') failures = 0;
      tell(told);
    });
    if (stop.aborted) return;
    tell({ is: end });
    if (end === 'over') return;
    await toTryAgain(COME_BACK_AFTER[Math.min(failures, COME_BACK_AFTER.length - 1)]!, stop);
  }
}

async function listenOnce(
  cursor: string,
  stop: AbortSignal,
  tell: (told: Told) => void,
): Promise<'lost' | 'over'> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE);
  try {
    const response = await fetch('/api/live', {
      headers: { 'Last-Event-ID': cursor },
      cache: 'no-store',
      signal: AbortSignal.any([stop, silence.signal]),
    });
    if (response.status === 401) return 'over';
    if (!response.ok || !response.body) return 'lost';
    const read = eventReader();
    const pieces = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE);
      tell({ is: 'here' });
      for (const event of read(piece.value)) {
        if (event.name === 'over') return 'over';
        tell(toldBy(event));
      }
    }
  } catch {
    // cut, silent or told to stop: all the same, one comes back from where one was
  } finally {
    clearTimeout(timer);
  }
  return 'lost';
}

function toldBy({ id, name, data }: StreamEvent): Told {
  if (name === 'ready') return { is: 'live', cursor: id };
  const { participantId } = JSON.parse(data) as { participantId?: string };
  return { is: 'changed', participantId: participantId ?? null, cursor: id };
}

/** A little apart from the others who lost it at the same moment; at once when there is signal again. */
function toTryAgain(wait: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      document.removeEventListener('visibilitychange', done);
      stop.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, wait * (0.5 + Math.random()));
    window.addEventListener('online', done);
    document.addEventListener('visibilitychange', done);
    stop.addEventListener('abort', done);
  });
}
