import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { v7 as uuidv7 } from 'uuid';
import type { OtherTimes, SupervisionSession } from '../../api/contract';
import { KeyFor } from '../keys/key';
import type { Choice } from '../look/choices';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { ManyChoices } from '../look/many-choices';
import { problemOf } from '../problems/problem-words';
import { KeptForTab } from '../session/kept-for-tab';
import { Session } from '../session/session';
import { SuggestsWords } from '../words/suggests-words';
import { timeWords } from './session-words';
import { SessionsApi } from './sessions-api';

/** A coach asks for another time: one or more of those at which both are free, or in words. */
@Component({
  selector: 'app-ask-to-move',
  imports: [FormField, Icon, KeyFor, ManyChoices, MatButton, SuggestsWords],
  template: `
    <section class="card stack not-printed" aria-label="Another time">
      @if (asked(); as one) {
        <p role="status">
          <app-icon name="calendar" />
          @if (one.isKept) {
            {{ session().supervisor.name }} would like to leave it at this time.
          } @else {
            You asked {{ session().supervisor.name }} for another time{{ wishes() }}.
          }
        </p>
      }
      @if (isAsking()) {
        <form class="stack" (submit)="ask($event)" novalidate>
          @if (choices().length) {
            <app-many-choices
              legend="Which would do? Up to three; everybody is free then."
              [choices]="choices()"
              [formField]="fields.times"
            />
          }
          <div class="field">
            <label for="ask-words">{{ choices().length ? 'Or in words' : 'When would do?' }}</label>
            <input id="ask-words" appSuggestsWords [formField]="fields.words" />
          </div>
          <p class="wrong" role="alert">{{ wrong() }}</p>
          <div class="row">
            <button matButton="filled" type="submit" [disabled]="isSaving()">Ask</button>
            <button appKey="Escape" matButton type="button" (click)="isAsking.set(false)">Cancel</button>
          </div>
        </form>
      } @else {
        <p class="wrong" role="alert">{{ wrong() }}</p>
        <div>
          @if (isWaiting()) {
            <button matButton="outlined" type="button" [disabled]="isSaving()" (click)="takeBack()">
              Take that back
            </button>
          } @else {
            <button matButton="outlined" type="button" (click)="isAsking.set(true)">
              <app-icon name="calendar" />Ask for another time
            </button>
          }
        </div>
      }
    </section>
  `,
  styles: `
    app-icon {
      inline-size: 1.2em;
      vertical-align: middle;
    }
    .wrong {
      color: var(--mat-sys-error);
      font-weight: 550;
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class AskToMove {
  readonly session = input.required<SupervisionSession>();
  readonly changed = output<SupervisionSession>();

  private readonly api = inject(SessionsApi);
  private readonly me = inject(Session);
  private readonly kept = new KeptForTab(() => this.me.me()?.accountId ?? '');
  protected readonly isAsking = signal(false);
  protected readonly isSaving = signal(false);
  protected readonly wrong = signal('');
  private requestId = uuidv7();
  private readonly model = signal({ times: [] as string[], words: '' });
  protected readonly fields = form(this.model);
  private readonly others = httpResource<OtherTimes>(() =>
    this.isAsking() ? `/api/supervision-sessions/${this.session().sessionId}/other-times` : undefined,
  );
  protected readonly choices = computed<Choice[]>(() => {
    const times = this.others.hasValue() ? this.others.value().times : [];
    return times.map((each) => ({
      value: `${each.on} ${each.time}`,
      words: timeWords(each, pageLanguage()),
    }));
  });
  protected readonly asked = computed(() => this.session().moveRequests[0]);
  protected readonly isWaiting = computed(() => this.asked()?.isKept === false);
  protected readonly wishes = computed(() => {
    const { times, words } = this.asked()!;
    const said = times.map((each) => timeWords(each, pageLanguage()));
    return [...(said.length ? [said.join(', or ')] : []), ...(words ? [`“${words}”`] : [])]
      .map((each) => `: ${each}`)
      .join('');
  });

  constructor() {
    queueMicrotask(() => {
      const before = this.kept.of<ReturnType<typeof this.model>>(this.name());
      if (!before || this.isWaiting()) return;
      this.model.set(before);
      this.isAsking.set(true);
    });
    effect(() => {
      const typed = this.model();
      if (this.isAsking()) this.kept.keep(this.name(), typed.words || typed.times.length ? typed : null);
    });
  }

  protected ask(event: Event): void {
    event.preventDefault();
    const { times, words } = this.model();
    if (times.length > 3) return this.wrong.set('Three are enough. Take one away.');
    void this.sent(async () => {
      const asked = times.map((each) => ({ on: each.slice(0, 10), time: each.slice(11) }));
      const session = await this.api.askToMove(this.session(), {
        ...{ requestId: this.requestId, times: asked, words: words.trim() },
      });
      this.requestId = uuidv7();
      this.isAsking.set(false);
      this.kept.keep(this.name(), null);
      this.model.set({ times: [], words: '' });
      return session;
    });
  }

  protected takeBack(): void {
    void this.sent(() => this.api.settleRequest(this.session(), this.asked()!, 'withdraw'));
  }

  private async sent(send: () => Promise<SupervisionSession>): Promise<void> {
    if (this.isSaving()) return;
    this.isSaving.set(true);
    this.wrong.set('');
    try {
      this.changed.emit(await send());
    } catch (failure) {
      const problem = problemOf(failure);
      this.wrong.set(problem.fields?.[0]?.detail ?? problem.detail);
    } finally {
      this.isSaving.set(false);
    }
  }

  private name(): string {
    return `session-other-time.${this.session().sessionId}`;
  }
}
