import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Icon } from '../look/icon';
import type { Move } from '../../api/moving-contract';
import { counted, makesWords } from './move-words';
import { RowsSaid } from './rows-said';

/** What a try said: how many rows are ready, what would come of them, and why each of the others would be refused. */
@Component({
  selector: 'app-tried-rows',
  imports: [Icon, MatButton, RowsSaid],
  templateUrl: './tried-rows.html',
  styleUrl: './tried-rows.scss',
})
export class TriedRows {
  readonly move = input.required<Move>();
  readonly isSending = input(false);
  /** True: without the refused rows. */
  readonly go = output<boolean>();
  readonly matchAgain = output();
  /** Whoever looks like somebody here is somebody new all the same. */
  readonly areNew = output();

  protected readonly counted = counted;
  protected readonly tried = computed(() => this.move().tried!);
  protected readonly toMend = computed(() => this.tried().refused);
  protected readonly makes = computed(() => makesWords(this.tried().makes));
  protected readonly lookAlikes = computed(
    () => this.tried().reasons.find(({ code }) => code === 'looks-like-somebody')?.count ?? 0,
  );
  /** The same file once more: everything in it is here already. */
  protected readonly isNothingNew = computed(
    () => this.makes().length === 0 && this.tried().changes === 0 && this.tried().refused === 0,
  );
  protected readonly mendFile = computed(() => `/api/moving-in/${this.move().moveId}/refused`);
}
