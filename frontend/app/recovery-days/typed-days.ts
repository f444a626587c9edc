import { inject, Service } from '@angular/core';
import { Session } from '../session/session';

/** Dates that are typed and not sent yet: on this device, in this tab, for this account, until they are. */
@Service()
export class TypedDays {
  private readonly session = inject(Session);

  of(form: string): Record<string, string> {
    return JSON.parse(sessionStorage.getItem(this.key(form)) ?? '{}') as Record<string, string>;
  }

  keep(form: string, typed: Record<string, string>): void {
    try {
      sessionStorage.setItem(this.key(form), JSON.stringify(typed));
    } catch {
      // Storage is full or closed to us: the open form still holds them.
    }
  }

  letGo(form: string): void {
    sessionStorage.removeItem(this.key(form));
  }

  private key(form: string): string {
    return `alongside.days-typed.${this.session.me()?.accountId ?? ''}.${form}`;
  }
}
