import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';
import type { Assessment, AssessmentsPage, Readers, SendAnswersTogether } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { KeyFor } from '../keys/key';
import { ComesIntoView } from '../look/comes-into-view';
import { goingBack } from '../look/going-back';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { ProblemSummary } from '../problems/problem-summary';
import { problemOf } from '../problems/problem-words';
import { CrisisPanel } from '../risk-notes/crisis-panel';
import { WhoReads } from '../risk-notes/who-reads';
import { Session } from '../session/session';
import { SuggestsWords } from '../words/suggests-words';
import { AnswerScale } from './answer-scale';
import { asksForHelp } from './answer-words';
import { type KeptAnswers, keptAs, noAnswersYet } from './kept-answers';

/** BARC-10 or PHQ asked together: the coach reads and enters, and what is skipped stays skipped. */
@Component({
  imports: [
    AnswerScale,
    ComesIntoView,
    CrisisPanel,
    Icon,
    KeyFor,
    MatButton,
    ProblemPanel,
    ProblemSummary,
    Skeleton,
    SuggestsWords,
    WhoReads,
  ],
  templateUrl: './ask-together.html',
  styleUrl: './ask-together.scss',
})
export class AskTogether {
  readonly participantId = input.required<string>();
  readonly instrument = input.required<string>();

  private readonly http = inject(HttpClient);
  protected readonly goBack = goingBack(() => `/participants/${this.participantId()}`);
  private readonly forTab = inject(Session).kept;
  private readonly notices = inject(Notices);
  protected readonly page = httpResource<AssessmentsPage>(
    () => `/api/assessments?participantId=${encodeURIComponent(this.participantId())}`,
  );
  protected readonly asked = computed(() =>
    this.page.value()?.instruments.find(({ instrument }) => instrument === this.instrument()),
  );
  private readonly keptAs = computed(() => keptAs(`together.${this.participantId()}.${this.instrument()}`));
  private readonly kept = linkedSignal(() => this.forTab.of<KeptAnswers>(this.keptAs()) ?? noAnswersYet());
  protected readonly answers = computed(() => this.kept().answers);
  protected readonly whatWasDone = signal('');
  protected readonly skipped = computed(
    () => this.asked()?.items.filter((_, index) => (this.answers()[index] ?? null) === null).length ?? 0,
  );
  protected readonly needsHelp = computed(() => asksForHelp(this.instrument(), this.answers()));
  protected readonly readers = httpResource<Readers>(() =>
    this.needsHelp()
      ? `/api/risk-notes/readers?participantId=${encodeURIComponent(this.participantId())}`
      : undefined,
  );
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isSaving = signal(false);

  constructor() {
    effect(() => this.forTab.keep(this.keptAs(), this.answers().length === 0 ? null : this.kept()));
  }

  /** The answer already chosen, touched again, is let go: skipped. */
  protected answer(index: number, answer: number): void {
    const before = this.answers();
    const value = before[index] === answer ? null : answer;
    const answers = Array.from({ length: Math.max(index + 1, before.length) }, (_, place) =>
      place === index ? value : (before[place] ?? null),
    );
    this.kept.update((kept) => ({ ...kept, answers }));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const asked = this.asked();
    if (!asked || this.isSaving()) return;
    const { instrument, version, language, items } = asked;
    const sent: SendAnswersTogether = {
      ...{ assessmentId: this.kept().assessmentId, instrument, version, language },
      participantId: this.participantId(),
      answers: items.map((_, index) => ({ item: index + 1, answer: this.answers()[index] ?? null })),
      ...(this.needsHelp() ? { whatWasDone: this.whatWasDone() } : {}),
    };
    this.isSaving.set(true);
    this.problem.set(null);
    try {
      const { riskNoteId } = await firstValueFrom(this.http.post<Assessment>('/api/assessments', sent));
      this.kept.set(noAnswersYet());
      this.forTab.keep(this.keptAs(), null);
      void this.notices.say(riskNoteId ? 'Saved, and an urgent risk note is raised.' : 'Saved.');
      this.goBack();
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.isSaving.set(false);
    }
  }
}
