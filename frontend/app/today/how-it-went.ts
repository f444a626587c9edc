import { Component, computed, input, output } from '@angular/core';
import type { Outcome, Way } from '../../api/contract';
import { OUTCOME_LABEL } from '../contacts/contact-words';
import { Icon } from '../look/icon';
import type { IconName } from '../look/icons';

const ICON: Partial<Record<Outcome, IconName>> = {
  reached: 'together',
  'no answer': 'silent',
  'left message': 'text',
};

/** What came of it, logged with one tap; the full form is one tap away beside it. */
@Component({
  selector: 'app-how-it-went',
  imports: [Icon],
  template: `
    <div role="group" [attr.aria-label]="label()" [class.asked]="called()">
      <p class="small" [class.quiet]="!called()" aria-hidden="true">{{ label() }}</p>
      <div class="outcomes">
        @for (outcome of outcomes(); track outcome) {
          <button type="button" [class.reached]="outcome === 'reached'" (click)="choose.emit(outcome)">
            <app-icon [name]="icon[outcome]!" />{{ words[outcome] }}
          </button>
        }
      </div>
    </div>
  `,
  styleUrl: './how-it-went.scss',
})
export class HowItWent {
  readonly name = input.required<string>();
  readonly called = input<Way | null>(null);
  /** A message is only offered where leaving one is safe. */
  readonly mayLeaveMessage = input(false);
  readonly choose = output<Outcome>();

  protected readonly icon = ICON;
  protected readonly words = OUTCOME_LABEL;
  protected readonly label = computed(() =>
    this.called() === 'phone'
      ? $localize`How did the call with ${this.name()}:name: go?`
      : this.called()
        ? $localize`Did ${this.name()}:name: answer?`
        : $localize`Log with one tap`,
  );
  protected readonly outcomes = computed<Outcome[]>(() =>
    this.mayLeaveMessage() && this.called() !== 'text'
      ? ['reached', 'no answer', 'left message']
      : ['reached', 'no answer'],
  );
}
