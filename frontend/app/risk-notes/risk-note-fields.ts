import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal, model } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { Level, Readers, SuggestedLevel } from '../../api/contract';
import type { Problem } from '../../api/problem';
import type { RiskForm } from '../contacts/log-form';
import { ComesIntoView } from '../look/comes-into-view';
import { Choices } from '../look/choices';
import { ManyChoices } from '../look/many-choices';
import { wrongWith } from '../problems/problem-words';
import { Session } from '../session/session';
import { SuggestsWords } from '../words/suggests-words';
import { CrisisPanel } from './crisis-panel';
import { LEVEL_LABEL, LEVELS } from './level-words';
import { SIGNAL_LABEL } from './signal-words';
import { WhoReads } from './who-reads';

/** A risk note inside the form of a contact: signals, the level they suggest, and what was done. */
@Component({
  selector: 'app-risk-note-fields',
  imports: [Choices, ComesIntoView, CrisisPanel, FormField, ManyChoices, SuggestsWords, WhoReads],
  templateUrl: './risk-note-fields.html',
  styleUrl: '../contacts/form-sections.scss',
})
export class RiskNoteFields {
  readonly participantId = input.required<string>();
  readonly fields = input.required<FieldTree<RiskForm>>();
  readonly problem = input<Problem | null>(null);
  /** The level that the signals suggest, by the server's rule. */
  readonly suggested = model<Level>('watch');

  protected readonly today = inject(Session).today();
  protected readonly signals = Object.keys(SIGNAL_LABEL).map((value) => ({
    value,
    words: SIGNAL_LABEL[value]!,
  }));
  protected readonly levels = LEVELS.map((value) => ({ value, words: LEVEL_LABEL[value] }));
  protected readonly label = LEVEL_LABEL;

  /** What the level depends on, as a query; words typed elsewhere ask nothing anew. */
  private readonly query = computed(() => {
    const { signals, overdoseOn } = this.fields()().value();
    const query = new URLSearchParams(signals.map((signal) => ['signals', signal]));
    if (overdoseOn && signals.includes('overdose')) query.set('overdoseOn', overdoseOn);
    return query.toString();
  });
  private readonly asked = httpResource<SuggestedLevel>(() =>
    this.query() ? `/api/risk-notes/suggested-level?${this.query()}` : undefined,
  );
  /** The last answer stays while the next is on its way. */
  private readonly answer = linkedSignal<SuggestedLevel | undefined, SuggestedLevel>({
    source: () => (this.asked.hasValue() ? this.asked.value() : undefined),
    computation: (answer, before) => answer ?? before?.value ?? { level: 'watch', because: '' },
  });
  private readonly answered = computed(() => this.answer().level);
  protected readonly because = computed(() => this.answer().because);
  /** Asked when something is ticked, so that it is said before the button is near. */
  protected readonly readers = httpResource<Readers>(() =>
    this.participantId() && this.query()
      ? `/api/risk-notes/readers?participantId=${encodeURIComponent(this.participantId())}`
      : undefined,
  );

  protected readonly isAboutSuicide = computed(() =>
    this.fields()().value().signals.includes('thoughts of suicide'),
  );
  protected readonly level = computed(() => (this.fields()().value().level || this.answered()) as Level);
  protected readonly isLower = computed(() => LEVELS.indexOf(this.level()) < LEVELS.indexOf(this.answered()));

  constructor() {
    effect(() => this.suggested.set(this.answered()));
  }

  protected wrong(path: string): string | null {
    return wrongWith(this.problem(), `riskNote.${path}`) ?? wrongWith(this.problem(), path);
  }
}
