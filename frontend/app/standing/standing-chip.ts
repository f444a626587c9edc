import { Component, computed, inject, input, signal } from '@angular/core';
import type { StandingView } from '../../api/contract';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { Session } from '../session/session';
import { STANDING_ICON, STANDING_LABEL, standingFacts, standingReason } from './standing-words';

/** The standing, why, and behind it the facts. */
@Component({
  selector: 'app-standing-chip',
  imports: [Icon],
  template: `
    <div class="line">
      <button type="button" [class]="kind()" [attr.aria-expanded]="isOpen()" (click)="isOpen.set(!isOpen())">
        <app-icon [name]="icon()" />{{ label() }}<app-icon class="turn" name="down" />
        <span class="only-heard">, the facts behind it</span>
      </button>
      <span class="reason">{{ reason() }}</span>
    </div>
    @if (isOpen()) {
      <dl>
        @for (fact of facts(); track fact.label) {
          <div>
            <dt>{{ fact.label }}</dt>
            <dd [title]="fact.exact ?? ''">{{ fact.words }}</dd>
          </div>
        }
      </dl>
    }
  `,
  styleUrl: './standing-chip.scss',
})
export class StandingChip {
  readonly view = input.required<StandingView>();
  protected readonly isOpen = signal(false);

  private readonly session = inject(Session);
  private readonly language = pageLanguage();
  protected readonly kind = computed(() => `chip ${this.view().is.replaceAll(' ', '-')}`);
  protected readonly icon = computed(() => STANDING_ICON[this.view().is]);
  protected readonly label = computed(() => STANDING_LABEL[this.view().is]);
  protected readonly reason = computed(() =>
    standingReason(this.view(), this.session.today(), this.language),
  );
  protected readonly facts = computed(() => standingFacts(this.view(), this.session.today(), this.language));
}
