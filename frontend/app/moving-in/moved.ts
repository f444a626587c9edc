import { Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Icon } from '../look/icon';
import type { Move } from '../../api/moving-contract';
import { counted, makesWords } from './move-words';

/** What came of a file, and where to go from here. */
@Component({
  selector: 'app-moved',
  imports: [Icon, MatButton, RouterLink],
  template: `
    <section class="card stack" role="status">
      <h2 class="row">
        <app-icon name="check" />{{ makes().length ? 'It is all here' : 'Nothing changed' }}
      </h2>
      @if (makes().length) {
        <ul>
          @for (words of makes(); track words) {
            <li>{{ words }}</li>
          }
        </ul>
      } @else {
        <p>Everything in this file was here already.</p>
      }
      @if (moved().unchanged && makes().length) {
        <p class="quiet">
          {{ counted(moved().unchanged, 'row') }} stood here already, and stayed as they are.
        </p>
      }
      @if (moved().leftOut) {
        <p>
          {{ counted(moved().leftOut, 'row') }} stayed out.
          <a [href]="'/api/moving-in/' + move().moveId + '/refused'" download="refused-rows.csv"
            >Download them with the reasons</a
          >, mend them, and send that file.
        </p>
      }
      <div class="row">
        @if (move().kind === 'people') {
          <a matButton="filled" routerLink="/people" [queryParams]="{ role: 'participant' }"
            >See the people</a
          >
          <a matButton="tonal" routerLink="/people/moving-in">Bring their past contacts</a>
        } @else {
          <a matButton="filled" routerLink="/people/moving-in">Bring another spreadsheet</a>
          <a matButton routerLink="/people">People</a>
        }
      </div>
    </section>
  `,
  styles: `
    h2 app-icon {
      inline-size: 32px;
      color: var(--mat-sys-primary);
    }
    li {
      padding-block: 6px;
      font-size: 1.125rem;
    }
  `,
})
export class Moved {
  readonly move = input.required<Move>();
  protected readonly counted = counted;
  protected readonly moved = computed(() => this.move().moved!);
  protected readonly makes = computed(() => makesWords(this.moved().makes));
}
