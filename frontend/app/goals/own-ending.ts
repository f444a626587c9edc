import { Component, inject, input, output, signal } from '@angular/core';
import type { OwnGoal } from '../../api/contract';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { When } from '../look/when';
import { problemOf } from '../problems/problem-words';
import { NotSentYet, Sending } from '../problems/until-answered';
import { Session } from '../session/session';
import { type GoalMove, GoalsApi } from './goals-api';

/** Got there, or let go: both said by the participant, both can be taken back. */
@Component({
  selector: 'app-own-ending',
  imports: [Icon, NotSentYet, When],
  templateUrl: './own-ending.html',
  styleUrl: './own-ending.scss',
})
export class OwnEnding {
  readonly goal = input.required<OwnGoal>();
  readonly coachName = input<string | null>(null);
  /** The goal as it now is; null when it was refused. */
  readonly changed = output<OwnGoal | null>();

  private readonly api = inject(GoalsApi);
  private readonly notices = inject(Notices);
  private readonly kept = inject(Session).kept;
  protected readonly sending = new Sending();
  protected readonly isLettingGo = signal(false);
  protected readonly words = signal('');
  protected readonly trouble = signal('');

  protected beginToLetGo(): void {
    this.words.set(this.kept.of<string>(this.keptAs()) ?? '');
    this.isLettingGo.set(true);
  }

  protected type(event: Event): void {
    this.words.set((event.target as HTMLTextAreaElement).value);
    this.kept.keep(this.keptAs(), this.words() || null);
  }

  protected async letGo(event: Event): Promise<void> {
    event.preventDefault();
    const gone = await this.move('let-go', { words: this.words() });
    if (!gone) return;
    this.isLettingGo.set(false);
    this.kept.keep(this.keptAs(), null);
    void this.notices.say($localize`:@@goals.letGoSaid:You let it go. That is all right.`, {
      label: $localize`:@@goals.undo:Undo`,
      undo: () => void this.move('take-up', {}, gone),
    });
  }

  protected async move(move: GoalMove, words: object = {}, goal = this.goal()): Promise<OwnGoal | null> {
    this.trouble.set('');
    let now: OwnGoal | null = null;
    try {
      now = await this.sending.send(() => this.api.move(goal, move, words));
    } catch (failure) {
      const { fields, detail } = problemOf(failure);
      this.trouble.set(fields?.[0]?.detail ?? detail);
    }
    this.changed.emit(now);
    return now;
  }

  private keptAs(): string {
    return `goals.let-go.${this.goal().goalId}`;
  }
}
