import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { WindowView } from '../../api/contract';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { Notices } from '../look/notices';
import { countedDays } from '../look/time-words';
import { When } from '../look/when';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { CloseWindow } from './close-window';
import { WindowChecks } from './window-checks';
import { EVENT_LABEL, stageWords } from './window-words';
import { WindowsApi } from './windows-api';

/** One window: what opened it, where it stands, and its checklist. */
@Component({
  selector: 'app-window-card',
  imports: [CloseWindow, Icon, MatButton, WindowChecks, When],
  template: `
    @let window = this.window();
    <section class="card stack" [attr.aria-labelledby]="window.windowId">
      <div>
        <h2 [id]="window.windowId"><app-icon name="heart" />{{ title() }}</h2>
        @if (window.state === 'coming') {
          <p>
            Expected <app-when [day]="window.beganOn" [dated]="true" />, {{ counted() }}. What can be ready
            before then?
          </p>
        } @else {
          <p>{{ stage() }}</p>
          <p class="small quiet">
            Day {{ window.day }} of 90, since <app-when [day]="window.beganOn" [dated]="true" />
            @if (window.openedBy; as by) {
              <span> · opened by {{ by.name }}</span>
            }
          </p>
        }
      </div>
      @if (window.state === 'coming') {
        <details>
          <summary>Make ready: {{ readyCount() }} of {{ window.checks.length }} seen to</summary>
          <app-window-checks [window]="window" />
        </details>
      } @else {
        <app-window-checks [window]="window" />
      }
      @if (isClosing()) {
        <app-close-window
          [window]="window"
          (done)="isClosing.set(false)"
          (cancelled)="isClosing.set(false)"
        />
      } @else if (window.state === 'open') {
        <div class="row tools">
          <button matButton type="button" (click)="isClosing.set(true)">
            Close early<span class="only-heard"> {{ title() }}</span>
          </button>
          @if (window.mayUndo) {
            <button matButton type="button" (click)="undo()">
              Opened by mistake<span class="only-heard"> {{ title() }}</span>
            </button>
          }
        </div>
      }
    </section>
  `,
  styles: `
    h2 {
      display: flex;
      gap: 10px;
      margin-bottom: 6px;
    }
    summary {
      min-height: 48px;
      padding-block: 12px;
      font-weight: 600;
      cursor: pointer;
    }
    .tools {
      margin: -4px -8px;
      gap: 4px;
    }
  `,
})
export class WindowCard {
  readonly window = input.required<WindowView>();

  private readonly api = inject(WindowsApi);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  protected readonly isClosing = signal(false);
  protected readonly title = computed(() => EVENT_LABEL[this.window().event]);
  protected readonly stage = computed(() => stageWords(this.window()));
  protected readonly counted = computed(() =>
    countedDays(this.window().beganOn, this.session.today(), pageLanguage()),
  );

  protected readonly readyCount = computed(() => this.window().checks.filter(({ doneOn }) => doneOn).length);

  protected async undo(): Promise<void> {
    try {
      await this.api.undo(this.window());
      void this.notices.say('Taken back, as if it had never been opened.');
    } catch (failure) {
      void this.notices.say(problemOf(failure).detail);
    }
  }
}
