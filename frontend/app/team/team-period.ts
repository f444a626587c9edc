import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { TeamPage } from '../../api/contract';
import { pageLanguage } from '../look/language';
import { shortDay } from '../look/time-words';

const NAMED = ['7', '30', '90'];

/** Which days the events are counted of: the last 7, 30 or 90, or from a day through a day. It stands in the address. */
@Component({
  selector: 'app-team-period',
  imports: [MatButton, RouterLink],
  template: `
    <nav aria-label="Days that are counted">
      @for (days of named; track days) {
        <a
          [routerLink]="[]"
          [queryParams]="{ days }"
          [replaceUrl]="true"
          [attr.aria-current]="chosen() === days ? 'true' : null"
          >{{ days }} days</a
        >
      }
      <button
        type="button"
        [attr.aria-expanded]="isChoosing()"
        [class.chosen]="chosen() === 'own'"
        (click)="isChoosing.set(!isChoosing())"
      >
        {{ chosen() === 'own' ? words() : 'Other days' }}
      </button>
    </nav>
    @if (isChoosing()) {
      <form (submit)="choose($event)">
        <div class="field">
          <label for="team-from">From</label>
          <input
            #first
            id="team-from"
            type="date"
            required
            [value]="period().from"
            (input)="isTurned.set(false)"
          />
        </div>
        <div class="field">
          <label for="team-to">Through</label>
          <input
            #last
            id="team-to"
            type="date"
            required
            [value]="period().to"
            (input)="isTurned.set(false)"
          />
        </div>
        <button matButton="filled" type="submit" (click)="days = [first.value, last.value]">
          Count these days
        </button>
        @if (isTurned()) {
          <p class="wrong" role="alert">
            Choose both days, and a last day that does not come before the first.
          </p>
        }
      </form>
    }
  `,
  styleUrl: '../look/period.scss',
})
export class TeamPeriod {
  readonly period = input.required<Pick<TeamPage, 'from' | 'to'>>();
  /** '7', '30' or '90', and 'own' for days of one's own. */
  readonly chosen = input.required<string>();

  private readonly router = inject(Router);
  protected readonly named = NAMED;
  protected readonly isChoosing = signal(false);
  protected readonly isTurned = signal(false);
  protected days: [from: string, to: string] = ['', ''];
  protected readonly words = computed(() => {
    const { from, to } = this.period();
    return `${shortDay(from, pageLanguage())} – ${shortDay(to, pageLanguage())}`;
  });

  protected choose(event: Event): void {
    event.preventDefault();
    const [from, to] = this.days;
    if (!from || !to || from > to) {
      this.isTurned.set(true);
      return;
    }
    this.isChoosing.set(false);
    void this.router.navigate([], { queryParams: { from, to }, replaceUrl: true, scroll: 'manual' });
  }
}
