import { httpResource } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { v7 as uuidv7 } from 'uuid';
import type { Level, ParticipantView } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { emptyRisk, type RiskForm, riskRequest } from '../contacts/log-form';
import { goingBack } from '../look/going-back';
import { KeyFor } from '../keys/key';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { ProblemSummary } from '../problems/problem-summary';
import { problemOf } from '../problems/problem-words';
import { RiskNoteFields } from './risk-note-fields';
import { RiskNotesApi } from './risk-notes-api';

/** A risk note without a contact: somebody saw or heard something. */
@Component({
  imports: [Icon, KeyFor, MatButton, ProblemSummary, RiskNoteFields],
  template: `
    <form class="page" (submit)="raise($event)" novalidate>
      <header>
        <button appKey="Escape" matButton type="button" (click)="goBack()">
          <app-icon name="close" />Close
        </button>
        <h1 data-page>
          <span class="quiet">Risk note for</span>
          {{ record.hasValue() ? record.value().preferredName : '' }}
        </h1>
      </header>
      <app-problem-summary [problem]="problem()" kept="What you typed is still here." />
      <section class="card">
        <app-risk-note-fields
          [participantId]="participantId()"
          [fields]="fields"
          [problem]="problem()"
          [(suggested)]="suggested"
        />
      </section>
      <button matButton="filled" type="submit" [disabled]="isSaving()">Raise it</button>
    </form>
  `,
  styles: `
    header button {
      margin-left: -16px;
    }
    h1 .quiet {
      display: block;
      font: 400 1rem var(--plain);
    }
    .card {
      padding-inline: 0;
    }
  `,
})
export class RaiseRiskNote {
  readonly participantId = input.required<string>();

  private readonly api = inject(RiskNotesApi);
  private readonly notices = inject(Notices);
  protected readonly goBack = goingBack(() => `/participants/${this.participantId()}`);
  private readonly model = signal<RiskForm>(emptyRisk(uuidv7()));
  protected readonly fields = form(this.model);
  protected readonly suggested = signal<Level>('watch');
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isSaving = signal(false);
  protected readonly record = httpResource<ParticipantView>(
    () => `/api/participants/${encodeURIComponent(this.participantId())}`,
  );

  protected async raise(event: Event): Promise<void> {
    event.preventDefault();
    this.isSaving.set(true);
    this.problem.set(null);
    try {
      const { told = [] } = await this.api.raise(
        this.participantId(),
        riskRequest(this.model(), this.suggested()),
      );
      const names = new Intl.ListFormat('en').format(told.map(({ name }) => name));
      void this.notices.say(names ? `Raised. ${names} ${told.length > 1 ? 'are' : 'is'} told.` : 'Raised.');
      this.goBack();
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.isSaving.set(false);
    }
  }
}
