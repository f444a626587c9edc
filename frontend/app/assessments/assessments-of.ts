import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Assessment, AssessmentsPage } from '../../api/contract';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { When } from '../look/when';
import { ProblemPanel } from '../problems/problem-panel';
import { Session } from '../session/session';
import { AssessmentsOpen } from './assessments-open';
import { scoreWords } from './score-words';

/** What a participant answered on BARC-10 and PHQ: the latest in a line each, and everything behind one touch. */
@Component({
  selector: 'app-assessments-of',
  imports: [AssessmentsOpen, Icon, MatButton, ProblemPanel, RouterLink, Skeleton, When],
  template: `
    <section class="card stack" aria-labelledby="assessments-title">
      <h2 id="assessments-title">BARC-10 and PHQ</h2>
      @if (page.hasValue()) {
        @let all = page.value();
        @for (one of latest(); track one.assessmentId) {
          <div class="one">
            <p>
              <b>{{ nameOf(one) }}</b>&ngsp;<app-when [day]="one.takenOn" />,
              {{ one.mode === 'self' ? 'alone' : 'with ' + one.administeredBy.name }}: {{ scoreOf(one) }}
            </p>
            @if (one.reading) {
              <p class="small quiet">{{ one.reading }}</p>
            }
            @if (one.riskNoteId; as note) {
              <p class="small">
                <a [routerLink]="['/risk-notes', note]">Question 9 raised an urgent risk note</a>
              </p>
            }
          </div>
        } @empty {
          <p class="quiet">Nothing answered yet. BARC-10 is a good way into “what would help?”.</p>
        }
        @if (all.barcDueOn; as due) {
          <p class="small" [class.quiet]="!all.isTimeForBarc">
            BARC-10 is {{ due < all.today ? 'due since' : 'next due' }}
            <app-when [day]="due" [dated]="true" />.
          </p>
        }
        <div class="row">
          @if (isCoach()) {
            <a matButton="outlined" [routerLink]="['/participants', participantId(), 'ask', 'barc-10']"
              >BARC-10 together</a
            >
            <a matButton="outlined" [routerLink]="['/participants', participantId(), 'ask', 'phq-9']"
              >PHQ-9 together</a
            >
          }
          @if (all.taken.length) {
            <button matButton type="button" [attr.aria-expanded]="isOpen()" (click)="isOpen.set(!isOpen())">
              <app-icon name="down" />{{ isOpen() ? 'Less' : 'What changed' }}
            </button>
          }
        </div>
        @if (isOpen()) {
          @defer (on immediate) {
            <app-assessments-open [assessments]="all" />
          } @placeholder {
            <app-skeleton [rows]="2" />
          }
        }
      } @else if (page.error()) {
        <app-problem-panel [failure]="page.error()" (again)="page.reload()" />
      } @else {
        <app-skeleton [rows]="1" />
      }
    </section>
  `,
})
export class AssessmentsOf {
  readonly participantId = input.required<string>();

  protected readonly isCoach = inject(Session).isCoach;
  protected readonly isOpen = signal(false);
  protected readonly page = httpResource<AssessmentsPage>(
    () => `/api/assessments?participantId=${encodeURIComponent(this.participantId())}`,
  );
  /** The newest of BARC-10 and the newest of the PHQ. */
  protected readonly latest = computed(() => {
    const taken = this.page.value()?.taken ?? [];
    return [
      taken.find(({ instrument }) => instrument === 'barc-10'),
      taken.find(({ instrument }) => instrument !== 'barc-10'),
    ].filter((one) => one !== undefined);
  });
  protected readonly scoreOf = scoreWords;

  constructor() {
    inject(Live).whenChanged(
      () => this.participantId(),
      () => this.page.reload(),
    );
  }

  protected nameOf({ instrument }: Assessment): string {
    return instrument.toUpperCase();
  }
}
