import { httpResource } from '@angular/common/http';
import { Component, DestroyRef, inject } from '@angular/core';
import type { WaitingNotes } from '../../api/contract';
import { Unattended } from '../live/unattended';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { WaitingNoteCard } from './waiting-note-card';

/** An administrator's page hears no live news of notes, because news names a participant: it looks by itself. */
const LOOK_EVERY_MS = 60_000;

/** Notes past their time: that they wait, since when, with whom. To name another supervisor for. */
@Component({
  selector: 'app-waiting-notes-list',
  imports: [Icon, ProblemPanel, Skeleton, WaitingNoteCard],
  template: `
    <section class="stack" aria-labelledby="waiting-title">
      <h2 id="waiting-title">Waiting past their time</h2>
      @if (asked.hasValue()) {
        <ul class="stack">
          @for (note of asked.value().items; track note.riskNoteId) {
            <li>
              <app-waiting-note-card
                [note]="note"
                [supervisors]="asked.value().supervisors"
                (changed)="asked.reload()"
              />
            </li>
          } @empty {
            <li class="calm"><app-icon name="check" />No risk note waits past its time.</li>
          }
        </ul>
      } @else if (asked.error()) {
        <app-problem-panel [failure]="asked.error()" (again)="asked.reload()" />
      } @else {
        <app-skeleton [rows]="1" />
      }
    </section>
  `,
  styles: `
    .calm {
      display: flex;
      align-items: center;
      gap: 12px;
      min-height: 56px;
      padding: 12px 20px;
      border: 1.5px dashed var(--mat-sys-outline-variant);
      border-radius: var(--mat-sys-corner-large);
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class WaitingNotesList {
  protected readonly asked = httpResource<WaitingNotes>(() => '/api/waiting-risk-notes');

  constructor() {
    const unattended = inject(Unattended);
    const timer = setInterval(() => unattended.during(() => this.asked.reload()), LOOK_EVERY_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
