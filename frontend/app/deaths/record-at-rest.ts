import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Day, Death } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { exactDay } from '../look/time-words';
import { Notices } from '../look/notices';
import { ProblemSummary } from '../problems/problem-summary';
import { problemOf } from '../problems/problem-words';
import { RecordChanges } from '../participants/record-changes';
import { Session } from '../session/session';
import { SuggestsWords } from '../words/suggests-words';
import { DeathsApi } from './deaths-api';
import { SetDeathRight } from './set-death-right';

/** The record of somebody who has died: who walked with them, what the family wishes, and a last word. */
@Component({
  selector: 'app-record-at-rest',
  imports: [MatButton, ProblemSummary, SetDeathRight, SuggestsWords],
  template: `
    @let now = death();
    <section class="card stack" aria-labelledby="rest-title">
      <h2 id="rest-title">Died on {{ exact(now.diedOn) }}</h2>
      @for (each of now.walkedWith; track each.accountId) {
        <p>
          {{ each.name }} walked with {{ now.preferredName }} from {{ exact(each.fromOn) }} to
          {{ exact(each.untilOn) }}.
        </p>
      }
      @if (now.familyWishes) {
        <div>
          <h3>What the family wishes</h3>
          <p class="words">{{ now.familyWishes }}</p>
        </div>
      }
      @if (now.lastWord; as last) {
        <blockquote>
          <p class="words">{{ last.words }}</p>
          <footer class="quiet">{{ last.by.name }}</footer>
        </blockquote>
      } @else {
        <form class="stack" (submit)="close($event)" novalidate>
          <app-problem-summary [problem]="problem()" kept="What you typed is still here." />
          <div class="field">
            <label for="last-word">A last word</label>
            <textarea
              appSuggestsWords
              id="last-word"
              rows="3"
              [value]="words()"
              (input)="type($any($event.target).value)"
            ></textarea>
            <p class="hint">
              When you are ready; there is no hurry. It closes the record, which then stays with the
              supervisor{{ isCoach() ? ', and you read it no more' : '' }}.
            </p>
          </div>
          <div class="row">
            <button matButton="filled" type="submit" [disabled]="isSaving() || !words().trim()">
              Close the record
            </button>
          </div>
        </form>
      }
      @if (!isCoach() || !now.lastWord) {
        <app-set-death-right [death]="now" />
      }
      @if (now.mayTakeBack) {
        <div>
          <button matButton type="button" [disabled]="isSaving()" (click)="takeBack()">
            This was a mistake
          </button>
        </div>
      }
    </section>
  `,
  styles: `
    .words {
      white-space: pre-wrap;
    }
    blockquote {
      margin: 0;
      padding-left: 16px;
      border-left: 3px solid var(--mat-sys-outline-variant);
      font: italic 400 1.25rem/1.5 var(--brand);
    }
    blockquote footer {
      font: 400 1rem var(--plain);
    }
  `,
})
export class RecordAtRest {
  readonly death = input.required<Death>();
  /** By a coach, whose reach ends with it. */
  readonly closed = output<Death>();

  private readonly api = inject(DeathsApi);
  private readonly changes = inject(RecordChanges);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  protected readonly isCoach = this.session.isCoach;
  protected readonly words = linkedSignal(() => this.session.kept.of<string>(this.name()) ?? '');
  protected readonly exact = (day: Day) => exactDay(day, 'en');
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isSaving = signal(false);

  protected type(words: string): void {
    this.words.set(words);
    this.session.kept.keep(this.name(), words || null);
  }

  protected async close(event: Event): Promise<void> {
    event.preventDefault();
    await this.trying(async () => {
      const closed = await this.api.close(this.death(), this.words().trim());
      this.session.kept.keep(this.name(), null);
      if (this.isCoach()) this.closed.emit(closed);
      else this.changes.lookAgain();
      void this.notices.say('The record is closed. Thank you for walking with them.');
    });
  }

  /** Everything that was put to rest comes back, for everybody. */
  protected async takeBack(): Promise<void> {
    await this.trying(async () => {
      await this.api.takeBack(this.death().deathId);
      void this.notices.say(`Taken back. Everything about ${this.death().preferredName} is as it was.`);
    });
  }

  private async trying(act: () => Promise<void>): Promise<void> {
    this.isSaving.set(true);
    this.problem.set(null);
    try {
      await act();
    } catch (failure) {
      const met = problemOf(failure);
      this.problem.set(met);
      if (met.status === 412) this.changes.lookAgain();
    } finally {
      this.isSaving.set(false);
    }
  }

  private name(): string {
    return `last-word.${this.death().deathId}`;
  }
}
