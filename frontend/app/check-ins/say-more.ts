import { Component, model } from '@angular/core';
import { Choices, type Choice } from '../look/choices';
import { CravingsScale } from './cravings-scale';
import type { FilledIn } from './filled-in';
import { CONNECTION_WORDS, SLEEP_WORDS } from './mood-words';

const choices = (words: Record<string, string>): Choice[] =>
  Object.entries(words).map(([value, said]) => ({ value, words: said }));

/** What may be said beside the mood. All of it can be skipped. */
@Component({
  selector: 'app-say-more',
  imports: [Choices, CravingsScale],
  template: `
    @let filled = value();
    <app-cravings-scale [value]="filled.cravings" (valueChange)="say('cravings', $event)" />
    <app-choices
      legend="Sleep"
      i18n-legend="@@checkIn.sleep"
      [choices]="sleeps"
      [value]="filled.sleep"
      (valueChange)="say('sleep', $any($event))"
    />
    <app-choices
      legend="People around you"
      i18n-legend="@@checkIn.people"
      [choices]="connections"
      [value]="filled.connection"
      (valueChange)="say('connection', $any($event))"
    />
    <app-choices
      legend="A safe place to stay"
      i18n-legend="@@checkIn.safe"
      [choices]="yesOrNo"
      [value]="filled.safePlace"
      (valueChange)="say('safePlace', $any($event))"
    />
  `,
  styles: `
    :host {
      display: grid;
      gap: 20px;
      grid-template-columns: minmax(0, 1fr);
    }
  `,
})
export class SayMore {
  readonly value = model.required<FilledIn>();
  protected readonly sleeps = choices(SLEEP_WORDS);
  protected readonly connections = choices(CONNECTION_WORDS);
  protected readonly yesOrNo = choices({
    yes: $localize`:@@checkIn.yes:Yes`,
    no: $localize`:@@checkIn.no:No`,
  });

  protected say<Field extends keyof FilledIn>(field: Field, said: FilledIn[Field]): void {
    this.value.update((filled) => ({ ...filled, [field]: said }));
  }
}
