import { Component, input, output } from '@angular/core';
import type { CoachSuggestions } from '../../api/contract';

/** Who could walk with them next, each with why, what speaks against it, and the load after the choice. */
@Component({
  selector: 'app-choose-next-coach',
  template: `
    <fieldset class="stack">
      <legend>Who walks with them next?</legend>
      @for (item of suggestions().items; track item.coach.accountId) {
        <label [class.chosen]="chosen() === item.coach.accountId" [class.not]="!item.mayBeChosen">
          <input
            type="radio"
            name="next-coach"
            [disabled]="!item.mayBeChosen"
            [checked]="chosen() === item.coach.accountId"
            (change)="choose.emit(item.coach.accountId)"
          />
          <span>
            <b>{{ item.coach.name }}</b>
            @if (item.reasons.length) {
              <span class="small">{{ said(item.reasons) }}</span>
            }
            @if (item.drawbacks.length) {
              <span class="small quiet">{{ said(item.drawbacks) }}</span>
            }
            <span class="small quiet"
              >Carries {{ item.load.weight }} of {{ item.load.capacity }}, then
              {{ item.asPrimary.load.weight }}</span
            >
          </span>
        </label>
      } @empty {
        <p class="quiet">There is no other coach yet.</p>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      gap: 8px;
      min-width: 0;
    }
    legend {
      margin-bottom: 8px;
      font-weight: 600;
    }
    label {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 12px;
      min-height: 56px;
      padding: 12px 16px;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: var(--mat-sys-corner-medium);
      cursor: pointer;
    }
    label.chosen {
      border-color: var(--mat-sys-primary);
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
    }
    label.chosen .quiet {
      color: inherit;
    }
    label.not {
      cursor: default;
    }
    input {
      inline-size: 22px;
      block-size: 22px;
      margin: 2px 0 0;
      accent-color: var(--mat-sys-primary);
    }
    b,
    .small {
      display: block;
    }
  `,
})
export class ChooseNextCoach {
  readonly suggestions = input.required<CoachSuggestions>();
  readonly chosen = input<string | null>(null);
  readonly choose = output<string>();

  protected said(items: { words: string }[]): string {
    return items.map(({ words }) => words).join(' · ');
  }
}
