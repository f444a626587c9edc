import { Component, computed, inject, Injector, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CaseloadKept } from '../caseload/caseload-kept';
import { findInCaseload } from '../caseload/find-in-caseload';
import { KeyFor } from '../keys/key';
import { Icon } from '../look/icon';
import { When } from '../look/when';

/** So many names fit above the keyboard of a phone. */
const MOST = 6;

/** Anyone on the caseload by a few letters of a name, also those who need nothing today. */
@Component({
  selector: 'app-find-anyone',
  imports: [Icon, KeyFor, RouterLink, When],
  template: `
    <div class="find" role="search">
      <app-icon name="search" />
      <input
        appKey="[Shift]+/"
        keySays="Find anyone"
        type="search"
        placeholder="Find anyone"
        aria-label="Find anyone by any part of a name"
        autocomplete="off"
        [value]="typed()"
        (focus)="ask()"
        (input)="typed.set($any($event.target).value)"
        (keydown.escape)="typed.set('')"
      />
    </div>
    @if (typed().trim()) {
      <ul class="card" aria-label="Found">
        @for (item of found(); track item.participantId) {
          <li>
            <a [routerLink]="['/today', item.participantId]" (click)="typed.set('')">
              <b>{{ item.preferredName }}</b>
              @if (item.standing.lastReachedOn; as reached) {
                <span class="small quiet">reached <app-when [day]="reached" /></span>
              }
            </a>
            <a class="log" [routerLink]="['/log', item.participantId]"
              ><app-icon name="pen" />Log<span class="only-heard">
                a contact with {{ item.preferredName }}</span
              ></a
            >
          </li>
        } @empty {
          <li class="quiet none">{{ isThere() ? 'Nobody on your caseload by that name.' : 'Looking…' }}</li>
        }
      </ul>
      <p class="only-heard" role="status">{{ isThere() ? found().length + ' found' : '' }}</p>
    }
  `,
  styleUrl: './find-anyone.scss',
})
export class FindAnyone {
  private readonly injector = inject(Injector);
  /** Asked for with the first touch of the field, for a list of everyone is a line in the trail. */
  private readonly caseload = signal<CaseloadKept | null>(null);
  protected readonly typed = signal('');
  private readonly page = computed(() => this.caseload()?.page);
  protected readonly isThere = computed(() => this.page()?.hasValue() === true);
  protected readonly found = computed(() => {
    const page = this.page();
    const items = page?.hasValue() ? page.value().items : [];
    return findInCaseload(items, null, this.typed()).slice(0, MOST);
  });

  protected ask(): void {
    if (!this.caseload()) this.caseload.set(this.injector.get(CaseloadKept));
  }
}
