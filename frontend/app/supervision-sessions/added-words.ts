import { Component, computed, inject, input } from '@angular/core';
import type { SessionAddendumView } from '../../api/contract';
import { dayOf } from '../look/time-words';
import { When } from '../look/when';
import { Session } from '../session/session';

/** What was added after both signed: by whom and when, never changed. */
@Component({
  selector: 'app-added-words',
  imports: [When],
  template: `
    <p class="said">{{ addendum().words }}</p>
    <p class="small quiet">{{ addendum().account.name }} added this, <app-when [day]="day()" /></p>
  `,
  styles: `
    .said {
      white-space: pre-line;
    }
  `,
})
export class AddedWords {
  readonly addendum = input.required<SessionAddendumView>();
  private readonly me = inject(Session);
  protected readonly day = computed(() => dayOf(this.addendum().addedAt, this.me.timeZone()));
}
