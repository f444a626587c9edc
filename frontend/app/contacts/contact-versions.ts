import { Component, computed, inject, input, output, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Contact } from '../../api/contract';
import { KeyFor } from '../keys/key';
import { pageLanguage } from '../look/language';
import { Skeleton } from '../look/skeleton';
import { TakesFocus } from '../look/takes-focus';
import { sinceWords } from '../look/time-words';
import { ContactsApi } from './contacts-api';
import { SideBySide, spokenContact } from './side-by-side';

/** Every version is kept: the chosen one beside the one that followed it. */
@Component({
  selector: 'app-contact-versions',
  imports: [KeyFor, MatButton, SideBySide, Skeleton, TakesFocus],
  template: `
    @if (versions.hasValue()) {
      <div class="stack">
        <div class="field">
          <label [for]="'version-' + contact().contactId">Earlier version</label>
          <select
            appTakesFocus
            [id]="'version-' + contact().contactId"
            (change)="chosen.set(+$any($event.target).value)"
          >
            @for (version of earlier(); track version.version; let index = $index) {
              <option [value]="index">
                {{ version.version }}, by {{ version.madeBy.name }}, {{ since(version.madeAt) }}
              </option>
            }
          </select>
        </div>
        @if (earlier()[chosen()]; as version) {
          <app-side-by-side
            [leftTitle]="'Version ' + version.version"
            rightTitle="Now"
            [left]="spoken(version.contact)"
            [right]="spoken(contact())"
          />
        }
        <div><button appKey="Escape" matButton type="button" (click)="cancelled.emit()">Close</button></div>
      </div>
    } @else {
      <app-skeleton [rows]="1" />
    }
  `,
})
export class ContactVersions {
  readonly contact = input.required<Contact>();
  readonly cancelled = output();

  private readonly api = inject(ContactsApi);
  protected readonly spoken = spokenContact;
  protected readonly chosen = signal(0);
  protected readonly versions = resource({
    params: () => this.contact().contactId,
    loader: ({ params }) => this.api.versions(params),
  });
  protected readonly earlier = computed(() =>
    (this.versions.hasValue() ? this.versions.value() : []).filter(
      (version) => version.version !== this.contact().version,
    ),
  );

  protected since(at: string): string {
    return sinceWords(at, new Date(), pageLanguage());
  }
}
