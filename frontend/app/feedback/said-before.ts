import { Component, computed, input } from '@angular/core';
import type { Contact } from '../../api/contract';
import { changesOf } from './feedback-words';

/** What a contact said before it was amended, beside what it says now, in words: only what differs. */
@Component({
  selector: 'app-said-before',
  template: `
    @if (changes().length) {
      <p>
        <b>{{ title() }}</b>
      </p>
      <dl>
        @for (change of changes(); track change.label) {
          <div>
            <dt>{{ change.label }}</dt>
            <dd>
              <p><span class="quiet">Before:</span> {{ change.before }}</p>
              <p><span class="quiet">Now:</span> {{ change.now }}</p>
            </dd>
          </div>
        }
      </dl>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
      padding: 8px 14px;
      border-left: 3px solid var(--mat-sys-tertiary);
    }
    :host:empty {
      display: none;
    }
    dl {
      display: grid;
      gap: 8px;
      margin: 0;
    }
    dt {
      font-weight: 550;
    }
    dd {
      margin: 0;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class SaidBefore {
  readonly title = input.required<string>();
  readonly before = input.required<Partial<Contact>>();
  readonly now = input.required<Contact>();
  protected readonly changes = computed(() => changesOf(this.before(), this.now()));
}
