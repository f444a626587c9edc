import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { ToClose } from '../../api/contract';
import { Icon } from '../look/icon';
import { LevelTag } from '../risk-notes/level-tag';
import { signalWords } from '../risk-notes/signal-words';
import { Session } from '../session/session';

/** Why it cannot be closed yet, and who can see to that. */
@Component({
  selector: 'app-seen-to-first',
  imports: [Icon, LevelTag, MatButton, RouterLink],
  template: `
    <section class="card stack" aria-labelledby="first-title">
      <h2 id="first-title"><app-icon name="flag" />First, this waits for an answer</h2>
      @if (of() === 'risk notes') {
        <p>
          A risk note is open, and somebody may be in danger. It is answered and resolved before the stay is
          closed. What you type here is kept meanwhile.
        </p>
        @for (note of notes(); track note.riskNoteId) {
          <div class="row note">
            <app-level-tag [level]="note.level" [isLong]="true" />
            <span class="quiet">{{ signals(note.signals) }}</span>
            <a matButton="outlined" [routerLink]="['/risk-notes', note.riskNoteId]">
              {{ isSupervisor() ? 'Answer it' : 'Look at it' }}
            </a>
          </div>
        }
      } @else {
        <p>
          Something was promised to {{ to().preferredName }} and is still open. What becomes of it is for
          those who walk with them to say.
        </p>
      }
      @if (!isSupervisor()) {
        <p>
          <b>{{ who() }}</b> can {{ of() === 'risk notes' ? 'see to it' : 'close the stay and say so' }}.
        </p>
      }
    </section>
  `,
  styles: `
    .card {
      border: 2px solid var(--mat-sys-tertiary);
      gap: 12px;
    }
    h2 {
      display: flex;
      gap: 10px;
    }
    h2 app-icon {
      color: var(--mat-sys-tertiary);
    }
    .note {
      padding-block: 4px;
    }
  `,
})
export class SeenToFirst {
  readonly to = input.required<ToClose>();
  readonly of = input.required<'risk notes' | 'promises'>();

  protected readonly isSupervisor = inject(Session).isSupervisor;
  protected readonly notes = computed(() => this.to().riskNotes.filter(({ level }) => level !== 'watch'));
  protected readonly who = computed(() => {
    const { whoCanAnswer, whoCan } = this.to();
    return (this.of() === 'risk notes' ? whoCanAnswer : whoCan).join(' or ') || 'A supervisor';
  });
  protected readonly signals = (all: ToClose['riskNotes'][number]['signals']) =>
    all.map((each) => signalWords(each)).join(', ');
}
