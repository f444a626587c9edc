import { Component, computed, input } from '@angular/core';
import type { Contact } from '../../api/contract';
import { pageLanguage } from '../look/language';
import { shortDay } from '../look/time-words';
import { OUTCOME_LABEL, PLACE_LABEL, WAY_LABEL } from './contact-words';
import { isUntouched } from '../check-ins/filled-in';
import { MOOD_WORDS } from '../check-ins/mood-words';
import { amendRequest, type LogForm, saidPromises } from './log-form';

/** Each thing that was said, in words, by its name on the form. */
export type Spoken = Record<string, string>;

const dayWords = (day: string): string => shortDay(day, pageLanguage());

/** What a comparison needs of a contact, in words. */
export function spokenContact(contact: Partial<Contact>): Spoken {
  const { outcome, occurredOn, occurredTime, way, place, minutes, dimensions, sharedNote, teamNote } =
    contact;
  return {
    'What came of it': outcome ? OUTCOME_LABEL[outcome] : '',
    When: [occurredOn && dayWords(occurredOn), occurredTime].filter(Boolean).join(', '),
    How: way ? WAY_LABEL[way] : '',
    Where: place ? PLACE_LABEL[place] : '',
    Minutes: minutes ? String(minutes) : '',
    Dimensions: dimensions?.join(', ') ?? '',
    'Note for both': sharedNote ?? '',
    'Note for the team': teamNote ?? '',
  };
}

/** The same of a form that is still being typed, with what only a form holds. */
export function spokenForm(form: LogForm): Spoken {
  const { plannedOn, plannedTime } = form.next;
  return {
    With: form.participantName,
    ...spokenContact(amendRequest(form) as Partial<Contact>),
    'Next contact': [plannedOn && dayWords(plannedOn), plannedTime].filter(Boolean).join(', '),
    'Check-in': spokenCheckIn(form),
    Promises: saidPromises(form)
      .map(({ words, dueOn }) => [words, dueOn && `by ${dayWords(dueOn)}`].filter(Boolean).join(', '))
      .join('\n'),
    'Risk note': [form.risk.signals.join(', '), form.risk.whatWasDone].filter(Boolean).join('\n'),
  };
}

function spokenCheckIn({ checkIn: { said } }: LogForm): string {
  if (isUntouched(said)) return '';
  const { mood, cravings, sleep, connection, safePlace, words } = said;
  return [
    mood && MOOD_WORDS[mood],
    cravings !== null && `cravings ${cravings} of 10`,
    sleep && `sleep ${sleep}`,
    connection && `people: ${connection}`,
    safePlace && `safe place: ${safePlace}`,
    words,
  ]
    .filter(Boolean)
    .join('\n');
}

/** Two states of one thing next to each other; where they differ is marked in words and shape. */
@Component({
  selector: 'app-side-by-side',
  template: `
    <table>
      <thead>
        <tr>
          <td></td>
          <th scope="col">{{ leftTitle() }}</th>
          <th scope="col">{{ rightTitle() }}</th>
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.label) {
          <tr [class.differs]="row.differs">
            <th scope="row">
              {{ row.label }}<span class="only-heard">{{ row.differs ? ', differs' : '' }}</span>
            </th>
            <td>{{ row.left || '–' }}</td>
            <td>{{ row.right || '–' }}</td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    :host {
      display: block;
      overflow-x: auto;
    }
    table {
      width: 100%;
      table-layout: fixed;
      font-size: 0.9375rem;
      border-collapse: collapse;
    }
    th,
    td {
      padding: 8px 6px;
      border-bottom: 1px solid var(--mat-sys-outline-variant);
      text-align: start;
      vertical-align: top;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    th[scope='row'] {
      color: var(--mat-sys-on-surface-variant);
      font-weight: 400;
    }
    .differs td {
      font-weight: 600;
      background: var(--mat-sys-tertiary-container);
      color: var(--mat-sys-on-tertiary-container);
    }
  `,
})
export class SideBySide {
  readonly leftTitle = input.required<string>();
  readonly rightTitle = input.required<string>();
  readonly left = input.required<Spoken>();
  readonly right = input.required<Spoken>();
  protected readonly rows = computed(() => {
    const left = this.left();
    const right = this.right();
    return Object.keys(left)
      .map((label) => ({
        label,
        left: left[label],
        right: right[label],
        differs: left[label] !== right[label],
      }))
      .filter((row) => row.left || row.right);
  });
}
