import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import type { Note, OwnWords } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { Notices } from '../look/notices';
import { TakesFocus } from '../look/takes-focus';
import { problemOf, wrongWith } from '../problems/problem-words';
import { NotSentYet, Sending } from '../problems/until-answered';
import { Session } from '../session/session';
import { OwnWordsApi } from './own-words-api';

/** "In my words": what the participant says of a note. Nobody else can change it. */
@Component({
  selector: 'app-own-words',
  imports: [NotSentYet, TakesFocus],
  templateUrl: './own-words.html',
  styleUrl: './own-words.scss',
})
export class OwnWordsFields {
  readonly note = input.required<Note>();
  private readonly api = inject(OwnWordsApi);
  private readonly notices = inject(Notices);
  private readonly kept = inject(Session).kept;
  protected readonly sending = new Sending();

  /** As the server has them; what was just saved, until the list is asked anew. */
  protected readonly own = linkedSignal<OwnWords | null>(() => this.note().ownWords);
  /** What is being typed; null while nothing is. */
  protected readonly typed = linkedSignal<string, string | null>({
    source: () => this.note().contactId,
    computation: (contactId) => this.kept.of<string>(keptAs(contactId)),
  });
  /** The version that what is typed goes on from. */
  private readonly basis = signal<number | null | undefined>(undefined);
  /** Changed meanwhile on another device: what stands there now. */
  protected readonly other = signal<OwnWords | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly said = computed(() => this.own()?.words ?? '');
  protected readonly wrong = computed(() => {
    const problem = this.problem();
    return problem && (wrongWith(problem, 'words') ?? problem.detail);
  });

  protected begin(): void {
    this.type(this.said());
  }

  protected type(words: string): void {
    if (this.basis() === undefined) this.basis.set(this.own()?.version ?? null);
    this.typed.set(words);
    this.keep(words);
  }

  protected close(): void {
    this.typed.set(null);
    this.other.set(null);
    this.problem.set(null);
    this.basis.set(undefined);
    this.sending.stop();
    this.keep(null);
  }

  /** Sent until there is an answer: the same words twice are one. */
  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    const words = this.typed() ?? '';
    const basis = this.basis();
    const version = basis === undefined ? (this.own()?.version ?? null) : basis;
    this.problem.set(null);
    try {
      const saved = await this.sending.send(() => this.api.write(this.note().contactId, words, version));
      this.own.set(saved);
      const typed = this.typed();
      if (typed === null || typed === words) this.close();
      // typed on meanwhile: that is not with the server yet
      else this.basis.set(saved.version);
      void this.notices.say($localize`:@@notes.saved:Saved. Your coach can read it.`);
    } catch (failure) {
      const problem = problemOf(failure);
      if (problem.status === 412) this.other.set(problem.current as OwnWords);
      else this.problem.set(problem);
    }
  }

  protected async takeBack(): Promise<void> {
    const before = this.own();
    if (!before) return;
    try {
      this.own.set(await this.api.takeBack(this.note().contactId, before.version));
      void this.notices.say($localize`:@@notes.tookBack:Taken back. Nobody else can read it now.`, {
        label: $localize`:@@notes.undo:Undo`,
        undo: () => {
          this.type(before.words);
          void this.save();
        },
      });
    } catch (failure) {
      const problem = problemOf(failure);
      if (problem.status === 412) this.own.set(problem.current as OwnWords);
      void this.notices.say(problem.detail);
    }
  }

  protected keepMine(): void {
    this.basis.set(this.other()?.version ?? null);
    this.other.set(null);
    void this.save();
  }

  protected keepOther(): void {
    this.own.set(this.other());
    this.close();
  }

  private keep(words: string | null): void {
    this.kept.keep(keptAs(this.note().contactId), words);
  }
}

const keptAs = (contactId: string): string => `own-words.${contactId}`;
