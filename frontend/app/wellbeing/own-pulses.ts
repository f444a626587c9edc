import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { OwnWellbeing, Pulse } from '../../api/contract';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { When } from '../look/when';
import { problemOf } from '../problems/problem-words';
import { feelingWords } from './feelings';
import { PulseForm } from './pulse-form';
import { WellbeingApi } from './wellbeing-api';

/** How one was, week by week, and who else reads it: nobody, or one's supervisor. */
@Component({
  selector: 'app-own-pulses',
  imports: [Icon, MatButton, PulseForm, When],
  template: `
    <section class="card stack" aria-labelledby="pulse-title">
      <h2 id="pulse-title">How you are</h2>
      @if (!isSaid()) {
        <app-pulse-form (done)="changed.emit()" />
      }
      <ul class="stack">
        @for (pulse of own().pulses; track pulse.pulseId) {
          <li class="stack">
            @if (changing() === pulse.pulseId) {
              <app-pulse-form
                [pulse]="pulse"
                (done)="changing.set(null); changed.emit()"
                (cancelled)="changing.set(null)"
              />
            } @else {
              <p>
                <span class="quiet">
                  @if (pulse.weekOn === own().weekOn) {
                    This week
                  } @else {
                    The week of <app-when [day]="pulse.weekOn" [dated]="true" />
                  }
                </span>
                <br /><b>{{ words(pulse) }}</b>
              </p>
              @if (pulse.words) {
                <p class="own">{{ pulse.words }}</p>
              }
              <p class="who small quiet">
                <app-icon [name]="pulse.sharedAt ? 'eye' : 'lock'" />
                {{ pulse.sharedAt ? 'Shared with ' + supervisor() : 'Only you read this' }}
              </p>
              <div class="row">
                @if (pulse.sharedAt) {
                  <button matButton="outlined" type="button" (click)="share(pulse, false)">
                    Take it back
                  </button>
                } @else if (own().supervisor) {
                  <button matButton="outlined" type="button" (click)="share(pulse, true)">
                    Share with {{ supervisor() }}
                  </button>
                }
                <button matButton type="button" (click)="changing.set(pulse.pulseId)">Change</button>
                <button matButton type="button" (click)="remove(pulse)">Delete</button>
              </div>
            }
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    li {
      gap: 8px;
      padding-top: 16px;
      border-top: 1px solid var(--mat-sys-outline-variant);
    }
    ul:empty {
      display: none;
    }
    .own {
      white-space: pre-wrap;
    }
    .who {
      display: flex;
      align-items: center;
      gap: 8px;
    }
    .row button {
      min-height: 48px;
    }
  `,
})
export class OwnPulses {
  readonly own = input.required<OwnWellbeing>();
  readonly changed = output();

  private readonly api = inject(WellbeingApi);
  private readonly notices = inject(Notices);
  protected readonly changing = signal<string | null>(null);
  protected readonly isSaid = computed(() =>
    this.own().pulses.some(({ weekOn }) => weekOn === this.own().weekOn),
  );
  protected readonly supervisor = computed(() => this.own().supervisor?.name ?? 'your supervisor');
  protected readonly words = ({ feeling }: Pulse) => feelingWords(feeling);

  protected share(pulse: Pulse, isShared: boolean): Promise<void> {
    const said = isShared ? `${this.supervisor()} can read this one now.` : 'Nobody else reads it any more.';
    return this.trying(() => this.api.share(pulse, isShared), said);
  }

  protected remove(pulse: Pulse): Promise<void> {
    return this.trying(() => this.api.remove(pulse), 'Deleted. Nothing of it is left.');
  }

  private async trying(act: () => Promise<unknown>, said: string): Promise<void> {
    try {
      await act();
      void this.notices.say(said);
    } catch (failure) {
      void this.notices.say(problemOf(failure).detail);
    }
    this.changed.emit();
  }
}
