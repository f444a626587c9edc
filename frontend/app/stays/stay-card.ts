import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { StayOfParticipant } from '../../api/contract';
import { Notices } from '../look/notices';
import { dayOf } from '../look/time-words';
import { When } from '../look/when';
import { problemOf } from '../problems/problem-words';
import { NotSentYet, Sending } from '../problems/until-answered';
import { Session } from '../session/session';
import { ENDING_LABEL } from './stay-words';
import { StaysApi } from './stays-api';

/** One stay: its program, its days, who walked along, and how it ended. */
@Component({
  selector: 'app-stay-card',
  imports: [MatButton, NotSentYet, RouterLink, When],
  host: { '[class.open]': '!stay().closedOn' },
  template: `
    @let it = stay();
    <article class="card stack">
      <div>
        <h2>{{ it.programName }}</h2>
        <p class="days">
          <app-when [day]="it.enrolledOn" [dated]="true" />
          @if (it.closedOn; as day) {
            to <app-when [day]="day" [dated]="true" />
          } @else {
            until now
          }
        </p>
      </div>
      @if (it.walkedWith.length) {
        <ul class="quiet">
          @for (each of it.walkedWith; track each.accountId) {
            <li>
              With <b>{{ each.name }}</b>,
              @if (each.untilOn; as until) {
                <app-when [day]="each.fromOn" [dated]="true" /> to <app-when [day]="until" [dated]="true" />
              } @else {
                since <app-when [day]="each.fromOn" [dated]="true" />
              }
            </li>
          }
        </ul>
      }
      @if (it.closedOn) {
        <p>
          <span class="tag">{{ ending() }}</span>
        </p>
        @if (it.closing; as closing) {
          @if (closing.words) {
            <p class="words">{{ closing.words }}</p>
          }
          <p class="quiet small">
            Closed by {{ closing.by.name }}, <app-when [day]="dayOf(closing.at)" [dated]="true" />
          </p>
        }
      }
      @if (sending.isLate()) {
        <app-not-sent-yet />
      }
      <p class="wrong" role="alert">{{ wrong() }}</p>
      @if (!it.closedOn && mayClose()) {
        <div>
          <a matButton="outlined" [routerLink]="['/stays', it.enrollmentId, 'close']">
            Close this stay<span class="only-heard">, {{ it.programName }}</span>
          </a>
        </div>
      } @else if (it.closing?.mayTakeBack) {
        <div>
          <button matButton="outlined" type="button" [disabled]="sending.isSending()" (click)="takeBack()">
            Too soon? Take it back
          </button>
        </div>
      }
    </article>
  `,
  styleUrl: './stay-card.scss',
})
export class StayCard {
  readonly stay = input.required<StayOfParticipant>();
  readonly mayClose = input(false);
  readonly changed = output();

  private readonly api = inject(StaysApi);
  private readonly notices = inject(Notices);
  private readonly timeZone = inject(Session).timeZone;
  protected readonly sending = new Sending();
  protected readonly wrong = signal('');
  protected readonly dayOf = (at: string) => dayOf(at, this.timeZone());
  protected readonly ending = computed(() => {
    const { reason } = this.stay();
    return reason ? ENDING_LABEL[reason] : $localize`Ended`;
  });

  protected async takeBack(): Promise<void> {
    this.wrong.set('');
    try {
      await this.sending.send(() => this.api.takeBack(this.stay().closing!.closingId));
      void this.notices.say('Taken back. Everything is as it was.');
    } catch (failure) {
      this.wrong.set(problemOf(failure).detail);
    } finally {
      this.changed.emit();
    }
  }
}
