import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '../session/session';
import { PLACES } from '../shell/places';
import { LOGS, PLACE_KEY } from './key-map';
import { type Key, keysHere } from './keys';
import { SheetOfKeys } from './sheet-of-keys';
import { undoByKey } from './undo-by-key';

/** The button that sends the form in which somebody is, if it may be sent. */
function sends(): HTMLButtonElement | null {
  const form = document.activeElement?.closest('form');
  return form?.querySelector<HTMLButtonElement>('button[type="submit"]:not(:disabled)') ?? null;
}

/** The keys of every staff page. Call where injection is possible. */
export function keysEverywhere(): void {
  const role = inject(Session).me()?.role ?? 'participant';
  const router = inject(Router);
  const sheet = inject(SheetOfKeys);
  undoByKey();
  const places = PLACES[role].flatMap(({ path, label }): Key[] => {
    const letter = PLACE_KEY[path];
    const go = () => void router.navigateByUrl(path);
    return letter ? [{ key: `g ${letter}`, says: label, do: go, isEverywhere: true }] : [];
  });
  const log: Key = {
    key: 'l',
    says: 'Log a contact',
    do: () => void router.navigateByUrl('/log'),
    isEverywhere: true,
  };
  keysHere(
    ...places,
    ...(LOGS.includes(role) ? [log] : []),
    {
      key: '$mod+Enter',
      says: 'Save what you are writing',
      do: () => sends()?.click(),
      isHere: () => sends() !== null,
      isEverywhere: true,
    },
    { key: '[Shift]+?', says: 'These keys', do: () => void sheet.open(), isEverywhere: true },
  );
}
