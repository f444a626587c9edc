import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { CoachSuggestion, CoachSuggestions } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { Live } from '../live/live';
import { Choices } from '../look/choices';
import { goingBack } from '../look/going-back';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { Skeleton } from '../look/skeleton';
import { TakesFocus } from '../look/takes-focus';
import { When } from '../look/when';
import { ProblemPanel } from '../problems/problem-panel';
import { problemOf, wrongWith } from '../problems/problem-words';
import { Session } from '../session/session';
import { PageTitles } from '../shell/page-titles';
import { WishSaid } from '../wishes/wish-said';
import { AssigningApi, type Choice, type Place } from './assigning-api';
import { SuggestionCard } from './suggestion-card';
import { chosenWords } from './assigning-words';

/** Who walks with somebody from today: each coach with the reasons, and with what they would carry then. */
@Component({
  imports: [
    Choices,
    Icon,
    MatButton,
    ProblemPanel,
    RouterLink,
    Skeleton,
    SuggestionCard,
    TakesFocus,
    When,
    WishSaid,
  ],
  templateUrl: './choose-coach.html',
  styleUrl: './choose-coach.scss',
})
export class ChooseCoach {
  readonly participantId = input.required<string>();

  private readonly api = inject(AssigningApi);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  private readonly kept = this.session.kept;
  protected readonly back = goingBack(() =>
    this.session.me()?.role === 'administrator' ? '/people' : '/team/assign',
  );
  protected readonly page = httpResource<CoachSuggestions>(
    () => `/api/participants/${encodeURIComponent(this.participantId())}/coach-suggestions`,
  );
  protected readonly places = [
    { value: 'coach', words: 'Their coach' },
    { value: 'second-coach', words: 'A second one beside' },
  ];
  protected readonly place = signal<Place>('coach');
  protected readonly lastOn = signal('');
  protected readonly isSaving = signal(false);
  protected readonly quicker = signal<Problem | null>(null);
  private readonly problem = signal<{ of: string; is: Problem } | null>(null);
  private readonly reasons = signal<Record<string, string>>({});

  /** Who is second already is no choice for that place. */
  protected readonly items = computed(() => {
    const { items, secondCoach } = this.page.value()!;
    return this.place() === 'coach'
      ? items
      : items.filter(({ coach }) => coach.accountId !== secondCoach?.accountId);
  });
  /** They are with another team now: the words say who was quicker, and what was typed is shown, not lost. */
  protected readonly gone = computed(() => {
    const problem = this.page.error() ? problemOf(this.page.error()) : null;
    return problem?.code === 'one-primary-coach-at-a-time' ? problem : null;
  });
  protected readonly typed = computed(() => Object.values(this.reasons()).filter((words) => words.trim()));
  protected readonly name = linkedSignal<string | null, string>({
    source: () => (this.page.hasValue() ? this.page.value().preferredName : null),
    computation: (name, before) => name ?? before?.value ?? 'them',
  });
  protected readonly wrongLastOn = computed(() => wrongWith(this.problem()?.is ?? null, 'lastOn'));

  constructor() {
    inject(Live).whenChanged(this.participantId, () => this.page.reload());
    const titles = inject(PageTitles);
    effect(() => {
      this.reasons.set(this.kept.of<Record<string, string>>(this.keptAs()) ?? {});
    });
    effect(() => {
      if (this.page.hasValue()) titles.name(this.page.value().preferredName);
    });
  }

  protected reasonOf({ coach }: CoachSuggestion): string {
    return this.reasons()[coach.accountId] ?? '';
  }

  protected keepReason({ coach }: CoachSuggestion, words: string): void {
    this.reasons.update((before) => ({ ...before, [coach.accountId]: words }));
    this.kept.keep(this.keptAs(), this.reasons());
  }

  protected wrongOf({ coach }: CoachSuggestion): string | null {
    const { of, is } = this.problem() ?? {};
    return of === coach.accountId && is ? (wrongWith(is, 'reason') ?? is.detail) : null;
  }

  protected choose(item: CoachSuggestion): Promise<void> {
    const { coach, drawbacks } = item;
    // whom a supervisor gives to another team they can't take back: that is the other team's to do
    const mayUndo = this.place() === 'second-coach' || !drawbacks.some(({ kind }) => kind === 'other team');
    return this.put(this.place(), coach, { reason: this.reasonOf(item), mayUndo });
  }

  protected end(place: Place): Promise<void> {
    return this.put(place, null, { reason: '', mayUndo: true });
  }

  private async put(
    place: Place,
    coach: CoachSuggestion['coach'] | null,
    { reason, mayUndo }: { reason: string; mayUndo: boolean },
  ): Promise<void> {
    const person = this.page.value()!;
    const coachId = coach?.accountId ?? null;
    const before = (place === 'coach' ? person.coach : person.secondCoach)?.accountId ?? null;
    this.isSaving.set(true);
    this.problem.set(null);
    this.quicker.set(null);
    try {
      await this.api.assign(person.participantId, place, {
        coachId,
        insteadOf: before,
        ...(reason.trim() ? { reason } : {}),
        ...(coachId && this.lastOn() ? { lastOn: this.lastOn() } : {}),
      });
      this.kept.keep(this.keptAs(), null);
      const undo = (): void =>
        this.takeBack(person.participantId, place, { coachId: before, insteadOf: coachId });
      const words = chosenWords(person.preferredName, place, coach?.name ?? null);
      void this.notices.say(words, mayUndo ? { label: 'Undo', undo } : undefined);
      if (coachId) this.back();
      else this.page.reload();
    } catch (failure) {
      this.show(problemOf(failure), coachId);
    } finally {
      this.isSaving.set(false);
    }
  }

  private takeBack(participantId: string, place: Place, choice: Choice): void {
    void this.api
      .assign(participantId, place, { ...choice, reason: 'Taken back at once' })
      .catch((failure) => this.notices.say(problemOf(failure).detail));
  }

  private show(problem: Problem, coachId: string | null): void {
    if (problem.code === 'one-primary-coach-at-a-time') {
      this.quicker.set(problem);
      this.page.reload();
      return;
    }
    this.problem.set({ of: coachId ?? '', is: problem });
    // where the field is not there yet that would say it
    if (problem.code !== 'coach-full') void this.notices.say(problem.detail);
    else this.page.reload();
  }

  private keptAs(): string {
    return `why-coach.${this.participantId()}`;
  }
}
