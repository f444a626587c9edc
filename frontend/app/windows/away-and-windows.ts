import { Component, computed, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Pause, RiskNote, WindowView } from '../../api/contract';
import { Icon } from '../look/icon';
import { BeginPauseForm } from './begin-pause-form';
import { OpenWindowForm } from './open-window-form';
import { signalWords } from '../risk-notes/signal-words';
import { PauseCard } from './pause-card';
import { suggestedWindows } from './suggested-windows';
import { WindowCard } from './window-card';

/** Times away and windows on a participant's page: what is, and the two touches that tell of more. */
@Component({
  selector: 'app-away-and-windows',
  imports: [BeginPauseForm, Icon, MatButton, OpenWindowForm, PauseCard, WindowCard],
  template: `
    @for (suggested of suggestions(); track suggested.signal) {
      <section class="card stack" aria-label="Suggestion">
        @if (answering() === suggested.signal) {
          <app-open-window-form
            [participantId]="participantId()"
            [only]="suggested.events"
            [on]="suggested.on"
            (opened)="answering.set(null)"
            (cancelled)="answering.set(null)"
          />
        } @else {
          <p>
            The risk note tells of: <b>{{ words(suggested.signal) }}</b>. Does a window begin, in which they
            need you most?
          </p>
          <div>
            <button matButton="tonal" type="button" (click)="answering.set(suggested.signal)">
              <app-icon name="heart" />Open the window<span class="only-heard"
                >: {{ words(suggested.signal) }}</span
              >
            </button>
          </div>
        }
      </section>
    }
    @for (window of open(); track window.windowId) {
      <app-window-card [window]="window" />
    }
    @for (pause of pauses(); track pause.pauseId) {
      <app-pause-card [pause]="pause" />
    }
    @for (window of coming(); track window.windowId) {
      <app-window-card [window]="window" />
    }
    @switch (telling()) {
      @case ('window') {
        <div class="card">
          <app-open-window-form
            [participantId]="participantId()"
            (opened)="telling.set(null)"
            (cancelled)="telling.set(null)"
          />
        </div>
      }
      @case ('pause') {
        <div class="card">
          <app-begin-pause-form
            [participantId]="participantId()"
            (done)="telling.set(null)"
            (cancelled)="telling.set(null)"
          />
        </div>
      }
      @default {
        <div class="row">
          <button matButton="outlined" type="button" (click)="telling.set('window')">
            <app-icon name="heart" />Open a vulnerability window
          </button>
          <button matButton="outlined" type="button" (click)="telling.set('pause')">
            <app-icon name="pause" />Away, or wants a pause
          </button>
        </div>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 24px;
      grid-template-columns: minmax(0, 1fr);
    }
  `,
})
export class AwayAndWindows {
  readonly participantId = input.required<string>();
  readonly windows = input.required<WindowView[]>();
  readonly pauses = input.required<Pause[]>();
  /** Open ones: they may tell of what opens a window. */
  readonly notes = input<RiskNote[]>([]);

  protected readonly words = signalWords;
  protected readonly suggestions = computed(() => suggestedWindows(this.notes(), this.windows()));
  protected readonly answering = signal<string | null>(null);
  protected readonly telling = signal<'window' | 'pause' | null>(null);
  protected readonly open = computed(() => this.windows().filter(({ state }) => state === 'open'));
  protected readonly coming = computed(() => this.windows().filter(({ state }) => state === 'coming'));
}
