import type { Router } from '@angular/router';
import type { Me } from '../../api/contract';
import { languageOf, openIn } from '../look/language';
import { FIRST_PAGE } from './session';

/**
 * To where somebody who has just signed in begins, or to the page they asked for. A participant's pages are an app of
 * their own, so the way there is a fresh load.
 */
export function enter(me: Me, router: Router, path = FIRST_PAGE[me.role]): void {
  if (openIn(languageOf(me), path)) return;
  if (me.role === 'participant') location.replace(path);
  else void router.navigateByUrl(path, { replaceUrl: true });
}
