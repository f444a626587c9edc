import { Component, computed, inject, input, type OnInit, output, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { v7 as uuidv7 } from 'uuid';
import type { WayToReach, WayToReachWords } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { KeyFor } from '../keys/key';
import { BothVersions } from '../look/both-versions';
import { type Choice, Choices } from '../look/choices';
import { TextField } from '../people/text-field';
import { problemOf, wrongWith } from '../problems/problem-words';
import { safeReach } from './safe-reach';
import { SafeReachApi } from './safe-reach-api';

const WORDS = {
  phone: {
    value: 'Number',
    hint: 'The way you would write it down: (555) 555-0134, with an extension if there is one.',
    call: 'Call',
    text: 'Text',
    who: 'Say who is calling',
  },
  email: { value: 'E-mail address', hint: '', call: '', text: 'Write', who: 'Say who is writing' },
  address: {
    value: 'Address',
    hint: '',
    call: 'Come by',
    text: 'Send a letter',
    who: 'Say where you are from',
  },
} as const;

/** A number or address with what is safe, added or said anew; on a phone, beside the person. */
@Component({
  selector: 'app-way-to-reach-form',
  imports: [BothVersions, Choices, FormField, KeyFor, MatButton, TextField],
  templateUrl: './way-to-reach-form.html',
  styleUrl: './record-forms.scss',
})
export class WayToReachForm implements OnInit {
  readonly participantId = input.required<string>();
  /** The one to change; none to add one. */
  readonly way = input<WayToReach | null>(null);
  readonly done = output();
  readonly cancelled = output();

  private readonly api = inject(SafeReachApi);
  protected readonly id = uuidv7();
  protected readonly kinds: Choice[] = [
    { value: 'phone', words: 'Phone', icon: 'phone' },
    { value: 'email', words: 'E-mail', icon: 'mail' },
    { value: 'address', words: 'Address', icon: 'place' },
  ];
  private readonly model = signal(emptyForm());
  /** The one these words were begun on; what others write meanwhile moves neither it nor what is typed. */
  private version = 0;
  protected readonly fields = form(this.model);
  protected readonly kind = computed(() => this.model().kind);
  protected readonly words = computed(() => WORDS[this.kind()]);
  protected readonly isSaving = signal(false);
  private readonly problem = signal<Problem | null>(null);
  /** On 412: as somebody else has meanwhile left it. */
  protected readonly theirs = signal<WayToReach | null>(null);
  protected readonly trouble = computed(() => {
    const problem = this.problem();
    return problem && !problem.fields?.length ? problem.detail : '';
  });
  protected readonly mineInWords = computed(() => this.inWords(wordsOf(this.model())));

  ngOnInit(): void {
    this.model.set(formOf(this.way()));
    this.version = this.way()?.version ?? 0;
  }

  protected wrong(path: string): string | null {
    return wrongWith(this.problem(), path);
  }

  protected inWords(way: Omit<WayToReachWords, 'untilOn'>): string[] {
    const reach = safeReach({
      ...way,
      whyNot: way.whyNot ?? '',
      bestHours: way.bestHours ?? '',
      dial: way.value,
    });
    return [way.value, ...reach.cautions, ...reach.hints];
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
    const way = this.way();
    const words = wordsOf(this.model());
    try {
      if (way) await this.api.changeWay(way.wayToReachId, this.version, words);
      else await this.api.addWay(this.participantId(), this.id, words);
      this.done.emit();
    } catch (failure) {
      const problem = problemOf(failure);
      this.problem.set(problem);
      if (problem.status === 412) this.theirs.set(problem.current as WayToReach);
    } finally {
      this.isSaving.set(false);
    }
  }
}

function emptyForm() {
  return {
    kind: 'phone' as WayToReach['kind'],
    value: '',
    mayCall: false,
    mayVoicemail: false,
    mayText: false,
    maySayWho: false,
    whyNot: '',
    bestHours: '',
    untilOn: '',
  };
}

/** Of one past its last day everything is off, and the day is empty: it is asked anew. */
function formOf(way: WayToReach | null): ReturnType<typeof emptyForm> {
  if (!way) return emptyForm();
  const { kind, value, mayCall, mayVoicemail, mayText, maySayWho, whyNot, bestHours, untilOn } = way;
  return {
    kind,
    value,
    mayCall,
    mayVoicemail,
    mayText,
    maySayWho,
    whyNot,
    bestHours,
    untilOn: way.isExpired ? '' : (untilOn ?? ''),
  };
}

function wordsOf(form: ReturnType<typeof emptyForm>): WayToReachWords {
  const { untilOn, ...words } = form;
  const isPhone = form.kind === 'phone';
  return {
    ...words,
    mayCall: form.mayCall && form.kind !== 'email',
    mayVoicemail: form.mayVoicemail && form.mayCall && isPhone,
    ...(untilOn ? { untilOn } : {}),
  };
}
