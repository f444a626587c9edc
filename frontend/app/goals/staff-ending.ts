import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { OwnGoal, SaidBy } from '../../api/contract';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { When } from '../look/when';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { SuggestsWords } from '../words/suggests-words';
import { type GoalMove, GoalsApi } from './goals-api';

/** Reached, which takes the word of both, or let go without blame; as staff see and say it. */
@Component({
  selector: 'app-staff-ending',
  imports: [Icon, MatButton, SuggestsWords, When],
  templateUrl: './staff-ending.html',
  styleUrl: './own-ending.scss',
})
export class StaffEnding {
  readonly goal = input.required<OwnGoal>();
  readonly name = input.required<string>();
  /** Whether the participant can say so themself. */
  readonly hasAccount = input(true);
  /** The goal as it now is; null when it was refused. */
  readonly changed = output<OwnGoal | null>();

  private readonly api = inject(GoalsApi);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  protected readonly isCoach = this.session.isCoach;
  protected readonly isLettingGo = signal(false);
  protected readonly isSending = signal(false);
  protected readonly words = signal('');
  protected readonly trouble = signal('');
  protected readonly mayConfirm = computed(() => this.goal().mayConfirm);

  protected who(by: SaidBy | null): string {
    return by ? by.name : '';
  }

  protected type(event: Event): void {
    this.words.set((event.target as HTMLTextAreaElement).value);
  }

  protected async letGo(event: Event): Promise<void> {
    event.preventDefault();
    const gone = await this.move('let-go', { words: this.words() });
    if (!gone) return;
    this.isLettingGo.set(false);
    void this.notices.say('The goal is let go.', {
      label: 'Undo',
      undo: () => void this.move('take-up', {}, gone),
    });
  }

  protected async move(move: GoalMove, words: object = {}, goal = this.goal()): Promise<OwnGoal | null> {
    this.trouble.set('');
    this.isSending.set(true);
    let now: OwnGoal | null = null;
    try {
      now = await this.api.move(goal, move, words);
    } catch (failure) {
      const { status, detail } = problemOf(failure);
      this.trouble.set(
        status === 412 ? 'The goal was changed just now. Read it once more, then decide.' : detail,
      );
    }
    this.isSending.set(false);
    this.changed.emit(now);
    return now;
  }
}
