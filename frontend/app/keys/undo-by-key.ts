import { effect, inject } from '@angular/core';
import { Notices } from '../look/notices';
import { Keys } from './keys';

/** While an undo is offered its key does it too. Called where injection is possible. */
export function undoByKey(): void {
  const [notices, keys] = [inject(Notices), inject(Keys)];
  effect((onCleanup) => {
    const { action } = notices.shown() ?? {};
    if (action) onCleanup(keys.add({ key: 'z', says: action.label, do: () => notices.undo() }));
  });
}
