import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  Supporter,
  SupporterVersion,
  SupporterWords,
  WayToReach,
  WayToReachVersion,
  WayToReachWords,
} from '../../api/contract';
import { onVersion } from '../contacts/contacts-api';
import { RecordChanges } from './record-changes';

/** Ways to reach somebody, and their supporters: added, changed, let go, and what was said before. */
@Service()
export class SafeReachApi {
  private readonly http = inject(HttpClient);
  private readonly changes = inject(RecordChanges);

  addWay(participantId: string, wayToReachId: string, words: WayToReachWords): Promise<WayToReach> {
    const body = { ...words, wayToReachId };
    return this.changes.after(
      this.http.post<WayToReach>(`/api/participants/${participantId}/ways-to-reach`, body),
    );
  }

  changeWay(wayToReachId: string, version: number, words: WayToReachWords): Promise<WayToReach> {
    const address = `/api/ways-to-reach/${wayToReachId}`;
    return this.changes.after(this.http.put<WayToReach>(address, words, onVersion(version)));
  }

  letWayGo({ wayToReachId, version }: WayToReach, isNoLonger: boolean): Promise<WayToReach> {
    const address = `/api/ways-to-reach/${wayToReachId}/${isNoLonger ? 'no-longer' : 'again'}`;
    return this.changes.after(this.http.post<WayToReach>(address, {}, onVersion(version)));
  }

  async wayVersions(wayToReachId: string): Promise<WayToReachVersion[]> {
    const address = `/api/ways-to-reach/${wayToReachId}/versions`;
    return (await firstValueFrom(this.http.get<{ items: WayToReachVersion[] }>(address))).items;
  }

  addSupporter(participantId: string, supporterId: string, words: SupporterWords): Promise<Supporter> {
    const body = { ...words, supporterId };
    return this.changes.after(
      this.http.post<Supporter>(`/api/participants/${participantId}/supporters`, body),
    );
  }

  changeSupporter(supporterId: string, version: number, words: SupporterWords): Promise<Supporter> {
    const address = `/api/supporters/${supporterId}`;
    return this.changes.after(this.http.put<Supporter>(address, words, onVersion(version)));
  }

  letSupporterGo({ supporterId, version }: Supporter, isNoLonger: boolean): Promise<Supporter> {
    const address = `/api/supporters/${supporterId}/${isNoLonger ? 'no-longer' : 'again'}`;
    return this.changes.after(this.http.post<Supporter>(address, {}, onVersion(version)));
  }

  async supporterVersions(supporterId: string): Promise<SupporterVersion[]> {
    const address = `/api/supporters/${supporterId}/versions`;
    return (await firstValueFrom(this.http.get<{ items: SupporterVersion[] }>(address))).items;
  }
}
