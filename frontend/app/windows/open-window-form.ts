import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { v7 as uuidv7 } from 'uuid';
import type { Day } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { KeyFor } from '../keys/key';
import { Notices } from '../look/notices';
import { problemOf, wrongWith } from '../problems/problem-words';
import { Session } from '../session/session';
import { OPENING_EVENTS } from './window-words';
import { WindowsApi } from './windows-api';

/** What happened opens the window with one touch: today, unless another day is said first. Undo is offered. */
@Component({
  selector: 'app-open-window-form',
  imports: [KeyFor, MatButton],
  template: `
    <section class="stack" [attr.aria-labelledby]="id">
      <h3 [id]="id">What happened?</h3>
      <p class="quiet small">
        Touch it, and the days in which they need you most begin: contact every 2 days at first, less often
        later, for 90 days.
      </p>
      <div class="field">
        <label [for]="id + '-day'">On which day?</label>
        <input
          [id]="id + '-day'"
          type="date"
          [value]="day()"
          [attr.max]="today()"
          [attr.aria-invalid]="!!wrong()"
          [attr.aria-describedby]="id + '-wrong'"
          (input)="day.set($any($event.target).value)"
        />
        <p class="wrong" role="alert" [id]="id + '-wrong'">{{ wrong() }}</p>
      </div>
      <div class="events">
        @for (event of events(); track event.value) {
          <button matButton="tonal" type="button" [disabled]="isSaving()" (click)="open(event.value)">
            {{ event.words }}
          </button>
        }
      </div>
      <div><button appKey="Escape" matButton type="button" (click)="cancelled.emit()">Cancel</button></div>
    </section>
  `,
  styles: `
    .events {
      display: grid;
      gap: 8px;
      grid-template-columns: repeat(auto-fit, minmax(240px, 1fr));
    }
    .events button {
      min-height: 52px;
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class OpenWindowForm {
  readonly participantId = input.required<string>();
  /** Only these, where something suggests them. */
  readonly only = input<readonly string[] | null>(null);
  /** The day, where it is known. */
  readonly on = input<Day | null>(null);
  readonly opened = output();
  readonly cancelled = output();

  private readonly api = inject(WindowsApi);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  protected readonly id = uuidv7();
  protected readonly today = computed(() => this.session.today());
  protected readonly day = linkedSignal<Day>(() => this.on() ?? this.session.today());
  protected readonly isSaving = signal(false);
  private readonly problem = signal<Problem | null>(null);
  private windowId = uuidv7();
  protected readonly events = computed(() => {
    const only = this.only();
    return OPENING_EVENTS.filter(({ value }) => !only || only.includes(value));
  });
  protected readonly wrong = computed(() => {
    const problem = this.problem();
    return problem && (wrongWith(problem, 'beganOn') ?? problem.detail);
  });

  protected async open(event: string): Promise<void> {
    this.isSaving.set(true);
    this.problem.set(null);
    try {
      const day = this.day() || this.today();
      const window = await this.api.open(this.participantId(), {
        windowId: this.windowId,
        event,
        beganOn: day,
      });
      this.opened.emit();
      const undo = () =>
        void this.api.undo(window).catch((failure) => this.notices.say(problemOf(failure).detail));
      void this.notices.say('The window is open.', { label: 'Undo', undo });
    } catch (failure) {
      this.problem.set(problemOf(failure));
      this.windowId = uuidv7();
    } finally {
      this.isSaving.set(false);
    }
  }
}
