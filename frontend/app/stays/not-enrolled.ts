import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Enrollment } from '../../api/contract';
import { Icon } from '../look/icon';
import { When } from '../look/when';
import { Session } from '../session/session';

/** On the page of somebody who is in no program now: since when, and the way back in. */
@Component({
  selector: 'app-not-enrolled',
  imports: [Icon, MatButton, RouterLink, When],
  template: `
    <p class="said">
      <app-icon name="home" />
      <span>
        @if (last(); as stay) {
          <b>Not enrolled now.</b> The last stay, in {{ stay.programName }}, ended
          <app-when [day]="stay.closedOn!" [dated]="true" />. The door stays open.
        } @else {
          <b>Not enrolled in a program so far.</b>
        }
      </span>
    </p>
    @if (isSupervisor()) {
      <div class="row">
        <a
          matButton="filled"
          [routerLink]="['/participants', participantId(), 'stays']"
          [queryParams]="{ again: true }"
          >Enroll them again</a
        >
        <a matButton [routerLink]="['/participants', participantId(), 'stays']">How it ended</a>
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }
    .said {
      display: flex;
      gap: 12px;
    }
    .said app-icon {
      color: var(--mat-sys-primary);
    }
  `,
})
export class NotEnrolled {
  readonly participantId = input.required<string>();
  readonly stays = input.required<Enrollment[]>();

  protected readonly isSupervisor = inject(Session).isSupervisor;
  protected readonly last = computed(() =>
    this.stays().reduce<Enrollment | null>(
      (last, stay) => (last?.closedOn && last.closedOn >= (stay.closedOn ?? '') ? last : stay),
      null,
    ),
  );
}
