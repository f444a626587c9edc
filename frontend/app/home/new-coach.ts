import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { HomePage } from '../../api/contract';
import { pageLanguage } from '../look/language';
import { dayWords, daysBetween, shortDay } from '../look/time-words';
import { untilAnswered } from '../problems/until-answered';

/** So far a weekday says which day is meant. */
const WEEKDAY_SAYS_IT = 6;

/** Somebody else walks with them now: who, and by when they call, where a day is planned. */
@Component({
  selector: 'app-new-coach',
  template: `
    @if (!isHeard()) {
      <section class="card row" role="status">
        <p>{{ words() }}</p>
        <button class="button soft" type="button" (click)="hear()">OK</button>
      </section>
    }
  `,
  styles: `
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
  private readonly heard = signal('');
  protected readonly isHeard = computed(() => this.heard() === this.home().newCoach?.assignmentId);
  protected readonly words = computed(() => {
    const { newCoach, nextContact: next, today } = this.home();
    const { name, beforeName } = newCoach!;
    const now = beforeName
      ? $localize`:@@home.handedOver:${beforeName}:before: handed over to ${name}:name:.`
      : $localize`:@@home.newCoach:${name}:name: is your coach now.`;
    // the card below says what is for today
    if (next?.way !== 'phone' || next.coachName !== name || next.plannedOn <= today) return now;
    const isNear = daysBetween(today, next.plannedOn) <= WEEKDAY_SAYS_IT;
    const when = isNear
      ? dayWords(next.plannedOn, today, pageLanguage())
      : shortDay(next.plannedOn, pageLanguage());
    return `${now} ${$localize`:@@home.callsBy:${name}:name: will call you by ${when}:when:.`}`;
  });

  /** Put away at once; a lost answer is asked for again. */
  protected async hear(): Promise<void> {
    const { assignmentId } = this.home().newCoach!;
    this.heard.set(assignmentId);
    const address = `/api/home/new-coach/${assignmentId}/heard`;
    await untilAnswered(
      () => firstValueFrom(this.http.post(address, {})),
      () => undefined,
    ).catch(() => undefined);
  }
}
