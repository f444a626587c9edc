import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { v7 as uuidv7 } from 'uuid';
import type { ParticipantView } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { KeyFor } from '../keys/key';
import { goingBack } from '../look/going-back';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { Skeleton } from '../look/skeleton';
import { TextField } from '../people/text-field';
import { ProblemPanel } from '../problems/problem-panel';
import { ProblemSummary } from '../problems/problem-summary';
import { problemOf, wrongWith } from '../problems/problem-words';
import { Session } from '../session/session';
import { SuggestsWords } from '../words/suggests-words';
import { DeathsApi } from './deaths-api';

interface Said {
  deathId: string;
  diedOn: string;
  familyWishes: string;
}

/** Somebody died. As few words as there can be: the day, and what the family wishes. */
@Component({
  imports: [
    FormField,
    Icon,
    KeyFor,
    MatButton,
    ProblemPanel,
    ProblemSummary,
    Skeleton,
    SuggestsWords,
    TextField,
  ],
  template: `
    @if (record.hasValue()) {
      @let name = record.value().preferredName;
      <form class="page" (submit)="say($event)" novalidate>
        <header>
          <button appKey="Escape" matButton type="button" (click)="goBack()">
            <app-icon name="close" />Close
          </button>
          <h1 data-page><span class="quiet">After the death of</span> {{ name }}</h1>
        </header>
        <app-problem-summary [problem]="problem()" kept="What you typed is still here." />
        <section class="card stack">
          <p>
            We are sorry. When you save this, nothing asks anybody to reach out to {{ name }} any more: no
            list, no reminder, no message. What was written stays.
          </p>
          @if (otherCoach(); as coach) {
            <p class="call">
              <app-icon name="heart" />
              <span>{{ coach }} walks with {{ name }}. Speak with {{ coach }} first, if you can.</span>
            </p>
          }
          <app-text-field
            type="date"
            fieldId="died-on"
            label="The day they died"
            [wrong]="wrong('diedOn')"
            [formField]="fields.diedOn"
          />
          <div class="field">
            <label for="wishes">What the family wishes said, or left unsaid</label>
            <textarea appSuggestsWords id="wishes" rows="3" [formField]="fields.familyWishes"></textarea>
            <p class="hint">If you know.</p>
            <p class="wrong">{{ wrong('familyWishes') }}</p>
          </div>
        </section>
        <div class="row">
          <button matButton="filled" type="submit" [disabled]="isSaving()">Save for {{ name }}</button>
          <span class="quiet small">If it is a mistake, it can be taken back and everything returns.</span>
        </div>
      </form>
    } @else if (record.error()) {
      <div class="page"><app-problem-panel [failure]="record.error()" (again)="record.reload()" /></div>
    } @else {
      <div class="page"><app-skeleton [rows]="4" /></div>
    }
  `,
  styles: `
    header button {
      margin-left: -16px;
    }
    h1 .quiet {
      display: block;
      font: 400 1rem var(--plain);
    }
    .call {
      display: flex;
      gap: 12px;
      padding: 16px;
      border-radius: var(--mat-sys-corner-medium);
      background: var(--mat-sys-surface-container);
    }
    .wrong:empty {
      display: none !important;
    }
  `,
})
export class SayDeath {
  readonly participantId = input.required<string>();

  private readonly api = inject(DeathsApi);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly goBack = goingBack(() => `/participants/${this.participantId()}`);
  protected readonly record = httpResource<ParticipantView>(
    () => `/api/participants/${encodeURIComponent(this.participantId())}`,
  );
  protected readonly otherCoach = computed(() => {
    const coach = this.record.hasValue() ? this.record.value().primaryCoach : null;
    return coach && coach.accountId !== this.session.me()?.accountId ? coach.name : null;
  });
  private readonly name = computed(() => `death.${this.participantId()}`);
  /** What was typed before a reload or an expired session, with the id it may have been sent under. */
  private readonly model = linkedSignal<Said>(
    () =>
      this.session.kept.of<Said>(this.name()) ?? {
        deathId: uuidv7(),
        diedOn: this.session.today(),
        familyWishes: '',
      },
  );
  protected readonly fields = form(this.model);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isSaving = signal(false);
  private isDone = false;

  constructor() {
    effect(() => {
      const said = this.model();
      if (!this.isDone) untracked(() => this.session.kept.keep(this.name(), said));
    });
  }

  protected wrong(path: string): string | null {
    return wrongWith(this.problem(), path);
  }

  protected async say(event: Event): Promise<void> {
    event.preventDefault();
    this.isSaving.set(true);
    this.problem.set(null);
    try {
      const { deathId } = await this.api.say(this.participantId(), this.model());
      this.isDone = true;
      this.session.kept.keep(this.name(), null);
      const undo = () =>
        void this.api.takeBack(deathId).catch((failure) => this.notices.say(problemOf(failure).detail));
      void this.notices.say('Saved. Everything is at rest.', { label: 'Undo', undo });
      await this.router.navigateByUrl(`/participants/${this.participantId()}`, { replaceUrl: true });
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.isSaving.set(false);
    }
  }
}
