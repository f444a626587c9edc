import { Component, computed, input } from '@angular/core';
import { Icon } from '../look/icon';
import { isToHeed, type Reachable, reachAtOnce, safeReach } from './safe-reach';

/**
 * Call, text and write: the buttons of every page that offers them. Give one `way`, or all `ways` of a person to offer
 * the first safe one of each. What is not safe is not there and says why.
 */
@Component({
  selector: 'app-reach-buttons',
  imports: [Icon],
  template: `
    @let reach = this.reach();
    @if (reach.offers.length) {
      <div class="row buttons">
        @for (offer of reach.offers; track offer.href) {
          <a [href]="offer.href" [attr.title]="offer.heard">
            <app-icon [name]="offer.icon" />{{ offer.label
            }}<span class="only-heard"> {{ of() ? of() + ', ' : '' }}{{ offer.heard }}</span>
          </a>
        }
      </div>
    }
    @if (reach.cautions.length + hints().length) {
      <ul class="small">
        @for (caution of reach.cautions; track caution) {
          <li class="caution"><app-icon name="silent" />{{ caution }}</li>
        }
        @for (hint of hints(); track hint) {
          <li class="quiet">{{ hint }}</li>
        }
      </ul>
    }
  `,
  styleUrl: './reach-buttons.scss',
})
export class ReachButtons {
  readonly way = input<Reachable>();
  readonly ways = input<readonly Reachable[]>([]);
  /** Whose it is, where a list has many. */
  readonly of = input('');
  /** In a list there is room for what to heed, not for what is fine. */
  readonly isBrief = input(false);

  protected readonly reach = computed(() => {
    const way = this.way();
    return way ? safeReach(way) : reachAtOnce(this.ways());
  });
  protected readonly hints = computed(() => {
    const { hints, offers } = this.reach();
    if (offers.length === 0) return [];
    return this.isBrief() ? hints.filter(isToHeed) : hints;
  });
}
