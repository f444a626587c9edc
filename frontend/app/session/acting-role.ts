import { HttpClient, HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject, Injector, Service } from '@angular/core';
import { firstValueFrom, tap } from 'rxjs';
import type { Me, Role } from '../../api/contract';
import { startAnewEverywhere } from './role-changed';
import { Session } from './session';

/** What the session acts in, for those whose account holds several roles. */
@Service()
export class ActingRole {
  private readonly http = inject(HttpClient);

  /**
   * From here on the session acts in this role; the page starts anew in its app. What was typed is kept.
   *
   * @param address of ours, where this tab goes on
   */
  async change(role: Role, address = '/'): Promise<void> {
    const me = await firstValueFrom(this.http.post<Me>('/api/me/role', { role }));
    startAnewEverywhere(me.accountId, address);
  }
}

/**
 * Whoever holds several roles says with each request whose page asks, so that nothing is ever done in the wrong role.
 * When another tab changed it meanwhile, this page starts anew.
 */
export const sayActingRole: HttpInterceptorFn = (request, next) => {
  const me = inject(Injector).get(Session).me();
  if (!me || me.roles.length < 2 || !request.url.startsWith('/api/')) return next(request);
  return next(request.clone({ setHeaders: { 'alongside-acts-as': me.role } })).pipe(
    tap({
      error: (failure: unknown) => {
        const isChanged =
          failure instanceof HttpErrorResponse &&
          (failure.error as { code?: string } | null)?.code === 'acting-role-changed';
        if (isChanged) location.replace('/');
      },
    }),
  );
};
