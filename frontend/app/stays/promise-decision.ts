import { Component, computed, input, output } from '@angular/core';
import type { Named, PromiseView } from '../../api/contract';
import { type Choice, Choices } from '../look/choices';
import { When } from '../look/when';
import { SuggestsWords } from '../words/suggests-words';
import type { Decided } from './closing-form';

const ENDS: Choice[] = [
  { value: 'kept', words: $localize`Kept`, icon: 'check' },
  { value: 'handed', words: $localize`Somebody takes it on`, icon: 'together' },
  { value: 'let go', words: $localize`Let go` },
];

/** One promise that is open: it is kept, handed to a coach, or let go with a reason. */
@Component({
  selector: 'app-promise-decision',
  imports: [Choices, SuggestsWords, When],
  template: `
    @let it = promise();
    @let now = decided();
    <p class="words" [id]="id() + '-words'">{{ it.words }}</p>
    <p class="small quiet">
      promised by {{ it.coach.name }}, {{ it.isLate ? 'was due' : 'due' }} <app-when [day]="it.dueOn" />
    </p>
    <app-choices
      [legend]="'What becomes of: ' + it.words"
      [isLegendHidden]="true"
      [choices]="ends"
      [mayLetGo]="false"
      [value]="now.became"
      (valueChange)="put({ became: asEnd($event) })"
    />
    @if (now.became === 'let go') {
      <div class="field">
        <label [for]="id() + '-reason'">Why is it let go?</label>
        <input
          appSuggestsWords
          maxlength="500"
          [id]="id() + '-reason'"
          [value]="now.reason"
          (input)="put({ reason: $any($event.target).value })"
        />
      </div>
    } @else if (now.became === 'handed') {
      <div class="field">
        <label [for]="id() + '-to'">Who takes it on?</label>
        <select [id]="id() + '-to'" (change)="put({ toId: $any($event.target).value })">
          <option value="" [selected]="!now.toId">Choose a coach</option>
          @for (coach of canTake(); track coach.accountId) {
            <option [value]="coach.accountId" [selected]="coach.accountId === now.toId">
              {{ coach.name }}
            </option>
          }
        </select>
        <p class="hint">It stands with what they logged for people off their caseload.</p>
      </div>
    }
    <p class="wrong" role="alert">{{ wrong() }}</p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }
    .words {
      font: 600 1.0625rem/1.4 var(--brand);
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
export class PromiseDecisionFields {
  readonly promise = input.required<PromiseView>();
  readonly decided = input.required<Decided>();
  readonly canTake = input.required<Named[]>();
  readonly wrong = input<string | null>(null);
  readonly decidedChange = output<Decided>();

  protected readonly ends = ENDS;
  protected readonly id = computed(() => `promise-${this.promise().promiseId}`);
  protected readonly asEnd = (value: string) => value as Decided['became'];

  protected put(more: Partial<Decided>): void {
    this.decidedChange.emit({ ...this.decided(), ...more });
  }
}
