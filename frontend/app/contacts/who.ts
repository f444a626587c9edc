import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CaseloadItem, NameInProgram } from '../../api/contract';
import { CaseloadKept } from '../caseload/caseload-kept';
import { findInCaseload } from '../caseload/find-in-caseload';
import { KeyFor } from '../keys/key';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { STANDING_LABEL } from '../standing/standing-words';
import { WhoElsewhere } from './who-elsewhere';

/** So many names fit above the keyboard of a phone. */
const MOST_SHOWN = 8;

/** Whose contact it is: three letters, or the one who needs it most. */
@Component({
  selector: 'app-who',
  imports: [Icon, KeyFor, MatButton, Skeleton, WhoElsewhere],
  template: `
    <div class="stack" role="search">
      <input
        appKey="[Shift]+/"
        keySays="Find by name"
        type="search"
        placeholder="Any part of a name"
        aria-label="Who was it? Find by any part of a name"
        autocomplete="off"
        [value]="find()"
        (input)="find.set($any($event.target).value)"
      />
      <p class="only-heard" role="status">{{ found().length }} found</p>
      @if (kept.page.hasValue()) {
        <ul>
          @for (item of found(); track item.participantId) {
            <li>
              <button type="button" (click)="choose.emit(item)">
                <span>
                  <b>{{ item.preferredName }}</b>
                  @if (item.legalName !== item.preferredName) {
                    <span class="quiet"> {{ item.legalName }}</span>
                  }
                </span>
                <span class="quiet small">{{ label[item.standing.is] }}</span>
                <app-icon name="next" />
              </button>
            </li>
          } @empty {
            <li class="quiet">Nobody on your caseload by that name.</li>
          }
        </ul>
        @if (isElsewhere()) {
          <h3>Someone else in the program</h3>
          <app-who-elsewhere [find]="find()" (choose)="chooseElsewhere.emit($event)" />
        } @else if (mayBeElsewhere()) {
          <button class="else" matButton type="button" (click)="isElsewhere.set(true)">
            <app-icon name="people" />Someone else in the program
          </button>
        }
      } @else {
        <app-skeleton [rows]="3" />
      }
    </div>
  `,
  styleUrl: './who.scss',
})
export class Who {
  readonly choose = output<CaseloadItem>();
  /** Whether somebody who is not on the caseload may be chosen too. */
  readonly mayBeElsewhere = input(false);
  /** Somebody who is not on the caseload. */
  readonly chooseElsewhere = output<NameInProgram>();
  protected readonly isElsewhere = signal(false);
  protected readonly kept = inject(CaseloadKept);
  protected readonly label = STANDING_LABEL;
  protected readonly find = signal('');
  protected readonly found = computed(() => {
    const items = this.kept.page.hasValue() ? this.kept.page.value().items : [];
    return findInCaseload(items, null, this.find()).slice(0, MOST_SHOWN);
  });
}
