import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { MoveRequest, OfferedTime, SupervisionSession } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { KeyFor } from '../keys/key';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { problemOf } from '../problems/problem-words';
import { SuggestsWords } from '../words/suggests-words';
import { MomentFields, momentOf } from './moment-fields';
import { timeWords } from './session-words';
import { SessionsApi } from './sessions-api';

/** A session that has not begun: begin it, move it, call it off. */
@Component({
  selector: 'app-planned-part',
  imports: [FormField, Icon, KeyFor, MatButton, MomentFields, SuggestsWords],
  template: `
    <section class="card stack not-printed" aria-label="Before it begins">
      @switch (doing()) {
        @case ('moving') {
          <form class="stack" (submit)="move($event)" novalidate>
            <app-moment-fields [fields]="fields" [problem]="problem()" />
            <p class="wrong" role="alert">{{ refusal() }}</p>
            <div class="row">
              <button matButton="filled" type="submit" [disabled]="isSaving()">Move it</button>
              <button appKey="Escape" matButton type="button" (click)="doing.set(null)">Cancel</button>
            </div>
          </form>
        }
        @case ('calling off') {
          <form class="stack" (submit)="callOff($event)" novalidate>
            <div class="field">
              <label for="off-why">Why is it called off?</label>
              <input id="off-why" appSuggestsWords [formField]="off.reason" />
            </div>
            @if (session().everyDays) {
              <label class="tick">
                <input type="checkbox" [formField]="off.goesOn" />
                <span>Plan the next one of the rhythm</span>
              </label>
            }
            <p class="wrong" role="alert">{{ refusal() }}</p>
            <div class="row">
              <button matButton="filled" type="submit" [disabled]="isSaving()">Call it off</button>
              <button appKey="Escape" matButton type="button" (click)="doing.set(null)">Cancel</button>
            </div>
          </form>
        }
        @default {
          @for (one of asked(); track one.requestId) {
            <div class="asked" role="status">
              <p>
                <b>{{ one.coach.name }}</b> asks for another time{{
                  one.words ? ': “' + one.words + '”' : '.'
                }}
              </p>
              <div class="row">
                @for (time of one.times; track $index) {
                  <button matButton="filled" type="button" [disabled]="isSaving()" (click)="moveTo(time)">
                    <span class="only-heard">Move to </span>{{ said(time) }}
                  </button>
                }
                <button matButton="outlined" type="button" (click)="doing.set('moving')">
                  {{ one.times.length ? 'Another time' : 'Name a time' }}
                </button>
                <button matButton type="button" [disabled]="isSaving()" (click)="keep(one)">
                  Leave it as it is
                </button>
              </div>
            </div>
          }
          <p class="quiet">
            The agenda below is of this moment. When the session begins it is written down and stays as it
            then is.
          </p>
          <p class="wrong" role="alert">{{ refusal() }}</p>
          <div class="row">
            <button matButton="filled" type="button" [disabled]="isSaving()" (click)="begin()">
              <app-icon name="next" />Begin the session
            </button>
            <button matButton="outlined" type="button" (click)="doing.set('moving')">
              <app-icon name="calendar" />Move
            </button>
            <button matButton type="button" (click)="doing.set('calling off')">Call off</button>
          </div>
        }
      }
    </section>
  `,
  styles: `
    .asked {
      display: grid;
      gap: 12px;
      padding: 14px;
      border-radius: var(--mat-sys-corner-medium);
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
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
export class PlannedPart {
  readonly session = input.required<SupervisionSession>();
  readonly changed = output<SupervisionSession>();

  private readonly api = inject(SessionsApi);
  protected readonly doing = signal<'moving' | 'calling off' | null>(null);
  protected readonly isSaving = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  private readonly moment = linkedSignal({
    source: () => this.doing() === 'moving',
    computation: () => {
      const { plannedOn, plannedTime, plannedMinutes, everyDays } = this.session();
      const minutes = String(plannedMinutes);
      return { plannedOn, plannedTime, minutes, everyDays: everyDays === null ? '' : String(everyDays) };
    },
  });
  protected readonly fields = form(this.moment);
  protected readonly off = form(signal({ reason: '', goesOn: true }));

  protected readonly asked = computed(() => this.session().moveRequests.filter(({ isKept }) => !isKept));

  protected said(time: OfferedTime): string {
    return timeWords(time, pageLanguage());
  }

  /** The time that was asked for; length and rhythm stay. */
  protected moveTo({ on: plannedOn, time: plannedTime }: OfferedTime): void {
    const { plannedMinutes: minutes, everyDays } = this.session();
    void this.sent(() => this.api.move(this.session(), { plannedOn, plannedTime, minutes, everyDays }));
  }

  protected keep(request: MoveRequest): void {
    void this.sent(() => this.api.settleRequest(this.session(), request, 'keep'));
  }

  protected begin(): void {
    void this.sent(() => this.api.begin(this.session()));
  }

  protected move(event: Event): void {
    event.preventDefault();
    void this.sent(() => this.api.move(this.session(), momentOf(this.moment())));
  }

  protected callOff(event: Event): void {
    event.preventDefault();
    const { reason, goesOn } = this.off().value();
    void this.sent(() => this.api.callOff(this.session(), reason, goesOn));
  }

  protected refusal(): string {
    const problem = this.problem();
    if (!problem) return '';
    if (problem.status === 412)
      return 'Somebody changed this session meanwhile; it is shown as it now is. What you typed is still here.';
    return (
      problem.fields?.find(({ path }) => path === 'reason')?.detail ?? (problem.fields ? '' : problem.detail)
    );
  }

  private async sent(send: () => Promise<SupervisionSession>): Promise<void> {
    this.isSaving.set(true);
    this.problem.set(null);
    try {
      this.changed.emit(await send());
      this.doing.set(null);
    } catch (failure) {
      const problem = problemOf(failure);
      this.problem.set(problem);
      if (problem.status === 412) this.changed.emit(problem.current as SupervisionSession);
    } finally {
      this.isSaving.set(false);
    }
  }
}
