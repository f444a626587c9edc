import { computed, DestroyRef, inject, signal } from '@angular/core';
import type { SupervisionSession } from '../../api/contract';
import { problemOf } from '../problems/problem-words';
import { KeptForTab } from '../session/kept-for-tab';
import { Session } from '../session/session';

/** Words as the server has them. */
export interface SavedWords {
  words: string;
  version: number;
}

/** So long after the last key what was typed is saved, and so long after a lost answer it is tried again. */
const PAUSE = 900;
const AGAIN_AFTER = 5_000;

type State = 'saved' | 'typing' | 'saving' | 'not sent yet' | 'refused';

/**
 * What is being typed in one field of a session: saved in every pause, kept for this tab until the server has it. When
 * somebody else saved meanwhile, or signed, both texts are there and a person chooses. Make it where a component is.
 */
export class WordsKeeping {
  private readonly kept: KeptForTab;
  /** What was typed and is not the server's yet; null: nothing. */
  readonly typed = signal<string | null>(null);
  readonly state = signal<State>('saved');
  readonly wrong = signal('');
  /** What stands there instead, once a save was refused for it. */
  readonly theirs = signal<SavedWords | null>(null);
  readonly shown = computed(() => this.typed() ?? this.saved().words);
  private base = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param name of the field, for this session
   * @param saved as the page last heard
   * @param send saves, and answers the session as it then is
   * @param changed hands on what was answered
   * @param find the same words in a session
   */
  constructor(
    private readonly name: () => string,
    private readonly saved: () => SavedWords,
    private readonly send: (words: string, version: number) => Promise<SupervisionSession>,
    private readonly changed: (session: SupervisionSession) => void,
    private readonly find: (session: SupervisionSession) => SavedWords | undefined,
  ) {
    const session = inject(Session);
    this.kept = new KeptForTab(() => session.me()?.accountId ?? '');
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
      if (this.state() === 'typing') void this.save();
    });
  }

  /** What this tab still held from before. Once, when the field is there. */
  takeUp(): void {
    const before = this.kept.of<SavedWords>(this.name());
    if (!before) return;
    if (before.words === this.saved().words) return this.letGo();
    this.base = before.version;
    this.typed.set(before.words);
    this.saveIn(PAUSE);
  }

  type(words: string): void {
    if (this.typed() === null) this.base = this.saved().version;
    this.typed.set(words);
    this.kept.keep(this.name(), { words, version: this.base });
    if (!this.theirs()) this.saveIn(PAUSE);
  }

  keepMine(): void {
    this.base = this.theirs()?.version ?? this.base;
    this.theirs.set(null);
    void this.save();
  }

  takeTheirs(): void {
    this.theirs.set(null);
    this.letGo();
  }

  private saveIn(wait: number): void {
    this.state.set('typing');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), wait);
  }

  private async save(): Promise<void> {
    const words = this.typed();
    if (words === null || this.state() === 'saving') return;
    clearTimeout(this.timer);
    this.state.set('saving');
    this.wrong.set('');
    try {
      const session = await this.send(words, this.base);
      this.base = this.find(session)?.version ?? this.base;
      this.changed(session);
      if (this.typed() === words) this.letGo();
      else this.saveIn(PAUSE);
    } catch (failure) {
      this.refused(words, failure);
    }
  }

  private refused(words: string, failure: unknown): void {
    const problem = problemOf(failure);
    const now = problem.status === 412 ? (problem.current as SupervisionSession) : null;
    if (now) this.changed(now);
    const theirs = now && this.find(now);
    if (theirs?.words === words) return this.letGo();
    this.state.set('refused');
    if (theirs) return this.theirs.set(theirs);
    this.wrong.set(problem.detail);
    // no signal, or we are troubled: what was typed is here, and goes when it can
    if (problem.status === 0 || problem.status === 401 || problem.status >= 500) {
      this.saveIn(AGAIN_AFTER);
      this.state.set('not sent yet');
    }
  }

  private letGo(): void {
    this.kept.keep(this.name(), null);
    this.typed.set(null);
    this.wrong.set('');
    this.state.set('saved');
  }
}
