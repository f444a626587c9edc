import { Component, computed, inject, output, signal } from '@angular/core';
import type { CaseloadItem } from '../../api/contract';
import { CaseloadKept } from '../caseload/caseload-kept';
import { findInCaseload } from '../caseload/find-in-caseload';
import { KeyFor } from '../keys/key';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { STANDING_LABEL } from '../standing/standing-words';

/** So many names fit above the keyboard of a phone. */
const MOST_SHOWN = 8;

/** Whose contact it is: three letters, or the one who needs it most. */
@Component({
  selector: 'app-who',
  imports: [Icon, KeyFor, Skeleton],
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
      } @else {
        <app-skeleton [rows]="3" />
      }
    </div>
  `,
  styles: `
    ul {
      display: grid;
      gap: 4px;
    }
    button {
      display: flex;
      align-items: center;
      gap: 12px;
      width: 100%;
      min-height: 56px;
      padding: 8px 12px;
      border: 0;
      border-radius: var(--mat-sys-corner-small);
      background: var(--mat-sys-surface-container-low);
      text-align: start;
      cursor: pointer;
    }
    button:hover {
      background: var(--mat-sys-primary-container);
    }
    b {
      font: 600 1.125rem var(--brand);
    }
    span:first-child {
      flex: 1;
    }
  `,
})
export class Who {
  readonly choose = output<CaseloadItem>();
  protected readonly kept = inject(CaseloadKept);
  protected readonly label = STANDING_LABEL;
  protected readonly find = signal('');
  protected readonly found = computed(() => {
    const items = this.kept.page.hasValue() ? this.kept.page.value().items : [];
    return findInCaseload(items, null, this.find()).slice(0, MOST_SHOWN);
  });
}
