import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { OwnQuietHours, Pulse, QuietHours, SetWellbeing, WellbeingSettings } from '../../api/contract';
import { onVersion } from '../contacts/contacts-api';

/** A coach's own: quiet hours, and how they are; and what an administrator keeps for everybody. */
@Service()
export class WellbeingApi {
  private readonly http = inject(HttpClient);

  setSettings(version: number, settings: SetWellbeing): Promise<WellbeingSettings> {
    return firstValueFrom(
      this.http.put<WellbeingSettings>('/api/wellbeing/settings', settings, onVersion(version)),
    );
  }

  setQuietHours(version: number, hours: QuietHours): Promise<OwnQuietHours> {
    return firstValueFrom(
      this.http.put<OwnQuietHours>('/api/wellbeing/quiet-hours', hours, onVersion(version)),
    );
  }

  dropQuietHours(): Promise<OwnQuietHours> {
    return firstValueFrom(this.http.delete<OwnQuietHours>('/api/wellbeing/quiet-hours'));
  }

  say(said: { pulseId: string; feeling: string; words: string }): Promise<Pulse> {
    return firstValueFrom(this.http.post<Pulse>('/api/wellbeing/pulses', said));
  }

  change({ pulseId, version }: Pulse, said: { feeling: string; words: string }): Promise<Pulse> {
    return firstValueFrom(this.http.put<Pulse>(`/api/wellbeing/pulses/${pulseId}`, said, onVersion(version)));
  }

  share({ pulseId, version }: Pulse, isShared: boolean): Promise<Pulse> {
    return firstValueFrom(
      this.http.put<Pulse>(`/api/wellbeing/pulses/${pulseId}/shared`, { isShared }, onVersion(version)),
    );
  }

  remove({ pulseId }: Pulse): Promise<unknown> {
    return firstValueFrom(this.http.delete(`/api/wellbeing/pulses/${pulseId}`));
  }
}
