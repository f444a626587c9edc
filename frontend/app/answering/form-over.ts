import { computed, linkedSignal, type WritableSignal } from '@angular/core';

/**
 * What a form holds of something saved: it follows what is saved, by whomever, until somebody types; then what is
 * typed stays.
 *
 * @param saved plain values, compared by what they hold
 */
export function formOver<T>(saved: () => T): WritableSignal<T> {
  return linkedSignal<T, T>({
    source: computed(saved, { equal: isSame }),
    computation: (now, before) => (before && !isSame(before.value, before.source) ? before.value : now),
  });
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
