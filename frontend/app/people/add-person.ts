import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { v7 as uuidv7 } from 'uuid';
import type { Role } from '../../api/contract';
import type { Problem } from '../../api/problem';
import type { CoachChoices, Person, ProgramChoice } from '../../api/contract';
import { Choices } from '../look/choices';
import { Icon } from '../look/icon';
import { KnownAlready } from '../merging/known-already';
import { ProblemSummary } from '../problems/problem-summary';
import { problemOf, wrongWith } from '../problems/problem-words';
import { InvitationLink } from './invitation-link';
import { type NewPerson, nobody, participantRequest, staffRequest } from './new-person';
import { PeopleApi } from './people-api';
import { ROLE_LABEL } from './role-words';
import { Session } from '../session/session';
import { WishFields } from '../wishes/wish-fields';
import { TextField } from './text-field';

const KEPT_AS = 'add-person';

/** A new coach, participant, supervisor or administrator, in under a minute. */
@Component({
  imports: [
    Choices,
    FormField,
    Icon,
    InvitationLink,
    KnownAlready,
    MatButton,
    ProblemSummary,
    RouterLink,
    TextField,
    WishFields,
  ],
  templateUrl: './add-person.html',
  styles: `
    header a {
      margin-left: -16px;
    }
    summary {
      cursor: pointer;
      min-height: 48px;
    }
    summary h2 {
      display: inline;
    }
    details[open] summary {
      margin-bottom: 24px;
    }
    details .wrong:empty {
      display: none;
    }
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
      gap: 16px;
    }
  `,
})
export class AddPerson {
  /** From the address, which may not say. */
  readonly role = input<Role>();

  private readonly api = inject(PeopleApi);
  private readonly kept = inject(Session).kept;
  private newId = uuidv7();
  protected readonly roles = (Object.keys(ROLE_LABEL) as Role[]).map((value) => ({
    value,
    words: ROLE_LABEL[value],
  }));
  protected readonly languages = [
    { value: 'en', words: 'English' },
    { value: 'es', words: 'Español' },
  ];
  /** What is typed stays while one looks at somebody who may be the same person, and comes back. */
  protected readonly model = linkedSignal(() => {
    const kept = this.kept.of<NewPerson>(KEPT_AS);
    const role = this.role() ?? 'coach';
    return kept?.role === role ? kept : nobody(role);
  });
  protected readonly fields = form(this.model);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isSaving = signal(false);
  protected readonly added = signal<{ name: string; link: string | null } | null>(null);
  protected readonly isParticipant = computed(() => this.model().role === 'participant');

  /** As far as it tells who they are. */
  protected readonly who = computed(() => {
    const { name: legalName, preferredName, phone } = this.model();
    return { legalName, preferredName, phone };
  });

  private readonly supervisors = httpResource<{ items: Person[] }>(() => '/api/people?role=supervisor');
  private readonly coaches = httpResource<CoachChoices>(() =>
    this.isParticipant() ? '/api/coaches' : undefined,
  );
  private readonly programs = httpResource<{ items: ProgramChoice[] }>(() =>
    this.isParticipant() ? '/api/programs' : undefined,
  );
  protected readonly supervisorChoices = computed(() =>
    (this.supervisors.hasValue() ? this.supervisors.value().items : []).filter((one) => !one.isDisabled),
  );
  protected readonly colleagueChoices = computed(() => {
    const choices = [...this.coachChoices(), ...this.supervisorChoices()].map(({ accountId, name }) => ({
      accountId: accountId!,
      name,
    }));
    const byId = new Map(choices.map((one) => [one.accountId, one]));
    return [...byId.values()].sort((one, other) => one.name.localeCompare(other.name));
  });
  protected readonly coachChoices = computed(() =>
    this.coaches.hasValue() ? this.coaches.value().items : [],
  );
  protected readonly experiences = computed(() =>
    this.coaches.hasValue() ? this.coaches.value().experiences : [],
  );
  protected readonly programChoices = computed(() =>
    this.programs.hasValue() ? this.programs.value().items : [],
  );

  constructor() {
    effect(() => this.kept.keep(KEPT_AS, this.added() ? null : this.model()));
  }

  protected wrong(path: string): string | null {
    return wrongWith(this.problem(), path);
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    this.isSaving.set(true);
    this.problem.set(null);
    const person = this.model();
    try {
      const invited = this.isParticipant()
        ? await this.api.addParticipant(participantRequest(this.newId, person))
        : await this.api.addStaff(staffRequest(this.newId, person));
      this.added.set({ name: person.preferredName || person.name, link: invited.invitationLink });
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.isSaving.set(false);
    }
  }

  protected another(): void {
    this.newId = uuidv7();
    this.added.set(null);
    this.model.set(nobody(this.model().role as Role));
  }
}
