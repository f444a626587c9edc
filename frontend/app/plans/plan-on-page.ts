import type { HttpClient } from '@angular/common/http';
import { computed, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  LinePart,
  PlanPart,
  PlanPeople,
  PlanPerson,
  RecoveryPlan,
  RecoveryPlanThen,
  PlanVersions,
  SupporterChoice,
} from '../../api/contract';
import type { Problem } from '../../api/problem';
import { problemOf } from '../problems/problem-words';
import type { KeptForTab } from '../session/kept-for-tab';
import { type PartChange, type PartNow, PartOnPage, type PartPlaces, type Unsent } from './part-on-page';
import { LINE_PARTS } from './plan-parts';

/** A plan on open pages: what the server has, what it does not have yet, and the news of others. */
export class PlanOnPage {
  readonly lines: Record<LinePart, PartOnPage<string>>;
  readonly people: PartOnPage<PlanPerson>;
  readonly supporters = signal<SupporterChoice[]>([]);
  readonly preferredName = signal('');
  /** Whether there is anything to show yet. */
  readonly isHere = signal(false);
  readonly problem = signal<Problem | null>(null);
  /** The coach says so, of what they write from now on. */
  readonly isTogether = signal(false);
  readonly isEmpty = computed(
    () =>
      LINE_PARTS.every((part) => this.lines[part].items().length === 0) && this.people.items().length === 0,
  );

  /** @param path `/api/recovery-plan`, or that of somebody's */
  constructor(
    private readonly http: HttpClient,
    readonly path: string,
    readonly kept: KeptForTab,
  ) {
    const linesOf = (part: LinePart): [LinePart, PartOnPage<string>] => [
      part,
      new PartOnPage<string>({
        send: async (change) => nowOf(await this.put<PlanPart>(`parts/${part}`, change, lineBody(change))),
        currentIn: (problem) => nowOf(problem.current as PlanPart),
        ...this.places(part),
      }),
    ];
    this.lines = Object.fromEntries(LINE_PARTS.map(linesOf)) as Record<LinePart, PartOnPage<string>>;
    this.people = new PartOnPage<PlanPerson>({
      send: async (change) => peopleNowOf(await this.put<PlanPeople>('people', change, peopleBody(change))),
      currentIn: (problem) => peopleNowOf(problem.current as PlanPeople),
      ...this.places('people'),
    });
  }

  /** Looks anew. What is on the page stays there when the server can't be asked. */
  async load(): Promise<void> {
    try {
      const plan = await firstValueFrom(this.http.get<RecoveryPlan>(this.path));
      for (const part of plan.parts) this.lines[part.part].take(nowOf(part));
      this.people.take(peopleNowOf(plan.people));
      this.supporters.set(plan.supporters);
      this.preferredName.set(plan.preferredName);
      this.problem.set(null);
      this.isHere.set(true);
    } catch (failure) {
      const problem = problemOf(failure);
      if (problem.status === 404 || problem.status === 403) this.isHere.set(false);
      if (!this.isHere()) this.problem.set(problem);
    }
  }

  versions(before: number | null): Promise<PlanVersions> {
    const asked = before === null ? '' : `?before=${before}`;
    return firstValueFrom(this.http.get<PlanVersions>(`${this.path}/versions${asked}`));
  }

  asItWas(version: number): Promise<RecoveryPlanThen> {
    return firstValueFrom(this.http.get<RecoveryPlanThen>(`${this.path}/versions/${version}`));
  }

  private put<T>(where: string, { version }: PartChange<unknown>, body: object): Promise<T> {
    return firstValueFrom(
      this.http.put<T>(`${this.path}/${where}`, body, { headers: { 'If-Match': `"${version}"` } }),
    );
  }

  private places(part: string): Pick<PartPlaces<never>, 'keepHere' | 'keptHere' | 'isTogether'> {
    const name = `plan.${this.path}.${part}.unsent`;
    return {
      isTogether: () => this.isTogether(),
      keepHere: (unsent) => this.kept.keep(name, unsent.sending || unsent.wanted ? unsent : null),
      keptHere: () => this.kept.of<Unsent<never>>(name) ?? { sending: null, wanted: null },
    };
  }
}

export function nowOf({ lines, version, change }: PlanPart): PartNow<string> {
  return { items: lines, version, change };
}

export function peopleNowOf({ people, version, change }: PlanPeople): PartNow<PlanPerson> {
  return { items: people, version, change };
}

function lineBody({ changeId, isTogether, items }: PartChange<string>): object {
  return { changeId, isTogether, lines: items.map((words) => ({ words })) };
}

function peopleBody({ changeId, isTogether, items }: PartChange<PlanPerson>): object {
  const people = items.map(({ supporterId, name, relation, phone }) =>
    supporterId ? { supporterId } : { name, relation, phone },
  );
  return { changeId, isTogether, people };
}
