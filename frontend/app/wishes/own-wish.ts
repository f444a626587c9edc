import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { NoteCoachWish, OwnCoachWish } from '../../api/contract';
import { Live } from '../live/live';
import { Choices } from '../look/choices';
import { pageLanguage } from '../look/language';
import { ManyChoices } from '../look/many-choices';
import { Notices } from '../look/notices';
import { Skeleton } from '../look/skeleton';
import { TakesFocus } from '../look/takes-focus';
import { dayOf, exactDay } from '../look/time-words';
import { problemOf } from '../problems/problem-words';
import { NotSentYet, Sending } from '../problems/until-answered';
import { Session } from '../session/session';
import { OWN_CHOICES, OWN_LANGUAGES, ownWishLines } from './own-wish-words';
import { WishTyping } from './wish-typing';

/** Whom a participant wishes for as a coach, in their own hand; they see what staff wrote down for them and change it. */
@Component({
  imports: [Choices, ManyChoices, NotSentYet, Skeleton, TakesFocus],
  templateUrl: './own-wish.html',
  styles: `
    .clash {
      border: 2px solid var(--mat-sys-primary);
    }
    blockquote {
      display: grid;
      gap: 6px;
      margin: 0;
      padding: 14px 18px;
      border-radius: var(--mat-sys-corner-medium);
      background: var(--mat-sys-surface-container-high);
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class OwnWish {
  private readonly http = inject(HttpClient);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  protected readonly sending = new Sending();
  protected readonly page = httpResource<OwnCoachWish>(() => '/api/me/coach-wish');
  protected readonly typing = new WishTyping<OwnCoachWish>(
    this.page,
    () => 'own-wish',
    (version, wish) => this.sending.send(() => this.put(version, wish)),
  );
  protected readonly choices = OWN_CHOICES;
  protected readonly languages = OWN_LANGUAGES;
  protected readonly lines = ownWishLines;
  protected readonly wrong = signal('');
  protected readonly failed = computed(() =>
    this.page.error() ? problemOf(this.page.error()).detail : null,
  );
  /** Whose words they are, and since when; empty while nothing is noted. */
  protected readonly hand = computed(() => {
    const { notedAt, notedByName, isTheirOwn } = this.page.hasValue() ? this.page.value() : NOBODYS;
    if (!notedAt) return '';
    const day = exactDay(dayOf(notedAt, this.session.timeZone()), pageLanguage());
    return isTheirOwn
      ? $localize`:@@wish.byYou:You wrote this on ${day}:day:.`
      : $localize`:@@wish.byStaff:${notedByName}:name: wrote this down for you on ${day}:day:. Change what does not fit.`;
  });

  constructor() {
    inject(Live).whenChanged(
      () => null,
      () => this.page.reload(),
    );
  }

  protected changedBy({ isTheirOwn, notedByName }: OwnCoachWish): string {
    return isTheirOwn
      ? $localize`:@@wish.clashByYou:You changed this in another place while you were writing`
      : $localize`:@@wish.clashBy:${notedByName}:name: changed this while you were writing`;
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    this.wrong.set('');
    try {
      if (await this.typing.save())
        void this.notices.say($localize`:@@wish.saved:Saved. You can change it any time.`);
    } catch (failure) {
      this.wrong.set(problemOf(failure).detail);
    }
  }

  protected keepMine(): void {
    this.typing.keepMine();
    void this.save();
  }

  private put(version: number, wish: NoteCoachWish): Promise<OwnCoachWish> {
    const headers = { 'If-Match': `"${version}"` };
    return firstValueFrom(this.http.put<OwnCoachWish>('/api/me/coach-wish', wish, { headers }));
  }
}

const NOBODYS = { notedAt: null, notedByName: '', isTheirOwn: false };
