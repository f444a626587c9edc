import { inject, linkedSignal, signal, untracked, type WritableSignal } from '@angular/core';
import type { Problem } from '../../api/problem';
import { Notices } from '../look/notices';
import { Session } from '../session/session';
import { problemOf } from './problem-words';

interface Edited<Saved, Typed> {
  /** What stands on the server, as far as the page knows. */
  saved: () => Saved;
  /** What a form holds of it: plain values, compared by what they hold. */
  typed: (saved: Saved) => Typed;
  /** Under which name it is kept for this tab until the server has it. */
  keptAs: () => string;
  /** It stands as this now. */
  changed: (saved: Saved) => void;
}

/** Sends what is to stand, over the version given. */
type Send<Saved> = (version: number) => Promise<Saved>;
/** Sends what stood before. */
type SendBack<Saved> = (version: number, before: Saved) => Promise<Saved>;

/**
 * A form over something saved, or a part of it, that others may change too. It follows what is saved until somebody types; then what is
 * typed stays, through a reload too, with the version it began on. Saving over a newer one overwrites nothing: `theirs`
 * is what stands by then, for showing both (look/both-versions.ts). Must be called where injection is possible.
 */
export function editing<Saved extends { version: number }, Typed>(edited: Edited<Saved, Typed>) {
  const { saved, typed, keptAs, changed } = edited;
  const notices = inject(Notices);
  const { kept } = inject(Session);
  const before = () => kept.of<{ typed: Typed; version: number }>(keptAs());
  const model: WritableSignal<Typed> = linkedSignal<Saved, Typed>({
    source: saved,
    computation: (now, last) => {
      if (!last) return before()?.typed ?? typed(now);
      return isSame(last.value, typed(last.source)) ? typed(now) : last.value;
    },
  });
  const version = linkedSignal<Saved, number>({
    source: saved,
    computation: (now, last) => {
      if (isSame(untracked(model), typed(now))) return now.version;
      // only what is no part of this form was changed
      const isPartAsBefore =
        last?.value === last?.source.version && isSame(last && typed(last.source), typed(now));
      if (last && isPartAsBefore) return now.version;
      return last?.value ?? before()?.version ?? now.version;
    },
  });
  const theirs = signal<Saved | null>(null);
  /** What one has seen of another's and chosen to save over, which the page may not know yet. */
  let seen: Saved | null = null;
  const problem = signal<Problem | null>(null);
  const isSaving = signal(false);

  /** On every input of the form. */
  function keep(): void {
    kept.keep(keptAs(), { typed: model(), version: version() });
  }

  /** From now on this is what stands, and the form shows it. */
  function stands(now: Saved): void {
    kept.keep(keptAs(), null);
    model.set(typed(now));
    version.set(now.version);
    theirs.set(null);
    seen = null;
    changed(now);
  }

  /**
   * @param back is offered as undo
   * @returns whether it was saved
   */
  function save(send: Send<Saved>, said: string, back?: SendBack<Saved>): Promise<boolean> {
    const stood = seen ?? saved();
    return sending(send, (now) => {
      stands(now);
      const undo = back && (() => void sending((last) => back(last, stood), isBefore));
      void notices.say(said, undo && { label: 'Undo', undo });
    });
  }

  /** Undone: whoever has typed something else meanwhile keeps it. */
  function isBefore(now: Saved): void {
    if (isSame(model(), typed(saved()))) stands(now);
    else {
      version.set(now.version);
      keep();
      changed(now);
    }
    void notices.say('It is as it was before.');
  }

  /** What another changed is no part of this form: nothing of theirs is overwritten. */
  function isElsewhere(now: Saved): boolean {
    const before = saved();
    return before.version === version() && now.version !== version() && isSame(typed(now), typed(before));
  }

  async function sending(send: Send<Saved>, done: (now: Saved) => void): Promise<boolean> {
    isSaving.set(true);
    problem.set(null);
    try {
      done(await send(version()));
      return true;
    } catch (failure) {
      const met = problemOf(failure);
      const now = met.status === 412 ? (met.current as Saved | undefined) : undefined;
      if (now && isElsewhere(now)) {
        changed(now);
        version.set(now.version);
        return await sending(send, done);
      }
      if (now) theirs.set(now);
      else problem.set(met);
      return false;
    } finally {
      isSaving.set(false);
    }
  }

  return {
    model,
    keep,
    /** Whether something typed before a reload is here, and not saved yet. */
    isKept: () => before() !== null,
    save,
    stands,
    theirs: theirs.asReadonly(),
    problem: problem.asReadonly(),
    isSaving: isSaving.asReadonly(),
    /** What is typed is to stand, over `theirs`: saving sends it anew. */
    overTheirs(): void {
      seen = theirs()!;
      version.set(seen.version);
      theirs.set(null);
      keep();
    },
    takeTheirs: () => stands(theirs()!),
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
