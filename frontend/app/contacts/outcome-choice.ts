import { Component, input, output } from '@angular/core';
import type { Outcome } from '../../api/contract';
import { KeyFor } from '../keys/key';
import { Icon } from '../look/icon';
import type { IconName } from '../look/icons';
import { ATTEMPTS, OUTCOME_LABEL } from './contact-words';

const ICON: Record<Outcome, IconName> = {
  reached: 'together',
  'no answer': 'silent',
  'left message': 'text',
  'no-show': 'clock',
  'wrong number': 'close',
};

/** The letters that also stand on the cards of Today. */
const ATTEMPT_KEY: Record<(typeof ATTEMPTS)[number], string> = {
  'no answer': 'n',
  'left message': 'm',
  'no-show': 'o',
  'wrong number': 'w',
};

/** What came of it: reached, or which attempt. The biggest buttons of the form. */
@Component({
  selector: 'app-outcome-choice',
  imports: [Icon, KeyFor],
  template: `
    <div role="group" aria-label="What came of it">
      <button
        appKey="r"
        keySays="Reached"
        type="button"
        class="reached"
        [attr.aria-pressed]="chosen() === 'reached'"
        (click)="choose.emit('reached')"
      >
        <app-icon [name]="chosen() === 'reached' ? 'check' : icon.reached" />
        <span>{{ label.reached }} <small>We talked, wrote or met</small></span>
      </button>
      <p class="quiet small">Tried, but not reached{{ isAtOnce() ? ': one tap and it is logged' : '' }}</p>
      <div class="attempts">
        @for (attempt of attempts; track attempt) {
          <button
            type="button"
            [appKey]="key[attempt]"
            [keySays]="label[attempt]"
            [attr.aria-pressed]="chosen() === attempt"
            (click)="choose.emit(attempt)"
          >
            <app-icon [name]="chosen() === attempt ? 'check' : icon[attempt]" />{{ label[attempt] }}
          </button>
        }
      </div>
    </div>
  `,
  styleUrl: './outcome-choice.scss',
})
export class OutcomeChoice {
  readonly chosen = input.required<string>();
  /** Whether an attempt is logged as soon as it is touched. */
  readonly isAtOnce = input(false);
  readonly choose = output<Outcome>();
  protected readonly key = ATTEMPT_KEY;
  protected readonly attempts = ATTEMPTS;
  protected readonly label = OUTCOME_LABEL;
  protected readonly icon = ICON;
}
