import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { AnsweringSettings, Holiday, OpeningHoursOfDay, WaitingNote } from '../../api/contract';
import { onVersion } from '../contacts/contacts-api';

/** What an administrator sets about answering risk notes; each change is made on a version of all of it. */
@Service()
export class AnsweringApi {
  private readonly http = inject(HttpClient);

  setHours(version: number, hours: OpeningHoursOfDay[]): Promise<AnsweringSettings> {
    return this.put('hours', version, { hours });
  }

  setTimes(
    version: number,
    times: Record<'urgentMinutes' | 'concernWorkingDays' | 'watchDays', number | null>,
  ): Promise<AnsweringSettings> {
    return this.put('times', version, times);
  }

  setOnCall(version: number, accountId: string | null): Promise<AnsweringSettings> {
    return this.put('on-call', version, { accountId });
  }

  setCrisis(
    version: number,
    crisis: Pick<AnsweringSettings, 'phone' | 'crisisProtocol'>,
  ): Promise<AnsweringSettings> {
    return this.put('crisis', version, crisis);
  }

  addHoliday(version: number, holiday: Holiday): Promise<AnsweringSettings> {
    return this.post('holidays', version, holiday);
  }

  addFederalHolidays(version: number, year: number): Promise<AnsweringSettings> {
    return this.post('federal-holidays', version, { year });
  }

  removeHoliday(version: number, dayOn: string): Promise<AnsweringSettings> {
    const address = `/api/answering/holidays/${dayOn}`;
    return firstValueFrom(this.http.delete<AnsweringSettings>(address, onVersion(version)));
  }

  name(note: WaitingNote, supervisorId: string): Promise<WaitingNote> {
    const address = `/api/waiting-risk-notes/${note.riskNoteId}/supervisor`;
    return firstValueFrom(this.http.post<WaitingNote>(address, { supervisorId }));
  }

  private put(what: string, version: number, body: object): Promise<AnsweringSettings> {
    return firstValueFrom(
      this.http.put<AnsweringSettings>(`/api/answering/${what}`, body, onVersion(version)),
    );
  }

  private post(what: string, version: number, body: object): Promise<AnsweringSettings> {
    return firstValueFrom(
      this.http.post<AnsweringSettings>(`/api/answering/${what}`, body, onVersion(version)),
    );
  }
}
