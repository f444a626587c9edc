import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { InvitationView, Me, PasskeyToMake } from '../../api/contract';
import { makePasskey } from '../passkeys/passkey-device';

/** What somebody may do who holds a link, or the code on a card: `key` is either. */
@Service()
export class OpeningApi {
  private readonly http = inject(HttpClient);

  look(key: string): Promise<InvitationView> {
    return firstValueFrom(this.http.post<InvitationView>('/api/opening/look', { key }));
  }

  openWithPassword(key: string, password: string): Promise<Me> {
    return firstValueFrom(this.http.post<Me>('/api/opening', { key, password }));
  }

  signIn(credentials: { organization: string; signInName: string; password: string }): Promise<Me> {
    return firstValueFrom(this.http.post<Me>('/api/sign-in', credentials));
  }

  async openWithPasskey(key: string): Promise<Me> {
    const asked = await firstValueFrom(this.http.post<PasskeyToMake>('/api/opening/passkey', { key }));
    const passkey = await makePasskey(asked);
    return firstValueFrom(this.http.post<Me>('/api/opening', { key, passkey }));
  }
}
