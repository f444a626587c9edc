import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { Day, Feedback, Stream as StreamPage, StreamItem } from '../../api/contract';
import { Live } from '../live/live';
import { Choices } from '../look/choices';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { newId } from '../look/new-id';
import { Notices } from '../look/notices';
import { pagesOf } from '../look/pages-of';
import { exactDay } from '../look/time-words';
import { Skeleton } from '../look/skeleton';
import { When } from '../look/when';
import { ProblemPanel } from '../problems/problem-panel';
import { problemOf } from '../problems/problem-words';
import { untilAnswered } from '../problems/until-answered';
import { FeedbackApi } from './feedback-api';
import { StreamCard } from './stream-card';
import { groupsOf } from './stream-groups';
import { freshened, inOrder } from './stream-news';

type Shows = 'to read' | 'asked' | 'seen';

/** What the team logged, the newest first: read, seen, thanked, in a hallway or at a desk. */
@Component({
  imports: [Choices, Icon, MatButton, ProblemPanel, Skeleton, StreamCard, When],
  templateUrl: './stream.html',
  styleUrl: './stream.scss',
})
export class Stream {
  readonly show = input<string>();

  private readonly api = inject(FeedbackApi);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly shows = [
    { value: 'to read', words: 'To read' },
    { value: 'asked', words: 'Asked of you' },
    { value: 'seen', words: 'Seen' },
  ];
  protected readonly chosen = computed<Shows>(() => {
    const show = this.show();
    return show === 'asked' || show === 'seen' ? show : 'to read';
  });
  protected readonly list = pagesOf<StreamItem, StreamPage>(() => ({
    url: '/api/contact-stream',
    params: { show: this.chosen() },
  }));
  /** What was done here since the list came: a contact stays where it was read, so that nothing jumps. */
  private readonly done = signal<ReadonlyMap<string, StreamItem>>(new Map());
  /** What came while one reads: it waits behind a line until one asks for it. */
  protected readonly waiting = signal<StreamItem[]>([]);
  private readonly taken = signal<StreamItem[]>([]);
  protected readonly items = computed(() =>
    inOrder([...this.list.items(), ...this.taken()]).map(
      (item) => this.done().get(item.contact.contactId) ?? item,
    ),
  );
  protected readonly groups = computed(() => groupsOf(this.items()));
  protected readonly newCount = computed(() => this.items().filter(({ isNew }) => isNew).length);
  protected readonly left = computed(() => {
    const first = this.list.first();
    if (!first) return 0;
    const gone = [...this.list.items(), ...this.taken()].filter(
      (was) =>
        was.askedBecause !== null &&
        was.isToRead &&
        this.done().get(was.contact.contactId)?.isToRead === false,
    );
    return Math.max(0, first.askedCount - gone.length);
  });

  constructor() {
    void this.api.looked().catch(() => undefined);
    inject(Live).whenChanged(
      () => null,
      () => this.refresh(),
    );
  }

  protected choose(show: string): void {
    this.forget();
    void this.router.navigate([], {
      queryParams: { show: show === 'to read' ? null : show },
      queryParamsHandling: 'merge',
      replaceUrl: true,
      scroll: 'manual',
    });
  }

  protected lookAgain(): void {
    this.forget();
    void this.list.startOver();
  }

  /** They take their places, and whoever asked for them goes on reading at the newest of them. */
  protected take(waiting: StreamItem[]): void {
    this.taken.update((before) => [...before, ...waiting]);
    this.waiting.set([]);
    const newest = waiting[0]!.contact.contactId;
    const goThere = (): void => {
      const card = this.element.querySelector<HTMLElement>(`[id="${newest}"] [data-card]`);
      card?.focus({ preventScroll: true });
      card?.scrollIntoView({ block: 'center' });
    };
    afterNextRender(goThere, { injector: this.injector });
  }

  /** A coach stands here once for each day, so the day is in the name of the section. */
  protected exact(day: Day): string {
    return exactDay(day, pageLanguage());
  }

  protected unread(items: readonly StreamItem[]): StreamItem[] {
    return items.filter(({ isToRead }) => isToRead);
  }

  /** At once on the page, and sent until there is an answer. */
  protected async see(items: StreamItem[]): Promise<void> {
    if (items.length === 0) return;
    this.put(...items.map((item) => ({ ...item, isToRead: false })));
    const one = items[0]!.contact;
    const words = items.length === 1 ? `Seen: ${one.participantName}.` : `${items.length} contacts seen.`;
    void this.notices.say(words, { label: 'Undo', undo: () => void this.unsee(items) });
    try {
      const { changed } = await this.sent(() => this.api.seen(items.map(({ contact }) => contact)));
      this.put(...changed);
      if (changed.length > 0)
        void this.notices.say('Some were changed meanwhile. They stand here as they are now.');
    } catch (failure) {
      this.put(...items);
      void this.notices.say(problemOf(failure).detail);
    }
  }

  protected async thank(item: StreamItem): Promise<void> {
    this.put({ ...item, isToRead: false });
    try {
      const said = { feedbackId: newId(), kind: 'thanks' as const, words: '' };
      const thanks = await this.sent(() => this.api.give(item.contact, said));
      this.heard(item, thanks);
    } catch (failure) {
      const problem = problemOf(failure);
      const isStale = problem.status === 412 && problem.current;
      this.put(isStale ? (problem.current as StreamItem) : item);
      void this.notices.say(
        isStale ? 'It was changed meanwhile. It stands here as it is now.' : problem.detail,
      );
    }
  }

  protected heard(item: StreamItem, said: Feedback): void {
    this.put({ ...item, isToRead: false, feedback: [...item.feedback, said] });
    const coach = item.contact.coach.name;
    const words = {
      thanks: `Thanks said to ${coach}.`,
      comment: `${coach} will read it.`,
      change: `${coach} is asked.`,
    };
    void this.notices.say(words[said.kind], {
      label: 'Undo',
      undo: () => void this.takeBack(item, said),
    });
  }

  protected put(...items: StreamItem[]): void {
    this.done.update(
      (before) => new Map([...before, ...items.map((each) => [each.contact.contactId, each] as const)]),
    );
  }

  /** Nothing moves: what is shown stays as it now is, what is new waits. What was done meanwhile holds. */
  private refresh(): boolean {
    const before = this.done();
    return this.list.refresh((fresh) => {
      const { shown, waiting } = freshened(fresh, this.items());
      this.waiting.set(waiting);
      this.taken.set([]);
      this.done.update((done) => new Map([...done].filter(([id, item]) => before.get(id) !== item)));
      return shown;
    });
  }

  private forget(): void {
    this.done.set(new Map());
    this.taken.set([]);
    this.waiting.set([]);
  }

  private async unsee(items: StreamItem[]): Promise<void> {
    this.put(...items);
    try {
      await this.sent(() => this.api.unseen(items.map(({ contact }) => contact.contactId)));
    } catch (failure) {
      void this.notices.say(problemOf(failure).detail);
    }
  }

  private async takeBack(item: StreamItem, said: Feedback): Promise<void> {
    try {
      await this.sent(() => this.api.takeBack(said.feedbackId));
      if (item.isToRead) await this.sent(() => this.api.unseen([item.contact.contactId]));
      this.put(item);
    } catch (failure) {
      void this.notices.say(problemOf(failure).detail);
    }
  }

  private sent<T>(what: () => Promise<T>): Promise<T> {
    return untilAnswered(what, () => void this.notices.say('Not sent yet. We keep trying.'));
  }
}
