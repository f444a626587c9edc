import { Component, effect, inject, input, type OnInit, output, signal } from '@angular/core';
import type { OwnGoal } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { problemOf } from '../problems/problem-words';
import { NotSentYet, Sending } from '../problems/until-answered';
import { Session } from '../session/session';
import { GoalClash } from './goal-clash';
import { GoalFields } from './goal-fields';
import { type GoalTyped, joined, NOTHING_TYPED, typedOf, wordsOf } from './goal-typed';
import { GoalsApi } from './goals-api';

interface Kept {
  version: number;
  typed: GoalTyped;
}

export const editKept = (goalId: string): string => `goals.edit.${goalId}`;

/** The words of a goal are changed. Both may do so; if both do at once, a person chooses. */
@Component({
  selector: 'app-goal-edit',
  imports: [GoalClash, GoalFields, NotSentYet],
  template: `
    <form class="stack" novalidate (submit)="save($event)">
      @if (theirs(); as other) {
        <app-goal-clash
          [theirs]="other"
          [isOwn]="isOwn()"
          (keepMine)="keepMine(other)"
          (takeTheirs)="takeTheirs(other)"
          (join)="putTogether(other)"
        />
      }
      <app-goal-fields [(typed)]="typed" [problem]="problem()" [today]="today" [isOwn]="isOwn()" />
      <p class="wrong" role="alert">{{ trouble() }}</p>
      @if (sending.isLate()) {
        <app-not-sent-yet />
      }
      @if (!theirs()) {
        <button class="button" type="submit" [disabled]="sending.isSending()" i18n="@@goals.save">
          Save these words
        </button>
        <button class="plain-button" type="button" (click)="cancel()">
          <u i18n="@@goals.leaveAsIs">Leave it as it was</u>
        </button>
      }
    </form>
  `,
  styles: `
    form {
      gap: 24px;
    }
    .wrong {
      font-weight: 550;
    }
    .wrong:empty {
      display: none;
    }
    .plain-button {
      text-align: center;
    }
  `,
})
export class GoalEdit implements OnInit {
  readonly goal = input.required<OwnGoal>();
  readonly isOwn = input(true);
  readonly done = output<OwnGoal>();
  readonly cancelled = output();

  private readonly api = inject(GoalsApi);
  private readonly kept = inject(Session).kept;
  protected readonly today = inject(Session).today();
  protected readonly sending = new Sending();
  /** The version these words were begun on; what the other writes meanwhile moves neither it nor what is typed. */
  private readonly version = signal(0);
  protected readonly typed = signal(NOTHING_TYPED);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly trouble = signal('');
  protected readonly theirs = signal<OwnGoal | null>(null);

  constructor() {
    effect(() => {
      const [version, typed] = [this.version(), this.typed()];
      if (version > 0) this.kept.keep(editKept(this.goal().goalId), { version, typed });
    });
  }

  ngOnInit(): void {
    const kept = this.kept.of<Kept>(editKept(this.goal().goalId));
    this.typed.set(kept?.typed ?? typedOf(this.goal()));
    this.version.set(kept?.version ?? this.goal().version);
  }

  protected keepMine(other: OwnGoal): void {
    this.goOnFrom(other);
    void this.save();
  }

  protected takeTheirs(other: OwnGoal): void {
    this.forget();
    this.done.emit(other);
  }

  protected putTogether(other: OwnGoal): void {
    this.goOnFrom(other);
    this.typed.update((mine) => joined(mine, typedOf(other)));
  }

  protected cancel(): void {
    this.forget();
    this.cancelled.emit();
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    this.problem.set(null);
    this.trouble.set('');
    const { goalId } = this.goal();
    try {
      const saved = await this.sending.send(() =>
        this.api.edit(goalId, this.version(), wordsOf(this.typed())),
      );
      this.forget();
      this.done.emit(saved);
    } catch (failure) {
      const problem = problemOf(failure);
      if (problem.status === 412) this.theirs.set(problem.current as OwnGoal);
      else {
        this.problem.set(problem);
        this.trouble.set(problem.detail);
      }
    }
  }

  private goOnFrom(other: OwnGoal): void {
    this.version.set(other.version);
    this.theirs.set(null);
  }

  private forget(): void {
    this.version.set(0);
    this.kept.keep(editKept(this.goal().goalId), null);
  }
}
