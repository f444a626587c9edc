import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Instrument } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { Skeleton } from '../look/skeleton';
import { TakesFocus } from '../look/takes-focus';
import { problemOf } from '../problems/problem-words';
import { NotSentYet } from '../problems/until-answered';
import { Session } from '../session/session';
import { AnswerScale } from './answer-scale';
import { answerWords, asksForHelp, OFFERS_MORE_FROM } from './answer-words';
import { AnswersSending } from './answers-sending';
import { HelpNow } from './help-now';
import { type Asked, type KeptAnswers, keptAs, noAnswersYet } from './kept-answers';
import { ownQuestions } from './own-questions';

/** One question a screen: an answer or none, back and forth, and nothing is sent before they say so. */
@Component({
  imports: [AnswerScale, HelpNow, Icon, NotSentYet, RouterLink, Skeleton, TakesFocus],
  templateUrl: './ask.html',
  styleUrl: './ask.scss',
})
export class Ask {
  readonly asked = input.required<Asked>();

  private readonly forTab = inject(Session).kept;
  private readonly router = inject(Router);
  protected readonly sending = inject(AnswersSending);
  protected readonly page = ownQuestions();
  protected readonly wrong = computed(() => (this.page.error() ? problemOf(this.page.error()).detail : null));
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isSending = signal(false);
  protected readonly kept = linkedSignal<KeptAnswers>(
    () => this.forTab.of<KeptAnswers>(keptAs(this.asked())) ?? noAnswersYet(),
  );

  protected readonly instrument = computed(() => {
    const { instruments = [] } = this.page.value() ?? {};
    const wanted = this.asked() === 'barc-10' ? 'barc-10' : this.kept().goesOn ? 'phq-9' : 'phq-2';
    return instruments.find(({ instrument }) => instrument === wanted) ?? null;
  });
  protected readonly help = computed(() => this.page.value()?.help ?? null);
  protected readonly needsHelp = computed(() => asksForHelp(this.asked(), this.kept().answers));
  protected readonly isInAnotherLanguage = computed(() => this.instrument()?.language !== pageLanguage());
  /** The question looked at; none once they look it over. One at most, so that each takes the focus anew. */
  protected readonly looking = computed(() => {
    const { at, answers } = this.kept();
    const words = this.instrument()?.items[at - 1];
    return words ? [{ item: at, words, answer: answers[at - 1] ?? null }] : [];
  });
  /** Both of the first two questions say enough to offer the others. */
  protected readonly offersMore = computed(() => {
    const [one, two] = this.kept().answers;
    const isOffer = this.asked() === 'phq' && !this.kept().goesOn;
    return isOffer && typeof one === 'number' && typeof two === 'number' && one + two >= OFFERS_MORE_FROM;
  });
  protected readonly saidSoFar = computed(() => {
    const asked = this.instrument();
    return (asked?.items ?? []).map((words, index) => {
      const answer = this.kept().answers[index] ?? null;
      return { item: index + 1, words, said: answerWords(asked!, answer), isSkipped: answer === null };
    });
  });
  protected readonly isAnythingSaid = computed(() => this.saidSoFar().some(({ isSkipped }) => !isSkipped));

  constructor() {
    effect(() => this.forTab.keep(keptAs(this.asked()), this.isUntouched() ? null : this.kept()));
    // sent before the page was left or loaded anew: it goes out again under its own id
    effect(() => {
      if (this.kept().isSent && this.instrument() && !this.isSending()) void this.send();
    });
  }

  /** Moves on by itself, but for the answer that puts help first: there they stay, with it. */
  protected answer(item: number, answer: number): void {
    const answers = this.withAnswer(item, answer);
    const staysHere = item === 9 && asksForHelp(this.asked(), answers);
    this.change({ answers, at: staysHere ? item : item + 1 });
    // help is what is seen and heard next
    if (staysHere) setTimeout(() => document.getElementById('help-now-title')?.focus());
  }

  protected skip(item: number): void {
    this.change({ answers: this.withAnswer(item, null), at: item + 1 });
  }

  protected goTo(item: number): void {
    this.change({ at: item });
    // the focus goes to what comes next, and help stays in sight
    if (this.needsHelp()) setTimeout(() => scrollTo({ top: 0 }));
  }

  /** Yes to the other seven, from the first of them. */
  protected goOn(): void {
    this.change({ goesOn: true, at: 3 });
  }

  protected startAgain(): void {
    this.kept.set(noAnswersYet());
    void this.router.navigateByUrl('/questions');
  }

  protected async send(): Promise<void> {
    const { assessmentId } = this.kept();
    const { instrument, version, language, items } = this.instrument() as Instrument;
    this.isSending.set(true);
    this.problem.set(null);
    this.change({ isSent: true });
    const answers = items.map((_, index) => ({
      item: index + 1,
      answer: this.kept().answers[index] ?? null,
    }));
    try {
      await this.sending.send({ assessmentId, instrument, version, language, answers });
      this.kept.set(noAnswersYet());
      this.forTab.keep(keptAs(this.asked()), null);
      await this.router.navigate(['/questions', assessmentId], { replaceUrl: true });
    } catch (failure) {
      this.change({ isSent: false });
      this.problem.set(problemOf(failure));
    } finally {
      this.isSending.set(false);
    }
  }

  private withAnswer(item: number, answer: number | null): (number | null)[] {
    const answers = Array.from({ length: Math.max(item, this.kept().answers.length) }, (_, index) =>
      index + 1 === item ? answer : (this.kept().answers[index] ?? null),
    );
    return answers;
  }

  private change(more: Partial<KeptAnswers>): void {
    this.kept.update((kept) => ({ ...kept, ...more }));
  }

  private isUntouched(): boolean {
    const { answers, at } = this.kept();
    return answers.length === 0 && at === 1;
  }
}
