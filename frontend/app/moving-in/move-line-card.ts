import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../look/icon';
import { When } from '../look/when';
import { dayOf } from '../look/time-words';
import { Session } from '../session/session';
import type { MoveLine } from '../../api/moving-contract';
import { counted, KIND_WORDS, STATE_WORDS } from './move-words';

/** One file that was sent: what it is, how far it has come. */
@Component({
  selector: 'app-move-line-card',
  imports: [Icon, RouterLink, When],
  template: `
    <a class="card" [routerLink]="['/people/moving-in', line().moveId]">
      <div>
        <h3>{{ line().fileName }}</h3>
        <p class="quiet small">
          {{ kind() }}, {{ rows() }}, <app-when [day]="day()" />
          @if (line().sentBy; as by) {
            by {{ by.name }}
          }
        </p>
      </div>
      <span class="tag">{{ state() }}</span>
      <app-icon name="next" />
    </a>
  `,
  styles: `
    a {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto auto;
      align-items: center;
      gap: 12px;
      color: inherit;
      text-decoration: none;
      &:hover h3 {
        text-decoration: underline;
      }
    }
    app-icon {
      inline-size: 20px;
      color: var(--mat-sys-on-surface-variant);
    }
    @media (max-width: 560px) {
      a {
        grid-template-columns: minmax(0, 1fr) auto;
      }
      .tag {
        grid-row: 2;
        justify-self: start;
      }
    }
  `,
})
export class MoveLineCard {
  readonly line = input.required<MoveLine>();
  private readonly session = inject(Session);
  protected readonly kind = computed(() => KIND_WORDS[this.line().kind]);
  protected readonly rows = computed(() => counted(this.line().rowCount, 'row'));
  protected readonly day = computed(() => dayOf(this.line().sentAt, this.session.timeZone()));
  protected readonly state = computed(() => {
    const { state, refused } = this.line();
    return state === 'tried' && refused ? `${counted(refused, 'row')} to mend` : STATE_WORDS[state];
  });
}
