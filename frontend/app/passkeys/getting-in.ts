import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { GettingIn as GettingInView, PasskeyToMake } from '../../api/contract';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { Notices } from '../look/notices';
import { Skeleton } from '../look/skeleton';
import { dayWords } from '../look/time-words';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { makePasskey, mayKeepPasskeys } from './passkey-device';
import { wordsForPasskey } from './passkey-words';

/** How a participant gets in: what they have, a passkey for this phone, and what to do when all of it is lost. */
@Component({
  imports: [Icon, Skeleton],
  templateUrl: './getting-in.html',
  styleUrl: './getting-in.scss',
})
export class GettingIn {
  private readonly http = inject(HttpClient);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  protected readonly page = httpResource<GettingInView>(() => '/api/me/getting-in');
  protected readonly mayMake = mayKeepPasskeys();
  protected readonly isBusy = signal(false);
  protected readonly wrong = signal('');
  protected readonly failed = computed(() =>
    this.page.error() ? problemOf(this.page.error()).detail : null,
  );

  protected day(on: string): string {
    return dayWords(on, this.session.today(), pageLanguage());
  }

  protected async make(): Promise<void> {
    this.isBusy.set(true);
    this.wrong.set('');
    try {
      const asked = await firstValueFrom(
        this.http.post<PasskeyToMake>('/api/me/getting-in/passkeys/question', {}),
      );
      const made = await makePasskey(asked);
      this.page.set(await firstValueFrom(this.http.post<GettingInView>('/api/me/getting-in/passkeys', made)));
      void this.notices.say($localize`:@@gettingIn.made:Done. From now on this phone opens the door.`);
    } catch (failure) {
      this.wrong.set(wordsForPasskey(failure));
    } finally {
      this.isBusy.set(false);
    }
  }

  /** There is nothing to bring back: a new one is made in a moment. */
  protected async takeAway(passkeyId: string): Promise<void> {
    this.wrong.set('');
    try {
      this.page.set(
        await firstValueFrom(this.http.delete<GettingInView>(`/api/me/getting-in/passkeys/${passkeyId}`)),
      );
      void this.notices.say(
        $localize`:@@gettingIn.gone:Taken away. It opens nothing any more; you can make a new one at any time.`,
      );
    } catch (failure) {
      this.wrong.set(problemOf(failure).detail);
    }
  }
}
