import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SessionsToMove as Asked } from '../../api/contract';
import { askingAgain } from '../live/asking-again';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { When } from '../look/when';
import { namesOf } from './session-words';

/** On Team, while a coach waits for an answer: who asks for another time, and of which session. */
@Component({
  selector: 'app-sessions-to-move',
  imports: [Icon, RouterLink, When],
  template: `
    @for (one of lines(); track one.sessionId) {
      <a [routerLink]="['/sessions', one.sessionId]">
        <app-icon name="calendar" />
        <span
          ><b>{{ one.who }}</b> {{ one.isOne ? 'asks' : 'ask' }} for another time than
          <app-when [day]="one.plannedOn" [clock]="one.plannedTime" /> for supervision.</span
        >
        <app-icon name="next" />
      </a>
    }
  `,
  styleUrl: '../look/waiting-lines.scss',
})
export class SessionsToMove {
  private readonly asked = httpResource<Asked>(() => '/api/sessions-to-move');
  protected readonly lines = computed(() =>
    (this.asked.hasValue() ? this.asked.value().sessions : []).map((session) => {
      const open = session.moveRequests.filter(({ isKept }) => !isKept);
      return { ...session, who: namesOf(open.map(({ coach }) => coach)), isOne: open.length === 1 };
    }),
  );

  constructor() {
    inject(Live).whenChanged(() => null, askingAgain(this.asked));
  }
}
