import { HttpClient, httpResource } from '@angular/common/http';
import { computed, inject, Service } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import type { Cover, CoversPage, MakeCover } from '../../api/contract';
import { onVersion } from '../contacts/contacts-api';
import { Live } from '../live/live';
import { Session } from '../session/session';

/** Who is away and who covers, as far as it concerns whoever is signed in; the same for every page. */
@Service()
export class CoversApi {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  readonly page = httpResource<CoversPage>(() => {
    const role = this.session.me()?.role ?? 'participant';
    return role === 'participant' ? undefined : '/api/covers';
  });
  private readonly items = computed(() => (this.page.hasValue() ? this.page.value().items : []));
  private readonly here = computed(() => this.items().filter(({ state }) => state !== 'over'));
  /** Whoever acts is away, or will be: who covers for them. */
  readonly own = computed(() => this.here().filter((cover) => this.isOwn(cover)));
  /** They stand for these, by the cover itself or because whoever covers is away too. */
  readonly coveredByMe = computed(() => this.here().filter((cover) => this.isMine(cover)));
  readonly others = computed(() =>
    this.here().filter((cover) => !this.isOwn(cover) && (cover.mayEnd || !this.isMine(cover))),
  );

  constructor() {
    inject(Live).whenChanged(
      () => null,
      () => this.page.reload(),
    );
  }

  make(cover: MakeCover): Promise<Cover> {
    return this.changing(this.http.post<Cover>('/api/covers', cover));
  }

  end({ coverId, version }: Cover): Promise<Cover> {
    return this.changing(this.http.post<Cover>(`/api/covers/${coverId}/end`, {}, onVersion(version)));
  }

  goOn({ coverId, version }: Cover): Promise<Cover> {
    return this.changing(this.http.post<Cover>(`/api/covers/${coverId}/go-on`, {}, onVersion(version)));
  }

  isOwn({ away, role }: Cover): boolean {
    const me = this.session.me();
    return away.accountId === me?.accountId && role === me.role;
  }

  private isMine({ covering, answering, role }: Cover): boolean {
    const me = this.session.me();
    return role === me?.role && [covering, answering].some((one) => one?.accountId === me.accountId);
  }

  private async changing(request: Observable<Cover>): Promise<Cover> {
    try {
      return await firstValueFrom(request);
    } finally {
      this.page.reload();
    }
  }
}
