import { HttpClient } from '@angular/common/http';
import { inject, Service, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { v7 as uuidv7 } from 'uuid';
import type { Contact, Outcome, TodayCard, TodayReason, Way } from '../../api/contract';
import { OUTCOME_LABEL } from '../contacts/contact-words';
import { onVersion } from '../contacts/contacts-api';
import { Notices } from '../look/notices';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { Taps } from './taps';
import { TodayKept } from './today-kept';
import type { Tap } from './unsent';
import { UndoToday } from './undo-today';

/** A contact that was logged already, though its answer got lost on the way. */
const ALREADY_THERE = 'contact-id-taken';

type Who = Pick<TodayCard, 'participantId' | 'preferredName'>;

/** Everything that is done on a card with one tap: it goes at once, is sent until it is there, and can be taken back. */
@Service()
export class TodayActions {
  private readonly http = inject(HttpClient);
  private readonly kept = inject(TodayKept);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  private readonly undoing = inject(UndoToday);
  /** By participant, what the server refused, in its words. */
  readonly refusals = signal<ReadonlyMap<string, string>>(new Map());

  readonly taps = new Taps(this.session.me()?.accountId ?? '', {
    send: (tap, isAgain) => this.send(tap, isAgain),
    isRefusal: (failure) => {
      const { status } = problemOf(failure);
      return status >= 400 && status < 500 && status !== 401 && status !== 429;
    },
    done: (tap, answer) => this.done(tap, answer),
    refused: (tap, failure) => this.refused(tap, failure),
  });

  /** @param way how, when the coach has just used it */
  log(who: Who, outcome: Outcome, way: Way | null): void {
    const contactId = uuidv7();
    const { participantId } = who;
    this.tap(who, {
      ...{ id: contactId, kind: 'contact', words: OUTCOME_LABEL[outcome], path: '/api/contacts' },
      body: { contactId, participantId, outcome, ...(way ? { way, startedBy: 'coach' } : {}) },
      when: this.now(),
    });
  }

  /** The card stays when something else asks for them too. */
  keepPromise(card: TodayCard, { promiseId, version }: NonNullable<TodayReason['promise']>): void {
    if (this.taps.waiting().some(({ id }) => id === promiseId)) return;
    const path = `/api/promises/${promiseId}/keep`;
    const words = $localize`Promise kept`;
    const tap = { id: promiseId, kind: 'promise', words, path, body: {}, version } as const;
    this.tap(
      card,
      tap,
      card.reasons.every(({ promise }) => promise?.promiseId === promiseId),
    );
  }

  /** What was decided in supervision is done; the card stays when something else asks for them too. */
  sayDone(card: TodayCard, { decisionId, version }: NonNullable<TodayReason['decision']>): void {
    if (this.taps.waiting().some(({ id }) => id === decisionId)) return;
    const path = `/api/decisions/${decisionId}/done`;
    const words = $localize`Done`;
    this.tap(
      card,
      { id: decisionId, kind: 'decision', words, path, body: {}, version },
      card.reasons.every(({ decision }) => decision?.decisionId === decisionId),
    );
  }

  putAway(who: Who, because: string, untilOn: string): void {
    const putAwayId = uuidv7();
    const body = { putAwayId, participantId: who.participantId, because, untilOn };
    this.tap(who, {
      id: putAwayId,
      kind: 'put away',
      words: $localize`Put away`,
      path: '/api/put-aways',
      body,
    });
  }

  private tap(
    { participantId, preferredName }: Who,
    tap: Omit<Tap, 'participantId' | 'preferredName'>,
    isCardGone = true,
  ): void {
    this.forgetRefusal(participantId);
    if (isCardGone) this.kept.takeAway(participantId);
    this.taps.add({ ...tap, participantId, preferredName });
  }

  private async send(tap: Tap, isAgain: boolean): Promise<unknown> {
    // What is sent at once happened now, by the server's clock; what is sent again says when it was.
    const body = isAgain && tap.when ? { ...tap.body, ...tap.when } : tap.body;
    const options = tap.version === undefined ? {} : onVersion(tap.version);
    try {
      return await firstValueFrom(this.http.post(tap.path, body, options));
    } catch (failure) {
      if (isAgain && tap.kind === 'contact' && problemOf(failure).code === ALREADY_THERE)
        return firstValueFrom(this.http.get<Contact>(`/api/contacts/${tap.id}`));
      throw failure;
    }
  }

  private done(tap: Tap, answer: unknown): void {
    this.kept.settle(tap.participantId);
    const { version = 1 } = (answer ?? {}) as { version?: number };
    void this.notices.say(`${tap.preferredName}: ${tap.words.toLowerCase()}.`, {
      label: $localize`Undo`,
      undo: () => void this.undoing.undo({ kind: tap.kind, id: tap.id, version }),
    });
  }

  private refused(tap: Tap, failure: unknown): void {
    this.refusals.update((before) => new Map(before).set(tap.participantId, problemOf(failure).detail));
    this.kept.bringBack(tap.participantId);
  }

  private forgetRefusal(participantId: string): void {
    this.refusals.update((before) => {
      const after = new Map(before);
      after.delete(participantId);
      return after;
    });
  }

  private now(): { occurredOn: string; occurredTime: string } {
    const time = new Intl.DateTimeFormat('en-GB', { timeZone: this.session.timeZone(), timeStyle: 'short' });
    return { occurredOn: this.session.today(), occurredTime: time.format(new Date()) };
  }
}
