import { Component, input, output, signal } from '@angular/core';
import { Icon } from '../look/icon';

/** A place to drop a file on, or to pick one from. */
@Component({
  selector: 'app-choose-file',
  imports: [Icon],
  template: `
    <label
      [class.over]="isOver()"
      (dragover)="$event.preventDefault(); isOver.set(true)"
      (dragleave)="isOver.set(false)"
      (drop)="drop($event)"
    >
      <input
        class="only-heard"
        type="file"
        accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        [disabled]="isBusy()"
        (change)="pick($any($event.target))"
      />
      <app-icon name="sheet" />
      <span class="big">{{ isOver() ? 'Let go to send it' : 'Choose a spreadsheet' }}</span>
      <span class="quiet">or drop it here. XLSX or CSV, up to 25 MB and 50,000 rows.</span>
    </label>
  `,
  styleUrl: './choose-file.scss',
})
export class ChooseFile {
  readonly isBusy = input(false);
  readonly chosen = output<File>();
  protected readonly isOver = signal(false);

  protected pick(field: HTMLInputElement): void {
    const [file] = Array.from(field.files ?? []);
    // so that the same file, mended, can be chosen again
    field.value = '';
    if (file) this.chosen.emit(file);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(false);
    const [file] = Array.from(event.dataTransfer?.files ?? []);
    if (file && !this.isBusy()) this.chosen.emit(file);
  }
}
