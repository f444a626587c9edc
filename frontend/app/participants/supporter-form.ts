import { Component, computed, inject, input, type OnInit, output, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { v7 as uuidv7 } from 'uuid';
import type { Supporter, SupporterWords } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { KeyFor } from '../keys/key';
import { BothVersions } from '../look/both-versions';
import { TextField } from '../people/text-field';
import { problemOf, wrongWith } from '../problems/problem-words';
import { SafeReachApi } from './safe-reach-api';

const RELATIONS = [
  'family',
  'partner',
  'friend',
  'sponsor',
  'clinician',
  'case manager',
  'probation or parole officer',
  'employer',
];

/** A supporter, and whether, about what and until when we may talk with them. */
@Component({
  selector: 'app-supporter-form',
  imports: [BothVersions, FormField, KeyFor, MatButton, TextField],
  template: `
    <form class="stack" (submit)="save($event)" novalidate>
      <app-text-field
        [fieldId]="id + '-name'"
        label="Name"
        [wrong]="wrong('name')"
        [formField]="fields.name"
      />
      <div class="field">
        <label [for]="id + '-relation'">Who are they to them?</label>
        <input
          [id]="id + '-relation'"
          autocomplete="off"
          [attr.list]="id + '-relations'"
          [attr.aria-invalid]="!!wrong('relation')"
          [formField]="fields.relation"
        />
        <datalist [id]="id + '-relations'">
          @for (relation of relations; track relation) {
            <option [value]="relation"></option>
          }
        </datalist>
        <p class="wrong">{{ wrong('relation') }}</p>
      </div>
      <app-text-field
        [fieldId]="id + '-phone'"
        label="Number (if known)"
        type="tel"
        [isPlain]="true"
        [wrong]="wrong('phone')"
        [formField]="fields.phone"
      />
      <label class="tick"><input type="checkbox" [formField]="fields.mayTalk" />We may talk with them</label>
      @if (fields.mayTalk().value()) {
        <app-text-field
          [fieldId]="id + '-about'"
          label="About what?"
          hint="As in “whether they are all right, and rides”."
          [wrong]="wrong('about')"
          [formField]="fields.about"
        />
        <app-text-field
          [fieldId]="id + '-until'"
          label="Until when?"
          hint="After this day we may not talk with them, until it is asked again."
          type="date"
          [wrong]="wrong('untilOn')"
          [formField]="fields.untilOn"
        />
      }
      @if (theirs(); as now) {
        <app-both-versions
          [mine]="inWords(words())"
          [theirs]="inWords(now)"
          (keepMine)="keepMine()"
          (takeTheirs)="done.emit()"
        />
      } @else {
        <p class="field">
          <span class="wrong" role="alert">{{ trouble() }}</span>
        </p>
        <div class="row">
          <button matButton="filled" type="submit" [disabled]="isSaving()">Save</button>
          <button appKey="Escape" matButton type="button" (click)="cancelled.emit()">Cancel</button>
        </div>
      }
    </form>
  `,
  styleUrl: './record-forms.scss',
})
export class SupporterForm implements OnInit {
  readonly participantId = input.required<string>();
  /** The one to change; none to add one. */
  readonly supporter = input<Supporter | null>(null);
  readonly done = output();
  readonly cancelled = output();

  private readonly api = inject(SafeReachApi);
  protected readonly id = uuidv7();
  protected readonly relations = RELATIONS;
  private readonly model = signal(formOf(null));
  /** The one these words were begun on; what others write meanwhile moves neither it nor what is typed. */
  private version = 0;
  protected readonly fields = form(this.model);
  protected readonly isSaving = signal(false);
  private readonly problem = signal<Problem | null>(null);
  /** On 412: as somebody else has meanwhile left it. */
  protected readonly theirs = signal<Supporter | null>(null);
  protected readonly trouble = computed(() => {
    const problem = this.problem();
    return problem && !problem.fields?.length ? problem.detail : '';
  });
  protected readonly words = computed<SupporterWords>(() => {
    const { about, untilOn, ...words } = this.model();
    if (!words.mayTalk) return words;
    return { ...words, about, ...(untilOn ? { untilOn } : {}) };
  });

  ngOnInit(): void {
    this.model.set(formOf(this.supporter()));
    this.version = this.supporter()?.version ?? 0;
  }

  protected wrong(path: string): string | null {
    return wrongWith(this.problem(), path);
  }

  protected inWords({
    name,
    relation,
    phone,
    mayTalk,
    about,
    untilOn,
  }: SupporterWords | Supporter): string[] {
    const talk = mayTalk
      ? `We may talk, until ${untilOn ?? '?'}: ${about ?? ''}`
      : 'We may not talk with them';
    return [`${name}, ${relation}`, phone ?? '', talk].filter(Boolean);
  }

  protected async keepMine(): Promise<void> {
    this.version = this.theirs()!.version;
    this.theirs.set(null);
    await this.save();
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    this.isSaving.set(true);
    this.problem.set(null);
    const supporter = this.supporter();
    try {
      if (supporter) await this.api.changeSupporter(supporter.supporterId, this.version, this.words());
      else await this.api.addSupporter(this.participantId(), this.id, this.words());
      this.done.emit();
    } catch (failure) {
      const problem = problemOf(failure);
      this.problem.set(problem);
      if (problem.status === 412) this.theirs.set(problem.current as Supporter);
    } finally {
      this.isSaving.set(false);
    }
  }
}

/** Of a permission past its last day neither it nor its day is filled in: both are asked anew. */
function formOf(supporter: Supporter | null) {
  return {
    name: supporter?.name ?? '',
    relation: supporter?.relation ?? '',
    phone: supporter?.phone ?? '',
    mayTalk: supporter?.mayTalk ?? false,
    about: supporter?.about ?? '',
    untilOn: supporter?.isExpired ? '' : (supporter?.untilOn ?? ''),
  };
}
