import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { PutAwayCard } from '../../api/contract';
import { Icon } from '../look/icon';
import { When } from '../look/when';
import { UndoToday } from './undo-today';

/** What was put away, with why and until when; each can be brought back. */
@Component({
  selector: 'app-put-away-list',
  imports: [Icon, MatButton, When],
  template: `
    <details>
      <summary>
        <app-icon name="pause" />{{ items().length }} put away<app-icon class="turn" name="down" />
      </summary>
      <ul>
        @for (item of items(); track item.putAwayId) {
          <li>
            <p>
              <b>{{ item.preferredName }}</b> {{ item.because }}
              <span class="quiet">Back <app-when [day]="item.untilOn" /></span>
            </p>
            <button
              matButton
              type="button"
              (click)="undoing.undo({ kind: 'put away', id: item.putAwayId, version: 0 })"
            >
              Bring back<span class="only-heard"> {{ item.preferredName }}</span>
            </button>
          </li>
        }
      </ul>
    </details>
  `,
  styleUrl: './folded.scss',
})
export class PutAwayList {
  readonly items = input.required<PutAwayCard[]>();
  protected readonly undoing = inject(UndoToday);
}
