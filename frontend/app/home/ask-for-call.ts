import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import type { OwnCall } from '../../api/contract';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { dayOf, dayWords, timeOf } from '../look/time-words';
import { problemOf } from '../problems/problem-words';
import { NotSentYet } from '../problems/until-answered';
import { Session } from '../session/session';
import { CallAsking } from './call-asking';
import { whoSeesWords } from './call-words';

/** One tap asks for a call; who sees it and when is said before and after, and 988 is beside it. */
@Component({
  selector: 'app-ask-for-call',
  imports: [Icon, NotSentYet],
  templateUrl: './ask-for-call.html',
  styleUrl: './ask-for-call.scss',
})
export class AskForCall {
  readonly own = input.required<OwnCall>();
  readonly organization = input.required<string>();

  protected readonly asking = inject(CallAsking);
  private readonly session = inject(Session);
  /** As the server answered last, by this or by the page's own question. */
  private readonly now = linkedSignal(() => this.own());
  protected readonly call = computed(() => (this.asking.isTakingBack() ? null : this.now().call));
  /** Asked for, also while the server does not know yet. */
  protected readonly isAsked = computed(() => this.call() !== null || this.asking.isAsking());
  protected readonly isSaying = signal(false);
  protected readonly wrong = signal('');
  protected readonly whoSees = computed(() =>
    whoSeesWords(this.now().whoSees, {
      today: this.session.today(),
      timeZone: this.session.timeZone(),
      language: pageLanguage(),
      organization: this.organization(),
    }),
  );
  protected readonly askedWhen = computed(() => {
    const { askedAt } = this.call() ?? {};
    if (!askedAt) return '';
    const [zone, language] = [this.session.timeZone(), pageLanguage()];
    return `${dayWords(dayOf(askedAt, zone), this.session.today(), language)}, ${timeOf(askedAt, zone, language)}`;
  });

  constructor() {
    void this.shows(this.asking.goOn());
  }

  protected async ask(): Promise<void> {
    await this.shows(this.asking.ask());
  }

  protected async say(event: Event): Promise<void> {
    event.preventDefault();
    const words = new FormData(event.target as HTMLFormElement);
    const said = { about: text(words, 'about'), bestTime: text(words, 'bestTime') };
    this.isSaying.set(!(await this.shows(this.asking.ask(said))));
  }

  protected async takeBack(): Promise<void> {
    this.isSaying.set(false);
    const { call } = this.now();
    if (call) await this.shows(this.asking.takeBack(call.callId));
  }

  /** @returns whether it was taken */
  private async shows(answer: Promise<OwnCall> | null): Promise<boolean> {
    this.wrong.set('');
    try {
      if (answer) this.now.set(await answer);
      return true;
    } catch (failure) {
      this.wrong.set(problemOf(failure).detail);
      return false;
    }
  }
}

const text = (words: FormData, name: string): string => (words.get(name) as string | null)?.trim() ?? '';
