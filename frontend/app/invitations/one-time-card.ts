import { Component, computed, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Icon } from '../look/icon';
import type { MadeCard } from './made-cards';

/** The code and the link, told once: to print, to read aloud, or to send. */
@Component({
  selector: 'app-one-time-card',
  imports: [Icon, MatButton, RouterLink],
  template: `
    <div class="told stack">
      <p>
        For {{ card().name }}, shown only now: <b class="code">{{ card().made.code }}</b> at
        <b>{{ place }}</b>
      </p>
      <div class="row">
        <a matButton="filled" routerLink="/card"><app-icon name="copy" />Card to print or show</a>
        <button matButton="outlined" type="button" (click)="copy()">
          <app-icon [name]="isCopied() ? 'check' : 'copy'" />{{
            isCopied() ? 'Link copied' : 'Copy the link'
          }}
        </button>
      </div>
      <p class="only-heard" role="status">{{ isCopied() ? 'The link is copied' : '' }}</p>
    </div>
  `,
  styles: `
    .told {
      padding: 20px;
      border-radius: var(--mat-sys-corner-medium);
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
    }
    .code {
      font:
        600 1.25rem/1.2 ui-monospace,
        monospace;
      letter-spacing: 0.06em;
      white-space: nowrap;
    }
  `,
})
export class OneTimeCard {
  readonly card = input.required<MadeCard>();
  /** The server tells the path; the address it is reached at is this page's. */
  protected readonly place = `${location.host}/open`;
  protected readonly link = computed(() => new URL(this.card().made.invitationLink, location.origin).href);
  protected readonly isCopied = signal(false);

  protected async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.link());
    this.isCopied.set(true);
  }
}
