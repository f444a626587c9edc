/**
 * What is typed or on its way, kept for this tab and this account until the server has it. It is gone when the tab
 * closes, at sign-out and at the quick exit: phones are shared.
 */
export class KeptForTab {
  /** @param account the id of whoever is signed in */
  constructor(private readonly account: () => string) {}

  /** @returns null when nothing is kept */
  of<T>(name: string): T | null {
    return JSON.parse(sessionStorage.getItem(this.key(name)) ?? 'null') as T | null;
  }

  /** @param what null: the server has it, or it is not wanted any more */
  keep(name: string, what: unknown): void {
    try {
      if (what === null) sessionStorage.removeItem(this.key(name));
      else sessionStorage.setItem(this.key(name), JSON.stringify(what));
    } catch {
      // Storage is full or closed to us: the open page still holds it and goes on sending.
    }
  }

  private key(name: string): string {
    return `alongside.${this.account()}.${name}`;
  }
}
