import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DecisionView, SupervisionSession } from '../../api/contract';
import { Icon } from '../look/icon';
import { When } from '../look/when';
import { problemOf } from '../problems/problem-words';
import { SessionsApi } from './sessions-api';

/** What was decided, what became of it, and the way back while nobody has signed. */
@Component({
  selector: 'app-decision-line',
  imports: [Icon, MatButton, When],
  template: `
    @let one = decision();
    <div>
      <app-icon [name]="one.isDone ? 'check' : one.becomes === 'promise' ? 'together' : 'goal'" />
      <p>
        <b>{{ one.words }}</b>
        <span class="small quiet">
          {{ kind() }} <app-when [day]="one.dueOn" />{{ one.isDone ? ' · done' : '' }}
        </span>
      </p>
      @if (one.mayTakeBack) {
        <button matButton class="not-printed" type="button" [disabled]="isSaving()" (click)="takeBack()">
          Take back<span class="only-heard">: {{ one.words }}</span>
        </button>
      }
    </div>
    <p class="wrong" role="alert">{{ wrong() }}</p>
  `,
  styles: `
    div {
      display: flex;
      flex-wrap: wrap;
      gap: 10px;
      align-items: center;
      padding: 10px 14px;
      border-radius: var(--mat-sys-corner-medium);
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
    }
    div p {
      flex: 1 1 200px;
    }
    .quiet {
      display: block;
      color: inherit;
    }
    app-icon {
      inline-size: 1.25em;
    }
    .wrong {
      color: var(--mat-sys-error);
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class DecisionLine {
  readonly session = input.required<SupervisionSession>();
  readonly decision = input.required<DecisionView>();
  readonly changed = output<SupervisionSession>();

  private readonly api = inject(SessionsApi);
  protected readonly isSaving = signal(false);
  protected readonly wrong = signal('');
  protected readonly kind = computed(() => {
    const { becomes, coach, participantName } = this.decision();
    if (becomes === 'promise') return `${coach.name} promises ${participantName ?? 'them'}, by`;
    return becomes === 'today' ? `On ${coach.name}’s Today from` : `${coach.name}, by`;
  });

  protected async takeBack(): Promise<void> {
    this.isSaving.set(true);
    try {
      this.changed.emit(await this.api.takeBack(this.session(), this.decision().decisionId));
    } catch (failure) {
      this.wrong.set(problemOf(failure).detail);
    } finally {
      this.isSaving.set(false);
    }
  }
}
