import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { StayClosed as Closed } from '../../api/contract';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { TakesFocus } from '../look/takes-focus';
import { When } from '../look/when';
import { problemOf } from '../problems/problem-words';
import { NotSentYet, Sending } from '../problems/until-answered';
import { Session } from '../session/session';
import { ENDING_LABEL } from './stay-words';
import { StaysApi } from './stays-api';

/** A stay was closed just now: thanks, what comes next, and the way back. */
@Component({
  selector: 'app-stay-closed',
  imports: [Icon, MatButton, NotSentYet, RouterLink, TakesFocus, When],
  template: `
    <div class="page">
      <section class="card stack">
        <app-icon name="home" />
        <h1 data-page appTakesFocus tabindex="-1">{{ name() }}’s stay is closed</h1>
        <p>
          {{ ending() }}. The last day was <app-when [day]="closed().closedOn" [dated]="true" />.
          @if (role() !== 'administrator') {
            Thank you for walking with them.
          }
        </p>
        <p class="quiet">
          The door stays open. Whoever comes back is the same person here:
          {{ role() === 'coach' ? 'a supervisor enrolls them again' : 'you enroll them again' }}, and all that
          was before is still theirs.
        </p>
        @if (sending.isLate()) {
          <app-not-sent-yet />
        }
        <p class="wrong" role="alert">{{ wrong() }}</p>
        <div class="row">
          <a matButton="filled" [routerLink]="next().path">{{ next().words }}</a>
          @if (role() !== 'coach') {
            <a matButton="tonal" [routerLink]="['/participants', closed().participantId, 'stays']"
              >Their stays</a
            >
          }
          <button matButton type="button" [disabled]="sending.isSending()" (click)="takeBack()">
            Too soon? Take it back
          </button>
        </div>
        <p class="quiet small">
          For 24 hours it can be taken back, also later from
          <a routerLink="/stays/ended">{{ role() === 'coach' ? 'what you closed' : 'stays that ended' }}</a>.
        </p>
      </section>
    </div>
  `,
  styles: `
    .card {
      margin-top: 24px;
    }
    app-icon {
      inline-size: 40px;
      block-size: 40px;
      color: var(--mat-sys-primary);
    }
    .wrong {
      color: var(--mat-sys-error);
    }
    .wrong:empty {
      display: none;
    }
    .row a,
    .row button {
      min-height: 48px;
    }
    p a {
      display: inline-block;
      padding-block: 12px;
      margin-block: -12px;
    }
  `,
})
export class StayClosed {
  readonly closed = input.required<Closed>();
  readonly name = input.required<string>();

  private readonly api = inject(StaysApi);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly sending = new Sending();
  protected readonly wrong = signal('');
  protected readonly role = computed(() => this.session.me()?.role);
  protected readonly ending = computed(() => ENDING_LABEL[this.closed().reason]);
  protected readonly next = computed(() => {
    if (this.role() === 'coach') return { path: '/today', words: 'To Today' };
    if (this.role() === 'supervisor') return { path: '/team', words: 'To the team' };
    return { path: '/people', words: 'To People' };
  });

  protected async takeBack(): Promise<void> {
    this.wrong.set('');
    try {
      const { closingId, participantId } = this.closed();
      await this.sending.send(() => this.api.takeBack(closingId));
      void this.notices.say(`Taken back. ${this.name()} is here as before.`);
      const page = ['/participants', participantId];
      await this.router.navigate(this.role() === 'administrator' ? [...page, 'stays'] : page, {
        replaceUrl: true,
      });
    } catch (failure) {
      this.wrong.set(problemOf(failure).detail);
    }
  }
}
