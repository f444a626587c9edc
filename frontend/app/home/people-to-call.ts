import { Component, computed, input } from '@angular/core';
import type { PersonToCall } from '../../api/contract';
import { Icon } from '../look/icon';

/** So many stand on Home; the others are in the plan. */
const MOST = 3;

/** The people of their plan, one touch away. */
@Component({
  selector: 'app-people-to-call',
  imports: [Icon],
  template: `
    <section class="card stack" aria-labelledby="people-title">
      <h2 id="people-title" i18n="@@home.people">People you can call</h2>
      @for (person of first(); track $index) {
        <a class="button soft" [href]="'tel:' + person.dial">
          <app-icon name="phone" /><span i18n="@@home.callPerson">Call {{ person.name }}</span>
        </a>
      }
    </section>
  `,
  styles: `
    .button {
      justify-content: flex-start;
    }
  `,
})
export class PeopleToCall {
  readonly people = input.required<PersonToCall[]>();
  protected readonly first = computed(() => this.people().slice(0, MOST));
}
