import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { PlannedContact, PlannedContactLine } from '../../api/contract';
import { GivesReason } from '../look/gives-reason';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { Notices } from '../look/notices';
import { shortDay } from '../look/time-words';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { PlanForm } from './plan-form';
import { PlanHistory } from './plan-history';
import { PlannedApi } from './planned-api';
import { PlannedWords } from './planned-words';

/** What is planned next, or was and did not come to be; moved, called off, or planned here. */
@Component({
  selector: 'app-next-planned',
  imports: [GivesReason, Icon, MatButton, PlanForm, PlanHistory, PlannedWords],
  template: `
    <section class="card stack" aria-labelledby="planned-title">
      <h2 id="planned-title">Next contact</h2>
      @if (next(); as planned) {
        <p class="planned" [class.missed]="planned.isMissed">
          <app-icon [name]="planned.isMissed ? 'clock' : 'calendar'" />
          <span>
            {{ planned.isMissed ? 'Was planned for' : 'Planned for' }}
            <app-planned-words [planned]="planned" />
            <span class="small quiet">{{ ' · ' + planned.coachName }}</span>
          </span>
        </p>
      } @else {
        <p class="quiet">Nothing is planned.</p>
      }
      @switch (doing()) {
        @case ('planning') {
          <app-plan-form
            [participantId]="participantId()"
            [instead]="next()"
            (done)="moved($event)"
            (cancelled)="cancel()"
          />
        }
        @case ('calling off') {
          <app-gives-reason
            label="Why is it called off?"
            does="Call it off"
            [wrong]="wrong()"
            (given)="callOff($event)"
            (cancelled)="cancel()"
          />
        }
        @default {
          @if (isCoach()) {
            <div class="row">
              <button matButton="outlined" type="button" (click)="doing.set('planning')">
                <app-icon name="calendar" />{{ next() ? 'Reschedule' : 'Plan the next contact' }}
              </button>
              @if (next()) {
                <button matButton type="button" (click)="doing.set('calling off')">Call off</button>
              }
            </div>
          }
        }
      }
      <details (toggle)="isHistoryOpen.set($any($event.target).open)">
        <summary>What was planned before</summary>
        @if (isHistoryOpen()) {
          <app-plan-history [participantId]="participantId()" />
        }
      </details>
    </section>
  `,
  styles: `
    .planned {
      display: flex;
      gap: 10px;
      font: 600 1.0625rem/1.4 var(--brand);
    }
    .missed {
      color: var(--mat-sys-tertiary);
    }
    summary {
      min-height: 48px;
      align-content: center;
      cursor: pointer;
    }
  `,
})
export class NextPlanned {
  readonly participantId = input.required<string>();
  readonly next = input.required<PlannedContact | null>();
  readonly changed = output();

  private readonly api = inject(PlannedApi);
  private readonly notices = inject(Notices);
  protected readonly isCoach = inject(Session).isCoach;
  protected readonly doing = signal<'nothing' | 'planning' | 'calling off'>('nothing');
  protected readonly isHistoryOpen = signal(false);
  protected readonly wrong = signal('');

  protected moved(planned: PlannedContactLine): void {
    const { plannedOn } = planned;
    this.cancel();
    void this.notices.say(`Planned for ${shortDay(plannedOn, pageLanguage())}.`);
  }

  protected async callOff(reason: string): Promise<void> {
    this.wrong.set('');
    try {
      const ended = await this.api.callOff(this.next()!, reason);
      this.cancel();
      void this.notices.say('Called off.', { label: 'Undo', undo: () => void this.bringBack(ended) });
    } catch (failure) {
      const problem = problemOf(failure);
      this.wrong.set(problem.detail);
      if (problem.status === 412) this.changed.emit();
    }
  }

  protected cancel(): void {
    this.doing.set('nothing');
    this.wrong.set('');
    this.changed.emit();
  }

  private async bringBack(ended: PlannedContactLine): Promise<void> {
    await this.api.bringBack(ended).catch((failure) => void this.notices.say(problemOf(failure).detail));
    this.changed.emit();
  }
}
