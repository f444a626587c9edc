import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { v7 as uuidv7 } from 'uuid';
import type { SupervisionSessions } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { KeyFor } from '../keys/key';
import type { Choice } from '../look/choices';
import { pageLanguage } from '../look/language';
import { ManyChoices } from '../look/many-choices';
import { Skeleton } from '../look/skeleton';
import { dayWords } from '../look/time-words';
import { ProblemPanel } from '../problems/problem-panel';
import { problemOf, wrongWith } from '../problems/problem-words';
import { KeptForTab } from '../session/kept-for-tab';
import { Session } from '../session/session';
import { MomentFields, momentOf, type MomentTyped } from './moment-fields';
import { SessionsApi } from './sessions-api';

/** Plans a session with one coach of the team, or with several as a group. */
@Component({
  imports: [FormField, KeyFor, ManyChoices, MatButton, MomentFields, ProblemPanel, RouterLink, Skeleton],
  template: `
    <div class="page">
      <header>
        <h1 data-page>Plan a session</h1>
        <p class="quiet">Its agenda writes itself. With a rhythm, so does the next one.</p>
      </header>
      @if (asked.hasValue()) {
        @if (asked.value().team.length === 0) {
          <div class="empty">
            <p>No coach reports to you yet. An administrator says who does, under People.</p>
          </div>
        } @else {
          <form class="card stack" (submit)="plan($event)" novalidate>
            <app-many-choices legend="With whom" [choices]="team()" [formField]="who" />
            <p class="wrong" role="alert">{{ wrong('coachIds') }}</p>
            @if (who().value().length > 1) {
              <p class="quiet small">
                A group: each coach reads their own part of the agenda, and signs for themself.
              </p>
            }
            <app-moment-fields [fields]="fields" [problem]="problem()" />
            <p class="wrong" role="alert">
              {{ problem() && !problem()?.fields?.length ? problem()?.detail : '' }}
            </p>
            <div class="row">
              <button matButton="filled" type="submit" [disabled]="isSaving()">Plan it</button>
              <a appKey="Escape" matButton routerLink="/sessions">Cancel</a>
            </div>
          </form>
        }
      } @else if (asked.error()) {
        <app-problem-panel [failure]="asked.error()" (again)="asked.reload()" />
      } @else {
        <app-skeleton [rows]="2" />
      }
    </div>
  `,
  styles: `
    .wrong {
      color: var(--mat-sys-error);
      font-weight: 550;
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class PlanSession {
  private readonly api = inject(SessionsApi);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly kept = new KeptForTab(() => this.session.me()?.accountId ?? '');
  protected readonly asked = httpResource<SupervisionSessions>(() => '/api/supervision-sessions');
  private readonly model = signal<MomentTyped>(
    this.kept.of<MomentTyped>('plan-session') ?? {
      ...{ plannedOn: '', plannedTime: '10:00', minutes: '60', everyDays: '14' },
    },
  );
  protected readonly fields = form(this.model);
  protected readonly who = form(
    signal<string[]>(inject(ActivatedRoute).snapshot.queryParamMap.getAll('coachId')),
  );
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isSaving = signal(false);
  private readonly sessionId = uuidv7();
  protected readonly team = computed<Choice[]>(() =>
    (this.asked.value()?.team ?? []).map(({ accountId, name, plannedOn }) => ({
      value: accountId,
      words: name,
      hint: plannedOn
        ? `next ${dayWords(plannedOn, this.session.today(), pageLanguage())}`
        : 'nothing planned',
    })),
  );

  constructor() {
    effect(() => this.kept.keep('plan-session', this.model()));
  }

  protected wrong(field: string): string | null {
    return wrongWith(this.problem(), field);
  }

  protected async plan(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSaving()) return;
    this.isSaving.set(true);
    this.problem.set(null);
    const coachIds = this.who().value();
    const kind = coachIds.length > 1 ? 'group' : 'individual';
    try {
      const moment = momentOf(this.model());
      await this.api.plan({ sessionId: this.sessionId, kind, coachIds, ...moment });
      this.kept.keep('plan-session', null);
      await this.router.navigate(['/sessions', this.sessionId]);
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.isSaving.set(false);
    }
  }
}
