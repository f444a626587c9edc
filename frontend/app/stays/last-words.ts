import { Component, computed, inject, input } from '@angular/core';
import { Icon } from '../look/icon';
import { Session } from '../session/session';

/** What a person leaving takes along: naloxone, a number, and that they may come back. It asks for nothing here. */
@Component({
  selector: 'app-last-words',
  imports: [Icon],
  template: `
    <section aria-labelledby="last-title">
      <h2 id="last-title">
        <app-icon name="heart" />{{ isLost() ? 'One last message' : 'Before you say goodbye' }}
      </h2>
      @if (isLost()) {
        <p>
          If a safe way is left, leave a word there without a question in it, and with nothing that tells
          others why.
        </p>
      } @else {
        <ul>
          <li><b>Naloxone in hand,</b> and somebody near them who knows where it is.</li>
          <li><b>Tolerance drops within weeks.</b> If they ever use again, less is enough, and not alone.</li>
          <li><b>988</b> answers calls and texts at any hour.</li>
        </ul>
      }
      <blockquote>
        “The door stays open. Call {{ phone() || 'us' }} any time: nobody here begins again at zero.”
      </blockquote>
    </section>
  `,
  styles: `
    section {
      display: grid;
      gap: 12px;
      padding: clamp(16px, 3vw, 24px);
      border-radius: var(--mat-sys-corner-large);
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
    }
    h2 {
      display: flex;
      gap: 10px;
    }
    ul {
      display: grid;
      gap: 8px;
      padding-left: 20px;
      list-style: disc;
    }
    blockquote {
      margin: 0;
      font: italic 500 1.25rem/1.45 var(--brand);
    }
  `,
})
export class LastWords {
  /** How it ends, as far as that is chosen. */
  readonly ending = input.required<string>();

  protected readonly isLost = computed(() => this.ending() === 'lost');
  protected readonly phone = inject(Session).organizationPhone;
}
