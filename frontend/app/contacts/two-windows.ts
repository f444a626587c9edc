import { Component, computed, ElementRef, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { LogDraft } from './log-draft';
import { SideBySide, spokenForm } from './side-by-side';

/** One draft was typed in two windows: both texts side by side, and a person chooses, or takes both. */
@Component({
  selector: 'app-two-windows',
  imports: [Icon, MatButton, SideBySide],
  template: `
    @if (draft.isLoggedElsewhere()) {
      <div class="card stack told" role="status" tabindex="-1">
        <h2><app-icon name="alert" />Logged in another window</h2>
        <p>
          What was typed there is a contact now. What is typed here was no part of it, and is kept as a draft
          of its own: save it as another contact, or copy what you need and close.
        </p>
      </div>
    }
    @if (draft.other(); as other) {
      <div class="card stack told" role="alert" tabindex="-1">
        <h2><app-icon name="alert" />Typed in two windows</h2>
        <p>This draft was also typed in another window or on another device. Both texts are kept.</p>
        <app-side-by-side leftTitle="Here" rightTitle="There" [left]="mine()" [right]="theirs()" />
        <div class="row">
          <button matButton="filled" type="button" (click)="draft.takeBoth()">Take both</button>
          <button matButton="outlined" type="button" (click)="draft.keepMine()">Keep what is here</button>
          <button matButton="outlined" type="button" (click)="takeOther()">Take the other</button>
        </div>
      </div>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    .told {
      border: 2px solid var(--mat-sys-tertiary);
    }
    h2 {
      display: flex;
      gap: 10px;
      font-size: 1.125rem;
    }
  `,
})
export class TwoWindows {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly draft = inject(LogDraft);
  private readonly notices = inject(Notices);
  protected readonly mine = computed(() => spokenForm(this.draft.form()));
  protected readonly theirs = computed(() => spokenForm(this.draft.other()!.form));

  protected async takeOther(): Promise<void> {
    const mine = await this.draft.takeOther();
    void this.notices.say('The other text is taken.', {
      label: 'Undo',
      undo: () => this.draft.form.set(mine),
    });
  }

  /** Brings what is asked into sight, with the focus on it. */
  show(): void {
    const asked = this.host.querySelector<HTMLElement>('.told');
    asked?.scrollIntoView({ block: 'start' });
    asked?.focus({ preventScroll: true });
  }
}
