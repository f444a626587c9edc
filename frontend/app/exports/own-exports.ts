import { HttpClient, httpResource } from '@angular/common/http';
import {
  computed,
  DestroyRef,
  DOCUMENT,
  effect,
  inject,
  linkedSignal,
  Service,
  signal,
  untracked,
} from '@angular/core';
import { Router } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { PreparedFile, PreparedFiles, Wanted } from '../../api/export-contract';
import { Unattended } from '../live/unattended';
import { Notices } from '../look/notices';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { fileWords } from './export-words';

/** How often it is asked how far files are, while any is under way, in milliseconds. */
const LOOKS_EVERY = 1_000;
const KEPT_AS = 'exports-awaited';

export const isUnderWay = ({ state }: PreparedFile): boolean => state === 'waiting' || state === 'working';

/** Files of one's own, known to every page: whoever goes on working is told when one is ready. */
@Service()
export class OwnExports {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly notices = inject(Notices);
  private readonly unattended = inject(Unattended);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly pagesOpen = signal(0);
  private readonly who = computed(() => {
    const me = this.session.me();
    return me && ['administrator', 'supervisor'].includes(me.role) ? `${me.accountId} ${me.role}` : null;
  });
  /** Asked for in this tab, and not told of yet. */
  private readonly awaited = linkedSignal<string | null, string[]>({
    source: this.who,
    computation: (who) => (who ? (untracked(() => this.session.kept.of<string[]>(KEPT_AS)) ?? []) : []),
  });
  private readonly isWanted = computed(
    () => this.who() !== null && (this.pagesOpen() > 0 || this.awaited().length > 0),
  );
  private readonly asked = httpResource<PreparedFiles>(() =>
    this.isWanted() ? { url: '/api/exports', params: {}, headers: {} } : undefined,
  );
  /** As they were last known; null before the first answer. */
  readonly files = linkedSignal<{ who: string | null; items: PreparedFile[] | null }, PreparedFile[] | null>({
    source: () => ({
      who: this.who(),
      items: this.asked.hasValue() ? this.asked.value().items : null,
    }),
    computation: ({ who, items }, before) =>
      items ?? (before?.source.who === who ? (before?.value ?? null) : null),
  });
  readonly failure = computed(() => (this.files() ? undefined : this.asked.error()));

  constructor() {
    effect((onCleanup) => {
      if (!this.isWanted() || (!this.files()?.some(isUnderWay) && this.awaited().length === 0)) return;
      const looking = setInterval(() => this.unattended.during(() => this.asked.reload()), LOOKS_EVERY);
      onCleanup(() => clearInterval(looking));
    });
    effect(() => {
      const files = this.files();
      if (files) untracked(() => this.tell(files));
    });
  }

  /** While a page shows them they are asked for; call it where injection is possible. */
  shown(): void {
    this.pagesOpen.update((count) => count + 1);
    this.asked.reload();
    inject(DestroyRef).onDestroy(() => this.pagesOpen.update((count) => count - 1));
  }

  again(): void {
    this.asked.reload();
  }

  /** Asks for a file; the same id asked with again is the same file. */
  async ask(exportId: string, wanted: Wanted): Promise<PreparedFile> {
    const file = await firstValueFrom(this.http.post<PreparedFile>('/api/exports', { exportId, ...wanted }));
    const others = (this.files() ?? []).filter((each) => each.exportId !== file.exportId);
    this.files.set([file, ...others]);
    this.await([...this.awaited().filter((id) => id !== file.exportId), file.exportId]);
    return file;
  }

  /** Calls it off, or lets go of it. */
  async forget(file: PreparedFile): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/exports/${file.exportId}`));
    this.await(this.awaited().filter((id) => id !== file.exportId));
    this.files.update((files) => files?.filter(({ exportId }) => exportId !== file.exportId) ?? null);
  }

  /** Has the browser save it; whether it is still there is asked first, so that it is said in words where it is not. */
  async save({ exportId }: PreparedFile): Promise<void> {
    try {
      await firstValueFrom(this.http.get(`/api/exports/${exportId}`));
    } catch (failure) {
      const problem = problemOf(failure);
      if (problem.status !== 401)
        void this.notices.say(
          problem.status === 404
            ? $localize`This file is not there any more. Have it prepared once more.`
            : problem.detail,
        );
      this.again();
      return;
    }
    const link = this.document.createElement('a');
    link.href = `/api/exports/${exportId}/file`;
    link.download = '';
    link.click();
    const takenAt = new Date().toISOString();
    this.files.update(
      (files) => files?.map((each) => (each.exportId === exportId ? { ...each, takenAt } : each)) ?? null,
    );
  }

  private tell(files: PreparedFile[]): void {
    const awaited = this.awaited();
    const still = awaited.filter((id) => files.some((file) => file.exportId === id && isUnderWay(file)));
    if (still.length === awaited.length) return;
    this.await(still);
    for (const file of files.filter(
      ({ exportId }) => awaited.includes(exportId) && !still.includes(exportId),
    ))
      void this.notices.say(...this.news(file));
  }

  private news(file: PreparedFile): Parameters<Notices['say']> {
    const name = fileWords(file);
    if (file.state === 'ready')
      return [
        $localize`${name}:name: is ready.`,
        { label: $localize`Save it`, undo: () => void this.save(file) },
      ];
    return [
      $localize`${name}:name: could not be prepared.`,
      { label: $localize`See it`, undo: () => void this.router.navigate(['/exports']) },
    ];
  }

  private await(ids: string[]): void {
    this.awaited.set(ids);
    this.session.kept.keep(KEPT_AS, ids.length > 0 ? ids : null);
  }
}
