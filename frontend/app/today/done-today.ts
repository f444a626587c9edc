import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { DoneToday as Done, Outcome } from '../../api/contract';
import { OUTCOME_LABEL } from '../contacts/contact-words';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { timeOf } from '../look/time-words';
import { Session } from '../session/session';
import { UndoToday } from './undo-today';

/** "3 done today", quietly; behind it what, with the way to add words and to take it back. */
@Component({
  selector: 'app-done-today',
  imports: [Icon, MatButton, RouterLink],
  template: `
    <details>
      <summary>
        <app-icon name="check" />{{ items().length }} done today<app-icon class="turn" name="down" />
      </summary>
      <ul>
        @for (item of shown(); track item.id) {
          <li>
            <p>
              <b>{{ item.preferredName }}</b> <span class="quiet">{{ item.said }}, {{ item.time }}</span>
            </p>
            <span class="row">
              @if (item.kind === 'contact') {
                <a matButton [routerLink]="['/contacts', item.id, 'amend']"
                  >Add words<span class="only-heard"> about {{ item.preferredName }}</span></a
                >
              }
              <button matButton type="button" (click)="undoing.undo(item)">
                Undo<span class="only-heard">: {{ item.preferredName }}, {{ item.said }}</span>
              </button>
            </span>
          </li>
        }
      </ul>
    </details>
  `,
  styleUrl: './folded.scss',
})
export class DoneToday {
  readonly items = input.required<Done[]>();
  protected readonly undoing = inject(UndoToday);
  private readonly session = inject(Session);
  protected readonly shown = computed(() =>
    this.items().map((item) => ({
      ...item,
      said:
        item.kind === 'promise'
          ? `kept “${item.words}”`
          : OUTCOME_LABEL[item.outcome as Outcome].toLowerCase(),
      time: timeOf(item.at, this.session.timeZone(), pageLanguage()),
    })),
  );
}
