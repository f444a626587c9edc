import { problemOf } from '../problems/problem-words';
import { isOfDevice } from './passkey-device';

/** What came in between, in words: the device's owner, the server, or a browser that can't. */
export function wordsForPasskey(failure: unknown): string {
  if (isOfDevice(failure))
    return $localize`:@@passkey.notNow:The phone did not say yes this time. Nothing changed. Try again, or use a passphrase.`;
  if (failure instanceof Error && failure.name.endsWith('Error') && !('status' in failure))
    return $localize`:@@passkey.cannot:This phone or browser can't use a passkey here. Use a passphrase instead.`;
  return problemOf(failure).detail;
}
