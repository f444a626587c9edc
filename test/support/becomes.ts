import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 8_000;
const LOOK_AGAIN_MS = 25;

/** Looks at what a person would see until it is this; what it was instead fails the test. */
export async function becomes<Seen>(look: () => Promise<Seen>, wanted: Seen): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    if (isSame(await look(), wanted)) return;
    await pause(LOOK_AGAIN_MS);
  }
  expect(await look()).toEqual(wanted);
}

function isSame(seen: unknown, wanted: unknown): boolean {
  try {
    expect(seen).toEqual(wanted);
    return true;
  } catch {
    return false;
  }
}
