import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import type { MergesKnown } from '../../api/merging-contract';
import { Live } from '../live/live';
import { MergeLine } from './merge-line';

/** In a participant's record: that it was two once. Nothing where it never was. */
@Component({
  selector: 'app-merges-of',
  imports: [MergeLine],
  template: `
    @if (page.hasValue() && page.value().items.length) {
      <section class="card stack" aria-labelledby="merges-title">
        <h2 id="merges-title">Was two records</h2>
        @for (merge of page.value().items; track merge.mergeId) {
          <app-merge-line [merge]="merge" (undone)="page.reload()" />
        }
      </section>
    }
  `,
})
export class MergesOf {
  readonly participantId = input.required<string>();
  protected readonly page = httpResource<MergesKnown>(
    () => `/api/participants/${encodeURIComponent(this.participantId())}/merges`,
  );

  constructor() {
    inject(Live).whenChanged(this.participantId, () => this.page.reload());
  }
}
