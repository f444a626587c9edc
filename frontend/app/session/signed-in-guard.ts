import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, Router } from '@angular/router';
import type { Role } from '../../api/contract';
import { languageOf, openIn } from '../look/language';
import { FIRST_PAGE, Session } from './session';

/** Lets signed-in people in; others are asked to sign in and come back here. */
export const isSignedIn: CanActivateFn = async (_route, state) => {
  const router = inject(Router);
  const me = await inject(Session).load();
  if (me) {
    // The person's own language is known only now; the page is loaded again in it.
    return !openIn(languageOf(me), state.url);
  }
  const organization = localStorage.getItem('alongside.organization');
  const path = organization ? ['/sign-in', organization] : ['/sign-in'];
  return router.createUrlTree(path, { queryParams: state.url === '/' ? {} : { next: state.url } });
};

/** The address only exists for these roles. */
export function onlyFor(...roles: Role[]): CanMatchFn {
  return async () => {
    const me = await inject(Session).load();
    return me === null || roles.includes(me.role);
  };
}

/** `/` leads to the page that this person's role begins with. */
export const toFirstPage: CanActivateFn = async () => {
  const router = inject(Router);
  const me = await inject(Session).load();
  if (me?.role === 'participant') return toTheirHome();
  return router.parseUrl(me ? FIRST_PAGE[me.role] : '/sign-in');
};

/** A participant's pages are an app of their own: whatever else they ask for leads there. */
export const isParticipant: CanMatchFn = async () => (await inject(Session).load())?.role === 'participant';

export function toTheirHome(): false {
  location.replace(FIRST_PAGE.participant);
  return false;
}
