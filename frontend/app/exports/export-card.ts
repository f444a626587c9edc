import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { PreparedFile } from '../../api/export-contract';
import { Icon } from '../look/icon';
import { dayOf } from '../look/time-words';
import { When } from '../look/when';
import { MoveProgress } from '../moving-in/move-progress';
import { counted, sizeWords } from '../moving-in/move-words';
import { Session } from '../session/session';
import { fileWords, FORMAT_WORDS } from './export-words';

/** One file: how far it is, or there to save, and until when. */
@Component({
  selector: 'app-export-card',
  imports: [Icon, MatButton, MoveProgress, When],
  templateUrl: './export-card.html',
  styleUrl: './export-card.scss',
})
export class ExportCard {
  readonly file = input.required<PreparedFile>();
  readonly save = output();
  readonly forget = output();
  readonly again = output();

  private readonly session = inject(Session);
  protected readonly name = computed(() => fileWords(this.file()));
  protected readonly about = computed(() => {
    const { format, rowCount, byteCount, isForOutside } = this.file();
    return [
      FORMAT_WORDS[format],
      ...(rowCount === null ? [] : [counted(rowCount, 'row')]),
      ...(byteCount === null ? [] : [sizeWords(byteCount)]),
      ...(isForOutside ? ['for somebody outside'] : []),
    ].join(', ');
  });
  protected readonly expiresOn = computed(() => this.dayOf(this.file().expiresAt));
  protected readonly takenOn = computed(() => {
    const { takenAt } = this.file();
    return takenAt ? this.dayOf(takenAt) : null;
  });

  private dayOf(at: string): string {
    return dayOf(at, this.session.timeZone());
  }
}
