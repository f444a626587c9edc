import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Icon } from '../look/icon';
import type { Taps } from './taps';
import { TodayKept } from './today-kept';
import type { Tap } from './unsent';

/** What was done with one tap and is not on the server yet: said in words, with the way to try at once or to drop it. */
@Component({
  selector: 'app-unsent-taps',
  imports: [Icon, MatButton],
  host: { role: 'status' },
  template: `
    @if (taps().isStuck() && taps().waiting().length) {
      <div class="card stack">
        <p>
          <app-icon name="cloud" /><span
            ><b>Not sent yet.</b> It is kept on this device and sent as soon as there is signal.</span
          >
        </p>
        <ul>
          @for (tap of taps().waiting(); track tap.id) {
            <li>
              {{ tap.preferredName }}: {{ tap.words.toLowerCase() }}
              <button matButton type="button" (click)="drop(tap)">
                Drop it<span class="only-heard">: {{ tap.preferredName }}</span>
              </button>
            </li>
          }
        </ul>
        <div><button matButton="tonal" type="button" (click)="taps().sendNow()">Try now</button></div>
      </div>
    }
  `,
  styles: `
    // nothing to say takes no room
    :host:empty {
      position: absolute;
    }
    .card {
      gap: 8px;
      background: var(--mat-sys-tertiary-container);
      color: var(--mat-sys-on-tertiary-container);
    }
    p {
      display: flex;
      gap: 12px;
    }
    li {
      display: flex;
      align-items: center;
      justify-content: space-between;
    }
  `,
})
export class UnsentTaps {
  readonly taps = input.required<Taps>();
  private readonly kept = inject(TodayKept);

  protected drop({ id, participantId }: Tap): void {
    if (this.taps().drop(id)) this.kept.bringBack(participantId);
  }
}
