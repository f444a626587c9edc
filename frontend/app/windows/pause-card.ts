import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Day, Pause } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { Notices } from '../look/notices';
import { TakesFocus } from '../look/takes-focus';
import { addDays } from '../look/time-words';
import { RecordChanges } from '../participants/record-changes';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { AWAY_LABEL, pauseWords } from './window-words';
import { WindowsApi } from './windows-api';

/** Where somebody is, or their wish for peace, with its end: known, expected, changed or set right. */
@Component({
  selector: 'app-pause-card',
  imports: [Icon, MatButton, TakesFocus],
  templateUrl: './pause-card.html',
  styles: `
    h2 {
      display: flex;
      gap: 10px;
      margin-bottom: 6px;
    }
    .field:has(> .wrong:empty) {
      display: none;
    }
  `,
})
export class PauseCard {
  readonly pause = input.required<Pause>();

  private readonly api = inject(WindowsApi);
  private readonly notices = inject(Notices);
  private readonly changes = inject(RecordChanges);
  private readonly session = inject(Session);
  protected readonly asking = signal<'end' | 'change' | null>(null);
  protected readonly isSaving = signal(false);
  private readonly problem = signal<Problem | null>(null);
  protected readonly title = computed(() => AWAY_LABEL[this.pause().reason]);
  protected readonly isWish = computed(() => this.pause().reason === 'wish');
  protected readonly words = computed(() => pauseWords(this.pause(), this.today(), pageLanguage()));
  protected readonly today = computed(() => this.session.today());
  protected readonly wrong = computed(() => {
    const problem = this.problem();
    return problem?.fields?.[0]?.detail ?? problem?.detail ?? '';
  });

  /** A day is being chosen for this version; what others write meanwhile is not overwritten. */
  private version = 0;

  protected ask(what: 'end' | 'change'): void {
    this.version = this.pause().version;
    this.asking.set(what);
  }

  /** They came out, or want to hear from us again: today, or on the day that was said. */
  protected end(outOn?: Day): Promise<void> {
    const said = this.isWish() ? 'You are in touch again.' : 'Welcome back. The days that matter most begin.';
    return this.save(
      () =>
        this.api.end(
          this.pause().pauseId,
          outOn && this.asking() ? this.version : this.pause().version,
          outOn,
        ),
      said,
    );
  }

  /** @param day the day they are expected out, or the last day of peace */
  protected changeEnd(day: Day): Promise<void> {
    if (!day) return Promise.resolve();
    const throughOn = this.isWish() ? day : addDays(day, -1);
    return this.save(() => this.api.changeEnd(this.pause().pauseId, this.version, throughOn), 'Changed.');
  }

  protected undo(): Promise<void> {
    return this.save(() => this.api.undoPause(this.pause()), 'Taken back.');
  }

  private async save(write: () => Promise<unknown>, said: string): Promise<void> {
    this.isSaving.set(true);
    this.problem.set(null);
    try {
      await write();
      this.asking.set(null);
      void this.notices.say(said);
    } catch (failure) {
      const problem = problemOf(failure);
      const isStale = problem.status === 412;
      this.problem.set(
        isStale
          ? { ...problem, detail: 'Somebody just changed this; above is how it is now. Choose again.' }
          : problem,
      );
      if (isStale) {
        this.asking.set(null);
        this.changes.lookAgain();
      }
    } finally {
      this.isSaving.set(false);
    }
  }
}
