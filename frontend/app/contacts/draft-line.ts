import { Component, computed, inject, input } from '@angular/core';
import { pageLanguage } from '../look/language';
import { timeOf } from '../look/time-words';
import { Session } from '../session/session';
import type { DraftState } from './draft-keeping';

/** Whether the words are safe yet. */
@Component({
  selector: 'app-draft-line',
  template: `<span role="status" [class.unsent]="state().is === 'unsent'">{{ words() }}</span>`,
  styles: `
    span {
      color: var(--mat-sys-on-surface-variant);
      font-size: 0.9375rem;
    }
    span:not(:empty) {
      margin-inline-end: 16px;
    }
    .unsent {
      color: var(--mat-sys-tertiary);
      font-weight: 600;
    }
  `,
})
export class DraftLine {
  readonly state = input.required<DraftState>();
  private readonly session = inject(Session);
  protected readonly words = computed(() => {
    const state = this.state();
    switch (state.is) {
      case 'nothing':
        return '';
      case 'saving':
        return 'Saving your draft…';
      case 'saved':
        return `Draft saved ${timeOf(state.at, this.session.timeZone(), pageLanguage())}`;
      case 'unsent':
        return 'Not saved yet, retrying';
    }
  });
}
