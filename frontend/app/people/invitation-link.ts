import { Component, computed, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Icon } from '../look/icon';

/** The one-time link, shown once, to hand over. */
@Component({
  selector: 'app-invitation-link',
  imports: [Icon, MatButton],
  template: `
    <div class="stack">
      <p>
        Give this link to {{ name() }}. It opens the account once, then it is used up. It is shown only now; a
        new one can be made at any time.
      </p>
      <div class="row">
        <input
          readonly
          aria-label="One-time link"
          [value]="address()"
          (focus)="$any($event.target).select()"
        />
        <button matButton="filled" type="button" (click)="copy()">
          <app-icon [name]="isCopied() ? 'check' : 'copy'" />{{ isCopied() ? 'Copied' : 'Copy' }}
        </button>
      </div>
      <p class="only-heard" role="status">{{ isCopied() ? 'The link is copied' : '' }}</p>
    </div>
  `,
  styles: `
    .stack {
      padding: 20px;
      border-radius: var(--mat-sys-corner-medium);
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
    }
    input {
      flex: 1 1 240px;
      width: auto;
    }
  `,
})
export class InvitationLink {
  readonly link = input.required<string>();
  readonly name = input.required<string>();
  /** The server tells the path; the address it is reached at is this page's. */
  protected readonly address = computed(() => new URL(this.link(), location.origin).href);
  protected readonly isCopied = signal(false);

  protected async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.address());
    this.isCopied.set(true);
  }
}
