import { Component, computed, input, ViewEncapsulation } from '@angular/core';
import type { BoardExport } from '../../api/certification-contract';
import { calendarDay } from '../look/time-words';
import { clockLength, spanWords } from './certification-words';

/** What a certifying board asks of one coach, as it comes out of the printer, on A4 or Letter. */
@Component({
  selector: 'app-board-paper',
  templateUrl: './board-paper.html',
  styleUrl: './board-paper.scss',
  encapsulation: ViewEncapsulation.None,
})
export class BoardPaper {
  readonly board = input.required<BoardExport>();
  protected readonly dayOf = (day: string): string => calendarDay(day, 'en');
  protected readonly spanOf = spanWords;
  protected readonly lengthOf = clockLength;
  protected readonly withPeople = computed(() => {
    const { contacts } = this.board();
    return {
      reachedCount: contacts.reduce((sum, { reachedCount }) => sum + reachedCount, 0),
      attemptCount: contacts.reduce((sum, { attemptCount }) => sum + attemptCount, 0),
      minutes: contacts.reduce((sum, { minutes }) => sum + minutes, 0),
    };
  });
}
