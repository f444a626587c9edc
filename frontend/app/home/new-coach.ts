import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { HomePage } from '../../api/contract';
import { pageLanguage } from '../look/language';
import { daysBetween, dayWords, shortDay } from '../look/time-words';
import { untilAnswered } from '../problems/until-answered';

/** So far a weekday says which day is meant. */
const WEEKDAY_SAYS_IT = 6;

/** That somebody else walks with them now. Seldom there, so it comes when it is needed. */
@Service()
export class NewCoachNews {
  private readonly http = inject(HttpClient);

  /** Who, and by when they call, where a day is planned; the card below says what is for today. */
  words({ newCoach, nextContact: next, today }: HomePage): string {
    const { name, beforeName } = newCoach!;
    const now = beforeName
      ? $localize`:@@wish.handedOver:${beforeName}:before: handed over to ${name}:name:.`
      : $localize`:@@wish.newCoach:${name}:name: is your coach now.`;
    if (next?.way !== 'phone' || next.coachName !== name || next.plannedOn <= today) return now;
    const isNear = daysBetween(today, next.plannedOn) <= WEEKDAY_SAYS_IT;
    const when = isNear
      ? dayWords(next.plannedOn, today, pageLanguage())
      : shortDay(next.plannedOn, pageLanguage());
    return `${now} ${$localize`:@@wish.callsBy:${name}:name: will call you by ${when}:when:.`}`;
  }

  /** Put away. A lost answer is asked for again; whatever is refused shows with the page. */
  hear(assignmentId: string): void {
    const address = `/api/home/new-coach/${assignmentId}/heard`;
    untilAnswered(
      () => firstValueFrom(this.http.post(address, {})),
      () => undefined,
    ).catch(() => undefined);
  }
}
