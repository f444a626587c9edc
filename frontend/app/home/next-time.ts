import { Component, input } from '@angular/core';
import type { HomePage, PlannedContact } from '../../api/contract';
import { Icon } from '../look/icon';
import type { IconName } from '../look/icons';
import { WAY_ICON, WAY_WORDS } from '../look/ways';
import { When } from '../look/when';

/** When and how they talk next, and with whom. */
@Component({
  selector: 'app-next-time',
  imports: [Icon, When],
  template: `
    <section class="card" aria-labelledby="next-title">
      <app-icon [name]="icon()" />
      <div>
        @if (next(); as next) {
          <h2 id="next-title">
            <span i18n="@@home.next">You and {{ next.coachName }}</span>
          </h2>
          <p class="when"><app-when [day]="next.plannedOn" [clock]="next.plannedTime" /></p>
          @if (next.way; as way) {
            <p>{{ words[way] }}</p>
          }
        } @else {
          <h2 id="next-title" i18n="@@home.noNext">No next time planned yet</h2>
          @if (!coach()) {
            <p i18n="@@home.noCoach">We are finding a coach for you. You can always call us.</p>
          } @else if (!coach()?.meanwhileName) {
            <p i18n="@@home.coachWill">{{ coach()?.name }} will be in touch. You can call too.</p>
          }
        }
        @if (coach()?.meanwhileName; as name) {
          <p i18n="@@home.meanwhile">{{ coach()?.name }} is away for now. {{ name }} is there for you.</p>
        }
      </div>
    </section>
  `,
  styles: `
    section {
      display: flex;
      gap: 20px;
      align-items: center;
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
      box-shadow: none;
    }
    section > app-icon {
      inline-size: 44px;
      block-size: 44px;
    }
    h2 {
      font: 550 1rem var(--plain);
    }
    .when {
      font: 600 1.5rem/1.25 var(--brand);
    }
    .when::first-letter {
      text-transform: uppercase;
    }
  `,
})
export class NextTime {
  readonly next = input.required<PlannedContact | null>();
  readonly coach = input.required<HomePage['coach']>();
  protected readonly words = WAY_WORDS;

  protected icon(): IconName {
    const way = this.next()?.way;
    return way ? WAY_ICON[way] : 'calendar';
  }
}
