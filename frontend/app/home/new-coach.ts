import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { HomePage } from '../../api/contract';
import { pageLanguage } from '../look/language';
import { daysBetween, dayWords, shortDay } from '../look/time-words';
import { untilAnswered } from '../problems/until-answered';
import { Session } from '../session/session';

/** So far a weekday says which day is meant. */
const WEEKDAY_SAYS_IT = 6;

/** Somebody else walks with them now: who, and by when they call, where a day is planned. */
@Component({
  template: `
    @if (words(); as words) {
      <section class="card row" role="status">
        <p>{{ words }}</p>
        <button class="button soft" type="button" (click)="hear()">OK</button>
      </section>
    }
  `,
  styles: `
    :host:empty {
      display: none;
    }
    section {
      flex-wrap: nowrap;
      justify-content: space-between;
    }
    button {
      flex: none;
    }
  `,
})
export class NewCoachLine {
  readonly home = input.required<HomePage>();
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly heard = signal('');

  /** Empty once it is put away, or no longer so. */
  protected readonly words = computed(() => {
    const { newCoach, nextContact: next } = this.home();
    const today = this.session.today();
    if (!newCoach || newCoach.assignmentId === this.heard()) return '';
    const { name, beforeName } = newCoach;
    const now = beforeName
      ? $localize`:@@wish.handedOver:${beforeName}:before: handed over to ${name}:name:.`
      : $localize`:@@wish.newCoach:${name}:name: is your coach now.`;
    // the card below says what is for today
    if (next?.way !== 'phone' || next.coachName !== name || next.plannedOn <= today) return now;
    return `${now} ${callsBy(name, next.plannedOn, today)}`;
  });

  /** Put away at once; a lost answer is asked for again, and what is refused shows when Home is opened next. */
  protected hear(): void {
    const { assignmentId } = this.home().newCoach!;
    this.heard.set(assignmentId);
    untilAnswered(
      () => firstValueFrom(this.http.post(`/api/home/new-coach/${assignmentId}/heard`, {})),
      () => undefined,
    ).catch(() => undefined);
  }
}

function callsBy(name: string, day: string, today: string): string {
  const days = daysBetween(today, day);
  if (days === 1) return $localize`:@@wish.callsTomorrow:${name}:name: will call you by tomorrow.`;
  const when = days <= WEEKDAY_SAYS_IT ? dayWords(day, today, pageLanguage()) : shortDay(day, pageLanguage());
  return $localize`:@@wish.callsBy:${name}:name: will call you by ${when}:when:.`;
}
