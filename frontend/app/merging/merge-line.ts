import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { MergeKnown } from '../../api/merging-contract';
import { KeyFor } from '../keys/key';
import { Notices } from '../look/notices';
import { TakesFocus } from '../look/takes-focus';
import { dayOf } from '../look/time-words';
import { When } from '../look/when';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { MergingApi } from './merging-api';

/** That two records became one, who said so and how they knew; and the way back, while there is one. */
@Component({
  selector: 'app-merge-line',
  imports: [KeyFor, MatButton, TakesFocus, When],
  template: `
    @let one = merge();
    <p>
      {{ names() }} became one record <app-when [day]="on(one.at)" />, by {{ one.byName }}:
      <span class="said">“{{ one.why }}”</span>
    </p>
    @if (one.undoneAt; as undoneAt) {
      <p class="quiet">{{ one.undoneByName }} made them two again, <app-when [day]="on(undoneAt)" />.</p>
    } @else if (isAsked()) {
      <div class="stack" role="group" aria-label="Make them two again" tabindex="-1" appTakesFocus>
        <p>
          Both get back what was theirs: coach, stays, next contact, sign-in, all that was written before.
          What was written since then stays with {{ one.intoName }}, and what was changed since stays changed.
        </p>
        <div class="row">
          <button matButton="filled" type="button" [disabled]="isSaving()" (click)="undo()">
            Make them two again
          </button>
          <button matButton type="button" appKey="Escape" (click)="isAsked.set(false)">Leave them one</button>
        </div>
      </div>
    } @else if (one.mayUndo) {
      <div>
        <button matButton="outlined" type="button" (click)="isAsked.set(true)">
          They are two people…<span class="only-heard"> {{ names() }}</span>
        </button>
      </div>
    }
    <p class="wrong" role="alert">{{ wrong() }}</p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }
    .said {
      font-family: var(--brand);
    }
    .wrong {
      color: var(--mat-sys-error);
      font-weight: 550;
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class MergeLine {
  readonly merge = input.required<MergeKnown>();
  readonly undone = output();

  private readonly api = inject(MergingApi);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  protected readonly isAsked = signal(false);
  protected readonly isSaving = signal(false);
  protected readonly wrong = signal('');
  protected readonly names = computed(() => {
    const { intoName, fromName } = this.merge();
    return intoName === fromName ? `Two records of ${intoName}` : `${intoName} and ${fromName}`;
  });

  protected on(at: string): string {
    return dayOf(at, this.session.timeZone());
  }

  protected async undo(): Promise<void> {
    this.isSaving.set(true);
    this.wrong.set('');
    try {
      await this.api.undo(this.merge().mergeId);
      this.isAsked.set(false);
      void this.notices.say('They are two records again, each with what was its own.');
      this.undone.emit();
    } catch (failure) {
      this.wrong.set(problemOf(failure).detail);
    } finally {
      this.isSaving.set(false);
    }
  }
}
