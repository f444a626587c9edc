/** What all names begin with: sign-out leaves none of them. */
const KEPT = 'alongside.unsent';

/** What the server does not have yet, kept on this device until it does, through closed tabs; gone after sign-out. */
export class KeptOnDevice<T> {
  /** @param prefix as it stands on devices, also on those that have kept something since an earlier version */
  constructor(private readonly prefix: `${typeof KEPT}${string}`) {}

  keep(name: string, what: T): void {
    try {
      localStorage.setItem(this.prefix + name, JSON.stringify(what));
    } catch {
      // Storage is full or closed to us: the open page still holds it and goes on sending.
    }
  }

  /** All whose name begins so, in the order of their names. */
  of(start: string): T[] {
    return keys(this.prefix + start).map((key) => JSON.parse(localStorage.getItem(key) ?? '{}') as T);
  }

  letGo(start: string): void {
    forget(this.prefix + start);
  }
}

/** Leaves nothing of whoever was signed in: neither this, nor what is kept for the tab. */
export function forgetAll(): void {
  forget(KEPT);
  sessionStorage.clear();
}

function forget(start: string): void {
  for (const key of keys(start)) localStorage.removeItem(key);
}

function keys(start: string): string[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(start))
    .sort();
}
