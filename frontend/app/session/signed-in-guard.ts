import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, Router } from '@angular/router';
import type { Role } from '../../api/contract';
import { languageOf, openIn } from '../look/language';
import { PagesOfOtherRoles } from './pages-of-other-roles';
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
  return async ({ path = '', children }, segments) => {
    const others = inject(PagesOfOtherRoles);
    const me = await inject(Session).load();
    if (me === null || roles.includes(me.role)) return true;
    // an address that only begins like this one is no page
    if (children || path.split('/').length === segments.length) others.refused(segments.join('/'), roles);
    return false;
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

/** In their own pages now, of a person who works here too: a page of their work is not theirs at this moment. */
export const isParticipantWhoWorksHere: CanMatchFn = async () => {
  const me = await inject(Session).load();
  return me?.role === 'participant' && me.roles.length > 1;
};

export function toTheirHome(): false {
  location.replace(FIRST_PAGE.participant);
  return false;
}
