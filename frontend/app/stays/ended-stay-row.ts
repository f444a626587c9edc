import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { EndedStay } from '../../api/contract';
import { Notices } from '../look/notices';
import { When } from '../look/when';
import { problemOf } from '../problems/problem-words';
import { NotSentYet, Sending } from '../problems/until-answered';
import { Session } from '../session/session';
import { ENDING_LABEL } from './stay-words';
import { StaysApi } from './stays-api';

/** Somebody who is in no program now, with how their last stay ended. */
@Component({
  selector: 'app-ended-stay-row',
  imports: [MatButton, NotSentYet, RouterLink, When],
  template: `
    @let it = stay();
    <article class="card">
      <div class="who">
        <h2>
          @if (isCoach()) {
            {{ it.preferredName }}
          } @else {
            <a [routerLink]="['/participants', it.participantId, 'stays']">{{ it.preferredName }}</a>
          }
        </h2>
        @if (it.legalName && it.legalName !== it.preferredName) {
          <p class="quiet small">{{ it.legalName }}</p>
        }
        <p>{{ ending() }}, <app-when [day]="it.closedOn!" /></p>
        <p class="quiet small">
          {{ it.programName }}, since <app-when [day]="it.enrolledOn" [dated]="true" />
          @if (it.closing && !isCoach()) {
            · closed by {{ it.closing.by.name }}
          }
        </p>
        <p class="wrong" role="alert">{{ wrong() }}</p>
        @if (sending.isLate()) {
          <app-not-sent-yet />
        }
      </div>
      <div class="row">
        @if (!isCoach()) {
          <a
            matButton="tonal"
            [routerLink]="['/participants', it.participantId, 'stays']"
            [queryParams]="{ again: true }"
            >Enroll again<span class="only-heard">: {{ it.preferredName }}</span></a
          >
        }
        @if (it.closing?.mayTakeBack) {
          <button
            [matButton]="isCoach() ? 'tonal' : 'text'"
            type="button"
            [disabled]="sending.isSending()"
            (click)="takeBack()"
          >
            Take it back<span class="only-heard">: {{ it.preferredName }}</span>
          </button>
        }
      </div>
    </article>
  `,
  styles: `
    .card {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 12px 24px;
      padding: 16px 20px;
    }
    .who {
      display: grid;
      gap: 2px;
    }
    h2 a {
      display: inline-flex;
      align-items: center;
      min-height: 48px;
    }
    .row a,
    .row button {
      min-height: 48px;
    }
    .wrong {
      color: var(--mat-sys-error);
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class EndedStayRow {
  readonly stay = input.required<EndedStay>();
  readonly changed = output();

  private readonly api = inject(StaysApi);
  private readonly notices = inject(Notices);
  protected readonly isCoach = inject(Session).isCoach;
  protected readonly sending = new Sending();
  protected readonly wrong = signal('');
  protected readonly ending = computed(() => {
    const { reason } = this.stay();
    return reason ? ENDING_LABEL[reason] : $localize`Ended`;
  });

  protected async takeBack(): Promise<void> {
    this.wrong.set('');
    try {
      await this.sending.send(() => this.api.takeBack(this.stay().closing!.closingId));
      void this.notices.say(`Taken back. ${this.stay().preferredName} is here as before.`);
      this.changed.emit();
    } catch (failure) {
      this.wrong.set(problemOf(failure).detail);
    }
  }
}
