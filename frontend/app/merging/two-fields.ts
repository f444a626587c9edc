import { Component, computed, input, output } from '@angular/core';
import type { MergeSide, MergeSides } from '../../api/merging-contract';
import { countsOf, LANGUAGE_NAME } from './merge-words';
import { type Chosen, choicesOf, type MergeTyped, saidOf, type TwoSides, willBe } from './merge-typing';
import { stayWords } from './record-words';
import { TwoSaid } from './two-said';

interface Row {
  field: Chosen;
  label: string;
  words: (side: MergeSide) => string;
}

const ROWS: Row[] = [
  { field: 'preferredName', label: 'Called', words: ({ preferredName }) => preferredName },
  { field: 'legalName', label: 'Legal name', words: ({ legalName }) => legalName },
  { field: 'pronouns', label: 'Pronouns', words: ({ pronouns }) => pronouns },
  { field: 'language', label: 'Speaks', words: ({ language }) => LANGUAGE_NAME[language] ?? language },
  { field: 'coachId', label: 'Coach', words: ({ coach }) => coach?.name ?? '' },
  {
    field: 'accountId',
    label: 'Signs in as',
    words: ({ account }) => (account ? account.signInName + (account.worksHere ? ' (works here)' : '') : ''),
  },
];

/** Every field of two records, the one beside the other. */
@Component({
  selector: 'app-two-fields',
  imports: [TwoSaid],
  template: `
    @for (row of rows(); track row.field) {
      <app-two-said
        [label]="row.label"
        [sides]="row.said"
        [mayChoose]="row.mayChoose"
        [value]="row.value"
        (valueChange)="chosen.emit({ field: row.field, value: $event })"
      />
    }
    @for (row of facts(); track row.label) {
      <app-two-said [label]="row.label" [sides]="row.said" nothing="None" />
    }
  `,
})
export class TwoFields {
  readonly page = input.required<MergeSides>();
  readonly sides = input.required<TwoSides>();
  readonly typed = input.required<MergeTyped>();
  readonly chosen = output<{ field: Chosen; value: string }>();

  protected readonly rows = computed(() =>
    ROWS.map(({ field, label, words }) => ({
      ...{ field, label },
      said: this.both((side) => ({ value: saidOf(field, side), words: words(side) })),
      mayChoose: choicesOf(field, this.sides()).length > 1 && !this.page().cannot,
      value: willBe(field, this.typed(), this.sides()),
    })).filter(saysSomething),
  );

  protected readonly facts = computed(() =>
    [
      { label: 'Second coach', said: this.words(({ secondCoach }) => secondCoach?.name ?? '') },
      { label: 'Stays', said: this.words(({ stays }) => stays.map(stayWords).join('\n')) },
      {
        label: 'How to reach them',
        said: this.words(({ ways, size }) => ways?.join('\n') ?? waysCounted(size.ways)),
      },
      {
        label: 'Written so far',
        said: this.words((side) =>
          countsOf({ kept: side, other: side })
            .map(({ label, kept }) => `${label}: ${kept}`)
            .join('\n'),
        ),
      },
    ].filter(saysSomething),
  );

  private words(of: (side: MergeSide) => string): { value: string; words: string }[] {
    return this.both((side) => ({ value: '', words: of(side) }));
  }

  private both<T>(of: (side: MergeSide) => T): T[] {
    return [of(this.page().first), of(this.page().second)];
  }
}

/** What neither of the two has is no line of its own. */
function saysSomething({ said }: { said: { words: string }[] }): boolean {
  return said.some(({ words }) => words !== '');
}

/** For who may not read them: that they are there. */
function waysCounted(count: number): string {
  if (count === 0) return '';
  return count === 1 ? '1 number or address' : `${count} numbers and addresses`;
}
