import { Component, input } from '@angular/core';
import type { KnownRecord } from '../../api/merging-contract';
import { stayWords, whereTheyAre } from './record-words';

/** Somebody's record in a few lines, to tell who it is: names, coach and stays, no word about them. */
@Component({
  selector: 'app-known-record',
  template: `
    @let who = record();
    <p class="name">{{ who.preferredName }}</p>
    <ul class="small">
      @if (who.legalName && who.legalName !== who.preferredName) {
        <li>Legal name {{ who.legalName }}</li>
      }
      @if (who.pronouns) {
        <li>{{ who.pronouns }}</li>
      }
      <li>{{ where(who) }}</li>
      @for (stay of who.stays; track $index) {
        <li class="quiet">{{ words(stay) }}</li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: grid;
      gap: 4px;
      align-content: start;
      min-inline-size: 0;
    }
    .name {
      font: 600 1.25rem/1.25 var(--brand);
    }
  `,
})
export class KnownRecordCard {
  readonly record = input.required<KnownRecord>();
  protected readonly words = stayWords;
  protected readonly where = whereTheyAre;
}
