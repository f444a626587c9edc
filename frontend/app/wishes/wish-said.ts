import { Component, computed, inject, input } from '@angular/core';
import type { WishInWords } from '../../api/contract';
import { When } from '../look/when';
import { dayOf } from '../look/time-words';
import { Session } from '../session/session';
import { wishLinesOf } from './wish-lines';

/** Whose words a wish is in, and since when. */
@Component({
  selector: 'app-wish-hand',
  imports: [When],
  template: `
    @if (day(); as day) {
      {{
        wish().isTheirOwn
          ? 'Written by ' + wish().notedByName + ' themself'
          : 'As told to ' + wish().notedByName
      }}, <app-when [day]="day" />.
    }
  `,
  host: { class: 'small' },
})
export class WishHand {
  readonly wish = input.required<Pick<WishInWords, 'notedByName' | 'isTheirOwn' | 'notedAt'>>();
  private readonly session = inject(Session);
  protected readonly day = computed(() => {
    const { notedAt } = this.wish();
    return notedAt && dayOf(notedAt, this.session.timeZone());
  });
}

/** A wish to read, a line for each thing it says. */
@Component({
  selector: 'app-wish-said',
  imports: [WishHand],
  template: `
    @for (line of lines(); track line) {
      <p>{{ line }}</p>
    } @empty {
      <p>Nothing noted. Ask, if it fits: it is theirs to say or to leave out.</p>
    }
    <p><app-wish-hand [wish]="wish()" /></p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }
    p:empty {
      display: none;
    }
  `,
})
export class WishSaid {
  readonly wish = input.required<WishInWords>();
  protected readonly lines = computed(() => wishLinesOf(this.wish()));
}
