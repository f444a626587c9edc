import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DecisionView, SupervisionSession } from '../../api/contract';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { dayOf, dayWords } from '../look/time-words';
import { When } from '../look/when';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { SessionsApi } from './sessions-api';

type State = DecisionView['state'];

const SAID: Record<Exclude<State, 'open'>, string> = {
  'still going': 'Still going,',
  done: 'Done',
  'let go': 'Let go',
};

/** What was decided and how it goes: said in a tap, now or in the next session, and the way back. */
@Component({
  selector: 'app-decision-line',
  imports: [Icon, MatButton, When],
  template: `
    @let one = shown();
    <div>
      <app-icon [name]="one.isDone ? 'check' : one.becomes === 'promise' ? 'together' : 'goal'" />
      <p role="status">
        @if (!isCarried()) {
          <b>{{ one.words }}</b>
          <span class="small quiet">
            {{ kind() }} <app-when [day]="one.dueOn" />{{ settled() ? ' · ' + settled() : '' }}
          </span>
        } @else {
          {{ settled() || (one.maySay ? 'How did it go?' : 'On ' + one.coach.name + '’s Today') }}
        }
      </p>
      <span class="ways not-printed">
        @if (one.mayTakeBack) {
          <button matButton type="button" [disabled]="isSaving()" (click)="takeBack()">
            Take back<span class="only-heard">: {{ one.words }}</span>
          </button>
        } @else if (one.maySay) {
          @if (isSettled()) {
            <button matButton type="button" [disabled]="isSaving()" (click)="say('open')">
              Undo<span class="only-heard">: {{ one.words }}</span>
            </button>
          } @else {
            <button matButton="tonal" type="button" [disabled]="isSaving()" (click)="say('done')">
              Done<span class="only-heard">: {{ one.words }}</span>
            </button>
            @if (isCarried()) {
              <button matButton type="button" [disabled]="isSaving()" (click)="say('still going')">
                Still going<span class="only-heard">: {{ one.words }}</span>
              </button>
            }
            <button matButton type="button" [disabled]="isSaving()" (click)="say('let go')">
              Let go<span class="only-heard">: {{ one.words }}</span>
            </button>
          }
        }
      </span>
    </div>
    <p class="wrong" role="alert">{{ wrong() }}</p>
  `,
  styles: `
    div {
      display: flex;
      flex-wrap: wrap;
      gap: 10px;
      align-items: center;
      padding: 10px 14px;
      border-radius: var(--mat-sys-corner-medium);
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
    }
    div p {
      flex: 1 1 200px;
    }
    .ways {
      display: flex;
      flex-wrap: wrap;
    }
    .ways button:not(.mat-tonal-button) {
      --mat-button-text-label-text-color: var(--mat-sys-on-secondary-container);
    }
    .quiet {
      display: block;
      color: inherit;
    }
    app-icon {
      inline-size: 1.25em;
    }
    .wrong {
      color: var(--mat-sys-error);
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class DecisionLine {
  readonly session = input.required<SupervisionSession>();
  readonly decision = input.required<DecisionView>();
  /** In the agenda of a later session, whose line says the words already. */
  readonly isCarried = input(false);
  readonly changed = output<SupervisionSession>();

  private readonly api = inject(SessionsApi);
  private readonly me = inject(Session);
  protected readonly isSaving = signal(false);
  protected readonly wrong = signal('');
  /** As it was read or answered last, whichever is newer. */
  protected readonly shown = linkedSignal<DecisionView, DecisionView>({
    source: this.decision,
    computation: (read, before) => (before && before.value.version > read.version ? before.value : read),
  });
  protected readonly isSettled = computed(() => ['done', 'let go'].includes(this.shown().state));
  protected readonly settled = computed(() => {
    const { state, stateAt } = this.shown();
    if (state === 'open' || !stateAt) return '';
    return `${SAID[state]} ${dayWords(dayOf(stateAt, this.me.timeZone()), this.me.today(), pageLanguage())}`;
  });
  protected readonly kind = computed(() => {
    const { becomes, coach, participantName } = this.shown();
    if (becomes === 'promise') return `${coach.name} promises ${participantName ?? 'them'}, by`;
    return becomes === 'today' ? `On ${coach.name}’s Today from` : `${coach.name}, by`;
  });

  protected takeBack(): void {
    void this.sent(async () =>
      this.changed.emit(await this.api.takeBack(this.session(), this.shown().decisionId)),
    );
  }

  protected say(state: State): void {
    void this.sent(async () => this.shown.set(await this.api.say(this.shown(), state)));
  }

  private async sent(send: () => Promise<void>): Promise<void> {
    this.isSaving.set(true);
    this.wrong.set('');
    try {
      await send();
    } catch (failure) {
      const problem = problemOf(failure);
      const now = problem.status === 412 ? (problem.current as DecisionView | SupervisionSession) : null;
      if (now && 'decisionId' in now) this.shown.set(now);
      else if (now) this.changed.emit(now);
      this.wrong.set(now ? 'This changed meanwhile. It is shown as it now is.' : problem.detail);
    } finally {
      this.isSaving.set(false);
    }
  }
}
