import { Component, computed, input } from '@angular/core';
import type { RecoveryPlanThen } from '../../api/contract';
import { AFTER_PEOPLE, BEFORE_PEOPLE, type WordsOfParts } from './plan-parts';

interface Part {
  title: string;
  lines: string[];
}

/** A plan to read: what is filled in, part by part. */
@Component({
  selector: 'app-plan-reading',
  template: `
    @for (part of parts(); track part.title) {
      <section>
        <h3>{{ part.title }}</h3>
        <ul>
          @for (line of part.lines; track $index) {
            <li dir="auto">{{ line }}</li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 20px 32px;
      grid-template-columns: repeat(auto-fit, minmax(min(260px, 100%), 1fr));
      align-items: start;
    }
    section {
      break-inside: avoid;
    }
    h3 {
      margin-bottom: 4px;
    }
    li {
      margin-inline-start: 20px;
      list-style: disc;
      padding-block: 3px;
    }
  `,
})
export class PlanReading {
  readonly plan = input.required<Pick<RecoveryPlanThen, 'parts' | 'people'>>();
  readonly words = input.required<WordsOfParts>();
  protected readonly parts = computed<Part[]>(() => {
    const { parts, people } = this.plan();
    const linesOf = (name: string): Part[] =>
      parts
        .filter(({ part }) => part === name)
        .map(({ part, lines }) => ({ title: this.words()[part].title, lines }));
    const named = people.people.map(({ name, relation, phone }) =>
      [name, relation, phone].filter(Boolean).join(', '),
    );
    return [
      ...BEFORE_PEOPLE.flatMap(linesOf),
      { title: this.words().people.title, lines: named },
      ...AFTER_PEOPLE.flatMap(linesOf),
    ].filter(({ lines }) => lines.length > 0);
  });
}
