import { inject } from '@angular/core';
import type { CanActivateFn } from '@angular/router';
import { openIn } from '../look/language';
import { Session } from '../session/session';

/**
 * Lets a participant in, in their own language. Whoever is nobody yet is asked to sign in and comes back here; staff
 * have pages of their own. Both are another app, so the way there is a fresh load.
 */
export const isThemself: CanActivateFn = async (_route, state) => {
  const me = await inject(Session).load();
  if (me?.role === 'participant') return !openIn(me.language, state.url);
  const organization = localStorage.getItem('alongside.organization');
  const door = organization ? `/sign-in/${encodeURIComponent(organization)}` : '/sign-in';
  if (!me) location.replace(`${door}?next=${encodeURIComponent(state.url)}`);
  // who works here too is told that it is theirs in another role
  else location.replace(me.roles.includes('participant') ? `/own${state.url}` : '/');
  return false;
};
