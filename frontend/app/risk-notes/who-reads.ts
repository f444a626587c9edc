import { Component, computed, inject, input } from '@angular/core';
import type { Level, Readers } from '../../api/contract';
import { pageLanguage } from '../look/language';
import { ticking } from '../look/ticking';
import { Session } from '../session/session';
import { momentWords } from './answer-clock-words';
import { NineEightEight } from './nine-eight-eight';

/** Beside the button: who hears of the note and by when they answer; or that nobody may before morning. */
@Component({
  selector: 'app-who-reads',
  imports: [NineEightEight],
  template: `
    @let readers = this.readers();
    <p class="quiet small">{{ means() }}</p>
    @if (level() === 'urgent' && readers.nobodyBefore) {
      <div class="nobody stack" role="note" aria-label="Nobody may read this soon">
        <p>
          <b>Nobody may read this before {{ moment(readers.nobodyBefore) }}.</b>
          It is outside working hours, and nobody who is told has set up a way to be reached.
          @if (phone; as phone) {
            If it cannot wait, call {{ phone }}, or:
          } @else {
            If it cannot wait:
          }
        </p>
        <app-nine-eight-eight />
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }
    .nobody {
      gap: 4px;
      padding: 16px;
      border: 2px solid var(--mat-sys-error);
      border-radius: var(--mat-sys-corner-medium);
    }
  `,
})
export class WhoReads {
  readonly readers = input.required<Readers>();
  readonly level = input.required<Level>();

  private readonly session = inject(Session);
  private readonly now = ticking();
  protected readonly phone = this.session.organizationPhone();
  protected readonly means = computed(() => {
    const { told, answerBy } = this.readers();
    const by = this.moment(answerBy[this.level()]);
    if (this.level() === 'watch') return `You look at it together by ${by}.`;
    if (this.level() === 'concern') return `An answer is asked for by ${by}.`;
    const names = new Intl.ListFormat('en').format(told.map(({ name }) => name));
    return names
      ? `${names} ${told.length > 1 ? 'are' : 'is'} told at once and asked to answer by ${by}.`
      : `Nobody can be told now. An answer is asked for by ${by}.`;
  });

  protected moment(at: string): string {
    return momentWords(at, {
      now: this.now(),
      timeZone: this.session.timeZone(),
      language: pageLanguage(),
    });
  }
}
